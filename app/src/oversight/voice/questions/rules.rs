//! Who may do what to a question, where it is left, and by when it is to be answered.

use chrono::{Days, NaiveDate};

use super::model::{Act, Question, Status};
use crate::care::notes::Sensitivity;
use crate::kit::ids::UserId;
use crate::text_enum;

/// How long a practitioner has unless another day is chosen.
pub const USUAL: Days = Days::new(14);
/// No question waits for longer.
pub const LONGEST: u64 = 180;

text_enum! {
    /// Where a question stands on a day.
    pub enum Standing label "question-standing" {
        Open = "open",
        Late = "late",
        Answered = "answered",
        Accepted = "accepted",
        Withdrawn = "withdrawn",
    }
}

#[must_use]
pub fn standing(status: Status, due_on: NaiveDate, today: NaiveDate) -> Standing {
    match status {
        Status::Open if due_on < today => Standing::Late,
        Status::Open => Standing::Open,
        Status::Answered => Standing::Answered,
        Status::Accepted => Standing::Accepted,
        Status::Withdrawn => Standing::Withdrawn,
    }
}

/// What somebody is to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// One of those who review the facility.
    Asker,
    /// Was asked, or leads the patient now.
    Asked,
    None,
}

#[must_use]
pub fn part(me: UserId, (asked_of, lead): (UserId, Option<UserId>), asks: bool) -> Part {
    if asks {
        Part::Asker
    } else if asked_of == me || lead == Some(me) {
        Part::Asked
    } else {
        Part::None
    }
}

/// Where an act leaves a question; nothing when it is not the moment for it, or not theirs to do. An answer may be added to until it
/// is accepted, and what was accepted may be asked again.
#[must_use]
pub fn after(status: Status, act: Act, part: Part) -> Option<Status> {
    match (act, part, status) {
        (Act::Answer, Part::Asked, Status::Open | Status::Answered) => Some(Status::Answered),
        (Act::Accepted, Part::Asker, Status::Answered) => Some(Status::Accepted),
        (Act::Again, Part::Asker, Status::Answered | Status::Accepted) => Some(Status::Open),
        (Act::Withdrawn, Part::Asker, Status::Open | Status::Answered) => Some(Status::Withdrawn),
        _ => None,
    }
}

/// Whether a question is between somebody and somebody else: he asked, was asked, or leads the patient now.
#[must_use]
pub fn concerns(me: UserId, (asked_by, asked_of, lead): (UserId, UserId, Option<UserId>)) -> bool {
    asked_by == me || asked_of == me || lead == Some(me)
}

/// How somebody whom a question does not concern reads notes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// Without a reason: the head does not.
    pub outright: bool,
    /// Has opened the record of this patient.
    pub opened: bool,
}

/// Whether the words of a question may be read. About a note they are closed to whomever the note is closed to, but for those whom the
/// question concerns.
#[must_use]
pub fn reads(question: &Question, me: UserId, reading: Reading) -> bool {
    match question.sensitivity {
        None => true,
        Some(_) if concerns(me, (question.asked_by, question.asked_of, question.lead_id)) => true,
        Some(Sensitivity::Normal) => reading.outright || reading.opened,
        Some(_) => reading.opened,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotThen {
    Past,
    TooLate,
}

/// Whether an answer may be due on a day.
pub fn due(on: NaiveDate, today: NaiveDate) -> Result<(), NotThen> {
    if on < today {
        Err(NotThen::Past)
    } else if today.checked_add_days(Days::new(LONGEST)).is_some_and(|last| on > last) {
        Err(NotThen::TooLate)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::care::identity::HeldName;
    use crate::kit::ids::{FacilityId, QuestionId};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn a_question_is_late_after_its_day() {
        for (status, due_on, expected) in [
            (Status::Open, day(11, 22), Standing::Late),
            (Status::Open, day(11, 23), Standing::Open),
            (Status::Open, day(11, 24), Standing::Open),
            (Status::Answered, day(11, 1), Standing::Answered),
            (Status::Accepted, day(11, 1), Standing::Accepted),
            (Status::Withdrawn, day(11, 1), Standing::Withdrawn),
        ] {
            assert_eq!(standing(status, due_on, day(11, 23)), expected, "{status} {due_on}");
        }
    }

    #[test]
    fn turns_follow_one_another() {
        use Act::{Accepted, Again, Answer, Withdrawn};
        for (status, act, part, expected) in [
            (Status::Open, Answer, Part::Asked, Some(Status::Answered)),
            (Status::Answered, Answer, Part::Asked, Some(Status::Answered)),
            (Status::Accepted, Answer, Part::Asked, None),
            (Status::Withdrawn, Answer, Part::Asked, None),
            (Status::Open, Answer, Part::Asker, None),
            (Status::Open, Answer, Part::None, None),
            (Status::Open, Accepted, Part::Asker, None),
            (Status::Answered, Accepted, Part::Asker, Some(Status::Accepted)),
            (Status::Answered, Accepted, Part::Asked, None),
            (Status::Answered, Again, Part::Asker, Some(Status::Open)),
            (Status::Accepted, Again, Part::Asker, Some(Status::Open)),
            (Status::Open, Again, Part::Asker, None),
            (Status::Open, Withdrawn, Part::Asker, Some(Status::Withdrawn)),
            (Status::Answered, Withdrawn, Part::Asker, Some(Status::Withdrawn)),
            (Status::Accepted, Withdrawn, Part::Asker, None),
            (Status::Withdrawn, Withdrawn, Part::Asker, None),
            (Status::Open, Withdrawn, Part::Asked, None),
        ] {
            assert_eq!(after(status, act, part), expected, "{act} of {status} by {part:?}");
        }
    }

    #[test]
    fn who_is_asked_and_who_leads_may_answer() {
        let user = |n| UserId(Uuid::from_u128(n));
        for (me, lead, asks, expected) in [
            (1, Some(2), true, Part::Asker),
            (1, Some(2), false, Part::Asked),
            (2, Some(2), false, Part::Asked),
            (3, Some(2), false, Part::None),
            (3, None, false, Part::None),
        ] {
            assert_eq!(part(user(me), (user(1), lead.map(user)), asks), expected, "{me}");
        }
    }

    #[test]
    fn words_about_a_note_are_closed_with_it() {
        let user = |n| UserId(Uuid::from_u128(n));
        let (asker, asked, lead, reviewer, head) = (1, 2, 3, 4, 5);
        let question = |sensitivity| Question {
            id: QuestionId(Uuid::nil()),
            facility_id: FacilityId(Uuid::nil()),
            patient_id: None,
            who: HeldName::of("", "", ""),
            lead_id: Some(user(lead)),
            version_no: None,
            note_id: None,
            note_kind: None,
            sensitivity,
            asked_by: user(asker),
            asker: String::new(),
            asked_of: user(asked),
            asked: String::new(),
            words: String::new(),
            asked_at: chrono::DateTime::UNIX_EPOCH,
            status: Status::Open,
            due_on: day(11, 23),
            version: 1,
        };
        let (closed, outright, opened) =
            (Reading::default(), Reading { outright: true, opened: false }, Reading { outright: false, opened: true });
        let normal = Some(Sensitivity::Normal);
        let restricted = Sensitivity::ALL.iter().copied().find(|held| *held != Sensitivity::Normal);
        for (sensitivity, me, reading, expected) in [
            (None, head, closed, true),
            (normal, head, closed, false),
            (normal, head, opened, true),
            (normal, reviewer, outright, true),
            (normal, asker, closed, true),
            (normal, asked, closed, true),
            (normal, lead, closed, true),
            (restricted, reviewer, outright, false),
            (restricted, reviewer, opened, true),
            (restricted, lead, closed, true),
        ] {
            assert_eq!(reads(&question(sensitivity), user(me), reading), expected, "{sensitivity:?} {me} {reading:?}");
        }
    }

    #[test]
    fn an_answer_is_due_within_half_a_year() {
        for (on, expected) in [
            (day(11, 22), Err(NotThen::Past)),
            (day(11, 23), Ok(())),
            (NaiveDate::from_ymd_opt(2027, 5, 22).unwrap(), Ok(())),
            (NaiveDate::from_ymd_opt(2027, 5, 23).unwrap(), Err(NotThen::TooLate)),
        ] {
            assert_eq!(due(on, day(11, 23)), expected, "{on}");
        }
    }
}
