//! The parts of a formatted detail.

use std::fmt::{self, Display, Write};

/// A part of the text of a detail.
pub enum Part<'a> {
    /// What stands between placeholders, or a field that is a text.
    Text(&'a str),
    /// A field that is a number.
    Unsigned(u64),
    /// A field that may be a negative number.
    Signed(i64),
    /// Any other field.
    Display(&'a dyn Display),
}

/// Writes the parts one after the other.
///
/// # Errors
///
/// If `out` fails, or a `Display`.
pub fn write_parts(out: &mut dyn Write, parts: &[Part<'_>]) -> fmt::Result {
    parts.iter().try_for_each(|part| match *part {
        Part::Text(text) => out.write_str(text),
        Part::Unsigned(number) => write_digits(number, out),
        Part::Signed(number) => {
            if number < 0 {
                out.write_char('-')?;
            }
            write_digits(number.unsigned_abs(), out)
        }
        Part::Display(value) => write!(out, "{value}"),
    })
}

/// Writes a number in decimal.
fn write_digits(mut number: u64, out: &mut dyn Write) -> fmt::Result {
    let mut digits = [0; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.write_str(std::str::from_utf8(&digits[start..]).map_err(|_| fmt::Error)?)
}

/// A field that becomes a part.
///
/// There are two methods `__part`, and the compiler prefers the inherent one, that of a number or a text, which needs no
/// `Formatter`. A type that has but the name of one of these has the other.
pub struct Field<'a, T>(pub &'a T);

/// What a field of any type has.
pub trait DisplayPart<'a> {
    /// The field as its `Display` writes it.
    fn __part(self) -> Part<'a>;
}

impl<'a, T: Display> DisplayPart<'a> for Field<'a, T> {
    fn __part(self) -> Part<'a> {
        Part::Display(self.0)
    }
}

macro_rules! parts {
    ($($part:ident: $($type:ty)+;)+) => {$($(
        impl<'a> Field<'a, $type> {
            /// The field as its `Display` writes it.
            #[inline]
            #[allow(clippy::useless_conversion, reason = "the widest of them need none")]
            pub fn __part(self) -> Part<'a> {
                Part::$part((*self.0).into())
            }
        }
    )+)+};
}

parts! {
    Unsigned: u8 u16 u32 u64;
    Signed: i8 i16 i32 i64;
}

impl<'a> Field<'a, String> {
    /// The field as its `Display` writes it.
    #[inline]
    pub fn __part(self) -> Part<'a> {
        Part::Text(self.0)
    }
}

impl<'a> Field<'a, &str> {
    /// The field as its `Display` writes it.
    #[inline]
    pub fn __part(self) -> Part<'a> {
        Part::Text(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! assert_written_as_displayed {
        ($($number:ident)+) => {$(
            for number in [$number::MIN, $number::MIN + 1, 0, 9, 10, 99, 100, 127, $number::MAX] {
                let mut out = String::new();
                write_parts(&mut out, &[Field(&number).__part()]).unwrap();
                assert_eq!(out, number.to_string());
            }
        )+};
    }

    #[test]
    fn a_number_is_written_as_it_is_displayed() {
        assert_written_as_displayed!(u8 u16 u32 u64 i8 i16 i32 i64);
    }

    #[test]
    fn parts_stand_one_after_the_other() {
        let (text, owned) = ("text", "owned".to_owned());
        let parts = [
            Field(&text).__part(),
            Part::Text(", "),
            Field(&owned).__part(),
            Part::Text(", "),
            Field(&1.5).__part(),
        ];
        let mut out = String::new();
        write_parts(&mut out, &parts).unwrap();
        assert_eq!(out, "text, owned, 1.5");
    }
}
