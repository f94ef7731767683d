//! A field in the text of a detail.

use std::fmt::{self, Display, Write};

/// A field, to be written as its `Display` writes it.
///
/// There are two methods `write_to`, and the compiler prefers the inherent one, that of a number or a text, which needs
/// no `Formatter`. A type that has but the name of one of these has the other.
pub struct Written<'a, T: ?Sized>(pub &'a T);

/// What a field of any type has.
pub trait WriteDisplay {
    /// Writes the value.
    ///
    /// # Errors
    ///
    /// If `out` fails.
    fn write_to(self, out: &mut dyn Write) -> fmt::Result;
}

impl<T: Display + ?Sized> WriteDisplay for Written<'_, T> {
    fn write_to(self, out: &mut dyn Write) -> fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl Written<'_, String> {
    /// Writes the value.
    ///
    /// # Errors
    ///
    /// If `out` fails.
    pub fn write_to(self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(self.0)
    }
}

impl Written<'_, &str> {
    /// Writes the value.
    ///
    /// # Errors
    ///
    /// If `out` fails.
    pub fn write_to(self, out: &mut dyn Write) -> fmt::Result {
        out.write_str(self.0)
    }
}

macro_rules! numbers {
    ($($number:ident)+) => {$(
        impl Written<'_, $number> {
            /// Writes the value.
            ///
            /// # Errors
            ///
            /// If `out` fails.
            pub fn write_to(self, out: &mut dyn Write) -> fmt::Result {
                #[allow(unused_comparisons, reason = "no unsigned number is negative")]
                if *self.0 < 0 {
                    out.write_str("-")?;
                }
                #[allow(clippy::cast_lossless, clippy::unnecessary_cast, reason = "the widest of them has 64 bits")]
                write_digits(self.0.abs_diff(0) as u64, out)
            }
        }
    )+};
}

numbers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);

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

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! assert_written_as_displayed {
        ($($number:ident)+) => {$(
            for number in [$number::MIN, $number::MIN + 1, 0, 9, 10, 99, 100, 127, $number::MAX] {
                let mut out = String::new();
                Written(&number).write_to(&mut out).unwrap();
                assert_eq!(out, number.to_string());
            }
        )+};
    }

    #[test]
    fn a_number_is_written_as_it_is_displayed() {
        assert_written_as_displayed!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
    }
}
