//! The target that held in a week: a plan that was changed in November says nothing of what October was held against.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::weeks::Week;
use crate::kit::ids::{PersonId, UserId};

/// A version of a plan, with the time in which it can have counted.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Version {
    pub patient_id: PersonId,
    /// Who leads the treatment now.
    pub lead_id: UserId,
    pub activated_at: DateTime<Utc>,
    pub version_no: i32,
    pub minutes: i32,
    /// The stay at the facility that is asked about; empty where the question is about one patient, wherever he was.
    pub came_on: Option<NaiveDate>,
    pub left_on: Option<NaiveDate>,
    /// When the record was closed.
    pub closed_on: Option<NaiveDate>,
}

impl Version {
    /// Whether the patient was there at the week's end and treated in it. Who moves within a week counts where he came to, so
    /// that he counts once; who is discharged within it was to have his hours until then.
    fn counts_in(&self, week: &Week) -> bool {
        let sunday = week.sunday();
        self.activated_at < week.to
            && self.came_on.is_none_or(|day| day <= sunday)
            && self.left_on.is_none_or(|day| day > sunday)
            && self.closed_on.is_none_or(|day| day > week.monday)
    }
}

/// What the plans set for a week, in minutes: of each patient the version that took effect last before the week's end.
#[must_use]
pub fn of_week(week: &Week, versions: &[Version]) -> i64 {
    of_each(week, versions).values().sum()
}

/// As [`of_week`], patient by patient.
#[must_use]
pub fn of_each(week: &Week, versions: &[Version]) -> HashMap<PersonId, i64> {
    let mut last: HashMap<PersonId, &Version> = HashMap::new();
    for version in versions.iter().filter(|version| version.counts_in(week)) {
        let held = last.entry(version.patient_id).or_insert(version);
        if (version.activated_at, version.version_no) > (held.activated_at, held.version_no) {
            *held = version;
        }
    }
    last.into_iter().map(|(patient, version)| (patient, i64::from(version.minutes))).collect()
}
