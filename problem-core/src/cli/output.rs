//! Where the tool writes to.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use crate::reference::Terminal;
use crate::reference::screen::{Span, plain};

/// One of the two streams, and what its text is laid out for.
pub(super) struct Output<'a> {
    stream: &'a mut dyn Write,
    pub(super) terminal: Terminal,
    /// Nobody reads on, as in `… | head`: no error, and no more text.
    is_closed: bool,
}

impl<'a> Output<'a> {
    pub(super) fn new(stream: &'a mut dyn Write, terminal: Terminal) -> Self {
        Output {
            stream,
            terminal,
            is_closed: false,
        }
    }

    /// Writes all of the text.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        if self.is_closed {
            return Ok(());
        }
        match self
            .stream
            .write_all(text.as_bytes())
            .and_then(|()| self.stream.flush())
        {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(())
            }
            result => result,
        }
    }

    /// A message that nothing depends on: `note: …`.
    pub(super) fn note(&mut self, message: &str) {
        self.message((AnsiColor::Cyan.on_default().bold(), "note".into()), message);
    }

    /// A message that explains the exit code: `error: …`.
    pub(super) fn error(&mut self, message: &str) {
        self.message((AnsiColor::Red.on_default().bold(), "error".into()), message);
    }

    fn message(&mut self, label: Span, message: &str) {
        let mut screen = self.terminal.screen();
        // Not wrapped, so that names of files and commands can be copied.
        screen.line(&[label, (Style::new().bold(), ": ".into()), plain(message)]);
        // Where messages cannot be written, neither can that they cannot.
        _ = self.text(&screen.into_text());
    }
}
