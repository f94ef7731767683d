//! Lifetimes, type and const parameters, and the bounds that the derive adds for them.

#![allow(dead_code, reason = "some fields are declared to show that they need no bound")]

use std::borrow::Cow;
use std::fmt::{self, Debug, Display};
use std::marker::PhantomData;

use axum::response::IntoResponse;
use problem_core::{Problem, ProblemDomain};
use serde::Serialize;

/// What a type must be to be sent.
fn assert_problem<P: Problem + ProblemDomain + IntoResponse>(problem: &P, json: &str) {
    assert_eq!(problem.to_json(), json);
    assert_eq!(problem.to_details().to_json(), json);
}

/// Neither `Display` nor `Serialize`.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Opaque;

/// `Display` alone.
#[derive(Debug)]
struct Shown;

impl Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("shown")
    }
}

/// `Serialize` alone.
#[derive(Debug, Serialize)]
struct Serialised(u8);

mod lifetimes {
    use super::*;

    #[derive(Debug, Problem)]
    enum Borrowed<'a, 'b: 'a> {
        /// d
        #[problem(code = 1, status = 404, detail = "{name} of {list:?}")]
        Missing {
            #[problem(extension)]
            name: &'a str,
            #[problem(extension)]
            list: &'b [u8],
            #[problem(extension)]
            cow: Option<Cow<'a, str>>,
        },
        /// d
        #[problem(code = 2, status = 400)]
        Static,
    }

    #[test]
    fn fields_may_borrow() {
        let name = String::from("x");
        let missing = Borrowed::Missing {
            name: &name,
            list: &[1, 2],
            cow: Some(Cow::Borrowed("c")),
        };
        assert_problem(
            &missing,
            concat!(
                r#"{"title":"Not Found","status":404,"detail":"x of [1, 2]","errorCode":1,"#,
                r#""name":"x","list":[1,2],"cow":"c"}"#
            ),
        );
        assert_problem(
            &Borrowed::Static,
            r#"{"title":"Bad Request","status":400,"detail":"d","errorCode":2}"#,
        );
    }

    /// d
    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400, detail = "{0}")]
    struct Where<'a, T: ?Sized>(&'a T)
    where
        T: Debug + 'a;

    #[test]
    fn a_where_clause_and_an_unsized_parameter_stay() {
        assert_problem(
            &Where::<str>("text"),
            r#"{"title":"Bad Request","status":400,"detail":"text"}"#,
        );
    }

    /// d
    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400, detail = "{0}")]
    struct TraitObject<'a>(Box<dyn Display2 + 'a>);

    trait Display2: Display + Debug {}
    impl<T: Display + Debug> Display2 for T {}

    #[test]
    fn a_field_may_be_a_trait_object() {
        assert_problem(
            &TraitObject(Box::new(5)),
            r#"{"title":"Bad Request","status":400,"detail":"5"}"#,
        );
    }
}

mod bounds {
    use super::*;

    #[derive(Debug, Problem)]
    enum Each<D, S, H, O> {
        /// d
        #[problem(code = 1, status = 400, detail = "{0}")]
        Formats(D),
        /// d
        #[problem(code = 2, status = 400)]
        Sends(#[problem(extension = "value")] S),
        /// d
        #[problem(code = 3, status = 400)]
        Heads(#[problem(header = "X-H")] Option<H>),
        /// d
        #[problem(code = 4, status = 400)]
        Keeps(O),
    }

    type Minimal = Each<Shown, Serialised, Shown, Opaque>;

    #[test]
    fn a_parameter_needs_what_its_own_fields_need_and_no_more() {
        let problems: [(Minimal, &str); 4] = [
            (
                Each::Formats(Shown),
                r#"{"title":"Bad Request","status":400,"detail":"shown","errorCode":1}"#,
            ),
            (
                Each::Sends(Serialised(1)),
                r#"{"title":"Bad Request","status":400,"detail":"d","errorCode":2,"value":1}"#,
            ),
            (
                Each::Heads(Some(Shown)),
                r#"{"title":"Bad Request","status":400,"detail":"d","errorCode":3}"#,
            ),
            (
                Each::Keeps(Opaque),
                r#"{"title":"Bad Request","status":400,"detail":"d","errorCode":4}"#,
            ),
        ];
        for (problem, json) in problems {
            assert_problem(&problem, json);
        }
    }

    #[test]
    fn a_header_of_a_parameter_is_sent() {
        let response = Minimal::Heads(Some(Shown)).into_response();
        assert_eq!(response.headers()["x-h"], "shown");
        assert!(!Minimal::Heads(None).into_response().headers().contains_key("x-h"));
    }

    /// d
    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400)]
    struct Unmarked<T> {
        inner: Vec<T>,
        phantom: PhantomData<T>,
    }

    #[test]
    fn an_unmarked_field_needs_no_bound() {
        let unmarked = Unmarked {
            inner: vec![Opaque],
            phantom: PhantomData,
        };
        assert_problem(&unmarked, r#"{"title":"Bad Request","status":400,"detail":"d"}"#);
    }

    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400, detail = "{value:?} {value:>width$}")]
    struct Formats<T> {
        value: T,
        width: usize,
    }

    #[test]
    fn each_formatting_trait_is_its_own_bound() {
        assert_problem(
            &Formats { value: 1, width: 3 },
            r#"{"title":"Bad Request","status":400,"detail":"1   1"}"#,
        );
    }

    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400, detail = "{0:x} {1:?}")]
    struct Hex<T, U>(T, U);

    #[test]
    fn debug_and_hex_do_not_ask_for_display() {
        assert_problem(
            &Hex(255, Opaque),
            r#"{"title":"Bad Request","status":400,"detail":"ff Opaque"}"#,
        );
    }

    trait Entity {
        type Id;
    }

    #[derive(Debug)]
    struct User;

    impl Entity for User {
        type Id = u64;
    }

    #[derive(Problem)]
    #[problem(uncoded, status = 404, detail = "{id} not found")]
    struct NotFound<E: Entity> {
        #[problem(extension)]
        id: E::Id,
        entity: PhantomData<E>,
    }

    impl<E: Entity> Debug for NotFound<E> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("NotFound")
        }
    }

    #[test]
    fn the_bound_is_on_the_fields_type_not_on_the_parameter() {
        let missing = NotFound::<User> {
            id: 7,
            entity: PhantomData,
        };
        assert_problem(
            &missing,
            r#"{"title":"Not Found","status":404,"detail":"7 not found","id":7}"#,
        );
    }

    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400, detail = "{list:?}")]
    struct Nested<T> {
        #[problem(extension)]
        list: Vec<Option<(T, [T; 2])>>,
    }

    #[test]
    fn a_parameter_may_be_deep_in_a_type() {
        assert_problem(
            &Nested {
                list: vec![Some((1, [2, 3])), None],
            },
            r#"{"title":"Bad Request","status":400,"detail":"[Some((1, [2, 3])), None]","list":[[1,[2,3]],null]}"#,
        );
    }

    /// The type of a field is less visible than the type that holds it.
    mod private_types {
        #![deny(warnings, private_bounds, private_interfaces)]

        use super::*;

        #[derive(Debug, Serialize)]
        struct Private<T>(T);

        #[derive(Debug, Problem)]
        #[problem(uncoded, status = 400, detail = "{inner:?}")]
        pub(crate) struct Public<T> {
            #[problem(extension)]
            inner: Private<T>,
        }

        pub(crate) fn public() -> Public<u8> {
            Public { inner: Private(1) }
        }
    }

    #[test]
    fn a_field_of_a_private_type_is_no_leak_to_the_compiler() {
        assert_problem(
            &private_types::public(),
            r#"{"title":"Bad Request","status":400,"detail":"Private(1)","inner":1}"#,
        );
    }
}

mod parameters {
    #![allow(non_camel_case_types, reason = "a raw identifier is a keyword")]

    use super::*;

    /// d
    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 413, detail = "at most {MAX}, {0:?}")]
    struct TooMany<const MAX: usize, T = u8>([T; MAX])
    where
        T: Copy;

    #[test]
    fn const_parameters_and_defaults_work_and_can_be_named() {
        let too_many: TooMany<2> = TooMany([1, 2]);
        assert_problem(
            &too_many,
            r#"{"title":"Content Too Large","status":413,"detail":"at most 2, [1, 2]"}"#,
        );
    }

    /// d
    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400)]
    struct Flags<const A: bool, const C: char>;

    #[test]
    fn const_parameters_of_any_type_work() {
        assert_problem(
            &Flags::<true, '{'>,
            r#"{"title":"Bad Request","status":400,"detail":"d"}"#,
        );
    }

    /// d
    #[derive(Debug, Problem)]
    #[problem(uncoded, status = 400, detail = "{0}")]
    struct RawParam<r#type>(r#type);

    #[test]
    fn a_parameter_may_be_raw() {
        assert_problem(&RawParam(1), r#"{"title":"Bad Request","status":400,"detail":"1"}"#);
    }

    #[derive(Debug, Problem)]
    #[problem(domain = "Every one", base = "/e/")]
    enum EveryOne<'a, T: Debug + Clone, const N: usize>
    where
        T: Default,
        Vec<T>: Debug,
    {
        /// d
        #[problem(code = 1, status = 400, detail = "{0} {1:?}")]
        Variant(#[problem(extension = "text")] &'a str, T, [u8; N]),
        /// d
        #[problem(code = 2, status = 400)]
        Other,
    }

    #[test]
    fn all_kinds_stand_together() {
        assert_problem(
            &EveryOne::Variant("x", Some(Opaque), [0; 4]),
            r#"{"type":"/e/every-one/1","title":"Bad Request","status":400,"detail":"x Some(Opaque)","errorCode":1,"text":"x"}"#,
        );
        assert_problem(
            &EveryOne::<u8, 0>::Other,
            r#"{"type":"/e/every-one/2","title":"Bad Request","status":400,"detail":"d","errorCode":2}"#,
        );
    }
}

mod with_thiserror {
    use super::*;

    #[derive(Debug, thiserror::Error, Problem)]
    #[problem(display)]
    enum Logged<T> {
        /// d
        #[error("about {0}")]
        #[problem(code = 1, status = 400)]
        About(T),
        /// Hidden
        #[error("about {0}")]
        #[problem(code = 2, status = 500)]
        Internal(T),
    }

    #[test]
    fn display_of_a_generic_type_works() {
        assert_problem(
            &Logged::About(Shown),
            r#"{"title":"Bad Request","status":400,"detail":"about shown","errorCode":1}"#,
        );
        assert_problem(
            &Logged::Internal(5),
            r#"{"title":"Internal Server Error","status":500,"detail":"Hidden","errorCode":2}"#,
        );
    }

    #[derive(Debug, thiserror::Error, Problem)]
    enum Sourced<E: std::error::Error + 'static> {
        /// Hidden
        #[error("failed")]
        #[problem(code = 1, status = 500)]
        Failed(#[source] E),
    }

    #[test]
    fn a_generic_source_stays_thiserrors() {
        let failed = Sourced::Failed(fmt::Error);
        assert!(std::error::Error::source(&failed).is_some());
        assert_problem(
            &failed,
            r#"{"title":"Internal Server Error","status":500,"detail":"Hidden","errorCode":1}"#,
        );
    }
}

mod recursive {
    use super::*;

    /// d
    #[derive(Debug, Serialize, Problem)]
    #[problem(uncoded, status = 400, rename_all = "camelCase")]
    struct Chain {
        #[problem(extension)]
        caused_by: Option<Box<Self>>,
    }

    #[test]
    fn a_field_may_hold_its_own_type() {
        let chain = Chain {
            caused_by: Some(Box::new(Chain { caused_by: None })),
        };
        assert_problem(
            &chain,
            r#"{"title":"Bad Request","status":400,"detail":"d","causedBy":{"caused_by":null}}"#,
        );
    }

    #[derive(Debug, Problem)]
    enum Transparent {
        #[problem(transparent)]
        Again(Box<Transparent>),
        /// End
        #[problem(code = 1, status = 400)]
        End,
    }

    #[test]
    fn a_transparent_variant_may_hold_its_own_type() {
        assert_problem(
            &Transparent::Again(Box::new(Transparent::Again(Box::new(Transparent::End)))),
            r#"{"title":"Bad Request","status":400,"detail":"End","errorCode":1}"#,
        );
    }
}
