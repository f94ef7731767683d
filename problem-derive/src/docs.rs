use syn::{Attribute, Expr, Lit, Meta};

/// A doc comment.
#[derive(Default)]
pub(crate) struct Docs {
    /// The whole text, in Markdown.
    pub(crate) text: String,
    /// The first paragraph on one line; `None` where there is none.
    pub(crate) summary: Option<String>,
    /// Some of it is a macro call, whose text rustc alone knows.
    pub(crate) is_computed: bool,
}

impl Docs {
    pub(crate) fn of(attrs: &[Attribute]) -> Self {
        let mut lines = Vec::new();
        for attr in attrs {
            if let Some(text) = doc_text(attr) {
                push_lines(&mut lines, &text);
            }
        }
        let lines = unindented(&lines);
        let paragraph: Vec<&str> = lines
            .iter()
            .map(|line| line.trim())
            .skip_while(|line| line.is_empty())
            .take_while(|line| !line.is_empty())
            .collect();
        Docs {
            text: lines.join("\n").trim().to_owned(),
            summary: (!paragraph.is_empty()).then(|| paragraph.join(" ")),
            is_computed: attrs.iter().any(|attr| is_doc(attr) && doc_text(attr).is_none()),
        }
    }
}

/// Whether an attribute is `#[doc = …]`.
fn is_doc(attr: &Attribute) -> bool {
    matches!(&attr.meta, Meta::NameValue(meta) if meta.path.is_ident("doc"))
}

/// The text of `#[doc = "…"]`; a macro call as its value is known to rustc alone.
fn doc_text(attr: &Attribute) -> Option<String> {
    let Meta::NameValue(meta) = &attr.meta else { return None };
    if !is_doc(attr) {
        return None;
    }
    let mut value = &meta.value;
    // A literal that a macro_rules pattern has captured comes in an invisible group.
    while let Expr::Group(group) = value {
        value = &group.expr;
    }
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// Adds the lines of one comment; those of a `/** … */` lose the column of stars they may have.
fn push_lines(lines: &mut Vec<String>, text: &str) {
    let mut rest = text.lines();
    lines.push(rest.next().unwrap_or_default().to_owned());
    let rest: Vec<&str> = rest.collect();
    let starred = rest
        .iter()
        .all(|line| line.trim().is_empty() || line.trim_start().starts_with('*'));
    for line in rest {
        let line = if starred {
            line.trim_start().trim_start_matches('*')
        } else {
            line
        };
        lines.push(line.to_owned());
    }
}

/// Takes the indentation that all lines share, usually the blank behind `///`.
fn unindented(lines: &[String]) -> Vec<String> {
    let indent = |line: &String| line.len() - line.trim_start_matches(' ').len();
    let shared = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(indent)
        .min()
        .unwrap_or(0);
    lines
        .iter()
        .map(|line| line.get(shared..).unwrap_or_default().trim_end().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::DeriveInput;

    fn docs(source: &str) -> Docs {
        let input: DeriveInput = syn::parse_str(&format!("{source} struct S;")).unwrap();
        Docs::of(&input.attrs)
    }

    #[test]
    fn the_summary_is_the_first_paragraph_on_one_line() {
        let docs = docs("/// First line\n/// and second.\n///\n/// More:\n///     code\n");
        assert_eq!(docs.summary.as_deref(), Some("First line and second."));
        assert_eq!(docs.text, "First line\nand second.\n\nMore:\n    code");
    }

    #[test]
    fn a_block_comment_loses_its_column_of_stars() {
        let docs = docs("/** Summary\n *\n * More\n */");
        assert_eq!(docs.summary.as_deref(), Some("Summary"));
        assert_eq!(docs.text, "Summary\n\nMore");
    }

    #[test]
    fn a_blank_comment_says_nothing() {
        assert_eq!(docs("///\n///  \n").summary, None);
        assert_eq!(docs("#[doc(hidden)]").summary, None);
    }
}
