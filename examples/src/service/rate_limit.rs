use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use governor::clock::Clock;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::auth::Caller;
use crate::common::CommonError;

/// How many requests each API key may send.
#[derive(Clone)]
pub(super) struct RateLimit {
    limit: NonZeroU32,
    limiter: Arc<DefaultKeyedRateLimiter<Arc<str>>>,
}

impl RateLimit {
    pub(super) fn per_second(limit: NonZeroU32) -> Self {
        RateLimit {
            limit,
            limiter: Arc::new(RateLimiter::keyed(Quota::per_second(limit))),
        }
    }

    fn check(&self, key: &Arc<str>) -> Result<(), CommonError> {
        self.limiter.check_key(key).map_err(|until| {
            let wait = until.wait_time_from(self.limiter.clock().now());
            CommonError::TooManyRequests {
                limit: self.limit.get(),
                // `Retry-After` has whole seconds, and a client that obeys it must not come too early.
                retry_after: wait.as_secs() + 1,
            }
        })
    }
}

/// Lets requests pass as long as their API key has not used up its share.
pub(super) async fn enforce(
    State(rate_limit): State<RateLimit>,
    caller: Caller,
    request: Request,
    next: Next,
) -> Result<Response, CommonError> {
    rate_limit.check(&caller.key)?;
    Ok(next.run(request).await)
}
