//! The weeks that the page tells of: so many back from today, or from one day to another.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ui::Axis;
use crate::oversight::hours::Week;

/// So many are shown of a long record unless others are asked for.
const WEEKS: i64 = 26;
/// Fewer would be no course.
const LEAST: i64 = 8;
/// A year and a few days, so that a year can be asked for by its first and its last day.
const MOST: i64 = 54;

/// What the address chooses.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    pub weeks: Option<i64>,
    pub from: String,
    pub to: String,
    /// Of the report; the reader's own where it names none.
    pub lang: String,
}

/// Whole weeks, the earliest first.
#[derive(Debug, Clone)]
pub struct Period {
    pub weeks: Vec<Week>,
    pub axis: Axis,
    /// The form as it was filled in, with what is wrong with it.
    pub fields: Fields,
}

impl Period {
    /// What was asked for; where that cannot be, the error at its field and the usual weeks.
    #[must_use]
    pub fn of(asked: &Asked, opened_on: NaiveDate, today: NaiveDate, zone: Tz) -> Self {
        let mut fields = Fields::new().with("from", &asked.from).with("to", &asked.to).with("lang", &asked.lang);
        let (from, to) = (fields.date("from"), fields.date("to"));
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            fields.error("to", Msg::new("progress-period-order"));
        }
        if from.is_some_and(|from| to.unwrap_or(today) - from > TimeDelta::weeks(MOST)) {
            fields.error("from", Msg::new("progress-period-long"));
        }
        let last = Week::of(to.filter(|_| !fields.is_refused()).unwrap_or(today), zone);
        let count = match from.filter(|_| !fields.is_refused()) {
            Some(from) => (last.monday - Week::of(from, zone).monday).num_weeks() + 1,
            None => asked.weeks.unwrap_or_else(|| usual(opened_on, today)),
        };
        let count = u32::try_from(count.clamp(1, MOST)).unwrap_or(1);
        let weeks = last.back(count, zone);
        let axis = Axis::new(weeks.first().map_or(last.monday, |week| week.monday), count);
        if asked.from.is_empty() {
            fields.set("from", axis.first().to_string());
        }
        if asked.to.is_empty() {
            fields.set("to", axis.last().to_string());
        }
        Self { weeks, axis, fields }
    }
}

/// A young record fills the page as an old one does.
fn usual(opened_on: NaiveDate, today: NaiveDate) -> i64 {
    ((today - opened_on).num_weeks() + 2).clamp(LEAST, WEEKS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oversight::fixture::{ZONE, today};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn the_weeks_that_are_told_of() {
        let long_ago = day(1, 5);
        for (weeks, from, to, opened, count, first, error) in [
            (None, "", "", long_ago, 26, day(5, 25), None),
            (None, "", "", day(11, 10), 8, day(9, 28), None),
            (None, "", "", day(9, 7), 12, day(8, 31), None),
            (Some(12), "", "", long_ago, 12, day(8, 31), None),
            (Some(-4), "", "", long_ago, 1, day(11, 16), None),
            (Some(4000), "", "", long_ago, 54, NaiveDate::from_ymd_opt(2025, 11, 10).unwrap(), None),
            (None, "2026-09-10", "2026-10-02", long_ago, 4, day(9, 7), None),
            (None, "10.9.2026", "", long_ago, 11, day(9, 7), None),
            (None, "2026-10-02", "2026-09-10", long_ago, 26, day(5, 25), Some("to")),
            (None, "2020-10-02", "", long_ago, 26, day(5, 25), Some("from")),
            (None, "soon", "", long_ago, 26, day(5, 25), Some("from")),
        ] {
            let asked = Asked { weeks, from: from.to_owned(), to: to.to_owned(), lang: String::new() };
            let period = Period::of(&asked, opened, today(), ZONE);
            assert_eq!((period.weeks.len(), period.axis.first()), (count, first), "{asked:?}");
            assert_eq!(period.fields.errors().first().map(|(name, _)| name.as_str()), error, "{asked:?}");
        }
    }
}
