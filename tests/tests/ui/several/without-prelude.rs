use problem_core::Problem;

mod orders {
    #![no_implicit_prelude]

    #[derive(::core::fmt::Debug, ::problem_core::Problem)]
    #[problem(domain = "", uncoded)]
    pub enum OrderError<'a, T = u8>
    where
        T: ::core::marker::Copy,
    {
        /// Order not found
        #[problem(status = 200)]
        NotFound(&'a T),
    }
}

fn send(_: impl Problem) {}

fn main() {
    let _ = orders::OrderError::NotFound(&5).to_json();
    send(orders::OrderError::NotFound(&5));
}
