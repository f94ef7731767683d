const _: () = {
    use ::problem_core::__private as __p;
    static __PROBLEMS: [__p::ProblemType; 2] = [
        __p::ProblemType(__p::Row {
            name: "NotFound",
            domain: "orders",
            code: __p::Some(1),
            status: 404,
            title: "Not Found",
            description: "Order not found",
            json: __p::Json::Whole(
                "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"Order not found\",\"errorCode\":1}",
            ),
            ..__p::Row::DEFAULT
        }),
        __p::ProblemType(__p::Row {
            name: "Paid",
            domain: "orders",
            code: __p::Some(2),
            status: 409,
            title: "Conflict",
            description: "Order is paid",
            extensions: &[
                __p::ExtensionSpec::new("by", "T", false),
                __p::ExtensionSpec::new("count", "u8", false),
            ],
            json: __p::Json::BeforeExtensions(
                "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"Order is paid\",\"errorCode\":2",
            ),
            ..__p::Row::DEFAULT
        }),
    ];
    #[doc(hidden)]
    #[automatically_derived]
    impl<T> __p::Describe for OrderError<T> {
        fn describe(&self) -> &'static __p::ProblemType {
            &__PROBLEMS[match self {
                Self::NotFound => 0,
                Self::Paid { .. } => 1,
                Self::Store { 0: __field0 } => {
                    return __p::Problem::problem_type(__field0);
                }
            }]
        }
        fn write_detail(
            &self,
            __out: &mut dyn ::core::fmt::Write,
        ) -> ::core::fmt::Result {
            match self {
                Self::Store { 0: __field0 } => {
                    __p::Problem::write_detail(__field0, __out)
                }
                _ => __out.write_str(__p::static_detail(__p::Describe::describe(self))),
            }
        }
    }
    #[automatically_derived]
    impl<T> ::core::fmt::Display for OrderError<T> {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __p::Describe::write_detail(self, __formatter)
        }
    }
    #[automatically_derived]
    impl<T> ::core::error::Error for OrderError<T>
    where
        Self: ::core::fmt::Debug,
    {}
    /**The problems of the domain Orders (`orders`).

| code | name | status | title | description |
|---|---|---|---|---|
| 1 | `NotFound` | 404 | Not Found | Order not found |
| 2 | `Paid` | 409 | Conflict | Order is paid |
*/
    #[automatically_derived]
    impl<T> __p::Problem for OrderError<T>
    where
        T: __p::Serialize,
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
                Self::Paid { by: __field0, count: __field1, .. } => {
                    __visitor.extension("by", __p::extension::<T>(__field0));
                    __visitor.extension("count", __p::extension::<u8>(__field1));
                }
                Self::Store { 0: __field0 } => {
                    __p::Problem::visit_extensions(__field0, __visitor)
                }
                _ => {}
            }
        }
        fn visit_headers(&self, __visitor: &mut dyn __p::HeaderVisitor) {
            match self {
                Self::Store { 0: __field0 } => {
                    __p::Problem::visit_headers(__field0, __visitor)
                }
                _ => {}
            }
        }
        fn to_details(&self) -> __p::ProblemDetails {
            match self {
                Self::Store { 0: __field0 } => __p::Problem::to_details(__field0),
                _ => __p::to_details(self),
            }
        }
        fn to_json(&self) -> __p::Cow<'static, ::core::primitive::str> {
            match self {
                Self::Store { 0: __field0 } => __p::Problem::to_json(__field0),
                _ => __p::to_json(self),
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
                                Self::Store { 0: __field0 } => __p::Some(__field0),
                                _ => __p::None,
                            },
                            __declared,
                        );
                    },
                );
        }
    }
    #[automatically_derived]
    impl<T> __p::ProblemDomain for OrderError<T>
    where
        T: __p::Serialize,
        Self: ::core::error::Error,
    {
        const DOMAIN: __p::Domain = __p::Domain::new("Orders", "orders", &__PROBLEMS);
    }
    #[automatically_derived]
    impl<T> ::core::convert::TryFrom<__p::ProblemDetails> for OrderError<T>
    where
        T: __p::DeserializeOwned,
        Vec<T>: ::core::default::Default,
    {
        type Error = __p::UndecodedProblem;
        fn try_from(
            __details: __p::ProblemDetails,
        ) -> ::core::result::Result<Self, __p::UndecodedProblem> {
            let __outcome: ::core::result::Result<Self, __p::UndecodedProblem> = __p::decode(
                &__PROBLEMS,
                __details,
                |__row, __fields| match __row {
                    0 => __p::Ok(Self::NotFound {}),
                    1 => {
                        __p::Ok(Self::Paid {
                            by: __fields.get::<T>("by")?,
                            count: __fields.get_or_default::<u8>("count")?,
                            log: <Vec<T> as ::core::default::Default>::default(),
                        })
                    }
                    _ => __p::Err(__p::UndecodedReason::Unknown),
                },
            );
            let __outcome = __p::or_transparent::<
                Self,
                StoreError,
            >(__outcome, |__inner| Self::Store { 0: __inner });
            __outcome
        }
    }
    __p::impl_responses!(
        [< T >] [OrderError < T >] [where T : __p::Serialize, OrderError < T > :
        ::core::error::Error]
    );
};
