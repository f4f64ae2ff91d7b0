//! One row being read: every value that cannot be what it should is named, and the rest of the row is read all the same, so
//! that a file is put right in one go.

use chrono::NaiveDate;

use super::fault::Fault;
use super::file::{Sheet, SheetRow};
use crate::i18n::Msg;
use crate::kit::form::{misread_date, parse_date};
use crate::kit::local_time::parse_clock;

/// The longest name or text in a cell.
pub const LONGEST: usize = 120;

#[derive(Debug)]
pub struct Row<'a> {
    sheet: &'a Sheet,
    row: &'a SheetRow,
    faults: &'a mut Vec<Fault>,
    before: usize,
    left_out: Vec<Fault>,
}

impl<'a> Row<'a> {
    pub fn new(sheet: &'a Sheet, row: &'a SheetRow, faults: &'a mut Vec<Fault>) -> Self {
        let before = faults.len();
        Self { sheet, row, faults, before, left_out: Vec::new() }
    }

    pub fn is_good(&self) -> bool {
        self.faults.len() == self.before
    }

    /// The text of a column; empty when the file has no such column.
    pub fn get(&self, column: &str) -> &'a str {
        let at = self.sheet.columns.iter().position(|held| held == column);
        at.and_then(|at| self.row.values.get(at)).map_or("", String::as_str)
    }

    pub fn fault(&mut self, column: &str, reason: Msg) {
        let value = self.get(column).chars().take(60).collect();
        self.faults.push(Fault { line: self.row.line, column: column.to_owned(), value, reason });
    }

    /// Tells why the row is left out, without keeping the rest of the file out with it.
    pub fn leave_out(&mut self, column: &str, reason: Msg) {
        let value = self.get(column).chars().take(60).collect();
        self.left_out.push(Fault { line: self.row.line, column: column.to_owned(), value, reason });
    }

    /// Why the row is left out, if it is.
    pub fn notes(self) -> Vec<Fault> {
        self.left_out
    }

    /// A text that may be empty, without control characters.
    pub fn text(&mut self, column: &str) -> String {
        let value = self.get(column);
        if value.chars().count() > LONGEST {
            self.fault(column, Msg::with("form-too-long", [("n", LONGEST.into())]));
        } else if value.contains(char::is_control) {
            self.fault(column, Msg::new("admin-fault-control"));
        }
        value.to_owned()
    }

    pub fn required(&mut self, column: &str) -> String {
        let value = self.text(column);
        if value.is_empty() {
            self.fault(column, Msg::new("form-required"));
        }
        value
    }

    /// One of the codes, in whatever case; the first one after a fault.
    pub fn code(&mut self, column: &str, codes: &[&'static str]) -> &'static str {
        let typed = self.get(column).to_lowercase();
        let found = codes.iter().find(|code| **code == typed).copied();
        if found.is_none() {
            let reason = if typed.is_empty() {
                Msg::new("form-required")
            } else {
                Msg::with("admin-fault-code", [("codes", codes.join(", ").into())])
            };
            self.fault(column, reason);
        }
        found.or_else(|| codes.first().copied()).unwrap_or_default()
    }

    /// As [`Self::code`]; `None` where the column is not in the file or the cell is empty.
    pub fn optional_code(&mut self, column: &str, codes: &[&'static str]) -> Option<&'static str> {
        if self.get(column).is_empty() { None } else { Some(self.code(column, codes)) }
    }

    pub fn date(&mut self, column: &str) -> NaiveDate {
        let parsed = parse_date(self.get(column));
        if parsed.is_none() {
            let typed = self.get(column);
            let fault = if typed.is_empty() { Msg::new("form-required") } else { misread_date(typed) };
            self.fault(column, fault);
        }
        parsed.unwrap_or_default()
    }

    /// As [`Self::date`]; `None` where nothing stands.
    pub fn optional_date(&mut self, column: &str) -> Option<NaiveDate> {
        if self.get(column).is_empty() { None } else { Some(self.date(column)) }
    }

    /// A day, with a clock time or without: `2026-12-24 08:00`, `24.12.2026`.
    pub fn moment(&mut self, column: &str) -> (NaiveDate, Option<i32>) {
        let typed = self.get(column);
        let (day, time) = match typed.split_once(['T', ' ']) {
            Some((day, time)) if time.contains(':') => (day, Some(time.trim())),
            _ => (typed, None),
        };
        let date = parse_date(day);
        let minute = time.map(parse_clock);
        if date.is_none() || minute == Some(None) {
            let empty = typed.is_empty();
            self.fault(column, Msg::new(if empty { "form-required" } else { "admin-fault-moment" }));
        }
        (date.unwrap_or_default(), minute.flatten())
    }

    pub fn number(&mut self, column: &str, least: i32, most: i32) -> i32 {
        let parsed = self.get(column).parse().ok().filter(|number| (least..=most).contains(number));
        if parsed.is_none() {
            self.fault(column, Msg::with("form-number", [("least", least.into()), ("most", most.into())]));
        }
        parsed.unwrap_or(least)
    }

    /// A clock time as minutes after midnight; 24:00 is the end of the day.
    pub fn minute(&mut self, column: &str) -> i32 {
        let parsed = self.get(column).split_once(':').and_then(|(hour, minute)| {
            let (hour, minute): (i32, i32) = (hour.parse().ok()?, minute.parse().ok()?);
            ((0..=24).contains(&hour) && (0..60).contains(&minute))
                .then_some(hour * 60 + minute)
                .filter(|at| *at <= 1440)
        });
        if parsed.is_none() {
            self.fault(column, Msg::new("admin-fault-time"));
        }
        parsed.unwrap_or(0)
    }

    /// Yes or no in the usual spellings of the three languages; yes when nothing is said.
    pub fn yes(&mut self, column: &str) -> bool {
        match self.get(column).to_lowercase().as_str() {
            "" | "yes" | "y" | "true" | "1" | "po" | "da" => true,
            "no" | "n" | "false" | "0" | "jo" | "ne" => false,
            _ => {
                self.fault(column, Msg::with("admin-fault-code", [("codes", "yes, no".into())]));
                true
            }
        }
    }
}
