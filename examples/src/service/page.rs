use axum::extract::Query;
use axum::http::Uri;
use serde::{Deserialize, Serialize};

/// Which part of a list is asked for: `?limit=` and `?offset=`.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub(super) limit: u32,
    pub(super) offset: u32,
}

/// A query parameter that is not what it must be. Each domain makes its own problem of it.
#[derive(Debug, PartialEq)]
pub(super) struct InvalidParameter {
    pub(super) parameter: &'static str,
    pub(super) expected: &'static str,
}

impl Page {
    const DEFAULT_LIMIT: u32 = 20;

    pub(super) fn from_query(uri: &Uri) -> Result<Self, InvalidParameter> {
        /// Texts, since serde would not tell which of two numbers is wrong.
        #[derive(Deserialize)]
        struct Parameters {
            limit: Option<String>,
            offset: Option<String>,
        }

        let Query(Parameters { limit, offset }) = Query::try_from_uri(uri).map_err(|_| InvalidParameter {
            parameter: "limit",
            expected: "given at most once, and so must `offset`",
        })?;
        let limit = number(limit, Self::DEFAULT_LIMIT).filter(|limit| (1..=100).contains(limit));
        Ok(Page {
            limit: limit.ok_or(InvalidParameter {
                parameter: "limit",
                expected: "a number from 1 to 100",
            })?,
            offset: number(offset, 0).ok_or(InvalidParameter {
                parameter: "offset",
                expected: "a number from 0",
            })?,
        })
    }
}

fn number(text: Option<String>, default: u32) -> Option<u32> {
    text.map_or(Some(default), |text| text.parse().ok())
}

/// A part of a list, and where in the list it stands.
#[derive(Serialize)]
pub(super) struct Listing<T> {
    pub(super) items: Vec<T>,
    pub(super) limit: u32,
    pub(super) offset: u32,
    pub(super) total: i64,
}

impl<T> Listing<T> {
    pub(super) fn new(page: Page, total: i64, items: Vec<T>) -> Self {
        Listing {
            items,
            limit: page.limit,
            offset: page.offset,
            total,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    /// The limit and offset that are read, or the parameter that is wrong.
    fn read(uri: &'static str) -> Result<(u32, u32), &'static str> {
        Page::from_query(&uri.parse().unwrap())
            .map(|page| (page.limit, page.offset))
            .map_err(|error| error.parameter)
    }

    #[test]
    fn limits_are_kept() {
        assert_eq!(read("/"), Ok((20, 0)));
        assert_eq!(read("/?limit=1&offset=7"), Ok((1, 7)));
        assert_eq!(read("/?limit=100"), Ok((100, 0)));
        for uri in [
            "/?limit=0",
            "/?limit=101",
            "/?limit=ten",
            "/?limit=",
            "/?limit=1&limit=2",
        ] {
            assert_eq!(read(uri), Err("limit"), "{uri}");
        }
        for uri in ["/?offset=-1", "/?offset=1.5", "/?offset=99999999999"] {
            assert_eq!(read(uri), Err("offset"), "{uri}");
        }
    }
}
