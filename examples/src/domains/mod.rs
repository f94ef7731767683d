//! The domains of the API: an enum for each, in a file of its own.

mod accounts;
mod contact_blacklist_rules;
mod contact_lists;
mod contacts;
mod custom_fields;
mod email_accounts;
mod email_template_folders;
mod email_templates;
mod holiday_calendars;
mod linkedin_accounts;
mod schedulers;
mod sequence_actions;
mod sequence_contacts;
mod sequence_email_accounts;
mod sequence_folders;
mod sequence_steps;
mod sequence_templates;
mod sequences;
mod tasks;

pub use self::accounts::AccountError;
pub use self::contact_blacklist_rules::ContactBlacklistRuleError;
pub use self::contact_lists::ContactListError;
pub use self::contacts::ContactError;
pub use self::custom_fields::CustomFieldError;
pub use self::email_accounts::EmailAccountError;
pub use self::email_template_folders::EmailTemplateFolderError;
pub use self::email_templates::EmailTemplateError;
pub use self::holiday_calendars::HolidayCalendarError;
pub use self::linkedin_accounts::LinkedInAccountError;
pub use self::schedulers::SchedulerError;
pub use self::sequence_actions::SequenceActionError;
pub use self::sequence_contacts::SequenceContactError;
pub use self::sequence_email_accounts::SequenceEmailAccountError;
pub use self::sequence_folders::SequenceFolderError;
pub use self::sequence_steps::SequenceStepError;
pub use self::sequence_templates::SequenceTemplateError;
pub use self::sequences::SequenceError;
pub use self::tasks::TaskError;

use problem_core::{AnyProblem, Domain, ProblemDomain};

/// A domain that can show each of its problems without anyone having to provoke it.
pub trait Samples: ProblemDomain + Send + Sync + Sized + 'static {
    /// One value of each variant, in the order of their codes.
    fn samples() -> Vec<Self>;
}

/// Makes [`DOMAINS`] and [`sample`] from one list.
macro_rules! domains {
    ($($error:ident),* $(,)?) => {
        /// The domains in the order of the API's documentation.
        pub const DOMAINS: &[Domain] = &[$($error::DOMAIN),*];

        /// A sample of the problem with this code, in the domain with this slug.
        pub fn sample(slug: &str, code: u32) -> Option<AnyProblem> {
            $(
                if slug == $error::DOMAIN.slug() {
                    return find::<$error>(code);
                }
            )*
            None
        }
    };
}

domains![
    SequenceError,
    SequenceActionError,
    SequenceStepError,
    SequenceContactError,
    SequenceTemplateError,
    SequenceFolderError,
    SequenceEmailAccountError,
    ContactError,
    AccountError,
    ContactListError,
    ContactBlacklistRuleError,
    CustomFieldError,
    EmailAccountError,
    EmailTemplateError,
    EmailTemplateFolderError,
    HolidayCalendarError,
    LinkedInAccountError,
    SchedulerError,
    TaskError,
];

fn find<E: Samples>(code: u32) -> Option<AnyProblem> {
    E::samples()
        .into_iter()
        .find(|problem| problem.problem_type().code() == Some(code))
        .map(AnyProblem::from)
}

/// Begins every sample text that must never leave the service. Tests search the responses for it.
pub const CANARY: &str = "canary";

/// A sample of what only the log may tell.
fn secret(text: &str) -> String {
    format!("{CANARY}: {text}")
}

#[cfg(test)]
mod tests {
    use super::{CANARY, DOMAINS, sample};

    #[test]
    fn every_problem_has_a_sample() {
        for domain in DOMAINS {
            for expected in domain.problems() {
                let code = expected.code().expect("every problem has a code");
                let problem = sample(domain.slug(), code).expect("every problem has a sample");
                assert_eq!(problem.problem_type().name(), expected.name());
            }
        }
    }

    #[test]
    fn every_domain_has_a_secret_that_it_keeps() {
        for domain in DOMAINS {
            let mut secrets = 0;
            for problem in domain.problems() {
                let problem = sample(domain.slug(), problem.code().unwrap()).unwrap();
                secrets += usize::from(format!("{problem:?}").contains(CANARY));
                assert!(!problem.to_json().contains(CANARY));
            }
            assert_ne!(secrets, 0, "{}", domain.name());
        }
    }
}
