//! How long an opening holds, what its reason must say, and who may review it.

use chrono::{DateTime, TimeDelta, Utc};

use super::model::Outcome;
use crate::kit::ids::UserId;

/// An opening of either kind closes by itself: long enough for an emergency or a file to be read, shorter than a shift.
pub const HOLDS: TimeDelta = TimeDelta::hours(3);

/// Shorter reasons say nothing that could be reviewed.
pub const SHORTEST_REASON: usize = 10;

#[must_use]
pub fn until(now: DateTime<Utc>) -> DateTime<Utc> {
    now + HOLDS
}

/// Whether the words can be a reason.
#[must_use]
pub fn says_why(words: &str) -> bool {
    words.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST_REASON
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Nobody reviews what they have opened themselves.
    Own,
    /// It has been reviewed before, and otherwise.
    Already,
    /// What is not found justified needs words.
    NoWords,
}

impl Refused {
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Own => "openings-own",
            Self::Already => "openings-already",
            Self::NoWords => "openings-finding-missing",
        }
    }
}

/// Whether the review may be written.
pub fn review(
    (opened_by, reviewer): (UserId, UserId),
    held: Option<Outcome>,
    outcome: Outcome,
    finding: &str,
) -> Result<(), Refused> {
    if opened_by == reviewer {
        Err(Refused::Own)
    } else if held.is_some_and(|held| held != outcome) {
        Err(Refused::Already)
    } else if outcome != Outcome::Justified && finding.is_empty() {
        Err(Refused::NoWords)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_reason_says_something() {
        for (words, says) in [
            ("", false),
            ("…………………", false),
            ("asap", false),
            ("          x", false),
            ("Fell in cell", true),
            ("ndihmë e shpejtë", true),
        ] {
            assert_eq!(says_why(words), says, "{words}");
        }
    }

    #[test]
    fn a_second_person_reviews_once() {
        use Outcome::{Justified, NotJustified, Unclear};
        let [opener, head] = [1, 2].map(|n| UserId(Uuid::from_u128(n)));
        for (people, held, outcome, finding, expected) in [
            ((opener, head), None, Justified, "", Ok(())),
            ((opener, head), None, Unclear, "", Err(Refused::NoWords)),
            ((opener, head), None, NotJustified, "Asked, no answer", Ok(())),
            ((opener, opener), None, Justified, "", Err(Refused::Own)),
            ((opener, head), Some(Justified), Justified, "", Ok(())),
            ((opener, head), Some(Justified), Unclear, "x", Err(Refused::Already)),
        ] {
            assert_eq!(review(people, held, outcome, finding), expected, "{held:?} {outcome} {finding}");
        }
    }

    #[test]
    fn it_closes_after_three_hours() {
        assert_eq!(until(DateTime::UNIX_EPOCH).timestamp(), 3 * 3600);
    }
}
