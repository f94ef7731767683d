use std::borrow::Cow;
use std::fmt::{self, Write};

use serde_core::{Serialize, Serializer};

/// Where in a document a value stands: a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) in its form
/// as a URI fragment (§6), as RFC 9457's own example sends it.
///
/// ```
/// use problem_core::Pointer;
///
/// assert_eq!(Pointer::root().as_str(), "#");
/// assert_eq!(Pointer::root().key("lines").index(3).key("price").as_str(), "#/lines/3/price");
/// assert_eq!(Pointer::root().key("a/b~c d").as_str(), "#/a~1b~0c%20d");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pointer(Cow<'static, str>);

impl Pointer {
    /// The whole document.
    pub const fn root() -> Self {
        Pointer(Cow::Borrowed("#"))
    }

    /// The member with this name, of the object pointed to.
    pub fn key(mut self, name: &str) -> Self {
        let out = self.0.to_mut();
        out.reserve(name.len() + 1);
        out.push('/');
        for byte in name.bytes() {
            match byte {
                b'~' => out.push_str("~0"),
                b'/' => out.push_str("~1"),
                byte if is_fragment(byte) => out.push(char::from(byte)),
                // Writing to a string does not fail.
                byte => _ = write!(out, "%{byte:02X}"),
            }
        }
        self
    }

    /// The element at this position, from 0, of the array pointed to.
    pub fn index(mut self, index: usize) -> Self {
        // Writing to a string does not fail.
        _ = write!(self.0.to_mut(), "/{index}");
        self
    }

    /// The pointer as it is sent: `#/lines/3`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a fragment may hold this character as it is (RFC 3986 §3.5); `/` and `~` have a meaning of their own.
fn is_fragment(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._!$&'()*+,;=:@?".contains(&byte)
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Pointer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    /// RFC 6901 §6, its whole table.
    #[test]
    fn the_examples_of_the_rfc() {
        for (key, pointer) in [
            ("foo", "#/foo"),
            ("", "#/"),
            ("a/b", "#/a~1b"),
            ("c%d", "#/c%25d"),
            ("e^f", "#/e%5Ef"),
            ("g|h", "#/g%7Ch"),
            ("i\\j", "#/i%5Cj"),
            ("k\"l", "#/k%22l"),
            (" ", "#/%20"),
            ("m~n", "#/m~0n"),
        ] {
            assert_eq!(Pointer::root().key(key).as_str(), pointer);
        }
        assert_eq!(Pointer::root().key("foo").index(0).as_str(), "#/foo/0");
    }

    #[test]
    fn other_alphabets_are_percent_encoded() {
        assert_eq!(Pointer::root().key("größe").as_str(), "#/gr%C3%B6%C3%9Fe");
        assert_eq!(Pointer::root().key("a\n#").as_str(), "#/a%0A%23");
    }
}
