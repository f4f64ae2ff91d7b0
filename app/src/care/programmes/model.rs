//! The words of a programme and what its pages read of it.

use chrono::NaiveDate;

use crate::care::activities::ActivityTitle;
use crate::care::identity::{HeldName, ShownName};
use crate::kit::ids::{PersonId, ProgrammeId, UserId};
use crate::text_enum;
use crate::web::Ctx;

text_enum! {
    /// Who may join. A closed programme goes on with those whom it has; a rolling one fills places in the order of waiting.
    pub enum Intake label "intake" { Open = "open", Closed = "closed", Rolling = "rolling" }
}

text_enum! {
    pub enum ProgrammeStatus label "programme-status" { Active = "active", Ended = "ended" }
}

text_enum! {
    pub enum MemberStatus label "member-status" {
        Waiting = "waiting",
        Active = "active",
        Paused = "paused",
        Completed = "completed",
        WithdrawnByPatient = "withdrawn_by_patient",
        WithdrawnByStaff = "withdrawn_by_staff",
        Transferred = "transferred",
        Released = "released",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Programme {
    pub id: ProgrammeId,
    pub title: String,
    pub purpose: String,
    pub activity_code: String,
    #[sqlx(flatten)]
    pub activity: ActivityTitle,
    pub intake: Intake,
    pub capacity: i32,
    pub lead_id: UserId,
    pub lead_name: String,
    pub status: ProgrammeStatus,
    pub version: i32,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ProgrammeLine {
    pub id: ProgrammeId,
    pub title: String,
    #[sqlx(flatten)]
    pub activity: ActivityTitle,
    pub intake: Intake,
    pub capacity: i32,
    pub lead_name: String,
    pub active: i64,
    pub waiting: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Member {
    pub patient_id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    pub status: MemberStatus,
    pub since: NaiveDate,
    pub position: i32,
    pub version: i32,
}

impl Member {
    /// Who it is, as far as the reader is told.
    #[must_use]
    pub fn shown(&self, ctx: &Ctx) -> ShownName {
        self.who.shown(ctx, self.patient_id)
    }
}

/// What a form says of a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub title: String,
    pub purpose: String,
    pub activity_code: String,
    pub intake: Intake,
    pub capacity: i32,
    pub lead: UserId,
}
