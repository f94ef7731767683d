const _: () = {
    use ::problem_core::__private as __p;
    static __PROBLEMS: [__p::ProblemType; 0] = [];
    #[doc(hidden)]
    #[automatically_derived]
    impl<E> __p::Describe for Outer<E>
    where
        E: __p::Problem,
    {
        fn describe(&self) -> &'static __p::ProblemType {
            match self {
                Self::Inner { 0: __field0 } => {
                    return __p::Problem::problem_type(__field0);
                }
                Self::Boxed { inner: __field0 } => {
                    return __p::Problem::problem_type(__field0);
                }
            }
        }
        fn write_detail(
            &self,
            __out: &mut dyn ::core::fmt::Write,
        ) -> ::core::fmt::Result {
            match self {
                Self::Inner { 0: __field0 } => {
                    __p::Problem::write_detail(__field0, __out)
                }
                Self::Boxed { inner: __field0 } => {
                    __p::Problem::write_detail(__field0, __out)
                }
            }
        }
    }
    #[automatically_derived]
    impl<E> ::core::fmt::Display for Outer<E>
    where
        E: __p::Problem,
    {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __p::Describe::write_detail(self, __formatter)
        }
    }
    #[automatically_derived]
    impl<E> ::core::error::Error for Outer<E>
    where
        E: __p::Problem,
        Self: ::core::fmt::Debug,
    {}
    /**The problems of the domain Outer (`outer`).

| code | name | status | title | description |
|---|---|---|---|---|
*/
    #[automatically_derived]
    impl<E> __p::Problem for Outer<E>
    where
        E: __p::Problem,
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
                Self::Inner { 0: __field0 } => {
                    __p::Problem::visit_extensions(__field0, __visitor)
                }
                Self::Boxed { inner: __field0 } => {
                    __p::Problem::visit_extensions(__field0, __visitor)
                }
            }
        }
        fn visit_headers(&self, __visitor: &mut dyn __p::HeaderVisitor) {
            match self {
                Self::Inner { 0: __field0 } => {
                    __p::Problem::visit_headers(__field0, __visitor)
                }
                Self::Boxed { inner: __field0 } => {
                    __p::Problem::visit_headers(__field0, __visitor)
                }
            }
        }
        fn to_details(&self) -> __p::ProblemDetails {
            match self {
                Self::Inner { 0: __field0 } => __p::Problem::to_details(__field0),
                Self::Boxed { inner: __field0 } => __p::Problem::to_details(__field0),
            }
        }
        fn to_json(&self) -> __p::Cow<'static, ::core::primitive::str> {
            match self {
                Self::Inner { 0: __field0 } => __p::Problem::to_json(__field0),
                Self::Boxed { inner: __field0 } => __p::Problem::to_json(__field0),
            }
        }
        fn declare(__declared: &mut __p::Declared) {
            __declared
                .add::<
                    Self,
                >(
                    &__PROBLEMS,
                    |__declared| {
                        __p::Problem::declare_field(
                            |__value: &Self| match __value {
                                Self::Inner { 0: __field0 } => __p::Some(__field0),
                                _ => __p::None,
                            },
                            __declared,
                        );
                        __p::Problem::declare_field(
                            |__value: &Self| match __value {
                                Self::Boxed { inner: __field0 } => __p::Some(__field0),
                                _ => __p::None,
                            },
                            __declared,
                        );
                    },
                );
        }
    }
    #[automatically_derived]
    impl<E> __p::ProblemDomain for Outer<E>
    where
        E: __p::Problem,
        Self: ::core::error::Error,
    {
        const DOMAIN: __p::Domain = __p::Domain::new("Outer", "outer", &__PROBLEMS);
    }
    __p::impl_responses!(
        [< E >] [Outer < E >] [where E : __p::Problem, Outer < E > :
        ::core::error::Error]
    );
};
