//! From when to when something may hold, and when it must be looked at again. Pure.

use chrono::{Days, NaiveDate};

use super::model::Term;

/// A list of what is due looks this far ahead.
pub const REVIEWS_AHEAD: Days = Days::new(14);
/// Nothing that limits a person stands longer than this without somebody looking at it.
pub const LONGEST_REVIEW: Days = Days::new(184);
/// What is proposed where nothing is said.
pub const USUAL_REVIEW: Days = Days::new(90);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadTerm {
    EndsBefore,
    ReviewBefore,
    /// Without an end, or with a later one, it must be looked at sooner.
    ReviewTooLate,
}

/// Whether the days fit each other. Something that ends before its review would be due needs none.
pub fn check(term: &Term, today: NaiveDate) -> Result<(), BadTerm> {
    if term.ends_on.is_some_and(|end| end < term.starts_on) {
        return Err(BadTerm::EndsBefore);
    }
    if term.review_on.is_some_and(|review| review < term.starts_on) {
        return Err(BadTerm::ReviewBefore);
    }
    let latest = term.starts_on.max(today).checked_add_days(LONGEST_REVIEW).unwrap_or(term.starts_on);
    let looked_at = term.review_on.or(term.ends_on).is_some_and(|day| day <= latest);
    if looked_at || term.ends_on.is_some_and(|end| end <= latest) { Ok(()) } else { Err(BadTerm::ReviewTooLate) }
}

#[must_use]
pub fn is_due(term: &Term, today: NaiveDate) -> bool {
    term.review_on.is_some_and(|review| review <= today) && term.ends_on.is_none_or(|end| end >= today)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn everything_is_looked_at_again() {
        let today = day("2026-11-23");
        for (starts, ends, review, expected) in [
            ("2026-11-23", None, Some("2027-02-21"), Ok(())),
            ("2026-11-23", None, None, Err(BadTerm::ReviewTooLate)),
            ("2026-11-23", None, Some("2027-06-01"), Err(BadTerm::ReviewTooLate)),
            ("2026-11-23", Some("2026-12-31"), None, Ok(())),
            ("2026-11-23", Some("2028-12-31"), None, Err(BadTerm::ReviewTooLate)),
            ("2026-11-23", Some("2028-12-31"), Some("2027-05-01"), Ok(())),
            ("2026-11-23", Some("2026-11-22"), None, Err(BadTerm::EndsBefore)),
            ("2026-11-23", None, Some("2026-11-22"), Err(BadTerm::ReviewBefore)),
            // Set two years ago, and put off until the spring.
            ("2024-11-23", None, Some("2027-05-01"), Ok(())),
        ] {
            let term = Term {
                starts_on: day(starts),
                ends_on: ends.map(day),
                review_on: review.map(day),
                reason: String::new(),
            };
            assert_eq!(check(&term, today), expected, "{starts} {ends:?} {review:?}");
        }
    }

    #[test]
    fn what_has_ended_is_not_due() {
        let today = day("2026-11-23");
        for (ends, review, due) in [
            (None, Some("2026-11-23"), true),
            (None, Some("2026-11-24"), false),
            (Some("2026-11-22"), Some("2026-11-01"), false),
            (Some("2026-11-23"), Some("2026-11-01"), true),
            (None, None, false),
        ] {
            let term = Term {
                starts_on: day("2026-01-01"),
                ends_on: ends.map(day),
                review_on: review.map(day),
                reason: String::new(),
            };
            assert_eq!(is_due(&term, today), due, "{ends:?} {review:?}");
        }
    }
}
