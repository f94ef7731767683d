//! From the Rust type of an extension member to its type in JSON Schema and TypeScript, and to a sample value.
//!
//! Only the type's name is known, as it is written in the declaration. The last segment of a path decides: `Uuid` is
//! taken for that of the crate `uuid`. What is not known here may be any JSON value.

mod parser;

use serde_json::{Value, json};

use self::parser::Parser;
use super::tree::Node;

/// What serde makes of a type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    Null,
    Bool,
    Integer {
        /// The least value, where that is not negative.
        minimum: Option<u32>,
        /// The name in the `OpenAPI` format registry.
        format: Option<&'static str>,
    },
    Number,
    Text(Option<TextFormat>),
    List(Box<Shape>),
    Tuple(Vec<Shape>),
    Map(Box<Shape>),
    Nullable(Box<Shape>),
    Any,
}

/// What a text holds, by the names of JSON Schema, and one such text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TextFormat {
    name: Option<&'static str>,
    sample: &'static str,
}

const fn text(name: &'static str, sample: &'static str) -> Shape {
    Shape::Text(Some(TextFormat {
        name: Some(name),
        sample,
    }))
}

const fn unsigned(minimum: u32, format: Option<&'static str>) -> Shape {
    Shape::Integer {
        minimum: Some(minimum),
        format,
    }
}

const fn signed(format: Option<&'static str>) -> Shape {
    Shape::Integer { minimum: None, format }
}

/// The types that need no argument.
fn plain(name: &str) -> Option<Shape> {
    Some(match name {
        "bool" => Shape::Bool,
        "u8" => unsigned(0, Some("uint8")),
        "u16" => unsigned(0, Some("uint16")),
        "u32" => unsigned(0, Some("uint32")),
        "u64" => unsigned(0, Some("uint64")),
        "u128" | "usize" => unsigned(0, None),
        "NonZeroU8" => unsigned(1, Some("uint8")),
        "NonZeroU16" => unsigned(1, Some("uint16")),
        "NonZeroU32" => unsigned(1, Some("uint32")),
        "NonZeroU64" => unsigned(1, Some("uint64")),
        "NonZeroU128" | "NonZeroUsize" => unsigned(1, None),
        "i8" | "NonZeroI8" => signed(Some("int8")),
        "i16" | "NonZeroI16" => signed(Some("int16")),
        "i32" | "NonZeroI32" => signed(Some("int32")),
        "i64" | "NonZeroI64" => signed(Some("int64")),
        "i128" | "isize" | "NonZeroI128" | "NonZeroIsize" => signed(None),
        "f32" | "f64" => Shape::Number,
        "String" | "str" | "char" | "PathBuf" | "Path" | "CompactString" | "SmolStr" => Shape::Text(None),
        "Uuid" => text("uuid", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
        "Url" => text("uri", "https://example.com/"),
        "Timestamp" => text("date-time", "2026-01-31T09:30:00Z"),
        "NaiveDate" => text("date", "2026-01-31"),
        "Ipv4Addr" => text("ipv4", "192.0.2.1"),
        "Ipv6Addr" => text("ipv6", "2001:db8::1"),
        "IpAddr" => Shape::Text(Some(TextFormat {
            name: None,
            sample: "192.0.2.1",
        })),
        _ => return None,
    })
}

/// The types that are known with these arguments.
fn generic(name: &str, mut arguments: Vec<Shape>) -> Option<Shape> {
    let last = arguments.pop()?;
    Some(match (name, arguments.len()) {
        // Serialised as what they hold.
        ("Box" | "Rc" | "Arc" | "Cow" | "Cell" | "RefCell" | "Mutex" | "RwLock" | "Wrapping" | "Saturating", 0) => last,
        ("Option", 0) => match last {
            Shape::Nullable(_) | Shape::Null | Shape::Any => last,
            other => Shape::Nullable(Box::new(other)),
        },
        ("NonZero", 0) => match last {
            Shape::Integer {
                minimum: Some(_),
                format,
            } => unsigned(1, format),
            other => other,
        },
        ("Vec" | "VecDeque" | "LinkedList" | "BinaryHeap" | "HashSet" | "BTreeSet" | "IndexSet", 0)
        | ("HashSet" | "IndexSet", 1) => {
            // The second argument of a set is its hasher.
            Shape::List(Box::new(arguments.pop().unwrap_or(last)))
        }
        ("HashMap" | "BTreeMap" | "IndexMap" | "Map", 1) => Shape::Map(Box::new(last)),
        ("HashMap" | "IndexMap", 2) => Shape::Map(Box::new(arguments.pop()?)),
        ("DateTime", 0) => text("date-time", "2026-01-31T09:30:00Z"),
        _ => return None,
    })
}

impl Shape {
    /// The shape of the type with this name.
    pub(crate) fn of(type_name: &str) -> Self {
        Parser::new(type_name).whole().unwrap_or(Shape::Any)
    }

    /// The JSON Schema of the value.
    pub(crate) fn schema(&self) -> Node<'static> {
        let typed = |name: &'static str| Node::object([("type", name.into())]);
        match self {
            Shape::Null => typed("null"),
            Shape::Bool => typed("boolean"),
            Shape::Integer { minimum, format } => typed("integer").with("format", *format).with("minimum", *minimum),
            Shape::Number => typed("number"),
            Shape::Text(format) => typed("string").with("format", format.and_then(|format| format.name)),
            Shape::List(item) => typed("array").with("items", Some(item.schema())),
            Shape::Tuple(items) => typed("array")
                .with("prefixItems", Some(items.iter().map(Shape::schema).collect::<Node>()))
                .with("items", Some(false))
                .with("minItems", Some(u32::try_from(items.len()).unwrap_or(u32::MAX))),
            Shape::Map(value) => typed("object").with("additionalProperties", Some(value.schema())),
            Shape::Nullable(inner) => Node::object([("anyOf", [inner.schema(), typed("null")].into_iter().collect())]),
            Shape::Any => Node::object([]),
        }
    }

    /// The JSON type of the value in words: `array of integer`.
    pub(crate) fn in_words(&self) -> String {
        match self {
            Shape::Null => "null".to_owned(),
            Shape::Bool => "boolean".to_owned(),
            Shape::Integer { .. } => "integer".to_owned(),
            Shape::Number => "number".to_owned(),
            Shape::Text(format) => match format.and_then(|format| format.name) {
                Some(name) => format!("string ({name})"),
                None => "string".to_owned(),
            },
            Shape::List(item) if **item == Shape::Any => "array".to_owned(),
            Shape::List(item) => format!("array of {}", item.in_words()),
            Shape::Tuple(_) => "array".to_owned(),
            Shape::Map(value) if **value == Shape::Any => "object".to_owned(),
            Shape::Map(value) => format!("object of {}", value.in_words()),
            Shape::Nullable(inner) => format!("{} or null", inner.in_words()),
            Shape::Any => "any".to_owned(),
        }
    }

    /// The TypeScript type of the value.
    pub(crate) fn typescript(&self) -> String {
        match self {
            Shape::Null => "null".to_owned(),
            Shape::Bool => "boolean".to_owned(),
            Shape::Integer { .. } | Shape::Number => "number".to_owned(),
            Shape::Text(_) => "string".to_owned(),
            Shape::List(item) => format!("ReadonlyArray<{}>", item.typescript()),
            Shape::Tuple(items) => {
                let items: Vec<String> = items.iter().map(Shape::typescript).collect();
                format!("readonly [{}]", items.join(", "))
            }
            Shape::Map(value) => format!("Readonly<Record<string, {}>>", value.typescript()),
            Shape::Nullable(inner) => format!("{} | null", inner.typescript()),
            Shape::Any => "unknown".to_owned(),
        }
    }

    /// A value that this type could have.
    pub(crate) fn sample(&self) -> Value {
        match self {
            Shape::Null => Value::Null,
            Shape::Bool => json!(true),
            Shape::Integer { .. } => json!(42),
            Shape::Number => json!(0.5),
            Shape::Text(None) => json!("text"),
            Shape::Text(Some(format)) => json!(format.sample),
            Shape::List(item) => json!([item.sample()]),
            Shape::Tuple(items) => items.iter().map(Shape::sample).collect(),
            Shape::Map(value) => json!({ "key": value.sample() }),
            Shape::Nullable(inner) => inner.sample(),
            Shape::Any => json!("…"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typescript(type_name: &str) -> String {
        Shape::of(type_name).typescript()
    }

    #[test]
    fn types_are_known_by_their_name_as_written() {
        for (rust, expected) in [
            ("u64", "number"),
            ("&'static str", "string"),
            ("& 'a mut str", "string"),
            ("Cow<'a, str>", "string"),
            ("std::borrow::Cow<'static, [u8]>", "ReadonlyArray<number>"),
            ("Vec<String>", "ReadonlyArray<string>"),
            ("Vec < Option < u8 > >", "ReadonlyArray<number | null>"),
            ("HashMap<String, u32>", "Readonly<Record<string, number>>"),
            (
                "BTreeMap<String, Vec<bool>>",
                "Readonly<Record<string, ReadonlyArray<boolean>>>",
            ),
            ("HashMap<String, u32, RandomState>", "Readonly<Record<string, number>>"),
            ("(u8, String,)", "readonly [number, string]"),
            ("(u8)", "number"),
            ("()", "null"),
            ("[f64; 3]", "ReadonlyArray<number>"),
            ("uuid::Uuid", "string"),
            ("DateTime<Utc>", "string"),
            ("NonZero<u32>", "number"),
            ("Arc<str>", "string"),
            ("Plan", "unknown"),
            ("Vec<Violation>", "ReadonlyArray<unknown>"),
            ("dyn Serialize + Send", "unknown"),
            ("<T as Trait>::Out", "unknown"),
            ("fn(u8) -> u8", "unknown"),
        ] {
            assert_eq!(typescript(rust), expected, "{rust}");
        }
    }

    #[test]
    fn what_is_no_type_may_be_anything() {
        for text in [
            "",
            "Vec<",
            "Vec<u8",
            "Vec<u8>>",
            "(u8 u8)",
            "(,)",
            "[u8",
            "[u8; [",
            "u8 u8",
            "</script>",
            "🦀",
            "&",
        ] {
            assert_eq!(Shape::of(text), Shape::Any, "{text}");
        }
        let deep = format!("{}u8{}", "Vec<".repeat(10_000), ">".repeat(10_000));
        assert_eq!(Shape::of(&deep), Shape::Any);
        assert_eq!(Shape::of(&"&".repeat(10_000)), Shape::Any);
    }

    #[test]
    fn schemas_say_what_the_type_says() {
        for (rust, schema) in [
            ("u32", json!({"type": "integer", "format": "uint32", "minimum": 0})),
            (
                "NonZero<u64>",
                json!({"type": "integer", "format": "uint64", "minimum": 1}),
            ),
            ("i8", json!({"type": "integer", "format": "int8"})),
            (
                "Option<u8>",
                json!({"anyOf": [{"type": "integer", "format": "uint8", "minimum": 0}, {"type": "null"}]}),
            ),
            ("Uuid", json!({"type": "string", "format": "uuid"})),
            ("Vec<bool>", json!({"type": "array", "items": {"type": "boolean"}})),
            (
                "(bool, f64)",
                json!({"type": "array", "prefixItems": [{"type": "boolean"}, {"type": "number"}], "items": false, "minItems": 2}),
            ),
            ("Plan", json!({})),
        ] {
            assert_eq!(
                serde_json::to_value(Shape::of(rust).schema()).unwrap(),
                schema,
                "{rust}"
            );
        }
    }

    #[test]
    fn samples_fit_their_types() {
        for (rust, sample) in [
            ("u64", json!(42)),
            ("String", json!("text")),
            ("bool", json!(true)),
            ("f64", json!(0.5)),
            ("Vec<u8>", json!([42])),
            ("HashMap<String, bool>", json!({"key": true})),
            ("DateTime<Utc>", json!("2026-01-31T09:30:00Z")),
            ("Plan", json!("…")),
        ] {
            assert_eq!(Shape::of(rust).sample(), sample, "{rust}");
        }
    }
}
