//! What a document costs: nothing where it is fixed, one buffer where it is not.

use std::borrow::Cow;
use std::hint::black_box;

use allocation_counter::measure;
use problem_core::{AnyProblem, Problem};

const BASE: &str = "https://errors.example.com/";

#[derive(Debug, Problem)]
#[problem(domain = "Orders", base = BASE)]
enum OrderError {
    /// Order not found, "quoted"
    #[problem(code = 1, status = 404)]
    Static,
    /// Order is locked
    #[problem(code = 2, status = 423, detail = "{{locked}}")]
    #[allow(dead_code, reason = "it is there to be left out")]
    StaticWithFields { by: u64 },
    /// Wait
    #[problem(code = 3, status = 429)]
    Headers {
        #[problem(header = "Retry-After")]
        seconds: u32,
    },
    #[problem(code = 4, status = 409, detail = "Order {id} of {customer} is \"archived\"")]
    Formatted { id: u64, customer: &'static str },
    /// Taken
    #[problem(code = 5, status = 409)]
    Extended {
        #[problem(extension)]
        id: u64,
        #[problem(extension)]
        name: Option<&'static str>,
    },
    #[problem(code = 6, status = 409, detail = "{id}")]
    Both {
        #[problem(extension)]
        id: u64,
    },
    #[problem(transparent)]
    Transparent(Inner),
}

#[derive(Debug, Problem)]
#[problem(domain = "Inner", base = "/errors/")]
enum Inner {
    /// Inner
    #[problem(code = 1, status = 400)]
    Static,
}

#[track_caller]
fn assert_free(problem: &dyn Problem) {
    let mut borrowed = false;
    let cost = measure(|| borrowed = matches!(black_box(problem).to_json(), Cow::Borrowed(_)));
    assert!(borrowed, "{}", problem.to_json());
    assert_eq!(cost.count_total, 0);
}

#[track_caller]
fn assert_one_buffer(problem: &dyn Problem) {
    let mut document = None;
    let cost = measure(|| document = Some(black_box(problem).to_json()));
    assert!(matches!(document, Some(Cow::Owned(_))));
    assert_eq!(cost.count_total, 1, "{document:?}");
}

#[test]
fn a_document_without_run_time_data_is_free() {
    assert_free(&OrderError::Static);
    assert_free(&OrderError::StaticWithFields { by: 1 });
    assert_free(&OrderError::Headers { seconds: 1 });
    assert_free(&Inner::Static);
}

#[test]
fn it_is_free_through_layers_too() {
    assert_free(&OrderError::Transparent(Inner::Static));
    assert_free(&Box::new(OrderError::Transparent(Inner::Static)));
    assert_free(&*AnyProblem::from(OrderError::Static));
}

#[test]
fn an_internal_error_is_free() {
    assert_free(&*AnyProblem::internal(std::fmt::Error));
}

#[test]
fn its_parts_are_free_too() {
    let cost = measure(|| {
        let problem = black_box(OrderError::Static);
        assert!(matches!(problem.detail(), Cow::Borrowed(_)));
        assert_eq!(
            problem.problem_type().type_uri(),
            Some("https://errors.example.com/orders/1")
        );
        assert_eq!(problem.to_details().status(), Some(404));
    });
    assert_eq!(cost.count_total, 0);
}

#[test]
fn a_formatted_detail_costs_one_buffer() {
    assert_one_buffer(&OrderError::Formatted {
        id: u64::MAX,
        customer: "0a1b2c3d-0000-0000-0000-000000000000",
    });
}

#[test]
fn extensions_cost_one_buffer() {
    assert_one_buffer(&OrderError::Extended {
        id: u64::MAX,
        name: Some("\"name\""),
    });
    assert_one_buffer(&OrderError::Both { id: u64::MAX });
}

#[test]
fn the_document_that_is_free_is_the_whole_document() {
    assert_eq!(
        OrderError::Static.to_json(),
        concat!(
            r#"{"type":"https://errors.example.com/orders/1","title":"Not Found","status":404,"#,
            r#""detail":"Order not found, \"quoted\"","errorCode":1}"#
        )
    );
}
