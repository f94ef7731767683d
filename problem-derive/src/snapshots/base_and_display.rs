const _: () = {
    use api::problems::__private as __p;
    const __BASE: &::core::primitive::str = __p::base(crate::urls::BASE);
    static __PROBLEMS: [__p::ProblemType; 2] = [
        __p::ProblemType(__p::Row {
            name: "NotFound",
            domain: "orders",
            code: __p::Some(1),
            status: 404,
            title: "Not Found",
            type_uri: __p::Some(__p::static_concat!(__BASE, "orders/1")),
            description: "Order not found",
            detail: __p::DetailSource::Display,
            json: __p::Json::AroundDetail(
                __p::static_concat!(
                    "{\"type\":\"", __BASE,
                    "orders/1\",\"title\":\"Not Found\",\"status\":404,\"detail\":\""
                ),
                "\",\"errorCode\":1}",
            ),
            ..__p::Row::DEFAULT
        }),
        __p::ProblemType(__p::Row {
            name: "Store",
            domain: "orders",
            code: __p::Some(2),
            status: 500,
            title: "Internal Server Error",
            type_uri: __p::Some(__p::static_concat!(__BASE, "orders/2")),
            description: "The store failed",
            json: __p::Json::Whole(
                __p::static_concat!(
                    "{\"type\":\"", __BASE,
                    "orders/2\",\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"The store failed\",\"errorCode\":2}"
                ),
            ),
            ..__p::Row::DEFAULT
        }),
    ];
    #[doc(hidden)]
    #[automatically_derived]
    impl __p::Describe for OrderError {
        fn describe(&self) -> &'static __p::ProblemType {
            &__PROBLEMS[match self {
                Self::NotFound(..) => 0,
                Self::Store(..) => 1,
            }]
        }
        fn write_detail(
            &self,
            __out: &mut dyn ::core::fmt::Write,
        ) -> ::core::fmt::Result {
            match self {
                Self::NotFound(..) => __out.write_fmt(::core::format_args!("{}", self)),
                _ => __out.write_str(__p::static_detail(__p::Describe::describe(self))),
            }
        }
    }
    /**The problems of the domain Orders (`orders`).

| code | name | status | title | description |
|---|---|---|---|---|
| 1 | `NotFound` | 404 | Not Found | Order not found |
| 2 | `Store` | 500 | Internal Server Error | The store failed |
*/
    #[automatically_derived]
    impl __p::Problem for OrderError {
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
        fn declare(__declared: &mut __p::Declared) {
            __declared.add::<Self>(&__PROBLEMS, |_| {});
        }
    }
    #[automatically_derived]
    impl __p::ProblemDomain for OrderError {
        const DOMAIN: __p::Domain = __p::Domain::new("Orders", "orders", &__PROBLEMS);
    }
    __p::impl_responses!([] [OrderError] []);
};
