//! One event for each problem that becomes a response; none without the feature `tracing`.

#[cfg(all(feature = "tower", feature = "tracing"))]
pub(crate) use self::emitting::of_failure;
#[cfg(feature = "tracing")]
pub(crate) use self::emitting::{of, of_details};

/// The feature `tracing` is off.
#[cfg(not(feature = "tracing"))]
pub(crate) fn of<P: crate::Problem + ?Sized>(_: &P, _: u16) {}

/// The feature `tracing` is off.
#[cfg(not(feature = "tracing"))]
pub(crate) fn of_details(_: &crate::ProblemDetails, _: u16) {}

/// The feature `tracing` is off.
#[cfg(all(feature = "tower", not(feature = "tracing")))]
pub(crate) fn of_failure(_: std::fmt::Arguments<'_>, _: u16) {}

#[cfg(feature = "tracing")]
mod emitting {
    use std::error::Error;
    use std::fmt::{self, Display, Write};

    use tracing::{Level, event, field};

    use crate::problem_type::Log;
    use crate::{Problem, ProblemDetails};

    /// Tells of a problem that is sent with this status.
    pub(crate) fn of<P: Problem + ?Sized>(problem: &P, status: u16) {
        let problem_type = problem.problem_type();
        let event = Event {
            status,
            code: problem_type.code(),
            name: Some(problem_type.name()),
            domain: problem_type.domain(),
            error: format_args!("{problem}"),
            source: problem.source(),
        };
        event.emit(problem_type.0.log);
    }

    /// Tells of a document that is sent with this status.
    pub(crate) fn of_details(details: &ProblemDetails, status: u16) {
        let event = Event {
            status,
            code: details.error_code(),
            name: None,
            domain: None,
            error: format_args!("{details}"),
            source: None,
        };
        event.emit(Log::ByStatus);
    }

    /// Tells of a problem that is sent with this status, and of what the client does not learn.
    #[cfg(feature = "tower")]
    pub(crate) fn of_failure(error: fmt::Arguments<'_>, status: u16) {
        let event = Event {
            status,
            code: None,
            name: None,
            domain: None,
            error,
            source: None,
        };
        event.emit(Log::ByStatus);
    }

    struct Event<'a> {
        status: u16,
        code: Option<u32>,
        name: Option<&'static str>,
        domain: Option<&'static str>,
        error: fmt::Arguments<'a>,
        source: Option<&'a (dyn Error + 'static)>,
    }

    /// Emits an event at a level that the macro must know at compile time.
    macro_rules! emit {
        ($level:ident, $this:expr) => {
            event!(
                target: "problem",
                Level::$level,
                status = $this.status,
                code = $this.code,
                name = $this.name,
                domain = $this.domain,
                error = %Escaped($this.error),
                source = $this.source.map(|source| field::display(Escaped(Chain(source)))),
                "a problem is the response",
            )
        };
    }

    impl Event<'_> {
        fn emit(&self, log: Log) {
            match log {
                Log::ByStatus if self.status >= 500 => emit!(ERROR, self),
                Log::ByStatus | Log::Debug => emit!(DEBUG, self),
                Log::Off => {}
                Log::Error => emit!(ERROR, self),
                Log::Warn => emit!(WARN, self),
                Log::Info => emit!(INFO, self),
                Log::Trace => emit!(TRACE, self),
            }
        }
    }

    /// An error and what caused it, from the outermost to the first cause.
    struct Chain<'a>(&'a (dyn Error + 'static));

    impl Display for Chain<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}", self.0)?;
            let mut source = self.0.source();
            while let Some(error) = source {
                write!(f, ": {error}")?;
                source = error.source();
            }
            Ok(())
        }
    }

    /// A text that cannot begin a line of its own in a log, nor steer the terminal that shows it: characters that do
    /// so are written as Rust escapes.
    struct Escaped<T>(T);

    impl<T: Display> Display for Escaped<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(Escaper(f), "{}", self.0)
        }
    }

    struct Escaper<'a, 'b>(&'a mut fmt::Formatter<'b>);

    impl Write for Escaper<'_, '_> {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            let mut rest = text;
            while let Some(at) = rest.find(steers) {
                let (plain, from) = rest.split_at(at);
                self.0.write_str(plain)?;
                let mut chars = from.chars();
                if let Some(c) = chars.next() {
                    write!(self.0, "{}", c.escape_default())?;
                }
                rest = chars.as_str();
            }
            self.0.write_str(rest)
        }
    }

    /// Whether a character is a control character, a line separator, or reorders the text around it.
    fn steers(c: char) -> bool {
        c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    }

    #[cfg(test)]
    mod tests {
        use super::Escaped;

        #[test]
        fn what_steers_a_log_is_escaped_and_all_else_is_not() {
            let text = Escaped("line\r\n2026 ERROR forged \u{1B}[2K\u{7}\u{85}\u{2028}\u{202E} é 🦀 \\n \"");
            let escaped = r#"line\r\n2026 ERROR forged \u{1b}[2K\u{7}\u{85}\u{2028}\u{202e} é 🦀 \n ""#;
            assert_eq!(text.to_string(), escaped);
        }
    }
}
