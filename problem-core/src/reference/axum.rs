//! The error reference as pages of an axum 0.8 service.

mod accept;
mod document;
mod site;

use std::sync::Arc;

use ::axum::Router;
use ::axum::extract::rejection::PathRejection;
use ::axum::extract::{Path, State};
use ::axum::http::header::{HeaderMap, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use ::axum::response::{IntoResponse, Response};
use ::axum::routing::get;

use self::document::Document;
use self::site::Site;
use crate::{Catalog, ProblemDetails};

/// Serves the error reference of a catalog, rendered once:
///
/// | path | what |
/// |---|---|
/// | `/errors` | the page of [`Catalog::to_html`] |
/// | `/errors/{slug}/{code}` | one problem, as HTML, or as JSON where `Accept` prefers `application/json` |
/// | `/errors.md` | [`Catalog::to_markdown`] |
/// | `/errors.json` | [`Catalog::to_json`] |
/// | `/openapi.json` | [`Catalog::to_openapi`] |
///
/// So a `type` made from `base = "https://api.example.com/errors/"` is the address of its problem's page. A problem
/// without a code has its name in place of it, `/errors/common/Unauthorized`, and any problem also answers to the last
/// two segments of its own `type`. What does not exist is a problem of status 404.
///
/// Every response has a strong `ETag` and answers `If-None-Match` with 304; the
/// [policy](crate::reference::content_security_policy) forbids the pages to load anything. The routes know nothing of
/// the service's state, and can be merged into any router or nested below any path:
///
/// ```
/// use axum::Router;
/// use problem_core::{Catalog, Domain, ProblemType, reference};
///
/// static PROBLEMS: [ProblemType; 1] =
///     [ProblemType::new("NotFound", 404, "Not Found", "Order not found").with_code(1)];
/// static CATALOG: Catalog = Catalog::new("Shop API", &[Domain::new("Orders", "orders", &PROBLEMS)]);
///
/// let app: Router = Router::new().merge(reference::axum::router(&CATALOG));
/// ```
pub fn router<S>(catalog: &'static Catalog) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    type Shared = State<Arc<Site>>;
    Router::new()
        .route(
            "/errors",
            get(async |site: Shared, headers: HeaderMap| site.page.respond(&headers)),
        )
        .route(
            "/errors.md",
            get(async |site: Shared, headers: HeaderMap| site.markdown.respond(&headers)),
        )
        .route(
            "/errors.json",
            get(async |site: Shared, headers: HeaderMap| site.json.respond(&headers)),
        )
        .route(
            "/openapi.json",
            get(async |site: Shared, headers: HeaderMap| site.openapi.respond(&headers)),
        )
        .route("/errors/{slug}/{code}", get(problem))
        .with_state(Arc::new(Site::new(catalog)))
}

async fn problem(
    State(site): State<Arc<Site>>,
    address: Result<Path<(String, String)>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let found = match &address {
        Ok(Path((slug, key))) => site.find(slug, key),
        // No text in UTF-8: no address of ours.
        Err(_) => None,
    };
    match found {
        Some(found) if accept::prefers_json(&headers) => found.json(&site).respond(&headers),
        Some(found) => found.html(&site).respond(&headers),
        None => not_found(),
    }
}

fn not_found() -> Response {
    let details = ProblemDetails::new(404).with_detail("The error reference has no problem at this address");
    let mut response = details.into_response();
    let headers = response.headers_mut();
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
