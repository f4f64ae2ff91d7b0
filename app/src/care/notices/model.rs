//! A notice as care knows it.

use chrono::{DateTime, NaiveDate, Utc};

use crate::custody::notices::Terms;
use crate::kit::ids::{ConsentId, NoticeId, PersonId, UserId};
use crate::text_enum;

text_enum! {
    /// What entitles care to tell custody anything.
    pub enum NoticeBasis label "notice-basis" {
        Consent = "consent",
        VitalInterest = "vital_interest",
        LegalDuty = "legal_duty",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CareNotice {
    pub id: NoticeId,
    #[sqlx(flatten)]
    pub terms: Terms,
    pub starts_on: NaiveDate,
    pub expires_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
    pub acknowledged_at: Option<DateTime<Utc>>,
    pub version: i32,
    pub basis: NoticeBasis,
    pub reason: String,
    pub given_by: String,
}

/// A notice about to be given.
#[derive(Debug, Clone)]
pub struct NewNotice {
    pub id: NoticeId,
    pub patient: PersonId,
    pub terms: Terms,
    pub starts_on: NaiveDate,
    pub expires_on: NaiveDate,
    pub basis: NoticeBasis,
    /// Where the basis is consent: the one that it rests on.
    pub consent: Option<ConsentId>,
    pub reason: String,
    pub by: UserId,
    pub at: DateTime<Utc>,
}
