//! What is wrong with a file, and where.

use crate::i18n::{Lang, Msg};

/// One thing that keeps a file from being applied. The reason is a message, so that everybody reads it in their language.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    /// The line in the file, counted from 1 as editors do.
    pub line: u64,
    /// The column's name as it stands in the header; empty when the whole line is meant.
    pub column: String,
    /// What stands there.
    pub value: String,
    pub reason: Msg,
}

impl Fault {
    #[must_use]
    pub fn of_line(line: u64, reason: Msg) -> Self {
        Self { line, column: String::new(), value: String::new(), reason }
    }

    /// In one line, for a terminal.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let line = lang.t_with("admin-fault-line", &[("n", self.line.into())]);
        let mut said = line;
        for part in [&self.column, &self.value] {
            if !part.is_empty() {
                said.push_str(", ");
                said.push_str(part);
            }
        }
        said.push_str(": ");
        said.push_str(&self.reason.say(lang));
        said
    }
}
