use std::borrow::Cow;
use std::ops::Index;

use serde_core::Serialize;
use serde_json::Value;

use crate::json::Finished;
use crate::problem::ExtensionVisitor;

/// The extension members of a problem document (RFC 9457 §3.2), in the order they are sent.
///
/// ```
/// use problem_core::ProblemDetails;
///
/// let details = ProblemDetails::new(403).with_extension("balance", 30);
/// assert_eq!(details.extensions()["balance"], 30);
/// assert!(details.extensions().get("accounts").is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extensions {
    members: Vec<Member>,
}

impl Extensions {
    /// No members.
    pub const fn new() -> Self {
        Extensions { members: Vec::new() }
    }

    /// The value of the member with this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.iter().find_map(|(key, value)| (key == name).then_some(value))
    }

    /// Whether there is a member with this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The number of members.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is no member.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The members, in the order they are sent.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.members.iter())
    }

    /// Adds a member, or replaces the value of the one that has this name.
    pub(crate) fn insert(&mut self, name: Cow<'static, str>, value: Value) {
        match self.members.iter_mut().find(|(key, _)| *key == name) {
            Some((_, old)) => *old = value,
            None => self.members.push((name, value)),
        }
    }

    /// Takes the member with this name out.
    pub(crate) fn remove(&mut self, name: &str) {
        self.members.retain(|(key, _)| key != name);
    }

    /// Takes members as they were read: where a name occurs twice, the last one wins, and the name is returned too.
    pub(crate) fn from_read(mut members: Vec<Member>) -> (Self, Vec<Cow<'static, str>>) {
        let mut repeated = Vec::new();
        if may_repeat(&members) {
            let mut order: Vec<usize> = (0..members.len()).collect();
            order.sort_by(|&a, &b| members[a].0.cmp(&members[b].0).then(a.cmp(&b)));
            let mut superseded = vec![false; members.len()];
            for pair in order.windows(2) {
                let name = &members[pair[0]].0;
                superseded[pair[0]] = *name == members[pair[1]].0;
                if superseded[pair[0]] && repeated.last() != Some(name) {
                    repeated.push(name.clone());
                }
            }
            let mut superseded = superseded.into_iter();
            members.retain(|_| superseded.next() != Some(true));
        }
        (Extensions { members }, repeated)
    }
}

/// A name and its value.
type Member = (Cow<'static, str>, Value);

/// Whether a name may occur twice: exact for as few members as documents have.
fn may_repeat(members: &[Member]) -> bool {
    members.len() > 16
        || (1..members.len()).any(|index| members[..index].iter().any(|(name, _)| *name == members[index].0))
}

impl Index<&str> for Extensions {
    type Output = Value;

    /// The value of the member with this name; `null` where there is none, as [`Value`] does it.
    fn index(&self, name: &str) -> &Value {
        self.get(name).unwrap_or(&Value::Null)
    }
}

impl<'a> IntoIterator for &'a Extensions {
    type Item = (&'a str, &'a Value);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// The members of [`Extensions`], from [`Extensions::iter`].
#[derive(Clone, Debug)]
pub struct Iter<'a>(std::slice::Iter<'a, Member>);

impl<'a> Iterator for Iter<'a> {
    type Item = (&'a str, &'a Value);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(name, value)| (&**name, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Iter<'_> {}

/// A value that can be an extension member: anything that serde serialises, behind a dyn-compatible face.
pub trait ExtensionValue {
    /// Appends the value as JSON.
    ///
    /// # Errors
    ///
    /// If the value cannot be told in JSON; what was appended by then is to be discarded.
    fn write_json(&self, out: &mut String) -> Result<(), serde_json::Error>;

    /// The value as a JSON tree.
    ///
    /// # Errors
    ///
    /// If the value cannot be told in JSON.
    fn to_value(&self) -> Result<Value, serde_json::Error>;
}

impl<T: Serialize> ExtensionValue for T {
    fn write_json(&self, out: &mut String) -> Result<(), serde_json::Error> {
        serde_json::to_writer(Finished(out), self)
    }

    fn to_value(&self) -> Result<Value, serde_json::Error> {
        match serde_json::to_value(self) {
            Ok(tree) if !has_float(&tree) => Ok(tree),
            // By way of the text, so that the tree is what a client reads: 1.1_f32 is 1.1, and a u128 is a number.
            Ok(_) | Err(_) => {
                let mut text = String::new();
                self.write_json(&mut text)?;
                serde_json::from_str(&text)
            }
        }
    }
}

fn has_float(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(values) => values.iter().any(has_float),
        Value::Object(members) => members.values().any(has_float),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

impl ExtensionVisitor for Extensions {
    /// Adds the member, unless its value is absent (`None`) or cannot be told in JSON.
    fn extension(&mut self, name: &'static str, value: &dyn ExtensionValue) {
        match value.to_value() {
            Ok(Value::Null) | Err(_) => {}
            Ok(value) => self.insert(Cow::Borrowed(name), value),
        }
    }
}
