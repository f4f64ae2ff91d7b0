//! Encounter and Procedure: what one patient did in a session, as it was signed.

use chrono::{DateTime, Utc};

use super::About;
use super::appointment::{self, Outcome, outcome};
use super::types::{Concept, Meta, Period, Reference, fhir, hyphened, instant, own_id};
use crate::care::activities::ActivityTitle;
use crate::care::sessions::model::{Assistance, Attendance, HealthReason, Mode};
use crate::custody::slots::{CancelReason, CustodyReason, Movement, SlotStatus};
use crate::exchange::fhir::types::Coding;
use crate::kit::ids::{PlanId, SlotId, UserId};

fhir! {
    EncounterParticipant { individual: Reference }
    Encounter {
        id: String, meta: Meta, status: &'static str, class: Coding, r#type: Vec<Concept>, subject: Reference,
        participant: Vec<EncounterParticipant>, appointment: Vec<Reference>, period: Option<Period>,
    }
    Performer { actor: Reference }
    Procedure {
        id: String, meta: Meta, based_on: Vec<Reference>, status: &'static str, status_reason: Option<Concept>, code: Concept,
        subject: Reference, encounter: Option<Reference>, performed_period: Option<Period>, performer: Vec<Performer>,
    }
}

/// A session and one patient's part in it; of what is recorded but not signed nothing is read.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SessionRow {
    pub id: SlotId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub status: SlotStatus,
    pub cancel_reason: Option<CancelReason>,
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    pub mode: Mode,
    pub activity_code: String,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    pub lead_id: UserId,
    pub lead_name: String,
    pub created_at: DateTime<Utc>,
    pub attendance: Option<Attendance>,
    pub health_reason: Option<HealthReason>,
    pub minutes: Option<i32>,
    pub participation: Option<i32>,
    pub assistance: Option<Assistance>,
    pub mood_before: Option<i32>,
    pub mood_after: Option<i32>,
}

impl SessionRow {
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        outcome(self.status, self.movement, self.attendance)
    }

    #[must_use]
    pub fn activity(&self, about: About) -> Concept {
        Concept::local("activity", &self.activity_code, self.title.say(about.lang))
    }

    /// Why it did not take place for this patient.
    #[must_use]
    pub fn reason(&self, about: About) -> Option<Concept> {
        let lang = about.lang;
        let custody =
            |reason: CustodyReason| Concept::local("not-brought", hyphened(reason.as_str()), reason.label(lang));
        let health = |held: Attendance| match self.health_reason {
            Some(reason) => Concept::local("declined", hyphened(reason.as_str()), reason.label(lang)),
            None => Concept::local("attendance", hyphened(held.as_str()), held.label(lang)),
        };
        let cancelled =
            |reason: CancelReason| Concept::local("cancelled", hyphened(reason.as_str()), reason.label(lang));
        match self.outcome() {
            Outcome::NotBrought => self.custody_reason.map(custody).or_else(|| self.attendance.map(health)),
            Outcome::Cancelled => self.cancel_reason.map(cancelled).or_else(|| self.attendance.map(health)),
            Outcome::DeclinedBeforehand | Outcome::DeclinedAtTheDoor | Outcome::DidNotTakePart => {
                self.attendance.map(health)
            }
            Outcome::Proposed | Outcome::Booked | Outcome::Arrived | Outcome::Attended => None,
        }
    }

    fn period(&self) -> Period {
        Period { start: instant(self.starts_at), end: instant(self.ends_at) }
    }
}

/// On the ward the patient is an in-patient.
const fn class(mode: Mode) -> (&'static str, &'static str) {
    match mode {
        Mode::Ward => ("IMP", "inpatient encounter"),
        Mode::Individual | Mode::Group | Mode::InCell | Mode::Outdoor => ("AMB", "ambulatory"),
    }
}

#[must_use]
pub fn encounter_id(about: About, row: &SessionRow) -> String {
    own_id("encounter", row.id.0, about)
}

/// There is one as soon as health has signed the session.
#[must_use]
pub fn encounter(about: About, row: &SessionRow) -> Option<Encounter> {
    row.attendance?;
    let (code, display) = class(row.mode);
    Some(Encounter {
        id: encounter_id(about, row),
        meta: Meta::restricted(),
        status: if row.outcome() == Outcome::Attended { "finished" } else { "cancelled" },
        class: Coding::new("http://terminology.hl7.org/CodeSystem/v3-ActCode", code).named(display),
        r#type: vec![Concept::local("mode", hyphened(row.mode.as_str()), row.mode.label(about.lang))],
        subject: Reference::patient(about),
        participant: vec![EncounterParticipant { individual: Reference::staff(row.lead_id, &row.lead_name) }],
        appointment: vec![Reference::to("Appointment", appointment::id(about, row.id.0))],
        period: Some(row.period()),
    })
}

/// What was done, or that it was not and why. `plans` are those whose goals the session addressed.
#[must_use]
pub fn procedure(about: About, row: &SessionRow, plans: &[PlanId]) -> Option<Procedure> {
    row.attendance?;
    let done = row.outcome() == Outcome::Attended;
    Some(Procedure {
        id: own_id("procedure", row.id.0, about),
        meta: Meta::restricted(),
        based_on: plans.iter().map(|plan| Reference::to("CarePlan", plan)).collect(),
        status: if done { "completed" } else { "not-done" },
        status_reason: if done { None } else { row.reason(about) },
        code: row.activity(about),
        subject: Reference::patient(about),
        encounter: Some(Reference::to("Encounter", encounter_id(about, row))),
        performed_period: done.then(|| row.period()),
        performer: vec![Performer { actor: Reference::staff(row.lead_id, &row.lead_name) }],
    })
}
