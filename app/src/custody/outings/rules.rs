//! When somebody counts as away, and who may know it. Pure.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::Away;
use crate::kit::ids::PersonId;

/// Whether a list of a day may say who is away: before the day, nobody who does not plan it must be able to tell.
#[must_use]
pub fn may_be_told(date: NaiveDate, today: NaiveDate) -> bool {
    date <= today
}

/// Whether somebody is away at any time of a span.
#[must_use]
pub fn is_away(away: &[Away], person: PersonId, from: DateTime<Utc>, to: DateTime<Utc>) -> bool {
    away.iter().any(|held| held.person_id == person && held.starts_at < to && held.ends_at > from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_itself_is_the_first_that_tells() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        for (date, told) in [("2026-11-22", true), ("2026-11-23", true), ("2026-11-24", false)] {
            assert_eq!(may_be_told(day(date), day("2026-11-23")), told, "{date}");
        }
    }

    #[test]
    fn who_comes_back_before_the_session_is_here() {
        let at = |hour: u32| -> DateTime<Utc> { format!("2026-11-23T{hour:02}:00:00Z").parse().unwrap() };
        let (person, other) = (PersonId(uuid::Uuid::from_u128(1)), PersonId(uuid::Uuid::from_u128(2)));
        let away = [Away { person_id: person, starts_at: at(8), ends_at: at(11) }];
        for (who, from, to, expected) in [
            (person, 9, 10, true),
            (person, 7, 9, true),
            (person, 10, 13, true),
            (person, 11, 12, false),
            (person, 7, 8, false),
            (other, 9, 10, false),
        ] {
            assert_eq!(is_away(&away, who, at(from), at(to)), expected, "{from}–{to}");
        }
    }
}
