//! How far a command has come that goes over every table.

use std::io::IsTerminal as _;

use indicatif::{ProgressBar, ProgressStyle};

/// A line that tells the table and its rows; nothing where nobody looks.
#[derive(Debug)]
pub struct Tables(ProgressBar);

impl Tables {
    pub fn new() -> Self {
        let bar = if std::io::stderr().is_terminal() { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
        bar.set_style(
            ProgressStyle::with_template("{elapsed} {msg}: {pos} rows")
                .unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        Self(bar)
    }

    pub fn step(&self) -> impl FnMut(&str, u64) + Send {
        let bar = self.0.clone();
        move |table, rows| {
            bar.set_message(table.to_owned());
            bar.set_position(rows);
        }
    }

    pub fn close(&self) {
        self.0.finish_and_clear();
    }
}
