//! What an evaluation must say before it is signed, and when it is a late entry.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::model::{Section, Stored};
use crate::kit::local_time::instant;

/// Without these nobody could plan from it: why it was done, what matters to the patient, what was seen, and what follows.
pub const REQUIRED: [Section; 4] = [Section::Reason, Section::Priorities, Section::Observed, Section::Synthesis];

/// The longest text of one section, in characters: some six pages.
pub const LONGEST: usize = 20_000;

/// The required sections that say nothing yet, in the order of the form.
#[must_use]
pub fn gaps(stored: &Stored) -> Vec<Section> {
    REQUIRED.into_iter().filter(|section| stored.text(*section).trim().is_empty()).collect()
}

/// Signed later than the day after, it is a late entry and says why.
#[must_use]
pub fn is_late(occurred_on: NaiveDate, today: NaiveDate) -> bool {
    (today - occurred_on).num_days() > 1
}

/// The moment that the note gives for a day: its noon, or now when that is still ahead.
#[must_use]
pub fn occurred_at(occurred_on: NaiveDate, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    instant(occurred_on, 12 * 60, zone).map_or(now, |noon| noon.min(now))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::evaluations::model::{Evaluation, Part, Written};
    use crate::kit::ids::EvaluationId;

    fn stored(texts: &[(Section, &str)]) -> Stored {
        let at: DateTime<Utc> = "2026-11-22T10:00:00Z".parse().unwrap();
        let evaluation = Evaluation {
            id: EvaluationId(uuid::Uuid::nil()),
            occurred_on: at.date_naive(),
            author_name: String::new(),
            note_id: None,
            signed_at: None,
            version: 1,
        };
        let sections = texts
            .iter()
            .map(|(section, text)| Written {
                section: *section,
                content: (*text).to_owned(),
                updated_by: String::new(),
                updated_at: at,
                version: 1,
            })
            .collect();
        Stored { evaluation, sections }
    }

    #[test]
    fn four_sections_must_be_filled() {
        use Section::{Observed, Priorities, Reason, Roles, Synthesis};
        for (texts, missing) in [
            (&[][..], &REQUIRED[..]),
            (&[(Reason, "a"), (Priorities, "b"), (Observed, "c"), (Synthesis, "d")], &[]),
            (&[(Reason, "a"), (Priorities, " \n"), (Observed, "c"), (Roles, "x")], &[Priorities, Synthesis]),
        ] {
            assert_eq!(gaps(&stored(texts)), missing, "{texts:?}");
        }
    }

    #[test]
    fn late_is_from_the_second_day_after() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        for (occurred, today, late) in [(22, 22, false), (21, 22, false), (20, 22, true), (1, 22, true)] {
            assert_eq!(is_late(day(occurred), day(today)), late, "{occurred} {today}");
        }
    }

    #[test]
    fn a_note_is_never_of_a_moment_ahead() {
        let zone = chrono_tz::Europe::Belgrade;
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for (now, expected) in [
            ("2026-11-22T08:00:00Z", "2026-11-22T08:00:00Z"),
            ("2026-11-22T18:00:00Z", "2026-11-22T11:00:00Z"),
            ("2026-11-25T08:00:00Z", "2026-11-22T11:00:00Z"),
        ] {
            assert_eq!(occurred_at(day, at(now), zone), at(expected), "{now}");
        }
    }

    #[test]
    fn the_parts_hold_every_section_once() {
        let sections: Vec<Section> = Part::ALL.into_iter().flat_map(Part::sections).collect();
        assert_eq!(sections, Section::ALL);
        assert_eq!(Part::ALL.map(|part| part.sections().count()), [10, 9]);
    }
}
