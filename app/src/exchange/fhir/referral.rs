//! ServiceRequest: the referral.

use chrono::{DateTime, NaiveDate, Utc};

use super::About;
use super::appointment::{Appointment, waiting};
use super::types::{Annotation, Coding, Concept, Meta, Reference, day, fhir, instant};
use crate::care::referrals::{ReferralSource, ReferralStatus, Urgency};
use crate::kit::ids::ReferralId;

fhir! {
    ServiceRequest {
        id: String, meta: Meta, status: &'static str, intent: &'static str, priority: &'static str, code: Concept,
        subject: Reference, occurrence_date_time: String, authored_on: String, requester: Option<Reference>,
        reason_code: Vec<Concept>, note: Vec<Annotation>,
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ReferralRow {
    pub id: ReferralId,
    pub source: ReferralSource,
    pub reason: String,
    pub urgency: Urgency,
    pub received_on: NaiveDate,
    pub first_contact_on: Option<NaiveDate>,
    pub status: ReferralStatus,
    pub decision_reason: String,
    pub created_at: DateTime<Utc>,
}

/// An accepted request is completed when the patient has been discharged; a redirected one is somebody else's to follow.
#[must_use]
pub const fn status(status: ReferralStatus, is_open: bool) -> &'static str {
    match status {
        ReferralStatus::Accepted if !is_open => "completed",
        ReferralStatus::Received | ReferralStatus::Accepted => "active",
        ReferralStatus::WaitingList => "on-hold",
        ReferralStatus::Declined | ReferralStatus::Redirected => "revoked",
    }
}

const fn priority(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Routine => "routine",
        Urgency::Urgent => "urgent",
        Urgency::Asap => "asap",
    }
}

#[must_use]
pub fn request(about: About, row: &ReferralRow, is_open: bool) -> ServiceRequest {
    // Who asked stands as a role: the name of whoever it was is not kept.
    let requester = match row.source {
        ReferralSource::SelfReferred => Reference::patient(about),
        source => Reference { display: source.label(about.lang).into_owned(), ..Reference::default() },
    };
    ServiceRequest {
        id: row.id.to_string(),
        meta: Meta::restricted(),
        status: status(row.status, is_open),
        intent: "order",
        priority: priority(row.urgency),
        code: Concept::of(Coding::local("service", "occupational-therapy", "Occupational therapy")),
        subject: Reference::patient(about),
        occurrence_date_time: day(row.first_contact_on),
        authored_on: day(Some(row.received_on)),
        requester: Some(requester),
        reason_code: said(&row.reason).map(Concept::text).into_iter().collect(),
        note: said(&row.decision_reason).map(Annotation::text).into_iter().collect(),
    }
}

/// Who is on the waiting list waits for an appointment.
#[must_use]
pub fn on_waiting_list(about: About, row: &ReferralRow) -> Option<Appointment> {
    (row.status == ReferralStatus::WaitingList)
        .then(|| waiting(about, row.id.0, "Occupational therapy", &instant(row.created_at)))
}

fn said(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_of_referrals() {
        for (held, is_open, expected) in [
            (ReferralStatus::Received, true, "active"),
            (ReferralStatus::Accepted, true, "active"),
            (ReferralStatus::Accepted, false, "completed"),
            (ReferralStatus::WaitingList, true, "on-hold"),
            (ReferralStatus::Declined, true, "revoked"),
            (ReferralStatus::Redirected, false, "revoked"),
        ] {
            assert_eq!(status(held, is_open), expected, "{held:?} {is_open}");
        }
        for (urgency, expected) in [(Urgency::Routine, "routine"), (Urgency::Urgent, "urgent"), (Urgency::Asap, "asap")]
        {
            assert_eq!(priority(urgency), expected);
        }
    }
}
