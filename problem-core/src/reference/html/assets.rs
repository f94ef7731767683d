//! The style sheet and the script, and the policy that allows these two and nothing else.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What every page has in its head.
pub(super) struct Assets {
    pub(super) style: &'static str,
    pub(super) script: &'static str,
    /// For the page itself, which has a policy also as a file.
    pub(super) policy: String,
    /// For the response that brings the page.
    header: String,
}

impl Assets {
    pub(super) fn get() -> &'static Self {
        static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
            let style = include_str!("style.css");
            let script = include_str!("page.js");
            let policy = format!(
                "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
                hash(style),
                hash(script),
            );
            Assets {
                style,
                script,
                // Browsers refuse this one outside of a header.
                header: format!("{policy}; frame-ancestors 'none'"),
                policy,
            }
        });
        &ASSETS
    }
}

/// The `Content-Security-Policy` under which the pages of [`Catalog::to_html`](crate::Catalog::to_html) work: no
/// request, no frame, no form, and by their hashes the one style sheet and the one script.
///
/// [`reference::axum::router`](crate::reference) sends it; a service that serves the page otherwise should too.
pub fn content_security_policy() -> &'static str {
    &Assets::get().header
}

/// A text as the source expression that allows it inline (CSP Level 3 §2.3.1).
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_the_assets_ends_their_element() {
        let assets = Assets::get();
        assert!(!assets.style.contains("</"));
        assert!(!assets.script.contains("</") && !assets.script.contains("<!--"));
        assert!(!assets.style.contains("url(") && !assets.style.contains("@import"));
    }
}
