//! What a client would rather have: a page or data (RFC 9110 §12.5.1).

use ::axum::http::header::{ACCEPT, HeaderMap};

use crate::accept::preferred;

/// Whether JSON suits the client better than HTML. Who does not care gets the page.
pub(super) fn prefers_json(request: &HeaderMap) -> bool {
    let accept = request.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    preferred(accept, &[&["text/html"], &["application/json"]]) == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::axum::http::HeaderValue;

    fn json(accept: &'static str) -> bool {
        prefers_json(&HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(accept))]))
    }

    #[test]
    fn browsers_get_the_page() {
        assert!(!prefers_json(&HeaderMap::new()));
        for accept in [
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
            "*/*",
            "",
            "text/*",
            "image/png",
            "text/html, application/json",
            "application/json;q=0.5, */*",
            "application/json;q=0, text/html;q=0.1",
            "application/json;q=0.8, text/html;q=0.801",
            "application/json;q=nonsense",
            "application/jsonp",
            "text/plain;x=\"a, application/json\"",
        ] {
            assert!(!json(accept), "{accept}");
        }
    }

    #[test]
    fn clients_get_data() {
        for accept in [
            "application/json",
            "APPLICATION/JSON",
            "application/json; charset=utf-8",
            "application/json, text/html;q=0.9",
            "application/json,*/*;q=0.8",
            "application/*",
            "text/html;q=0, */*",
            "text/html; q=0.5 , application/json ; q=0.501",
            "text/*;q=0.1, application/*;q=0.2",
            "text/html;level=1, text/html;q=0.3, application/json;q=0.7",
        ] {
            assert!(json(accept), "{accept}");
        }
    }
}
