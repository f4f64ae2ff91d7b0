//! When a review is late, and how what was typed into a search finds a person.

use chrono::NaiveDate;

use crate::custody::people::Presence;
use crate::kit::page::sort_key;

/// How near or far the next review is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewDue {
    /// Its day has passed.
    Late,
    Today,
    Ahead,
}

/// A review is late from the day after it was due.
#[must_use]
pub fn review_due(next_review_on: NaiveDate, today: NaiveDate) -> ReviewDue {
    match next_review_on.cmp(&today) {
        std::cmp::Ordering::Less => ReviewDue::Late,
        std::cmp::Ordering::Equal => ReviewDue::Today,
        std::cmp::Ordering::Greater => ReviewDue::Ahead,
    }
}

/// Whether a person can be taken into the caseload: not one who has left the facility. One who is at court or in hospital
/// comes back.
#[must_use]
pub const fn may_be_taken(presence: Presence) -> bool {
    !matches!(presence, Presence::Transferred | Presence::Released)
}

/// The pattern that every name and number fits.
pub const EVERYBODY: &str = "%%";

/// What was typed, as up to three patterns that all must be found in the name or the number, in whatever order: people type
/// 'Arben Krasniqi' and 'Krasniqi, Arben'. An empty search finds everybody.
#[must_use]
pub fn search_patterns(typed: &str) -> [String; 3] {
    let key = sort_key(typed);
    let mut words = key.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    [(); 3].map(|()| format!("%{}%", words.next().map(escape).unwrap_or_default()))
}

/// In a pattern `%` and `_` stand for other letters; typed by a person they stand for themselves.
fn escape(word: &str) -> String {
    let mut escaped = String::with_capacity(word.len());
    for c in word.chars() {
        if matches!(c, '%' | '_' | '\\') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_late_from_the_day_after() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        for (due, today, expected) in [(10, 9, ReviewDue::Ahead), (10, 10, ReviewDue::Today), (10, 11, ReviewDue::Late)]
        {
            assert_eq!(review_due(day(due), day(today)), expected, "{due} {today}");
        }
    }

    #[test]
    fn names_are_searched_word_by_word() {
        for (typed, patterns) in [
            ("", ["%%", "%%", "%%"]),
            ("Krasniqi, Arben", ["%krasniqi%", "%arben%", "%%"]),
            ("  ŠARIĆ ", ["%saric%", "%%", "%%"]),
            ("a_1 50%", ["%a\\_1%", "%50\\%%", "%%"]),
            ("one two three four", ["%one%", "%two%", "%three%"]),
        ] {
            assert_eq!(search_patterns(typed), patterns, "{typed}");
        }
    }

    #[test]
    fn who_has_left_is_not_taken() {
        for (presence, may) in [
            (Presence::Present, true),
            (Presence::Court, true),
            (Presence::Hospital, true),
            (Presence::Transferred, false),
            (Presence::Released, false),
        ] {
            assert_eq!(may_be_taken(presence), may, "{presence}");
        }
    }
}
