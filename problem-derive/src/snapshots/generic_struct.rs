const _: () = {
    use ::problem_core::__private as __p;
    static __PROBLEMS: [__p::ProblemType; 1] = [
        __p::ProblemType(__p::Row {
            name: "Invalid",
            domain: "invalid",
            code: __p::Some(1),
            status: 400,
            title: "Bad Request",
            description: "{value:?} is not one of {N}",
            detail: __p::DetailSource::Template("{value:?} is not one of {N}"),
            extensions: &[__p::ExtensionSpec::new("value", "&'a T", false)],
            headers: &[__p::HeaderSpec::new("X-Hint", __p::None)],
            json: __p::Json::AroundDetail(
                "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"",
                "\",\"errorCode\":1",
            ),
            ..__p::Row::DEFAULT
        }),
    ];
    #[doc(hidden)]
    #[automatically_derived]
    impl<'a, T: Clone, U, const N: usize> __p::Describe for Invalid<'a, T, U, N>
    where
        T: PartialEq,
        &'a T: ::core::fmt::Debug,
    {
        fn describe(&self) -> &'static __p::ProblemType {
            &__PROBLEMS[match self {
                Self { .. } => 0,
            }]
        }
        fn write_detail(
            &self,
            __out: &mut dyn ::core::fmt::Write,
        ) -> ::core::fmt::Result {
            match self {
                Self { value: __field0, .. } => {
                    __out
                        .write_fmt(
                            ::core::format_args!(
                                "{value:?} is not one of {N}", value = __field0
                            ),
                        )
                }
            }
        }
    }
    #[automatically_derived]
    impl<'a, T: Clone, U, const N: usize> ::core::fmt::Display for Invalid<'a, T, U, N>
    where
        T: PartialEq,
        &'a T: ::core::fmt::Debug,
    {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __p::Describe::write_detail(self, __formatter)
        }
    }
    #[automatically_derived]
    impl<'a, T: Clone, U, const N: usize> ::core::error::Error for Invalid<'a, T, U, N>
    where
        T: PartialEq,
        &'a T: ::core::fmt::Debug,
        Self: ::core::fmt::Debug,
    {}
    /**The problems of the domain Invalid (`invalid`).

| code | name | status | title | description |
|---|---|---|---|---|
| 1 | `Invalid` | 400 | Bad Request | {value:?} is not one of {N} |
*/
    #[automatically_derived]
    impl<'a, T: Clone, U, const N: usize> __p::Problem for Invalid<'a, T, U, N>
    where
        T: PartialEq,
        &'a T: ::core::fmt::Debug,
        &'a T: __p::Serialize,
        U: ::core::fmt::Display,
        Self: ::core::error::Error,
    {
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
                Self { value: __field0, .. } => {
                    __visitor.extension("value", __p::extension::<&'a T>(__field0));
                }
            }
        }
        fn visit_headers(&self, __visitor: &mut dyn __p::HeaderVisitor) {
            match self {
                Self { hint: __field1, .. } => {
                    if let __p::Some(__value) = __field1 {
                        __visitor.header("X-Hint", __p::header::<U>(__value));
                    }
                }
            }
        }
        fn declare(__declared: &mut __p::Declared) {
            __declared.add::<Self>(&__PROBLEMS, |_| {});
        }
    }
    #[automatically_derived]
    impl<'a, T: Clone, U, const N: usize> __p::ProblemDomain for Invalid<'a, T, U, N>
    where
        T: PartialEq,
        &'a T: ::core::fmt::Debug,
        &'a T: __p::Serialize,
        U: ::core::fmt::Display,
        Self: ::core::error::Error,
    {
        const DOMAIN: __p::Domain = __p::Domain::new("Invalid", "invalid", &__PROBLEMS);
    }
    __p::impl_responses!(
        [< 'a, T : Clone, U, const N : usize >] [Invalid < 'a, T, U, N >] [where T :
        PartialEq, & 'a T : ::core::fmt::Debug, & 'a T : __p::Serialize, U :
        ::core::fmt::Display, Invalid < 'a, T, U, N > : ::core::error::Error]
    );
};
