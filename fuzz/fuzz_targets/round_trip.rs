//! Documents of random members, written and read again.
#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use problem_core::ProblemDetails;
use serde_json::Value;

#[derive(Arbitrary, Debug)]
struct Document<'a> {
    type_uri: Option<&'a str>,
    title: Option<&'a str>,
    status: Option<u16>,
    detail: Option<&'a str>,
    instance: Option<&'a str>,
    error_code: Option<u32>,
    extensions: Vec<(&'a str, Node<'a>)>,
}

#[derive(Arbitrary, Debug)]
enum Node<'a> {
    Null,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Text(&'a str),
    Array(Vec<Node<'a>>),
    Object(Vec<(&'a str, Node<'a>)>),
}

impl Node<'_> {
    /// The value; what is nested deeper than readers follow is left out.
    fn value(&self, levels: usize) -> Value {
        match self {
            Node::Null => Value::Null,
            Node::Bool(value) => Value::from(*value),
            Node::Unsigned(value) => Value::from(*value),
            Node::Signed(value) => Value::from(*value),
            Node::Float(value) => Value::from(*value),
            Node::Text(text) => Value::from(*text),
            Node::Array(_) | Node::Object(_) if levels == 0 => Value::Null,
            Node::Array(nodes) => nodes.iter().map(|node| node.value(levels - 1)).collect(),
            Node::Object(members) => members
                .iter()
                .map(|(name, node)| ((*name).to_owned(), node.value(levels - 1)))
                .collect(),
        }
    }
}

impl Document<'_> {
    fn details(&self) -> ProblemDetails {
        // Readers ignore any other status.
        let status = self.status.filter(|status| (100..=599).contains(status));
        let mut details = status.map_or_else(ProblemDetails::default, ProblemDetails::new);
        let text = |text: Option<&str>| text.map(str::to_owned);
        if let Some(uri) = text(self.type_uri) {
            details = details.with_type(uri);
        }
        if let Some(title) = text(self.title) {
            details = details.with_title(title);
        }
        if let Some(detail) = text(self.detail) {
            details = details.with_detail(detail);
        }
        if let Some(instance) = text(self.instance) {
            details = details.with_instance(instance);
        }
        if let Some(code) = self.error_code {
            details = details.with_error_code(code);
        }
        for (name, node) in &self.extensions {
            details = details.with_extension((*name).to_owned(), node.value(100));
        }
        details
    }
}

fuzz_target!(|document: Document| {
    let details = document.details();
    let json = details.to_json();
    assert_eq!(ProblemDetails::from_json(json.as_bytes()).as_ref(), Ok(&details), "{json}");

    let xml = details.to_xml();
    let told = ProblemDetails::from_xml(xml.as_bytes()).expect(&xml);
    assert_eq!(told.status(), details.status());
    assert_eq!(told.error_code(), details.error_code());
    assert_eq!(told.title().is_some(), details.title().is_some());
    let names = |details: &ProblemDetails| details.extensions().iter().map(|(name, _)| name.to_owned()).collect::<Vec<_>>();
    assert_eq!(names(&told), names(&details));
    let xml = told.to_xml();
    assert_eq!(ProblemDetails::from_xml(xml.as_bytes()).as_ref(), Ok(&told), "{xml}");
});
