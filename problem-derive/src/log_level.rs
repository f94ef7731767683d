//! The values of `log = "…"`.

use proc_macro2::{Ident, Span};

use crate::symbol::nearest;

/// The level of the event that a problem's response emits.
#[derive(Clone, Copy)]
pub(crate) enum LogLevel {
    Off,
    Error,
    Warn,
    Info,
    Debug,
    Trace,
}

const LEVELS: [(&str, LogLevel); 6] = [
    ("off", LogLevel::Off),
    ("error", LogLevel::Error),
    ("warn", LogLevel::Warn),
    ("info", LogLevel::Info),
    ("debug", LogLevel::Debug),
    ("trace", LogLevel::Trace),
];

impl LogLevel {
    /// The level of this name, or why there is none.
    pub(crate) fn from_name(name: &str) -> Result<Self, String> {
        if let Some((_, level)) = LEVELS.iter().find(|(spelling, _)| *spelling == name) {
            return Ok(*level);
        }
        let names = LEVELS.map(|(name, _)| name);
        let levels = names.map(|name| format!("`{name}`")).join(", ");
        Err(match meant(name, names) {
            Some(meant) => format!("unknown level {name:?}; did you mean `{meant}`? The levels are {levels}"),
            None => format!("unknown level {name:?}; expected one of {levels}"),
        })
    }

    /// The variant of the run-time crate's `Log`.
    pub(crate) fn variant(self) -> Ident {
        let name = match self {
            LogLevel::Off => "Off",
            LogLevel::Error => "Error",
            LogLevel::Warn => "Warn",
            LogLevel::Info => "Info",
            LogLevel::Debug => "Debug",
            LogLevel::Trace => "Trace",
        };
        Ident::new(name, Span::call_site())
    }
}

/// The level that a misspelt name stands for: the nearest, or the one that it begins with (`warning`).
fn meant(name: &str, names: [&'static str; 6]) -> Option<&'static str> {
    let begins = |level: &&str| name.to_lowercase().starts_with(*level);
    nearest(name, names).or_else(|| names.into_iter().find(begins))
}

#[cfg(test)]
mod tests {
    use super::LogLevel;

    #[test]
    fn a_misspelt_level_suggests_the_nearest() {
        for (name, meant) in [
            ("wran", "warn"),
            ("Warn", "warn"),
            ("warning", "warn"),
            ("ERROR", "error"),
            ("err", "error"),
        ] {
            let mistake = LogLevel::from_name(name).err().unwrap();
            assert!(mistake.contains(&format!("did you mean `{meant}`?")), "{mistake}");
        }
        let mistake = LogLevel::from_name("severe").err().unwrap();
        assert!(
            mistake.contains("expected one of `off`, `error`, `warn`, `info`, `debug`, `trace`"),
            "{mistake}"
        );
    }
}
