//! Appointment: each session that was asked for, one for each patient, since R4 knows no group as an actor; and each place on a
//! waiting list.

use uuid::Uuid;

use super::About;
use super::session::SessionRow;
use super::types::{Concept, Meta, Reference, fhir, instant, own_id};
use crate::care::sessions::model::Attendance;
use crate::custody::slots::{Movement, SlotStatus};

fhir! {
    Participant { actor: Reference, status: &'static str }
    Appointment {
        id: String, meta: Meta, status: &'static str, cancelation_reason: Option<Concept>, service_type: Vec<Concept>,
        description: String, start: String, end: String, minutes_duration: Option<i64>, created: String,
        participant: Vec<Participant>,
    }
}

/// What became of one patient's part in a session, once and for all of its resources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Proposed,
    Booked,
    Arrived,
    /// Held, and the patient took part.
    Attended,
    Cancelled,
    /// Custody did not bring the patient: never the patient's absence.
    NotBrought,
    /// Declined before anybody had come for the patient.
    DeclinedBeforehand,
    /// Declined when already called.
    DeclinedAtTheDoor,
    /// Unwell, excused, not suitable on the day.
    DidNotTakePart,
}

/// What health signed decides; until then, what became of the session and of the way to it.
#[must_use]
pub const fn outcome(status: SlotStatus, movement: Movement, attendance: Option<Attendance>) -> Outcome {
    match attendance {
        Some(held) if held.took_part() => return Outcome::Attended,
        Some(Attendance::NotBrought) => return Outcome::NotBrought,
        Some(Attendance::Cancelled) => return Outcome::Cancelled,
        Some(Attendance::Declined) => {
            return match movement {
                Movement::Expected | Movement::NotBrought => Outcome::DeclinedBeforehand,
                _ => Outcome::DeclinedAtTheDoor,
            };
        }
        Some(_) => return Outcome::DidNotTakePart,
        None => {}
    }
    match (status, movement) {
        (SlotStatus::Declined | SlotStatus::Cancelled | SlotStatus::NotHeld, _) => Outcome::Cancelled,
        (_, Movement::NotBrought) => Outcome::NotBrought,
        (SlotStatus::Requested, _) => Outcome::Proposed,
        (_, Movement::Arrived | Movement::ArrivedLate | Movement::Returned) => Outcome::Arrived,
        _ => Outcome::Booked,
    }
}

#[must_use]
pub const fn status(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Proposed => "proposed",
        Outcome::Booked => "booked",
        Outcome::Arrived => "arrived",
        Outcome::Attended => "fulfilled",
        Outcome::Cancelled | Outcome::NotBrought | Outcome::DeclinedBeforehand | Outcome::DidNotTakePart => "cancelled",
        Outcome::DeclinedAtTheDoor => "noshow",
    }
}

const fn participation(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Proposed => "needs-action",
        Outcome::DeclinedBeforehand | Outcome::DeclinedAtTheDoor => "declined",
        _ => "accepted",
    }
}

/// The Appointment's own identifier.
#[must_use]
pub fn id(about: About, slot: Uuid) -> String {
    own_id("appointment", slot, about)
}

#[must_use]
pub fn appointment(about: About, row: &SessionRow) -> Appointment {
    let outcome = row.outcome();
    let practitioner = Participant { actor: Reference::staff(row.lead_id, &row.lead_name), status: "accepted" };
    let patient = Participant { actor: Reference::patient(about), status: participation(outcome) };
    let is_cancelled = status(outcome) == "cancelled";
    Appointment {
        id: id(about, row.id.0),
        meta: Meta::restricted(),
        status: status(outcome),
        cancelation_reason: is_cancelled.then(|| row.reason(about)).flatten(),
        service_type: vec![row.activity(about)],
        description: row.title.say(about.lang).to_owned(),
        start: instant(row.starts_at),
        end: instant(row.ends_at),
        minutes_duration: Some((row.ends_at - row.starts_at).num_minutes()),
        created: instant(row.created_at),
        participant: vec![patient, practitioner],
    }
}

/// A place on a waiting list: for treatment as such, or in a programme.
#[must_use]
pub fn waiting(about: About, list: Uuid, what: &str, since: &str) -> Appointment {
    Appointment {
        id: own_id("waiting", list, about),
        meta: Meta::restricted(),
        status: "waitlist",
        description: what.to_owned(),
        created: since.to_owned(),
        participant: vec![Participant { actor: Reference::patient(about), status: "accepted" }],
        ..Appointment::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_a_session_in_the_words_of_fhir() {
        use Attendance as A;
        use Movement as M;
        use SlotStatus as S;
        for (slot, movement, attendance, expected) in [
            (S::Requested, M::Expected, None, "proposed"),
            (S::Confirmed, M::Expected, None, "booked"),
            (S::Confirmed, M::Unlocked, None, "booked"),
            (S::InProgress, M::Arrived, None, "arrived"),
            (S::Completed, M::Arrived, Some(A::Full), "fulfilled"),
            (S::Completed, M::Returned, Some(A::Part), "fulfilled"),
            (S::Completed, M::ArrivedLate, Some(A::Late), "fulfilled"),
            (S::Completed, M::Expected, Some(A::LeftEarly), "fulfilled"),
            (S::Completed, M::NotBrought, Some(A::NotBrought), "cancelled"),
            (S::Confirmed, M::NotBrought, None, "cancelled"),
            (S::Completed, M::Expected, Some(A::Declined), "cancelled"),
            (S::Completed, M::Unlocked, Some(A::Declined), "noshow"),
            (S::Completed, M::Arrived, Some(A::Declined), "noshow"),
            (S::Completed, M::Arrived, Some(A::Unwell), "cancelled"),
            (S::Completed, M::Expected, Some(A::Cancelled), "cancelled"),
            (S::Declined, M::Expected, None, "cancelled"),
            (S::Cancelled, M::Expected, None, "cancelled"),
            (S::NotHeld, M::Arrived, None, "cancelled"),
        ] {
            assert_eq!(status(outcome(slot, movement, attendance)), expected, "{slot:?} {movement:?} {attendance:?}");
        }
    }

    /// Whoever was not brought did nothing: no state of the way makes an absence of it.
    #[test]
    fn not_brought_is_never_a_no_show() {
        for slot in SlotStatus::ALL {
            for movement in Movement::ALL {
                assert_ne!(status(outcome(*slot, *movement, Some(Attendance::NotBrought))), "noshow");
            }
            assert_ne!(status(outcome(*slot, Movement::NotBrought, None)), "noshow");
        }
    }
}
