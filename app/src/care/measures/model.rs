//! Results of measures and the licences of slots, as they are kept.

use chrono::{DateTime, NaiveDate, Utc};

use super::definition::{Texts, say};
use super::rules::Change;
use crate::i18n::Lang;
use crate::kit::ids::{FacilityId, NoteId, PersonId, ResultId, UserId};

/// One result. Scores are thousandths.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Taken {
    pub measure_code: String,
    pub taken_on: NaiveDate,
    pub score_milli: i32,
    pub second_score_milli: Option<i32>,
    pub comment: String,
    pub taken_by: String,
}

#[derive(Debug, Clone)]
pub struct NewResult {
    pub id: ResultId,
    pub patient: PersonId,
    pub measure_code: String,
    pub definition_no: i32,
    pub taken_on: NaiveDate,
    pub language: String,
    pub answers: String,
    pub score_milli: i32,
    pub second_score_milli: Option<i32>,
    pub comment: String,
    pub note: NoteId,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// Where a slot is open, and under which licence.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Licence {
    pub measure_code: String,
    pub licence: String,
    pub valid_until: Option<NaiveDate>,
    pub switched_on: bool,
    pub version: i32,
}

impl Licence {
    #[must_use]
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.switched_on && self.valid_until.is_none_or(|day| day >= today)
    }
}

#[derive(Debug, Clone)]
pub struct NewLicence {
    pub facility: FacilityId,
    pub measure_code: String,
    pub licence: String,
    pub valid_until: Option<NaiveDate>,
    pub switched_on: bool,
    /// The version that was seen; 0 before there is a row.
    pub version: i32,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// One measure of a patient from beginning to end, for summaries. Scores are thousandths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstAndLast {
    pub measure_code: String,
    /// By the codes of languages; empty for a measure whose definition is no longer there.
    pub titles: Texts,
    pub first: (NaiveDate, i32),
    pub last: (NaiveDate, i32),
    /// How often it was taken.
    pub times: usize,
    pub places: usize,
    pub change: Change,
}

impl FirstAndLast {
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        if self.titles.is_empty() { &self.measure_code } else { say(&self.titles, lang) }
    }
}

/// Thousandths as a number, for pictures and for words.
#[must_use]
pub fn number(milli: i32) -> f64 {
    f64::from(milli) / 1000.0
}
