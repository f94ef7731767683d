//! `crate = "…"`: problem-core under another name, in Cargo.toml (the package `renamed/`) and by re-export.

use problem_core::{Catalog, Problem, ProblemDomain};
use problem_tests_renamed::problem as renamed;
use problem_tests_renamed::{CarrierError, Invalid, ParcelError, slug_of};

mod api {
    pub(crate) use problem_core as reexport;

    /// As a crate of a team's own would do it.
    pub(crate) mod prelude {
        pub(crate) use problem_core::*;
    }
}

mod by_reexport {
    use crate::api::reexport::Problem;

    #[derive(Debug, Problem)]
    #[problem(
        crate = "crate::api::reexport",
        domain = "Re-exported",
        base = "https://errors.example.com/"
    )]
    pub(super) enum ReexportedError {
        /// Not found
        #[problem(code = 1, status = 404, detail = "{id}")]
        NotFound {
            #[problem(extension, header = "X-Id")]
            id: u8,
        },
    }
}

mod by_prelude {
    use crate::api::prelude::Problem;

    const BASE: &str = "/errors/";

    #[derive(Debug, Problem)]
    #[problem(crate = "super::api::prelude", domain = "Prelude", base = BASE)]
    pub(super) enum PreludeError {
        /// Not found
        #[problem(code = 1, status = 404)]
        NotFound,
    }
}

mod by_self {
    mod mine {
        pub(super) use problem_core as it;
    }

    /// Not found
    #[derive(Debug, problem_core::Problem)]
    #[problem(crate = "self::mine::it", uncoded, status = 404)]
    pub(super) struct NotFound;
}

#[test]
fn a_crate_that_renames_problem_core_declares_problems() {
    assert_eq!(
        ParcelError::TooHeavy {
            grams: 900,
            limit: Some(500)
        }
        .to_json(),
        concat!(
            r#"{"type":"https://errors.example.com/parcels/2","title":"Unprocessable Content","status":422,"#,
            r#""detail":"900 g exceed Some(500) g","errorCode":2,"grams":900,"limit":500}"#
        )
    );
    assert_eq!(
        Invalid(7).to_json(),
        r#"{"title":"Bad Request","status":400,"detail":"7 is not valid","value":7}"#
    );
}

#[test]
fn its_constants_and_transparent_variants_work() {
    let json = concat!(
        r#"{"type":"https://errors.example.com/carriers/1","title":"Service Unavailable","status":503,"#,
        r#""detail":"The carrier does not answer","errorCode":1}"#
    );
    assert_eq!(CarrierError.to_json(), json);
    assert_eq!(ParcelError::Carrier(CarrierError).to_json(), json);
    assert_eq!(slug_of(&CarrierError), "carriers");
}

#[test]
fn both_names_are_one_crate() {
    const CATALOG: Catalog = renamed::Catalog::new("Parcels", &[ParcelError::DOMAIN, CarrierError::DOMAIN]);
    assert_eq!(CATALOG.find("parcels", 1).unwrap().title(), "Not Found");
}

#[test]
fn a_module_that_reexports_the_crate_will_do() {
    assert_eq!(
        by_reexport::ReexportedError::NotFound { id: 5 }.to_json(),
        concat!(
            r#"{"type":"https://errors.example.com/re-exported/1","title":"Not Found","status":404,"#,
            r#""detail":"5","errorCode":1,"id":5}"#
        )
    );
}

#[test]
fn so_will_a_module_that_reexports_its_items() {
    assert_eq!(
        by_prelude::PreludeError::NotFound.to_json(),
        r#"{"type":"/errors/prelude/1","title":"Not Found","status":404,"detail":"Not found","errorCode":1}"#
    );
}

#[test]
fn the_path_may_begin_with_self() {
    assert_eq!(
        by_self::NotFound.to_json(),
        r#"{"title":"Not Found","status":404,"detail":"Not found"}"#
    );
}
