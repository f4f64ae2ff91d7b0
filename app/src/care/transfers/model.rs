//! A package, what goes with it, and what is open when it goes.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::care::goals::{Goal, Level};
use crate::care::identity::{HeldName, ShownName};
use crate::care::notes::SignedNote;
use crate::care::plans::Plan;
use crate::kit::ids::{FacilityId, GoalThreadId, NoteId, PackageId, PersonId};
use crate::text_enum;
use crate::web::Ctx;

text_enum! {
    pub enum PackageStatus label "package-status" {
        Prepared = "prepared",
        Sent = "sent",
        Received = "received",
        Withdrawn = "withdrawn",
    }
}

/// A package with the names that its pages need.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Package {
    pub id: PackageId,
    pub patient_id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    pub facility_id: FacilityId,
    pub from_name: String,
    pub to_facility_id: FacilityId,
    pub to_name: String,
    pub summary: String,
    pub open_matters: String,
    pub patient_informed: bool,
    pub objection: String,
    pub status: PackageStatus,
    pub prepared_by: String,
    pub sent_at: Option<DateTime<Utc>>,
    pub received_by: Option<String>,
    pub received_at: Option<DateTime<Utc>>,
    pub note_id: Option<NoteId>,
    /// Whether the person has come to the facility that the package goes to.
    pub arrived: bool,
    pub version: i32,
}

impl Package {
    /// Who it is, as far as the reader is told.
    #[must_use]
    pub fn shown(&self, ctx: &Ctx) -> ShownName {
        self.who.shown(ctx, self.patient_id)
    }

    #[must_use]
    pub fn text(&self) -> PackageText {
        PackageText {
            to: self.to_facility_id,
            summary: self.summary.clone(),
            open_matters: self.open_matters.clone(),
            patient_informed: self.patient_informed,
            objection: self.objection.clone(),
        }
    }
}

/// What is written in a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageText {
    pub to: FacilityId,
    pub summary: String,
    pub open_matters: String,
    pub patient_informed: bool,
    /// What the patient has against it, or why the patient was not told.
    pub objection: String,
}

/// The move as custody has planned it or carried it out.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PlannedMove {
    pub to_facility_id: FacilityId,
    pub to_name: String,
    pub planned_on: NaiveDate,
    pub done_at: Option<DateTime<Utc>>,
}

/// A place with a health unit.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Place {
    pub id: FacilityId,
    pub name: String,
}

/// The last review, as far as it goes with the package.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LastReview {
    pub held_on: NaiveDate,
    pub summary: String,
    pub patient_view: String,
    pub next_review_on: Option<NaiveDate>,
}

/// A functional notice that is in force.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct NoticeInForce {
    pub kind: String,
    pub expires_on: NaiveDate,
}

/// What goes: read from the record, never copied.
#[derive(Debug)]
pub struct Contents {
    pub plan: Option<Plan>,
    pub goals: Vec<Goal>,
    pub levels: HashMap<GoalThreadId, Level>,
    pub review: Option<LastReview>,
    pub notices: Vec<NoticeInForce>,
    /// `None` for those who read no notes of this patient.
    pub notes: Option<Vec<SignedNote>>,
}

/// What is unfinished, in numbers: enough to know what comes, before the record is one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct OpenMatters {
    pub goals: i64,
    pub notes: i64,
    pub next_review_on: Option<NaiveDate>,
    pub draft_plans: i64,
    pub draft_evaluations: i64,
    pub draft_reviews: i64,
    pub draft_notes: i64,
    pub unsigned_sessions: i64,
    pub notices: i64,
    pub programmes: i64,
    pub bookings: i64,
    pub disclosures: i64,
}

/// Somebody on the way out of a unit or into it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct OnTheWay {
    pub patient_id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    /// The other facility, where it is known.
    pub place: Option<String>,
    pub planned_on: Option<NaiveDate>,
    /// The person is housed elsewhere already.
    pub gone: bool,
    pub package: Option<PackageStatus>,
}

impl OnTheWay {
    /// Who it is, as far as the reader is told.
    #[must_use]
    pub fn shown(&self, ctx: &Ctx) -> ShownName {
        self.who.shown(ctx, self.patient_id)
    }
}
