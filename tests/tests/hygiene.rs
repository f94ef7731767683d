//! Generated code names nothing that a user could have taken.

#![allow(dead_code, reason = "the shadowing items are there to be in the way")]

use problem_core::Problem as _;

mod no_prelude {
    #![no_implicit_prelude]

    #[derive(::core::fmt::Debug, ::problem_core::Problem)]
    #[problem(
        domain = "No prelude",
        base = BASE,
        reserved(9),
        rename_all = "camelCase"
    )]
    pub(crate) enum Bare<'a, T> {
        /// Static
        #[problem(code = 1, status = 404, header("X-Fixed" = "1"))]
        Static,
        /// Dynamic
        #[problem(code = 2, status = 429, detail = "{text} {list:?}")]
        Dynamic {
            #[problem(extension)]
            text: &'a str,
            #[problem(extension = "all")]
            list: ::std::vec::Vec<T>,
            #[problem(header = "Retry-After", extension)]
            after: ::core::option::Option<u8>,
        },
        #[problem(transparent)]
        Inner(::std::boxed::Box<Inner>),
        /// Old
        #[deprecated]
        #[problem(code = 3, status = 400, type = "urn:old")]
        Old,
    }

    /// Inner
    #[derive(::core::fmt::Debug, ::problem_core::Problem)]
    #[problem(uncoded, status = 500)]
    pub(crate) struct Inner;

    pub(crate) const BASE: &str = "/errors/";
}

#[test]
fn no_implicit_prelude_is_enough() {
    let dynamic = no_prelude::Bare::Dynamic {
        text: "t",
        list: vec![1],
        after: None,
    };
    assert_eq!(
        dynamic.to_json(),
        concat!(
            r#"{"type":"/errors/no-prelude/2","title":"Too Many Requests","status":429,"detail":"t [1]","#,
            r#""errorCode":2,"text":"t","all":[1]}"#
        )
    );
    assert_eq!(
        no_prelude::Bare::<u8>::Inner(Box::new(no_prelude::Inner)).detail(),
        "Inner"
    );
}

/// Types with the names of the prelude, of std and of this crate.
mod shadowed_types {
    use problem_core::Problem;

    macro_rules! take {
        ($($name:ident)*) => { $(#[derive(Debug)] pub(crate) struct $name;)* };
    }

    take! {
        Result Option String Vec Box Some None Ok Err Cow Formatter Write Error Display Debug Serialize
        ProblemType ProblemDetails ProblemDomain Domain Catalog Describe Row DetailSource StaticJson ExtensionSpec
        HeaderSpec ExtensionVisitor HeaderVisitor ExtensionValue IntoResponse Response
        Default Clone Iterator From Into AsRef Drop Fn FnMut FnOnce Send Sync Sized Copy ToString ToOwned
    }

    #[derive(Debug, Problem)]
    #[problem(domain = "Shadowed", base = BASE)]
    pub(crate) enum Shadowed {
        /// Static
        #[problem(code = 1, status = 404)]
        Static,
        /// Dynamic
        #[problem(code = 2, status = 429, detail = "{id}")]
        Dynamic {
            #[problem(extension)]
            id: u8,
            #[problem(header = "Retry-After")]
            after: std::option::Option<u8>,
            string: String,
            option: Option,
        },
    }

    const BASE: &str = "/errors/";

    pub(crate) fn dynamic() -> Shadowed {
        Shadowed::Dynamic {
            id: 1,
            after: std::option::Option::Some(2),
            string: String,
            option: Option,
        }
    }
}

#[test]
fn user_types_may_have_the_names_of_the_prelude() {
    assert_eq!(
        shadowed_types::dynamic().to_json(),
        r#"{"type":"/errors/shadowed/2","title":"Too Many Requests","status":429,"detail":"1","errorCode":2,"id":1}"#
    );
}

/// An `Option` of the user's own is no optional field.
mod own_option {
    use problem_core::{Problem, ProblemDomain};

    #[derive(Debug, serde::Serialize)]
    struct Option<T>(T);

    impl<T: std::fmt::Display> std::fmt::Display for Option<T> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "own {}", self.0)
        }
    }

    /// d
    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400, detail = "{own}")]
    struct Own {
        #[problem(extension)]
        own: Option<u8>,
    }

    #[test]
    fn it_is_sent_like_any_value() {
        assert_eq!(
            Own { own: Option(1) }.to_json(),
            r#"{"title":"Bad Request","status":400,"detail":"own 1","own":1}"#
        );
        assert_eq!(Own::DOMAIN.problems().len(), 1);
    }
}

/// Modules with the names of crates.
mod shadowed_crates {
    mod core {}
    mod std {}
    mod alloc {}
    mod serde {}
    mod problem_core {}
    mod axum {}
    mod __private {}

    #[derive(Debug, ::problem_core::Problem)]
    pub(crate) enum Shadowed {
        /// d
        #[problem(code = 1, status = 400, detail = "{id}")]
        Dynamic {
            #[problem(extension, header = "X-Id")]
            id: u8,
        },
    }
}

#[test]
fn user_modules_may_have_the_names_of_crates() {
    assert_eq!(
        shadowed_crates::Shadowed::Dynamic { id: 1 }.to_json(),
        r#"{"title":"Bad Request","status":400,"detail":"1","errorCode":1,"id":1}"#
    );
}

/// Types with the names of primitives.
mod shadowed_primitives {
    #![allow(non_camel_case_types, reason = "the names of primitives")]

    type Byte = ::core::primitive::u8;

    struct str;
    struct u8;
    struct u16;
    struct u32;
    struct usize;
    struct bool;
    struct char;

    #[derive(Debug, problem_core::Problem)]
    #[problem(domain = "Primitives", base = BASE)]
    pub(crate) enum Shadowed {
        /// d
        #[problem(code = 1, status = 400, detail = "{id}")]
        Dynamic {
            #[problem(extension)]
            id: Byte,
        },
    }

    const BASE: &::core::primitive::str = "/errors/";
}

#[test]
fn user_types_may_have_the_names_of_primitives() {
    assert_eq!(
        shadowed_primitives::Shadowed::Dynamic { id: 1 }.to_json(),
        r#"{"type":"/errors/primitives/1","title":"Bad Request","status":400,"detail":"1","errorCode":1,"id":1}"#
    );
}

/// Types and a type parameter with the names of those that a detail writes directly.
mod shadowed_in_a_detail {
    #![allow(non_camel_case_types, reason = "the names of primitives")]

    use std::fmt::{Display, Formatter, Result};

    #[derive(Debug)]
    pub(crate) struct String;

    impl Display for String {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("my own string")
        }
    }

    #[derive(Debug)]
    pub(crate) struct u64;

    impl Display for u64 {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            f.write_str("my own number")
        }
    }

    /// d
    #[derive(Debug, problem_core::Problem)]
    #[problem(uncoded, status = 400, detail = "{text}, {number}")]
    pub(crate) struct Types {
        pub(crate) text: String,
        pub(crate) number: u64,
    }

    /// d
    #[derive(Debug, problem_core::Problem)]
    #[problem(uncoded, status = 400, detail = "{0}")]
    pub(crate) struct Parameter<String>(pub(crate) String);
}

#[test]
fn a_type_with_the_name_of_a_number_or_a_text_is_displayed() {
    use shadowed_in_a_detail::{Parameter, String, Types, u64};

    let types = Types {
        text: String,
        number: u64,
    };
    assert_eq!(types.detail(), "my own string, my own number");
    assert_eq!(Parameter(1.5).detail(), "1.5");
}

/// Macros with the names of std's.
mod shadowed_macros {
    #![allow(unused_macros, reason = "they are in the way")]

    macro_rules! format_args {
        ($($any:tt)*) => {
            compile_error!("taken")
        };
    }
    macro_rules! unreachable {
        ($($any:tt)*) => {
            compile_error!("taken")
        };
    }
    macro_rules! panic {
        ($($any:tt)*) => {
            compile_error!("taken")
        };
    }
    macro_rules! assert {
        ($($any:tt)*) => {
            compile_error!("taken")
        };
    }
    macro_rules! concat {
        ($($any:tt)*) => {
            compile_error!("taken")
        };
    }
    macro_rules! write {
        ($($any:tt)*) => {
            compile_error!("taken")
        };
    }

    #[derive(Debug, problem_core::Problem)]
    #[problem(domain = "Macros", base = BASE)]
    pub(crate) enum Shadowed {
        /// d
        #[problem(code = 1, status = 400, detail = "{id}")]
        Dynamic {
            #[problem(extension)]
            id: u8,
        },
    }

    const BASE: &str = "/errors/";
}

#[test]
fn user_macros_may_have_the_names_of_std() {
    assert_eq!(
        shadowed_macros::Shadowed::Dynamic { id: 1 }.to_json(),
        r#"{"type":"/errors/macros/1","title":"Bad Request","status":400,"detail":"1","errorCode":1,"id":1}"#
    );
}

/// Constants and statics with the names of fields.
mod shadowed_values {
    #![allow(non_upper_case_globals, non_camel_case_types, reason = "the names of fields")]

    const id: u8 = 200;
    static seconds: u8 = 201;
    const fn list() {}
    struct unit;

    #[derive(Debug, problem_core::Problem)]
    pub(crate) enum Shadowed {
        /// d
        #[problem(code = 1, status = 400, detail = "{id} {seconds} {list:?} {unit}")]
        Dynamic {
            #[problem(extension)]
            id: u8,
            #[problem(header = "Retry-After")]
            seconds: u8,
            #[problem(extension)]
            list: Vec<u8>,
            unit: u8,
        },
    }
}

#[test]
fn constants_may_have_the_names_of_fields() {
    let dynamic = shadowed_values::Shadowed::Dynamic {
        id: 1,
        seconds: 2,
        list: vec![3],
        unit: 4,
    };
    assert_eq!(
        dynamic.to_json(),
        r#"{"title":"Bad Request","status":400,"detail":"1 2 [3] 4","errorCode":1,"id":1,"list":[3]}"#
    );
}

/// Variants with the names of what generated code matches on.
mod shadowed_variants {
    use problem_core::{Problem, ProblemDomain};

    macro_rules! variants {
        ($($name:ident $code:literal)*) => {
            #[derive(Debug, Problem)]
            enum Variants {
                $(
                    #[problem(code = $code, status = 400, detail = "d")]
                    $name,
                )*
            }

            #[test]
            fn variants_may_have_the_names_of_items() {
                $(
                    assert_eq!(Variants::$name.problem_type().name(), stringify!($name));
                    assert_eq!(Variants::$name.problem_type().code(), Some($code));
                )*
                assert_eq!(<Variants as ProblemDomain>::DOMAIN.name(), "Variants");
            }
        };
    }

    variants! {
        Ok 1 Err 2 Some 3 None 4 Box 5 String 6 Problem 7 ProblemType 8 Error 9 Domain 10 Describe 11 Cow 12 Row 13
    }
}

/// Methods and associated items with the names of the trait's.
mod shadowed_methods {
    use problem_core::Problem;

    #[derive(Debug, Problem)]
    pub(crate) enum Shadowed {
        /// d
        #[problem(code = 1, status = 400, detail = "{0}")]
        Dynamic(#[problem(extension = "id")] u8),
        /// Static
        #[problem(code = 2, status = 400)]
        Static,
    }

    impl Shadowed {
        pub(crate) const DOMAIN: u8 = 0;

        pub(crate) fn describe(&self) -> u8 {
            unimplemented!()
        }
        pub(crate) fn problem_type(&self) -> u8 {
            unimplemented!()
        }
        pub(crate) fn detail(&self) -> u8 {
            unimplemented!()
        }
        pub(crate) fn write_detail(&self) -> u8 {
            unimplemented!()
        }
        pub(crate) fn visit_extensions(&self) -> u8 {
            unimplemented!()
        }
        pub(crate) fn fmt(&self) -> u8 {
            unimplemented!()
        }
        pub(crate) fn to_string(&self) -> u8 {
            unimplemented!()
        }
    }

    /// A trait with methods for everything, by value, by reference and by mutable reference.
    pub(crate) trait Everything {
        fn write_str(self, _: &str) -> Result<(), std::fmt::Error>
        where
            Self: Sized,
        {
            unimplemented!()
        }
        fn write_fmt(&mut self, _: std::fmt::Arguments<'_>) -> Result<(), std::fmt::Error> {
            unimplemented!()
        }
        fn extension(&self, _: &str, _: u8) {
            unimplemented!()
        }
        fn part(self)
        where
            Self: Sized,
        {
            unimplemented!()
        }
    }

    impl<T: ?Sized> Everything for T {}
}

#[test]
fn user_methods_may_have_the_names_of_the_traits() {
    use problem_core::Problem;
    assert_eq!(
        Problem::to_json(&shadowed_methods::Shadowed::Dynamic(1)),
        r#"{"title":"Bad Request","status":400,"detail":"1","errorCode":1,"id":1}"#
    );
    assert_eq!(Problem::detail(&shadowed_methods::Shadowed::Static), "Static");
}

/// The type's own name is one of ours.
mod own_names {
    macro_rules! named {
        ($($module:ident $name:ident)*) => { $(
            mod $module {
                /// d
                #[derive(Debug, problem_core::Problem)]
                #[problem(uncoded, status = 400, detail = "{id}")]
                pub(crate) struct $name { #[problem(extension, header = "X-Id")] pub(crate) id: u8 }
            }
        )* };
    }

    named! { problem Problem result Result option Option cow Cow problem_type ProblemType string String error Error }

    #[test]
    fn a_type_may_have_one_of_our_names() {
        use problem_core::Problem as _;
        let json = r#"{"title":"Bad Request","status":400,"detail":"1","id":1}"#;
        assert_eq!(problem::Problem { id: 1 }.to_json(), json);
        assert_eq!(result::Result { id: 1 }.to_json(), json);
        assert_eq!(option::Option { id: 1 }.to_json(), json);
        assert_eq!(cow::Cow { id: 1 }.to_json(), json);
        assert_eq!(problem_type::ProblemType { id: 1 }.to_json(), json);
        assert_eq!(string::String { id: 1 }.to_json(), json);
        assert_eq!(error::Error { id: 1 }.to_json(), json);
    }
}

/// Type parameters with the names of types.
mod shadowed_parameters {
    use problem_core::Problem;

    /// d
    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400, detail = "{0} {1} {2}")]
    struct Parameters<Result, Option, Cow>(
        #[problem(extension = "a")] Result,
        #[problem(extension = "b")] Option,
        #[problem(header = "X-C")] Cow,
    );

    #[test]
    fn a_type_parameter_may_have_the_name_of_a_type() {
        assert_eq!(
            Parameters(1, 2, 3).to_json(),
            r#"{"title":"Bad Request","status":400,"detail":"1 2 3","a":1,"b":2}"#
        );
    }
}

/// Fields with the names of generated locals.
mod shadowed_locals {
    use problem_core::Problem;

    /// d
    #[derive(Debug, Problem)]
    #[problem(
        uncoded,
        status = 400,
        detail = "{__out} {__visitor} {__field1} {__0} {f} {value} {__value}"
    )]
    struct Locals {
        #[problem(header = "X-Out")]
        __out: u8,
        #[problem(extension = "visitor", header = "X-Visitor")]
        __visitor: u8,
        #[problem(header = "X-One")]
        __field0: Option<u8>,
        __field1: u8,
        __0: u8,
        f: u8,
        #[problem(extension)]
        value: u8,
        __value: u8,
    }

    #[test]
    fn a_field_may_have_the_name_of_a_generated_local() {
        let locals = Locals {
            __out: 1,
            __visitor: 2,
            __field0: Some(9),
            __field1: 3,
            __0: 4,
            f: 5,
            value: 6,
            __value: 7,
        };
        assert_eq!(
            locals.to_json(),
            r#"{"title":"Bad Request","status":400,"detail":"1 2 3 4 5 6 7","visitor":2,"value":6}"#
        );
    }
}
