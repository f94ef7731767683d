//! A value of any type, as it stands in the document.

use std::fmt;

use serde_core::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// How `serde_json` hands a number on, with its feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

/// How `serde_json` hands a text on that is JSON itself, with its feature `raw_value`.
const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// Reads what [`Value`] reads, but nothing between the lines.
///
/// Any crate of a program can turn on `raw_value`. [`Value`] then parses the text of a member whose name is
/// [`RAW_VALUE`], wherever it comes from, and again the texts in it: 70 kB of them fill the stack. Such a member is left
/// out here, so that whoever reads the value next does not parse it either.
pub(super) struct Tree(pub(super) Value);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor).map(Tree)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Value, E> {
        Ok(Number::from_i128(number).map_or_else(|| Value::from(number.to_string()), Value::from))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Value, E> {
        Ok(Number::from_u128(number).map_or_else(|| Value::from(number.to_string()), Value::from))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Tree(value)) = seq.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == RAW_VALUE {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let Tree(value) = map.next_value()?;
            members.insert(name, value);
        }
        let digits = members.get(NUMBER).and_then(Value::as_str);
        match digits.and_then(|digits| digits.parse::<Number>().ok()) {
            Some(number) if members.len() == 1 => Ok(Value::Number(number)),
            _ => Ok(Value::Object(members)),
        }
    }
}
