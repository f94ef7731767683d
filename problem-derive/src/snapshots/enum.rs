#[allow(deprecated)]
const _: () = {
    use ::problem_core::__private as __p;
    static __PROBLEMS: [__p::ProblemType; 4] = [
        __p::ProblemType(__p::Row {
            name: "NotFound",
            domain: "sequences",
            code: __p::Some(1),
            status: 404,
            title: "Not Found",
            description: "Sequence not found",
            json: __p::Json::Whole(
                "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"Sequence not found\",\"errorCode\":1}",
            ),
            ..__p::Row::DEFAULT
        }),
        __p::ProblemType(__p::Row {
            name: "SequenceArchived",
            domain: "sequences",
            code: __p::Some(6),
            status: 409,
            title: "Conflict",
            description: "Sequence is archived",
            detail: __p::DetailSource::Template("Sequence {id} is archived"),
            extensions: &[
                __p::ExtensionSpec::new("id", "u64", false),
                __p::ExtensionSpec::new("archivedAt", "String", true),
            ],
            json: __p::Json::AroundDetail(
                "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"",
                "\",\"errorCode\":6",
            ),
            ..__p::Row::DEFAULT
        }),
        __p::ProblemType(__p::Row {
            name: "Throttled",
            domain: "sequences",
            code: __p::Some(11),
            status: 429,
            title: "Too Many Requests",
            description: "Too many requests for this sequence",
            docs: "Too many requests for this sequence\n\nWait, then try again.",
            headers: &[
                __p::HeaderSpec::new("Cache-Control", __p::Some("no-store")),
                __p::HeaderSpec::new("Retry-After", __p::None),
            ],
            deprecated: __p::Some("gone"),
            json: __p::Json::Whole(
                "{\"title\":\"Too Many Requests\",\"status\":429,\"detail\":\"Too many requests for this sequence\",\"errorCode\":11}",
            ),
            ..__p::Row::DEFAULT
        }),
        __p::ProblemType(__p::Row {
            name: "Tuple",
            domain: "sequences",
            code: __p::Some(12),
            status: 400,
            title: "Bad Request",
            description: "{0} is not {1:>2$}",
            detail: __p::DetailSource::Template("{0} is not {1:>2$}"),
            json: __p::Json::AroundDetail(
                "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"",
                "\",\"errorCode\":12}",
            ),
            ..__p::Row::DEFAULT
        }),
    ];
    #[doc(hidden)]
    #[automatically_derived]
    impl __p::Describe for SequenceError {
        fn describe(&self) -> &'static __p::ProblemType {
            &__PROBLEMS[match self {
                Self::NotFound => 0,
                Self::SequenceArchived { .. } => 1,
                Self::Throttled { .. } => 2,
                Self::Tuple(..) => 3,
            }]
        }
        fn write_detail(
            &self,
            __out: &mut dyn ::core::fmt::Write,
        ) -> ::core::fmt::Result {
            use __p::DisplayPart as _;
            match self {
                Self::SequenceArchived { id: __field0, .. } => {
                    __p::write_parts(
                        __out,
                        &[
                            __p::Part::Text("Sequence "),
                            __p::Field(__field0).__part(),
                            __p::Part::Text(" is archived"),
                        ],
                    )
                }
                Self::Tuple { 0: __field0, 1: __field1, 2: __field2 } => {
                    __out
                        .write_fmt(
                            ::core::format_args!(
                                "{__0} is not {__1:>__2$}", __0 = __field0, __1 = __field1,
                                __2 = __field2
                            ),
                        )
                }
                _ => __out.write_str(__p::static_detail(__p::Describe::describe(self))),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for SequenceError {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __p::Describe::write_detail(self, __formatter)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for SequenceError {}
    /**The problems of the domain Sequences (`sequences`).

| code | name | status | title | description |
|---|---|---|---|---|
| 1 | `NotFound` | 404 | Not Found | Sequence not found |
| 6 | `SequenceArchived` | 409 | Conflict | Sequence is archived |
| 11 | `Throttled` | 429 | Too Many Requests | Too many requests for this sequence |
| 12 | `Tuple` | 400 | Bad Request | {0} is not {1:\>2\$} |
*/
    #[automatically_derived]
    impl __p::Problem for SequenceError {
        fn problem_type(&self) -> &'static __p::ProblemType {
            __p::Describe::describe(self)
        }
        fn detail(&self) -> __p::Cow<'_, ::core::primitive::str> {
            __p::detail(self)
        }
        fn write_detail(
            &self,
            __out: &mut dyn ::core::fmt::Write,
        ) -> ::core::fmt::Result {
            __p::Describe::write_detail(self, __out)
        }
        fn visit_extensions(&self, __visitor: &mut dyn __p::ExtensionVisitor) {
            match self {
                Self::SequenceArchived { id: __field0, archived_at: __field1, .. } => {
                    __visitor.extension("id", __p::extension::<u64>(__field0));
                    __visitor
                        .extension(
                            "archivedAt",
                            __p::extension::<Option<String>>(__field1),
                        );
                }
                _ => {}
            }
        }
        fn visit_headers(&self, __visitor: &mut dyn __p::HeaderVisitor) {
            match self {
                Self::Throttled { seconds: __field0 } => {
                    if let __p::Some(__value) = __field0 {
                        __visitor.header("Retry-After", __p::header::<u32>(__value));
                    }
                }
                _ => {}
            }
        }
        fn declare(__declared: &mut __p::Declared) {
            __declared.add::<Self>(&__PROBLEMS, |_| {});
        }
    }
    #[automatically_derived]
    impl __p::ProblemDomain for SequenceError {
        const DOMAIN: __p::Domain = __p::Domain::new(
                "Sequences",
                "sequences",
                &__PROBLEMS,
            )
            .with_docs("Why a request about a sequence failed.")
            .with_reserved(&[3, 4]);
    }
    __p::impl_responses!([] [SequenceError] []);
};
