use problem_core::Problem;

#[derive(Debug, Problem)]
#[problem(domian = "Orders", base = "errors", reserved(6, 6))]
enum OrderError {
    /// Order not found
    #[problem(code = 1, stauts = 404)]
    NotFound,
    #[problem(code = 1, status = 200, title = "")]
    Archived,
    /// Order is locked
    #[problem(code = 6, status = 409, detail = "Order {0}, {}")]
    Locked {
        #[problem(extension = "status")]
        id: u64,
        #[problem(header = "Locked By")]
        by: String,
    },
    Expired,
    #[problem(transparent, code = 7)]
    Inner(u8, u8),
}

fn send(_: impl Problem) {}

fn main() {
    let _ = OrderError::NotFound.to_json();
    send(OrderError::NotFound);
    let _ = OrderError::Locked {
        id: 5,
        by: String::new(),
    }.to_json();
    send(OrderError::Locked {
        id: 5,
        by: String::new(),
    });
}
