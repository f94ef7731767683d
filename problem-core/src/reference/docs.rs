//! Doc comments: Markdown by someone else, made safe to put into a page.

use std::borrow::Cow;

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};

/// What the documentation says beyond the description, which is usually its first paragraph.
pub(super) fn beyond<'a>(docs: &'a str, description: &str) -> &'a str {
    let docs = docs.trim();
    let end = docs.find("\n\n").unwrap_or(docs.len());
    let (first, rest) = docs.split_at(end);
    if first.split_whitespace().eq(description.split_whitespace()) {
        rest.trim_start_matches('\n')
    } else {
        docs
    }
}

/// Text without what would act on the text around it: control characters, and the overrides of the writing direction
/// that reorder what follows them. Each becomes U+FFFD; right-to-left letters stay as they are.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    fn is_harmful(c: char) -> bool {
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') || (c.is_control() && !matches!(c, '\n' | '\t'))
    }
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    Cow::Owned(text.replace(is_harmful, "\u{fffd}"))
}

/// Text on one line.
pub(super) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in clean(text).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The events of a Markdown text that are safe to write in any format.
///
/// Raw HTML is text. Links lead to `http`, `https` and `mailto` addresses or nowhere; images are links, since a page
/// loads nothing. Headings are at least `level` deep. Containers nest a few levels, then no more.
pub(super) fn events(markdown: &str, level: u8) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut filter = Filter {
        level,
        open: Vec::new(),
        depth: 0,
        in_link: false,
    };
    let safe = Parser::new_ext(markdown, options).filter_map(|event| filter.event(event));
    TextMergeStream::new(safe).collect()
}

/// The nesting up to which lists, quotes and emphasis are kept.
const MAX_DEPTH: u32 = 10;

struct Filter {
    level: u8,
    /// Of each tag that is open, whether it was kept.
    open: Vec<bool>,
    /// How many of those count towards the depth.
    depth: u32,
    in_link: bool,
}

impl Filter {
    fn event<'a>(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        match event {
            Event::Start(tag) => {
                let parent_kept = self.open.last().copied().unwrap_or(true);
                let kept = self.start(tag, parent_kept);
                self.open.push(kept.is_some());
                kept.map(Event::Start)
            }
            Event::End(end) => self.open.pop().unwrap_or(false).then(|| Event::End(self.end(end))),
            Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
            other => Some(other),
        }
    }

    /// The tag as it is kept.
    fn start<'a>(&mut self, tag: Tag<'a>, parent_kept: bool) -> Option<Tag<'a>> {
        match tag {
            Tag::Heading { level, .. } => Some(Tag::Heading {
                level: self.heading(level),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            }),
            Tag::HtmlBlock => Some(Tag::Paragraph),
            Tag::List(_) | Tag::BlockQuote(_) | Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                if self.depth >= MAX_DEPTH {
                    return None;
                }
                self.depth += 1;
                Some(tag)
            }
            Tag::Item => parent_kept.then_some(tag),
            // Alignment would be a style attribute.
            Tag::Table(columns) => Some(Tag::Table(vec![Alignment::None; columns.len()])),
            Tag::Link {
                link_type, dest_url, ..
            } => self.link(link_type, dest_url),
            Tag::Image { dest_url, .. } => self.link(LinkType::Inline, dest_url),
            other => Some(other),
        }
    }

    /// What ends the tag that was kept.
    fn end(&mut self, end: TagEnd) -> TagEnd {
        match end {
            TagEnd::Heading(level) => TagEnd::Heading(self.heading(level)),
            TagEnd::HtmlBlock => TagEnd::Paragraph,
            TagEnd::Link | TagEnd::Image => {
                self.in_link = false;
                TagEnd::Link
            }
            TagEnd::List(_) | TagEnd::BlockQuote(_) | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.depth -= 1;
                end
            }
            other => other,
        }
    }

    fn heading(&self, level: HeadingLevel) -> HeadingLevel {
        let level = usize::from(self.level) + level as usize - 1;
        HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6)
    }

    fn link<'a>(&mut self, link_type: LinkType, to: CowStr<'a>) -> Option<Tag<'a>> {
        let to = match link_type {
            LinkType::Email => CowStr::from(format!("mailto:{to}")),
            _ => to,
        };
        if self.in_link || !is_safe_link(&to) {
            return None;
        }
        self.in_link = true;
        Some(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: to,
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        })
    }
}

/// Whether a link can lead there from any page: the address is absolute, of a harmless scheme, and has no character
/// that browsers drop before they look at the scheme.
pub(super) fn is_safe_link(to: &str) -> bool {
    let Some((scheme, rest)) = to.split_once(':') else {
        return false;
    };
    let harmless = ["http", "https", "mailto"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    harmless && !rest.is_empty() && !to.contains(|c: char| c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(markdown: &str) -> String {
        let mut out = String::new();
        pulldown_cmark::html::push_html(&mut out, events(markdown, 4).into_iter());
        out
    }

    #[test]
    fn the_description_is_not_said_twice() {
        for (docs, description, expected) in [
            ("Not found", "Not found", ""),
            ("Not\nfound\n\nAsk again.", "Not found", "Ask again."),
            ("Other\n\nAsk again.", "Not found", "Other\n\nAsk again."),
            ("", "Not found", ""),
        ] {
            assert_eq!(beyond(docs, description), expected);
        }
    }

    #[test]
    fn raw_html_is_text() {
        assert_eq!(
            html("a <b onclick=x>b</b>"),
            "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"
        );
        assert_eq!(
            html("<script>\nalert(1)\n</script>"),
            "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n",
        );
    }

    #[test]
    fn links_lead_to_harmless_addresses_or_nowhere() {
        for (markdown, expected) in [
            (
                "[a](https://example.com/?a&b)",
                r#"<p><a href="https://example.com/?a&amp;b">a</a></p>"#,
            ),
            (
                "<ada@example.com>",
                r#"<p><a href="mailto:ada@example.com">ada@example.com</a></p>"#,
            ),
            (
                "![alt](https://example.com/a.png)",
                r#"<p><a href="https://example.com/a.png">alt</a></p>"#,
            ),
            (
                "[![alt](https://a.example)](https://b.example)",
                r#"<p><a href="https://b.example">alt</a></p>"#,
            ),
            ("[a](javascript:alert(1))", "<p>a</p>"),
            ("[a](JavaScript:alert(1))", "<p>a</p>"),
            ("[a](java&#x0A;script:alert(1))", "<p>a</p>"),
            ("[a](data:text/html,x)", "<p>a</p>"),
            ("[a](vbscript:x)", "<p>a</p>"),
            ("[`NotFound`](crate::NotFound)", "<p><code>NotFound</code></p>"),
            ("[a](../other)", "<p>a</p>"),
        ] {
            assert_eq!(html(markdown).trim_end(), expected, "{markdown}");
        }
    }

    #[test]
    fn headings_go_below_those_of_the_page() {
        assert_eq!(html("# Remedy\n\n###### Deep"), "<h4>Remedy</h4>\n<h6>Deep</h6>\n");
    }

    #[test]
    fn tables_have_no_style_attributes() {
        assert!(!html("| a |\n|:-:|\n| b |").contains("style"));
    }

    #[test]
    fn deep_nesting_ends_somewhere() {
        let quotes = html(&format!("{}x", "> ".repeat(500)));
        assert_eq!(quotes.matches("<blockquote>").count(), MAX_DEPTH as usize);
        assert_eq!(quotes.matches("</blockquote>").count(), MAX_DEPTH as usize);
        let lists = html(&format!("{}x", "- ".repeat(500)));
        assert_eq!(lists.matches("<li>").count(), lists.matches("</li>").count());
        assert!(html(&format!("{}a{}", "*".repeat(999), "*".repeat(999))).len() < 3_000);
    }

    #[test]
    fn what_reorders_text_is_replaced() {
        assert_eq!(clean("a\u{202e}b\r\nc\0d שלום"), "a\u{fffd}b\nc\u{fffd}d שלום");
        assert_eq!(one_line("  a\n\n b\u{2028}c "), "a b c");
    }
}
