//! A client of the example service that gets the service's own enums back, and knows what to do about each.
//!
//! ```console
//! cargo run                     # in another terminal
//! cargo run --bin client
//! cargo run --bin client -- --url http://127.0.0.1:8080 --api-key secret
//! ```
#![forbid(unsafe_code)]

use std::error::Error;
use std::fmt;
use std::io::Read;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use problem_core::{Decoded, Limits, NotAProblem, Problem, ProblemDetails, UndecodedProblem};
use problem_examples::domains::{SequenceActionError, SequenceContactError, SequenceError};
use problem_examples::service::DEMO_KEY;
use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::{Method, Request};

/// A client of the example service that gets the service's own enums back
#[derive(Parser)]
#[command(version)]
struct Args {
    /// Address of the service
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:3000")]
    url: String,

    /// API key to send
    #[arg(long = "api-key", value_name = "KEY", default_value = DEMO_KEY)]
    api_key: String,
}

fn main() -> ExitCode {
    let args = Args::parse();
    println!("Asking {}", args.url);
    match tour(&Api::new(&args.url, &args.api_key)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn tour(api: &Api) -> Result<(), Box<dyn Error>> {
    let sequence = api.post::<SequenceError>("/sequences", &json!({"name": "Outreach"}))?;
    let sequence = &sequence["id"];
    println!("  Sequence {sequence} is created.");

    // A problem that the client can mend by itself.
    let start = format!("/sequences/{sequence}/start");
    match api.post::<SequenceActionError>(&start, &Value::Null) {
        Err(Failure::Problem(SequenceActionError::NoContacts)) => {
            println!("  NoContacts: the client knows the remedy, and adds a contact.");
        }
        Err(other) => return Err(other.into()),
        Ok(_) => println!("  The sequence is started."),
    }
    let email = format!("contact-of-{sequence}@example.com");
    let contact = api.post::<Undecided>("/contacts", &json!({"email": email}))?;
    let membership = json!({"contactId": contact["id"]});
    println!("  Contact {} is created.", contact["id"]);

    // A problem that is none for this client. Its members are the fields of the variant again.
    let contacts = format!("/sequences/{sequence}/contacts");
    for _ in 0..2 {
        match api.post::<SequenceContactError>(&contacts, &membership) {
            Err(Failure::Problem(SequenceContactError::ContactAlreadyInSequence { contact_id })) => {
                println!("  ContactAlreadyInSequence: so contact {contact_id} is where it should be.");
            }
            Err(other) => return Err(other.into()),
            Ok(_) => println!("  The contact is added."),
        }
    }
    let started = api.post::<SequenceActionError>(&start, &Value::Null)?;
    println!(
        "  The sequence is {} now.",
        started["status"].as_str().unwrap_or("started")
    );

    // A problem to show to the user.
    match api.get::<SequenceError>("/sequences?limit=1000") {
        Err(Failure::Problem(SequenceError::InvalidPagination { parameter, expected })) => {
            println!("  InvalidPagination: set `{parameter}` to {expected}.");
        }
        Err(other) => return Err(other.into()),
        Ok(page) => println!("  {} sequences.", page["total"]),
    }

    // A problem that the client was not built with: its domain got a new code, or it is of another one.
    match api.get::<SequenceError>("/samples/tasks/14") {
        Err(Failure::Unknown(unknown)) => {
            let details = unknown.details();
            let code = details.error_code().unwrap_or_default();
            println!("  Code {code} is unknown to the client, which shows it as it is: {details}.");
        }
        Err(other) => return Err(other.into()),
        Ok(_) => println!("  No problem."),
    }

    // A problem of the API as a whole has no code, and the status says enough.
    let stranger = Api::new(&api.url, "wrong-key");
    match stranger.get::<SequenceError>("/sequences") {
        Err(Failure::Unknown(unknown)) if unknown.details().status() == Some(401) => {
            println!("  401: ask the user for another API key.");
        }
        Err(other) => return Err(other.into()),
        Ok(_) => println!("  Any key will do."),
    }
    Ok(())
}

/// For requests whose problems the client does not tell apart.
#[derive(Debug, Problem)]
#[problem(decode)]
enum Undecided {}

/// The service, as a client sees it.
struct Api {
    agent: Agent,
    url: String,
    key: String,
}

/// Why a request did not succeed.
#[derive(Debug)]
enum Failure<E> {
    /// A problem that the client knows.
    Problem(E),
    /// A problem that it does not know.
    Unknown(UndecodedProblem),
    /// An answer that is no problem document: the page of a proxy, perhaps.
    Other(NotAProblem),
    /// No answer.
    NoAnswer(Box<dyn Error + Send + Sync>),
}

impl Api {
    fn new(url: &str, key: &str) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(10)));
        Api {
            agent: agent.build().into(),
            url: url.trim_end_matches('/').to_owned(),
            key: key.to_owned(),
        }
    }

    fn get<E>(&self, path: &str) -> Result<Value, Failure<E>>
    where
        E: TryFrom<ProblemDetails, Error = UndecodedProblem>,
    {
        self.send(Method::GET, path, Vec::new())
    }

    fn post<E>(&self, path: &str, body: &Value) -> Result<Value, Failure<E>>
    where
        E: TryFrom<ProblemDetails, Error = UndecodedProblem>,
    {
        self.send(Method::POST, path, body.to_string().into_bytes())
    }

    /// Sends a request; what comes back is the body, or the problem as the enum that declares it.
    fn send<E>(&self, method: Method, path: &str, body: Vec<u8>) -> Result<Value, Failure<E>>
    where
        E: TryFrom<ProblemDetails, Error = UndecodedProblem>,
    {
        println!("\n{method} {path}");
        let answer = self.exchange(method, path, body).map_err(Failure::NoAnswer)?;
        if answer.status < 400 {
            return serde_json::from_slice(&answer.body).map_err(|error| Failure::NoAnswer(error.into()));
        }
        let decoded = Decoded::from_response(answer.status, answer.content_type.as_deref(), &answer.body, &LIMITS);
        for note in decoded.notes() {
            eprintln!("note: {note}");
        }
        let details = decoded.into_details().map_err(Failure::Other)?;
        Err(E::try_from(details).map_or_else(Failure::Unknown, Failure::Problem))
    }

    fn exchange(&self, method: Method, path: &str, body: Vec<u8>) -> Result<Answer, Box<dyn Error + Send + Sync>> {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url))
            .header("x-api-key", &self.key)
            .header("content-type", "application/json")
            .body(body)?;
        let mut response = self.agent.run(request)?;
        let mut body = Vec::new();
        // One byte more than is allowed, so that too long a body is told from one that fits.
        let limit = u64::try_from(LIMITS.bytes())?.saturating_add(1);
        response.body_mut().as_reader().take(limit).read_to_end(&mut body)?;
        let content_type = response.headers().get("content-type");
        Ok(Answer {
            status: response.status().as_u16(),
            content_type: content_type.and_then(|value| value.to_str().ok()).map(str::to_owned),
            body,
        })
    }
}

/// What is read of an answer.
const LIMITS: Limits = Limits::new();

struct Answer {
    status: u16,
    content_type: Option<String>,
    body: Vec<u8>,
}

impl<E: Problem> fmt::Display for Failure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Problem(problem) => write!(f, "{}: {}", problem.problem_type().name(), problem.detail()),
            Failure::Unknown(unknown) => write!(f, "{unknown}"),
            Failure::Other(other) => write!(f, "{other}"),
            Failure::NoAnswer(error) => write!(
                f,
                "no answer ({error}); is the service running? start it with `cargo run`"
            ),
        }
    }
}

impl<E: Problem> Error for Failure<E> {}
