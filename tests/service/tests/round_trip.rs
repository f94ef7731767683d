//! The 149 problems of the examples from the service to a client and back: what `#[problem(decode)]` returns of each.

use std::error::Error;

use problem_core::{ProblemDetails, UndecodedProblem};
use problem_examples::CATALOG;
use problem_examples::domains::{
    AccountError, ContactBlacklistRuleError, ContactError, ContactListError, CustomFieldError, EmailAccountError,
    EmailTemplateError, EmailTemplateFolderError, HolidayCalendarError, LinkedInAccountError, Samples, SchedulerError,
    SequenceActionError, SequenceContactError, SequenceEmailAccountError, SequenceError, SequenceFolderError,
    SequenceStepError, SequenceTemplateError, TaskError,
};

/// Domains whose fields do not allow it, their problems, and the variants that keep an [`std::io::Error`]: it is not sent,
/// and has no default value.
const NOT_DECODED: [(&str, usize, &[&str]); 3] = [
    ("Contacts", 10, &["EmailSendingFailed"]),
    ("Email Accounts", 7, &["InternalError", "ConnectionFailed"]),
    ("Email Templates", 12, &["SendTestFailed"]),
];

/// Problems that keep a field for the log. It is not sent, and empty in the client's value.
const WITH_SECRETS: [(&str, &str); 20] = [
    ("Sequences", "InvalidStep"),
    ("Sequence Actions", "Unknown"),
    ("Sequence Actions", "OwnerLimitExceeded"),
    ("Sequence Steps", "InternalError"),
    ("Sequence Contacts", "InternalError"),
    ("Sequence Contacts", "InvalidStatusTransition"),
    ("Sequence Templates", "DuplicateName"),
    ("Sequence Folders", "DuplicateName"),
    ("Sequence Email Accounts", "Common"),
    ("Accounts", "Forbidden"),
    ("Contact Lists", "AccessChangeRejected"),
    ("Contact Blacklist Rules", "NotAdded"),
    ("Custom Fields", "HasValues"),
    ("Email Template Folders", "Forbidden"),
    ("Holiday Calendars", "NotCustomCalendar"),
    ("LinkedIn Accounts", "CookieInvalid"),
    ("LinkedIn Accounts", "PaymentFailed"),
    ("Schedulers", "DeleteRejected"),
    ("Tasks", "RenderError"),
    ("Tasks", "ContactNotAccessible"),
];

/// What became of the samples of one domain.
struct Outcome {
    domain: &'static str,
    samples: usize,
    with_secrets: Vec<&'static str>,
}

fn round_trip<E>() -> Outcome
where
    E: Samples + TryFrom<ProblemDetails, Error = UndecodedProblem>,
{
    let mut with_secrets = Vec::new();
    let samples = E::samples();
    for sample in &samples {
        let json = sample.to_json();
        let details = ProblemDetails::from_json(json.as_bytes()).unwrap();
        let name = sample.problem_type().name();
        assert_eq!(E::recognize(&details).unwrap().name(), name);
        let decoded = E::try_from(details).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(decoded.problem_type().name(), name);
        assert_eq!(decoded.to_json(), json);
        if format!("{decoded:?}") != format!("{sample:?}") {
            with_secrets.push(name);
        }
    }
    Outcome {
        domain: E::DOMAIN.name(),
        samples: samples.len(),
        with_secrets,
    }
}

/// The samples of a type that is not decoded are recognized all the same.
fn recognized<E: Samples>() -> (&'static str, usize, Vec<&'static str>) {
    let samples = E::samples();
    let mut with_sources = Vec::new();
    for sample in &samples {
        let details = ProblemDetails::from_json(sample.to_json().as_bytes()).unwrap();
        let name = sample.problem_type().name();
        assert_eq!(E::recognize(&details).unwrap().name(), name);
        if sample.source().is_some_and(<dyn Error>::is::<std::io::Error>) {
            with_sources.push(name);
        }
    }
    (E::DOMAIN.name(), samples.len(), with_sources)
}

#[test]
fn every_other_sample_is_recognized() {
    let not_decoded = [
        recognized::<ContactError>(),
        recognized::<EmailAccountError>(),
        recognized::<EmailTemplateError>(),
    ];
    for ((domain, samples, with_sources), expected) in not_decoded.iter().zip(NOT_DECODED) {
        assert_eq!((*domain, *samples, &**with_sources), expected);
    }
}

#[test]
fn every_sample_whose_fields_allow_it_comes_back() {
    let decoded = [
        round_trip::<SequenceError>(),
        round_trip::<SequenceActionError>(),
        round_trip::<SequenceStepError>(),
        round_trip::<SequenceContactError>(),
        round_trip::<SequenceTemplateError>(),
        round_trip::<SequenceFolderError>(),
        round_trip::<SequenceEmailAccountError>(),
        round_trip::<AccountError>(),
        round_trip::<ContactListError>(),
        round_trip::<ContactBlacklistRuleError>(),
        round_trip::<CustomFieldError>(),
        round_trip::<EmailTemplateFolderError>(),
        round_trip::<HolidayCalendarError>(),
        round_trip::<LinkedInAccountError>(),
        round_trip::<SchedulerError>(),
        round_trip::<TaskError>(),
    ];
    let mut accounted: Vec<(&str, usize)> = decoded
        .iter()
        .map(|outcome| (outcome.domain, outcome.samples))
        .collect();
    accounted.extend(NOT_DECODED.map(|(domain, samples, _)| (domain, samples)));
    accounted.sort_unstable();
    let mut all: Vec<(&str, usize)> = CATALOG
        .domains()
        .iter()
        .map(|d| (d.name(), d.problems().len()))
        .collect();
    all.sort_unstable();
    assert_eq!(accounted, all);
    assert_eq!(all.iter().map(|(_, samples)| samples).sum::<usize>(), 149);

    let with_secrets = decoded
        .iter()
        .flat_map(|outcome| outcome.with_secrets.iter().map(|name| (outcome.domain, *name)));
    assert_eq!(with_secrets.collect::<Vec<_>>(), WITH_SECRETS);
}
