use problem_core::Problem;

#[derive(Debug, Problem)]
enum OrderError<'a, T: Clone, const N: usize>
where
    T: PartialEq,
{
    /// Order not found
    #[problem(code = 1, status = 4040)]
    NotFound(&'a str, T),
    /// Order is locked
    #[problem(code = 1, status = 423)]
    Locked([T; N]),
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::<u8, 0>::NotFound("x", 5).to_json();
    send(OrderError::<u8, 0>::NotFound("x", 5));
    let _ = OrderError::Locked([1, 2]).to_json();
    send(OrderError::Locked([1, 2]));
}
