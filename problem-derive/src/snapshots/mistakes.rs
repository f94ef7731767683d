::core::compile_error! {
    "unknown problem key `domian`; did you mean `domain`?"
}
::core::compile_error! {
    "`200` is not an error status; expected 400..=599"
}
::core::compile_error! {
    "missing `#[problem(...)]` on variant `Archived`"
}
const _: () = {
    use ::problem_core::__private as __p;
    #[automatically_derived]
    impl<T> ::core::fmt::Display for OrderError<T> {
        fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            ::core::unreachable!()
        }
    }
    #[automatically_derived]
    impl<T> ::core::error::Error for OrderError<T>
    where
        Self: ::core::fmt::Debug,
    {}
    #[automatically_derived]
    impl<T> __p::Problem for OrderError<T>
    where
        Self: ::core::error::Error,
    {
        fn problem_type(&self) -> &'static __p::ProblemType {
            ::core::unreachable!()
        }
        fn detail(&self) -> __p::Cow<'_, ::core::primitive::str> {
            ::core::unreachable!()
        }
    }
    #[automatically_derived]
    impl<T> __p::ProblemDomain for OrderError<T>
    where
        Self: ::core::error::Error,
    {
        const DOMAIN: __p::Domain = __p::Domain::new("Order", "order", &[]);
    }
    __p::impl_responses!(
        [< T >] [OrderError < T >] [where OrderError < T > : ::core::error::Error]
    );
};
