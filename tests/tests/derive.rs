//! Every shape of type and every key of `#[problem(...)]`, with the exact description and document that come of it.

#![allow(dead_code, reason = "some fields are declared to show that they are not sent")]

use axum::http::HeaderMap;
use axum::response::IntoResponse;
use problem_core::{ExtensionSpec, HeaderSpec, Problem, ProblemDetails, ProblemDomain, ProblemType};

/// The row of a type with one problem.
fn only<P: ProblemDomain>() -> &'static ProblemType {
    match P::DOMAIN.problems() {
        [only] => only,
        problems => panic!("{} problems", problems.len()),
    }
}

/// The headers of the response, apart from the content type.
fn headers(problem: impl IntoResponse) -> Vec<(String, String)> {
    let headers: HeaderMap = problem.into_response().headers().clone();
    let pairs = headers.iter().filter(|(name, _)| *name != "content-type");
    pairs
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect()
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

mod shapes {
    use super::*;

    /// Gone fishing
    #[derive(Debug, Problem)]
    #[problem(code = 7, status = 503)]
    struct Unit;

    /// Out of range
    #[derive(Debug, Problem)]
    #[problem(code = 1, status = 400, detail = "{1} is more than {0}")]
    struct Tuple(#[problem(extension = "limit")] u32, #[problem(extension = "value")] u32);

    /// Order is locked
    #[derive(Debug, Problem)]
    #[problem(domain = "Orders", code = 2, status = 423, detail = "Order {id} is locked")]
    struct Named {
        #[problem(extension)]
        id: u64,
        locked_by: String,
    }

    /// Nothing inside
    #[derive(Debug, Problem)]
    #[problem(code = 1, status = 400)]
    struct EmptyTuple();

    /// Nothing inside
    #[derive(Debug, Problem)]
    #[problem(code = 1, status = 400)]
    struct EmptyNamed {}

    #[derive(Debug, Problem)]
    enum Every {
        /// Unit
        #[problem(code = 1, status = 400)]
        Unit,
        /// Tuple
        #[problem(code = 2, status = 400, detail = "{0}")]
        Tuple(u8, u8),
        /// Named
        #[problem(code = 3, status = 400, detail = "{second}")]
        Named { first: u8, second: u8 },
        /// Empty tuple
        #[problem(code = 4, status = 400)]
        EmptyTuple(),
        /// Empty named
        #[problem(code = 5, status = 400)]
        EmptyNamed {},
    }

    #[derive(Debug, Problem)]
    enum Nothing {}

    #[test]
    fn a_unit_struct_is_one_problem() {
        assert_eq!(
            Unit.to_json(),
            r#"{"title":"Service Unavailable","status":503,"detail":"Gone fishing","errorCode":7}"#
        );
        assert_eq!(only::<Unit>().name(), "Unit");
    }

    #[test]
    fn a_tuple_struct_counts_its_fields_from_zero() {
        assert_eq!(
            Tuple(10, 11).to_json(),
            r#"{"title":"Bad Request","status":400,"detail":"11 is more than 10","errorCode":1,"limit":10,"value":11}"#
        );
    }

    #[test]
    fn a_struct_with_names_sends_its_marked_fields_alone() {
        let locked = Named {
            id: 5,
            locked_by: "canary".to_owned(),
        };
        assert_eq!(
            locked.to_json(),
            r#"{"title":"Locked","status":423,"detail":"Order 5 is locked","errorCode":2,"id":5}"#
        );
        assert_eq!(Named::DOMAIN.name(), "Orders");
    }

    #[test]
    fn structs_without_fields_may_have_brackets() {
        let json = r#"{"title":"Bad Request","status":400,"detail":"Nothing inside","errorCode":1}"#;
        assert_eq!(EmptyTuple().to_json(), json);
        assert_eq!(EmptyNamed {}.to_json(), json);
    }

    #[test]
    fn an_enum_mixes_all_shapes() {
        let details = [
            Every::Unit,
            Every::Tuple(8, 9),
            Every::Named { first: 8, second: 9 },
            Every::EmptyTuple(),
            Every::EmptyNamed {},
        ]
        .map(|problem| problem.detail().into_owned());
        assert_eq!(details, ["Unit", "8", "9", "Empty tuple", "Empty named"]);
    }

    #[test]
    fn an_enum_without_variants_declares_an_empty_domain() {
        assert_eq!(Nothing::DOMAIN.slug(), "nothing");
        assert_eq!(Nothing::DOMAIN.problems().len(), 0);
    }
}

mod type_keys {
    use super::*;

    /// About mailings.
    ///
    /// Second paragraph.
    #[derive(Debug, Problem)]
    #[problem(
        domain = "E-mail Templates",
        base = "https://errors.example.com/",
        reserved(3, 4, 0x10),
        rename_all = "camelCase"
    )]
    enum TemplateError {
        /// Too long
        #[problem(code = 1, status = 413)]
        TooLong {
            #[problem(extension)]
            max_length_in_bytes: u32,
            #[problem(extension = "as_written")]
            some_field: u8,
        },
        /// Moved on
        #[problem(code = 5, status = 404, type = "urn:example:moved")]
        OwnType,
    }

    /// The words of a name.
    #[derive(Debug, Problem)]
    #[problem(uncoded)]
    enum HTTPServerProblem {
        /// Not signed in
        #[problem(status = 401, header("WWW-Authenticate" = "Bearer"))]
        Unauthorized,
    }

    #[test]
    fn domain_is_the_name_and_its_slug() {
        assert_eq!(TemplateError::DOMAIN.name(), "E-mail Templates");
        assert_eq!(TemplateError::DOMAIN.slug(), "e-mail-templates");
    }

    #[test]
    fn without_domain_the_name_is_that_of_the_type_in_words() {
        assert_eq!(HTTPServerProblem::DOMAIN.name(), "HTTP Server");
        assert_eq!(HTTPServerProblem::DOMAIN.slug(), "http-server");
    }

    #[test]
    fn the_docs_of_a_domain_are_the_types_comment() {
        assert_eq!(TemplateError::DOMAIN.docs(), "About mailings.\n\nSecond paragraph.");
    }

    #[test]
    fn base_slug_and_code_make_the_type() {
        let too_long = TemplateError::TooLong {
            max_length_in_bytes: 1,
            some_field: 2,
        };
        assert_eq!(
            too_long.problem_type().type_uri(),
            Some("https://errors.example.com/e-mail-templates/1")
        );
    }

    #[test]
    fn a_variants_own_type_goes_before_base() {
        assert_eq!(
            TemplateError::OwnType.to_json(),
            r#"{"type":"urn:example:moved","title":"Not Found","status":404,"detail":"Moved on","errorCode":5}"#
        );
    }

    #[test]
    fn reserved_codes_are_listed_as_declared() {
        assert_eq!(TemplateError::DOMAIN.reserved(), [3, 4, 16]);
        assert_eq!(HTTPServerProblem::DOMAIN.reserved().len(), 0);
    }

    #[test]
    fn rename_all_spells_the_extensions_that_have_no_name_of_their_own() {
        let too_long = TemplateError::TooLong {
            max_length_in_bytes: 1,
            some_field: 2,
        };
        let expected = [
            ExtensionSpec::new("maxLengthInBytes", "u32", false),
            ExtensionSpec::new("as_written", "u8", false),
        ];
        assert_eq!(too_long.problem_type().extensions(), expected);
        assert!(too_long.to_json().ends_with(r#","maxLengthInBytes":1,"as_written":2}"#));
    }

    #[test]
    fn uncoded_problems_have_no_code() {
        assert_eq!(only::<HTTPServerProblem>().code(), None);
        assert_eq!(
            HTTPServerProblem::Unauthorized.to_json(),
            r#"{"title":"Unauthorized","status":401,"detail":"Not signed in"}"#
        );
    }

    /// Declares a problem and a plain struct with the same fields, to compare with serde's spelling.
    macro_rules! spelled {
        ($($test:ident: $rule:literal,)*) => {
            $(
                #[test]
                fn $test() {
                    /// d
                    #[derive(Debug, Problem)]
                    #[problem(uncoded, status = 400, rename_all = $rule)]
                    #[allow(non_snake_case, reason = "the doubled underscore is a case of its own")]
                    struct Ours {
                        #[problem(extension)]
                        x: u8,
                        #[problem(extension)]
                        retry_after_ms: u8,
                        #[problem(extension)]
                        _private: u8,
                        #[problem(extension)]
                        double__bar: u8,
                        #[problem(extension)]
                        ends_: u8,
                        #[problem(extension)]
                        v2_1a: u8,
                    }
                    #[derive(serde::Serialize)]
                    #[serde(rename_all = $rule)]
                    #[allow(non_snake_case, reason = "the doubled underscore is a case of its own")]
                    struct Serdes {
                        x: u8,
                        retry_after_ms: u8,
                        _private: u8,
                        double__bar: u8,
                        ends_: u8,
                        v2_1a: u8,
                    }
                    let ours = Ours { x: 1, retry_after_ms: 2, _private: 3, double__bar: 4, ends_: 5, v2_1a: 6 };
                    let serdes = Serdes { x: 1, retry_after_ms: 2, _private: 3, double__bar: 4, ends_: 5, v2_1a: 6 };
                    let members = serde_json::to_string(&serdes).unwrap();
                    let document = ours.to_json();
                    assert!(document.ends_with(&members[1..]), "{document} does not end in {members}");
                }
            )*
        };
    }

    // With the other rules a field `_private` has a name that begins with `_` or `-`, which no extension may.
    spelled! {
        rename_all_camel_case_is_serdes: "camelCase",
        rename_all_pascal_case_is_serdes: "PascalCase",
    }

    #[test]
    fn rename_all_knows_serdes_eight_rules() {
        macro_rules! name {
            ($rule:literal) => {{
                /// d
                #[derive(Debug, Problem)]
                #[problem(uncoded, status = 400, rename_all = $rule)]
                struct Renamed {
                    #[problem(extension)]
                    max_size2_mb: u8,
                }
                only::<Renamed>().extensions()[0].name()
            }};
        }
        assert_eq!(name!("lowercase"), "max_size2_mb");
        assert_eq!(name!("UPPERCASE"), "MAX_SIZE2_MB");
        assert_eq!(name!("PascalCase"), "MaxSize2Mb");
        assert_eq!(name!("camelCase"), "maxSize2Mb");
        assert_eq!(name!("snake_case"), "max_size2_mb");
        assert_eq!(name!("SCREAMING_SNAKE_CASE"), "MAX_SIZE2_MB");
        assert_eq!(name!("kebab-case"), "max-size2-mb");
        assert_eq!(name!("SCREAMING-KEBAB-CASE"), "MAX-SIZE2-MB");
    }
}

mod manual_error {
    use super::*;

    /// The client's text
    #[derive(Debug, Problem)]
    #[problem(manual_error, code = 1, status = 400)]
    struct Manual;

    impl std::fmt::Display for Manual {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("the log's text")
        }
    }

    impl std::error::Error for Manual {}

    #[test]
    fn manual_error_leaves_display_to_the_type() {
        assert_eq!(Manual.to_string(), "the log's text");
        assert_eq!(Manual.detail(), "The client's text");
    }
}

mod variant_keys {
    use super::*;

    #[derive(Debug, Problem)]
    enum Keys {
        /// First line
        /// and second.
        ///
        /// More *about* it.
        #[problem(code = 1, status = 404)]
        Described,
        /// Comment
        #[problem(code = 2, status = 409, title = "Own title", detail = "Own detail")]
        Titled,
        #[problem(code = 3, status = 410, detail = "No comment at {0}")]
        OnlyDetail(u8),
        /** Block comment
         *
         * With a second paragraph
         */
        #[problem(code = 4, status = 400)]
        Block,
        /// Split
        #[problem(code = 5)]
        #[problem(status = 400)]
        #[problem()]
        #[problem(title = "Split")]
        Split,
        /// Under a condition
        #[cfg_attr(all(), problem(code = 0x6, status = 4_00))]
        Conditional,
        #[cfg(any())]
        NotThere,
        #[doc = "From an attribute"]
        #[doc(hidden)]
        #[problem(code = 4_294_967_295, status = 599, title = r#"A "raw" title"#)]
        Largest,
        /// The least status
        #[problem(code = 0, status = 400)]
        Least,
    }

    #[test]
    fn the_description_is_the_first_paragraph_on_one_line() {
        let described = Keys::Described.problem_type();
        assert_eq!(described.description(), "First line and second.");
        assert_eq!(described.docs(), "First line\nand second.\n\nMore *about* it.");
        assert_eq!(Keys::Described.detail(), "First line and second.");
        assert_eq!(described.detail_template(), None);
    }

    #[test]
    fn title_and_detail_replace_the_phrase_and_the_comment() {
        let titled = Keys::Titled.problem_type();
        assert_eq!(titled.title(), "Own title");
        assert_eq!(titled.description(), "Comment");
        assert_eq!(titled.detail_template(), None);
        assert_eq!(Keys::Titled.detail(), "Own detail");
    }

    #[test]
    fn without_a_comment_the_detail_describes_the_problem() {
        let only_detail = Keys::OnlyDetail(5).problem_type();
        assert_eq!(only_detail.description(), "No comment at {0}");
        assert_eq!(only_detail.docs(), "No comment at {0}");
        assert_eq!(only_detail.detail_template(), Some("No comment at {0}"));
        assert_eq!(Keys::OnlyDetail(5).detail(), "No comment at 5");
    }

    #[test]
    fn a_block_comment_describes_too() {
        assert_eq!(Keys::Block.problem_type().description(), "Block comment");
        assert_eq!(
            Keys::Block.problem_type().docs(),
            "Block comment\n\nWith a second paragraph"
        );
        assert_eq!(Keys::Largest.detail(), "From an attribute");
    }

    #[test]
    fn keys_may_stand_in_several_attributes() {
        assert_eq!(
            Keys::Split.to_json(),
            r#"{"title":"Split","status":400,"detail":"Split","errorCode":5}"#
        );
    }

    #[test]
    fn conditional_attributes_and_any_spelling_of_a_number_count() {
        let conditional = Keys::Conditional.problem_type();
        assert_eq!((conditional.code(), conditional.status()), (Some(6), 400));
        let largest = Keys::Largest.problem_type();
        assert_eq!((largest.code(), largest.status()), (Some(u32::MAX), 599));
        assert_eq!(largest.title(), "A \"raw\" title");
        assert_eq!(Keys::Least.problem_type().code(), Some(0));
    }

    #[test]
    fn the_rows_of_a_domain_stand_in_the_order_of_declaration() {
        let names: Vec<&str> = Keys::DOMAIN.problems().iter().map(ProblemType::name).collect();
        let expected = [
            "Described",
            "Titled",
            "OnlyDetail",
            "Block",
            "Split",
            "Conditional",
            "Largest",
            "Least",
        ];
        assert_eq!(names, expected);
        assert_eq!(Keys::DOMAIN.problem(5).unwrap().name(), "Split");
        assert!(Keys::DOMAIN.problem(99).is_none());
    }
}

mod status_phrases {
    use super::*;

    /// Declares a variant for each status, and lists them.
    macro_rules! statuses {
        ($($name:ident = $status:literal,)*) => {
            #[derive(Debug, Problem)]
            enum Statuses {
                $(
                    /// d
                    #[problem(code = $status, status = $status)]
                    $name,
                )*
            }
        };
    }

    statuses! {
        S400 = 400, S401 = 401, S402 = 402, S403 = 403, S404 = 404, S405 = 405, S406 = 406, S407 = 407, S408 = 408,
        S409 = 409, S410 = 410, S411 = 411, S412 = 412, S413 = 413, S414 = 414, S415 = 415, S416 = 416, S417 = 417,
        S421 = 421, S422 = 422, S423 = 423, S424 = 424, S425 = 425, S426 = 426, S428 = 428, S429 = 429, S431 = 431,
        S451 = 451, S500 = 500, S501 = 501, S502 = 502, S503 = 503, S504 = 504, S505 = 505, S506 = 506, S507 = 507,
        S508 = 508, S510 = 510, S511 = 511,
    }

    #[test]
    fn the_default_titles_are_the_phrases_that_problem_details_knows() {
        for status in 400..=599 {
            let declared = Statuses::DOMAIN.problem(u32::from(status)).map(ProblemType::title);
            assert_eq!(declared, ProblemDetails::new(status).title(), "{status}");
        }
    }
}

mod field_keys {
    use super::*;

    #[derive(Debug, Problem)]
    enum Fields {
        /// d
        #[problem(code = 1, status = 429, header("Cache-Control" = "no-store"))]
        Throttled {
            #[problem(header = "Retry-After", extension = "retryAfter")]
            seconds: u32,
            #[problem(header = "X-Window")]
            window: Option<u32>,
            #[problem(extension)]
            hint: Option<&'static str>,
            secret: &'static str,
        },
        /// d
        #[problem(code = 2, status = 401, header("WWW-Authenticate" = "Bearer", "WWW-Authenticate" = "Basic"))]
        TwoInOne,
        /// d
        #[problem(code = 3, status = 401, header("X-One" = "1"), header("X-Two" = "a b\tc"))]
        OneEach,
        /// d
        #[problem(code = 4, status = 503)]
        Tuple(
            #[problem(header = "Retry-After")] u8,
            u8,
            #[problem(extension = "third")] std::option::Option<Vec<u8>>,
        ),
    }

    fn throttled(window: Option<u32>, hint: Option<&'static str>) -> Fields {
        Fields::Throttled {
            seconds: 30,
            window,
            hint,
            secret: "canary",
        }
    }

    #[test]
    fn a_field_can_be_a_header_and_an_extension() {
        let full = throttled(Some(60), Some("slow down"));
        assert!(
            full.to_json()
                .ends_with(r#","errorCode":1,"retryAfter":30,"hint":"slow down"}"#)
        );
        let expected = [
            pair("cache-control", "no-store"),
            pair("retry-after", "30"),
            pair("x-window", "60"),
        ];
        assert_eq!(headers(full), expected);
    }

    #[test]
    fn what_is_none_is_left_out() {
        let bare = throttled(None, None);
        assert!(bare.to_json().ends_with(r#","errorCode":1,"retryAfter":30}"#));
        assert_eq!(
            headers(bare),
            [pair("cache-control", "no-store"), pair("retry-after", "30")]
        );
    }

    #[test]
    fn an_unmarked_field_is_sent_nowhere() {
        let full = throttled(Some(60), Some("slow down"));
        assert!(!full.to_json().contains("canary"));
        assert!(!full.detail().contains("canary"));
        assert!(headers(full).iter().all(|(_, value)| !value.contains("canary")));
    }

    #[test]
    fn fixed_headers_may_share_a_name_or_an_attribute() {
        assert_eq!(
            headers(Fields::TwoInOne),
            [pair("www-authenticate", "Bearer"), pair("www-authenticate", "Basic")]
        );
        assert_eq!(headers(Fields::OneEach), [pair("x-one", "1"), pair("x-two", "a b\tc")]);
    }

    #[test]
    fn the_fields_of_a_tuple_are_sent_under_given_names() {
        let tuple = Fields::Tuple(5, 6, Some(vec![7]));
        assert!(tuple.to_json().ends_with(r#","errorCode":4,"third":[7]}"#));
        assert_eq!(headers(tuple), [pair("retry-after", "5")]);
        assert!(Fields::Tuple(5, 6, None).to_json().ends_with(r#","errorCode":4}"#));
    }

    #[test]
    fn the_specification_lists_headers_and_extensions() {
        let throttled = throttled(None, None).problem_type();
        let headers = [
            HeaderSpec::new("Cache-Control", Some("no-store")),
            HeaderSpec::new("Retry-After", None),
            HeaderSpec::new("X-Window", None),
        ];
        assert_eq!(throttled.headers(), headers);
        let extensions = [
            ExtensionSpec::new("retryAfter", "u32", false),
            ExtensionSpec::new("hint", "&'static str", true),
        ];
        assert_eq!(throttled.extensions(), extensions);
        assert_eq!(
            Fields::Tuple(0, 0, None).problem_type().extensions(),
            [ExtensionSpec::new("third", "Vec<u8>", true)]
        );
    }
}

mod raw_identifiers {
    use super::*;

    #[derive(Debug, Problem)]
    #[problem(domain = "Raw")]
    #[allow(non_camel_case_types, reason = "raw identifiers are keywords")]
    enum Raw {
        /// d
        #[problem(code = 1, status = 400, detail = "{type} and {match:?}")]
        r#enum {
            #[problem(extension = "kind")]
            r#type: &'static str,
            #[problem(extension)]
            r#match: &'static str,
        },
        /// d
        #[problem(code = 2, status = 400)]
        r#struct,
    }

    #[test]
    fn a_raw_name_counts_without_its_prefix() {
        let raw = Raw::r#enum {
            r#type: "t",
            r#match: "m",
        };
        assert_eq!(
            raw.to_json(),
            r#"{"title":"Bad Request","status":400,"detail":"t and \"m\"","errorCode":1,"kind":"t","match":"m"}"#
        );
        let names: Vec<&str> = Raw::DOMAIN.problems().iter().map(ProblemType::name).collect();
        assert_eq!(names, ["enum", "struct"]);
    }

    #[test]
    fn the_default_domain_of_a_raw_name_has_no_prefix() {
        #[derive(Debug, Problem)]
        #[allow(non_camel_case_types, reason = "raw identifiers are keywords")]
        enum r#try {}
        assert_eq!(r#try::DOMAIN.name(), "try");
        assert_eq!(r#try::DOMAIN.slug(), "try");
    }
}

mod placeholders {
    use super::*;

    const LIMIT: u32 = 9;

    #[derive(Debug, Problem)]
    enum Texts {
        #[problem(code = 1, status = 400, detail = "{{}} {{id}}")]
        Escaped { id: u8 },
        #[problem(code = 2, status = 400, detail = "{{{id}}} }}{{")]
        EscapedAround { id: u8 },
        #[problem(
            code = 3,
            status = 400,
            detail = "[{id:>width$}] [{ratio:.precision$}] [{ratio:width$.precision$}]"
        )]
        Counts {
            id: u8,
            ratio: f64,
            width: usize,
            precision: usize,
        },
        #[problem(code = 4, status = 400, detail = "[{0:>1$}] [{2:.1$}] [{0:*^05}]")]
        TupleCounts(u8, usize, f64),
        #[problem(
            code = 5,
            status = 400,
            detail = "{id} {id:?} {id:#06x} {id:X} {id:o} {id:b} {id:e} {id:+}"
        )]
        Traits { id: u32 },
        #[problem(code = 6, status = 400, detail = "{0:?} {0}")]
        Twice(&'static str),
        #[problem(code = 7, status = 400, detail = "{größe} → {名前} 🦀")]
        Unicode { größe: u8, 名前: &'static str },
        #[problem(code = 8, status = 400, detail = r"{id } \{id}")]
        Blanks { id: u8 },
        #[problem(code = 9, status = 400, detail = "{list:?} {list:#?}")]
        Pretty { list: [u8; 1] },
        #[problem(code = 10, status = 400, detail = "at most {LIMIT}, not {id}")]
        Constant { id: u8 },
        #[problem(code = 11, status = 400, detail = "at most {LIMIT}, not {0}")]
        ConstantInTuple(u8),
        #[problem(code = 12, status = 400, detail = "at most {LIMIT}")]
        ConstantAlone,
    }

    #[track_caller]
    fn assert_detail(problem: &Texts, expected: &str) {
        assert_eq!(problem.detail(), expected);
        assert_eq!(problem.to_string(), expected);
        assert_eq!(problem.to_details().detail(), Some(expected));
    }

    #[test]
    fn doubled_braces_are_braces() {
        assert_detail(&Texts::Escaped { id: 1 }, "{} {id}");
        assert_detail(&Texts::EscapedAround { id: 1 }, "{1} }{");
    }

    #[test]
    fn a_text_of_escapes_alone_is_static() {
        assert_eq!(Texts::Escaped { id: 1 }.problem_type().detail_template(), None);
        assert_eq!(
            Texts::Escaped { id: 1 }.to_json(),
            r#"{"title":"Bad Request","status":400,"detail":"{} {id}","errorCode":1}"#
        );
    }

    #[test]
    fn width_and_precision_come_from_fields() {
        let counts = Texts::Counts {
            id: 7,
            ratio: 1.5,
            width: 6,
            precision: 2,
        };
        assert_detail(&counts, "[     7] [1.50] [  1.50]");
        assert_detail(&Texts::TupleCounts(7, 3, 1.5), "[  7] [1.500] [00007]");
    }

    #[test]
    fn every_formatting_trait_is_there() {
        assert_detail(&Texts::Traits { id: 26 }, "26 26 0x001a 1A 32 11010 2.6e1 +26");
        assert_detail(&Texts::Pretty { list: [1] }, "[1] [\n    1,\n]");
    }

    #[test]
    fn a_field_may_be_named_twice() {
        assert_detail(&Texts::Twice("a"), "\"a\" a");
    }

    #[test]
    fn names_and_texts_may_be_unicode() {
        let unicode = Texts::Unicode {
            größe: 4, 名前: "太郎"
        };
        assert_detail(&unicode, "4 → 太郎 🦀");
    }

    #[test]
    fn blanks_before_a_closing_brace_do_not_count() {
        assert_detail(&Texts::Blanks { id: 3 }, "3 \\3");
    }

    #[test]
    fn a_constant_in_scope_may_be_named_as_in_format() {
        assert_detail(&Texts::Constant { id: 10 }, "at most 9, not 10");
        assert_detail(&Texts::ConstantInTuple(10), "at most 9, not 10");
        assert_detail(&Texts::ConstantAlone, "at most 9");
    }

    #[test]
    fn the_template_is_kept_as_written() {
        assert_eq!(
            Texts::TupleCounts(1, 1, 1.0).problem_type().detail_template(),
            Some("[{0:>1$}] [{2:.1$}] [{0:*^05}]")
        );
    }
}

mod deprecated {
    use super::*;

    #[derive(Debug, Problem)]
    enum Old {
        /// d
        #[deprecated]
        #[problem(code = 1, status = 400)]
        Bare,
        /// d
        #[deprecated = "use another"]
        #[problem(code = 2, status = 400, detail = "{0}")]
        Noted(u8),
        /// d
        #[deprecated(since = "1.2.0", note = "gone \"soon\"")]
        #[problem(code = 3, status = 400)]
        Since,
        /// d
        #[problem(code = 4, status = 400)]
        Current,
    }

    #[test]
    fn the_note_is_part_of_the_description() {
        let notes: Vec<Option<&str>> = Old::DOMAIN.problems().iter().map(ProblemType::deprecated).collect();
        assert_eq!(notes, [Some(""), Some("use another"), Some("gone \"soon\""), None]);
    }

    #[test]
    #[expect(deprecated, reason = "that it works is what is tested")]
    fn a_deprecated_problem_is_sent_as_before() {
        assert_eq!(
            Old::Noted(1).to_json(),
            r#"{"title":"Bad Request","status":400,"detail":"1","errorCode":2}"#
        );
    }
}

mod display_and_error {
    use super::*;
    use std::error::Error;

    /// Comment
    #[derive(Debug, Problem)]
    #[problem(code = 1, status = 500, detail = "Disk {disk} is full")]
    struct Full {
        disk: u8,
        source: std::fmt::Error,
    }

    #[test]
    fn display_is_the_detail() {
        let full = Full {
            disk: 3,
            source: std::fmt::Error,
        };
        assert_eq!(full.to_string(), "Disk 3 is full");
    }

    #[test]
    fn a_field_called_source_is_no_source() {
        let full = Full {
            disk: 3,
            source: std::fmt::Error,
        };
        assert!(full.source().is_none());
    }
}

mod places {
    use super::*;

    #[test]
    fn an_enum_may_stand_inside_a_function() {
        const BASE: &str = "/errors/";

        #[derive(Debug, Problem)]
        #[problem(domain = "Local", base = BASE)]
        enum LocalError {
            /// Here only
            #[problem(code = 1, status = 404)]
            Local {
                #[problem(extension)]
                id: u8,
            },
        }

        assert_eq!(
            LocalError::Local { id: 1 }.to_json(),
            r#"{"type":"/errors/local/1","title":"Not Found","status":404,"detail":"Here only","errorCode":1,"id":1}"#
        );
    }

    #[test]
    fn two_functions_may_each_have_a_type_of_one_name() {
        fn first() -> &'static str {
            /// First
            #[derive(Debug, Problem)]
            #[problem(uncoded, status = 400)]
            struct Same;
            only::<Same>().description()
        }
        fn second() -> &'static str {
            /// Second
            #[derive(Debug, Problem)]
            #[problem(uncoded, status = 400)]
            struct Same;
            only::<Same>().description()
        }
        assert_eq!((first(), second()), ("First", "Second"));
    }

    #[test]
    fn a_type_may_stand_in_a_block_of_a_constant() {
        const STATUS: u16 = {
            /// d
            #[derive(Debug, Problem)]
            #[problem(uncoded, status = 410)]
            struct Inner;
            Inner::DOMAIN.problems()[0].status()
        };
        assert_eq!(STATUS, 410);
    }
}
