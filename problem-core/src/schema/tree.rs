//! JSON that keeps the order of its members.

use std::borrow::Cow;

use serde_core::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use crate::ProblemDetails;

/// A JSON value that is to be written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node<'a> {
    Value(Value),
    Problem(Box<ProblemDetails>),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// An object with these members, in this order.
    pub(crate) fn object<const N: usize>(members: [(&'a str, Node<'a>); N]) -> Self {
        Node::Object(members.map(|(name, value)| (Cow::Borrowed(name), value)).into())
    }

    /// Adds a member to an object, unless its value is absent.
    pub(crate) fn with(mut self, name: impl Into<Cow<'a, str>>, value: Option<impl Into<Node<'a>>>) -> Self {
        if let (Node::Object(members), Some(value)) = (&mut self, value) {
            members.push((name.into(), value.into()));
        }
        self
    }

    /// The document as a text for people too, with a newline at its end.
    pub(crate) fn to_document(&self) -> String {
        // Keys are strings and values are finished: there is nothing that JSON could refuse.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Value(value) => value.serialize(serializer),
            Node::Problem(details) => details.serialize(serializer),
            Node::Text(text) => serializer.serialize_str(text),
            Node::List(items) => serializer.collect_seq(items),
            Node::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

impl<'a> From<&'a str> for Node<'a> {
    fn from(text: &'a str) -> Self {
        Node::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Node<'_> {
    fn from(text: String) -> Self {
        Node::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Node<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Node::Text(text)
    }
}

impl From<bool> for Node<'_> {
    fn from(value: bool) -> Self {
        Node::Value(value.into())
    }
}

impl From<u32> for Node<'_> {
    fn from(value: u32) -> Self {
        Node::Value(value.into())
    }
}

impl From<ProblemDetails> for Node<'_> {
    fn from(details: ProblemDetails) -> Self {
        Node::Problem(Box::new(details))
    }
}

impl From<u16> for Node<'_> {
    fn from(value: u16) -> Self {
        Node::Value(value.into())
    }
}

impl<'a, T: Into<Node<'a>>> From<Option<T>> for Node<'a> {
    /// The value, or `null`.
    fn from(value: Option<T>) -> Self {
        value.map_or(Node::Value(Value::Null), Into::into)
    }
}

impl<'a, T: Into<Node<'a>>> FromIterator<T> for Node<'a> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Node::List(items.into_iter().map(Into::into).collect())
    }
}
