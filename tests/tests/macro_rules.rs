//! Declarations that a `macro_rules!` macro makes, from every kind of fragment.

use problem_core::{Problem, ProblemDomain, ProblemType};

/// Everything as a fragment: identifiers, literals, expressions, types, paths, attributes.
macro_rules! declare {
    (
        $(#[$attribute:meta])*
        $vis:vis enum $name:ident ($domain:literal, $base:path) reserved [$($reserved:literal)*] {
            $(
                #[doc = $doc:literal]
                $variant:ident = $code:literal, $status:expr, $title:expr, $detail:literal, $header:literal: $value:expr;
                { $($field:ident: $ty:ty = $member:literal),* }
            )*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Problem)]
        #[problem(domain = $domain, base = $base, reserved($($reserved),*), rename_all = "camelCase")]
        $vis enum $name {
            $(
                #[doc = $doc]
                #[problem(code = $code, status = $status, title = $title, detail = $detail, header($header = $value))]
                $variant {
                    $(#[problem(extension = $member)] $field: $ty,)*
                },
            )*
        }
    };
}

mod bases {
    pub(super) const BASE: &str = "https://errors.example.com/";
}

declare! {
    /// Of a macro.
    enum MadeError ("Made", bases::BASE) reserved [7 8] {
        #[doc = "First"]
        First = 1, 400, "One", "{id} of {total:?}", "X-First": "1"; { id: u8 = "id", total: Option<u8> = "total" }
        #[doc = "Second"]
        Second = 2, 500, "Two", "static", "X-Second": "2"; { }
    }
}

#[test]
fn every_kind_of_fragment_is_read() {
    assert_eq!(
        MadeError::First { id: 5, total: Some(6) }.to_json(),
        concat!(
            r#"{"type":"https://errors.example.com/made/1","title":"One","status":400,"#,
            r#""detail":"5 of Some(6)","errorCode":1,"id":5,"total":6}"#
        )
    );
    assert_eq!(
        MadeError::Second {}.to_json(),
        concat!(
            r#"{"type":"https://errors.example.com/made/2","title":"Two","status":500,"#,
            r#""detail":"static","errorCode":2}"#
        )
    );
    assert_eq!(MadeError::DOMAIN.docs(), "Of a macro.");
    assert_eq!(MadeError::DOMAIN.reserved(), [7, 8]);
    let docs: Vec<&str> = MadeError::DOMAIN.problems().iter().map(ProblemType::docs).collect();
    assert_eq!(docs, ["First", "Second"]);
}

#[test]
fn an_option_is_seen_through_the_fragment() {
    assert!(
        MadeError::First { id: 5, total: None }
            .to_json()
            .ends_with(r#","id":5}"#)
    );
    let [_, total] = MadeError::DOMAIN.problems()[0].extensions() else {
        panic!("two extensions")
    };
    assert!(total.optional());
    assert_eq!(total.type_name(), "u8");
}

/// The attribute itself as a fragment, and the text with its placeholder inside the macro.
macro_rules! wrap {
    ($(#[$meta:meta])* $name:ident { $(#[$inner:meta])* $field:ident: $ty:ty }) => {
        #[derive(Debug, Problem)]
        $(#[$meta])*
        #[problem(detail = "{value} is not valid")]
        struct $name {
            $(#[$inner])*
            $field: $ty,
        }
    };
}

wrap! {
    /// Invalid
    #[problem(uncoded, status = 422)]
    Invalid { #[problem(extension)] value: u8 }
}

#[test]
fn a_whole_attribute_may_be_a_fragment() {
    assert_eq!(
        Invalid { value: 3 }.to_json(),
        r#"{"title":"Unprocessable Content","status":422,"detail":"3 is not valid","value":3}"#
    );
}

/// A field whose name only the macro knows.
macro_rules! hygienic {
    ($name:ident, $detail:literal) => {
        /// d
        #[derive(Debug, Problem)]
        #[problem(uncoded, status = 400, detail = $detail)]
        struct $name {
            #[problem(extension)]
            value: u8,
        }

        impl $name {
            fn new(value: u8) -> Self {
                $name { value }
            }
        }
    };
}

hygienic!(Hygienic, "[{value}]");

#[test]
fn a_text_from_outside_may_name_a_field_from_inside() {
    assert_eq!(Hygienic::new(4).detail(), "[4]");
}

/// Type parameters and lifetimes as fragments.
macro_rules! generic {
    ($name:ident<$life:lifetime, $param:ident>, $ty:ty, $optional:ty) => {
        /// d
        #[derive(Debug, Problem)]
        #[problem(uncoded, status = 400, detail = "{0}")]
        struct $name<$life, $param>(
            #[problem(extension = "a")] $ty,
            #[problem(header = "X-B")] $optional,
        );
    };
}

generic!(Generic<'a, T>, &'a T, Option<T>);

#[test]
fn generics_may_be_fragments() {
    assert_eq!(
        Generic(&1_u8, Some(2_u8)).to_json(),
        r#"{"title":"Bad Request","status":400,"detail":"1","a":1}"#
    );
}

/// Negated, grouped and computed literals reach the derive as they are.
macro_rules! codes {
    ($($name:ident $code:expr;)*) => {
        #[derive(Debug, Problem)]
        #[problem(domain = "Codes")]
        enum Codes {
            $(
                #[doc = concat!("Code ", stringify!($name))]
                #[problem(code = $code, status = 400, detail = "d")]
                $name,
            )*
        }
    };
}

codes! { A 1; B 2; }

#[test]
fn a_computed_comment_does_not_hinder() {
    assert_eq!(
        Codes::B.to_json(),
        r#"{"title":"Bad Request","status":400,"detail":"d","errorCode":2}"#
    );
    assert_eq!(Codes::A.problem_type().code(), Some(1));
}
