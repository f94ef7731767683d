//! What no key names reaches no client, whatever it holds.

use bytes::Bytes;
use problem_core::{AnyProblem, Problem, ProblemDomain};
use proptest::prelude::*;

use crate::strategies::text;

const CANARY: &str = "canary:7f3a91";

/// Fields with a key beside fields without one, in every position.
#[derive(Debug, thiserror::Error, Problem)]
#[problem(domain = "Leaky")]
enum Leaky {
    /// A static problem
    #[error("{secret}")]
    #[problem(code = 1, status = 400)]
    Static { secret: String },

    /// A formatted problem
    #[error("{secret} {public}")]
    #[problem(code = 2, status = 409, detail = "About {public}")]
    Formatted {
        secret: String,
        public: String,
        #[problem(extension)]
        shown: String,
        #[problem(header = "X-Shown")]
        sent: String,
    },

    /// A problem with a source
    #[error("{1}")]
    #[problem(code = 3, status = 500)]
    Source(#[source] std::io::Error, String),

    /// What the request lacks
    #[error("The field {public} is missing")]
    #[problem(code = 4, status = 422, display)]
    Display { public: String, secret: String },

    /// Another type's problem
    #[error(transparent)]
    #[problem(transparent)]
    Inner(Inner),
}

#[derive(Debug, thiserror::Error, Problem)]
#[problem(domain = "Inner", display)]
enum Inner {
    /// The server failed
    #[error("{secret}")]
    #[problem(code = 1, status = 503)]
    Display { secret: String },
}

/// Everything that a client can see of a response.
fn response(problem: impl Into<http::Response<Bytes>>) -> String {
    let response = problem.into();
    for (name, value) in response.headers() {
        assert!(value.to_str().is_ok() || !value.as_bytes().contains(&b'\n'), "{name}");
    }
    let body = String::from_utf8(response.body().to_vec()).unwrap();
    format!("{} {:?} {body}", response.status(), response.headers())
}

/// Everything that is made of a problem, but for `Display` and `Debug`, which are for the log.
fn outputs(problem: Leaky) -> Vec<String> {
    let details = problem.to_details();
    let mut outputs = vec![
        problem.to_json().into_owned(),
        problem.to_xml(),
        problem.detail().into_owned(),
        format!("{details} {details:?} {details:#?}"),
        details.to_json(),
        details.to_xml(),
        response(details),
        format!("{:?} {:?}", problem.problem_type(), Leaky::DOMAIN),
        serde_json::to_string(&AnyProblem::internal(problem.to_string()).to_details()).unwrap(),
    ];
    if let Leaky::Static { .. } | Leaky::Source(..) = problem {
        outputs.push(AnyProblem::from(problem).to_json().into_owned());
    } else {
        outputs.push(response(problem));
    }
    outputs
}

proptest! {
    #[test]
    fn a_field_without_a_key_is_in_no_output(noise in text(), public in text(), which in 0..5) {
        let secret = format!("{noise}{CANARY}{noise}");
        let problem = match which {
            0 => Leaky::Static { secret },
            1 => Leaky::Formatted { secret, public: public.clone(), shown: public.clone(), sent: public },
            2 => Leaky::Source(std::io::Error::other(secret.clone()), secret),
            3 => Leaky::Display { public, secret },
            _ => Leaky::Inner(Inner::Display { secret }),
        };
        for output in outputs(problem) {
            prop_assert!(!output.contains(CANARY), "{}", output);
        }
    }

    #[test]
    fn a_header_value_cannot_begin_another_header(sent in text()) {
        let problem = Leaky::Formatted { secret: String::new(), public: String::new(), shown: String::new(), sent: sent.clone() };
        let response = http::Response::<Bytes>::from(problem);
        let value = response.headers().get("x-shown");
        let is_control = |c: char| c != '\t' && (c < ' ' || c == '\u{7F}');
        match value {
            Some(value) => prop_assert_eq!(value.as_bytes(), sent.as_bytes()),
            None => prop_assert!(sent.contains(is_control), "{:?}", sent),
        }
        prop_assert_eq!(response.headers().len(), 1 + usize::from(value.is_some()));
    }
}
