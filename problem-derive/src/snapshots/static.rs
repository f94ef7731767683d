const _: () = {
    use ::problem_core::__private as __p;
    static __PROBLEMS: [__p::ProblemType; 2] = [
        __p::ProblemType(__p::Row {
            name: "Unauthorized",
            domain: "common",
            status: 401,
            title: "Unauthorized",
            description: "Not signed in",
            headers: &[__p::HeaderSpec::new("WWW-Authenticate", __p::Some("Bearer"))],
            json: __p::Json::Whole(
                "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Not signed in\"}",
            ),
            ..__p::Row::DEFAULT
        }),
        __p::ProblemType(__p::Row {
            name: "NotFound",
            domain: "common",
            status: 404,
            title: "Not Found",
            description: "No such page",
            json: __p::Json::Whole(
                "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"No such page\"}",
            ),
            ..__p::Row::DEFAULT
        }),
    ];
    #[doc(hidden)]
    #[automatically_derived]
    impl __p::Describe for Common {
        fn describe(&self) -> &'static __p::ProblemType {
            &__PROBLEMS[match self {
                Self::Unauthorized => 0,
                Self::NotFound => 1,
            }]
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Common {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __p::Describe::write_detail(self, __formatter)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for Common {}
    /**The problems of the domain Common (`common`).

| code | name | status | title | description |
|---|---|---|---|---|
| – | `Unauthorized` | 401 | Unauthorized | Not signed in |
| – | `NotFound` | 404 | Not Found | No such page |
*/
    #[automatically_derived]
    impl __p::Problem for Common {
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
    impl __p::ProblemDomain for Common {
        const DOMAIN: __p::Domain = __p::Domain::new("Common", "common", &__PROBLEMS);
    }
    __p::impl_responses!([] [Common] []);
};
