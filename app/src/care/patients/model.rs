//! A patient as care sees one: who and where, which alerts custody has set, who treats.

use chrono::NaiveDate;

use crate::access::Permission;
use crate::access::policy::{self, Facts};
use crate::access::roles::Actor;
use crate::care::identity::{HeldBirth, HeldHousing, HeldName, ShownName};
use crate::care::plans::PlanStatus;
use crate::custody::outings::model::Away;
use crate::custody::people::{AlertKind, Presence};
use crate::kit::ids::{FacilityId, PersonId, UserId};
use crate::text_enum;
use crate::web::Ctx;

text_enum! {
    pub enum Sex label "sex" { Female = "female", Male = "male", Other = "other", Unknown = "unknown" }
}

text_enum! {
    pub enum LegalStatus label "legal-status" {
        Remand = "remand",
        Sentenced = "sentenced",
        SecurityMeasure = "security_measure",
        Other = "other",
    }
}

text_enum! {
    /// Whether the record is worked on.
    pub enum RecordStatus label "record-status" { Open = "open", Closed = "closed" }
}

/// An alert that custody has set. Why it was set is not care's to know.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Alert {
    pub kind: AlertKind,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
}

/// What stands at the head of each page of a patient.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PatientHead {
    pub id: PersonId,
    pub facility_id: FacilityId,
    pub status: RecordStatus,
    pub opened_on: NaiveDate,
    pub lead_id: UserId,
    pub lead_name: String,
    #[sqlx(flatten)]
    pub who: HeldName,
    #[sqlx(flatten)]
    pub born: HeldBirth,
    #[sqlx(flatten)]
    pub home: HeldHousing,
    pub sex: Sex,
    pub legal_status: LegalStatus,
    pub presence: Presence,
    /// The person's own language, as custody wrote it down.
    pub language: String,
    /// Whether the user who looks belongs to the team.
    pub treating: bool,
    /// Of the row, to notice that somebody else has saved.
    pub version: i32,
    #[sqlx(skip)]
    pub alerts: Vec<Alert>,
    /// Ways out of the house, past and planned: told on their day alone.
    #[sqlx(skip)]
    pub outings: Vec<Away>,
    /// The patient has said no to treatment, or has taken a yes back.
    pub treatment_refused: bool,
}

impl PatientHead {
    /// Who it is, as far as the reader is told.
    #[must_use]
    pub fn shown(&self, ctx: &Ctx) -> ShownName {
        self.who.shown(ctx, self.id)
    }

    /// The name, or the pseudonym.
    #[must_use]
    pub fn name(&self, ctx: &Ctx) -> String {
        self.shown(ctx).name()
    }

    /// Whether the user who looks may also see what another permission covers: pages show parts of the record together that not
    /// every reader of the page may read.
    #[must_use]
    pub fn may(&self, actor: &Actor, permission: Permission) -> bool {
        let facts = Facts { facility: Some(self.facility_id), treating: self.treating, ..Facts::default() };
        policy::decide(actor, permission, &facts).is_ok()
    }

    /// Whether a page is offered to the user: it is open, or asks for a reason and then opens.
    #[must_use]
    pub fn offers(&self, actor: &Actor, permission: Permission) -> bool {
        let facts =
            Facts { facility: Some(self.facility_id), treating: self.treating, of_patient: true, ..Facts::default() };
        policy::decide(actor, permission, &facts).err().is_none_or(|denied| denied.remedy().is_some())
    }

    #[must_use]
    pub fn is_open(&self) -> bool {
        self.status == RecordStatus::Open
    }
}

/// One line of the caseload.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct CaseloadLine {
    pub id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    #[sqlx(flatten)]
    pub home: HeldHousing,
    pub presence: Presence,
    /// Of the plan that is followed, else of the one being written.
    pub plan_status: Option<PlanStatus>,
    pub next_review_on: Option<NaiveDate>,
    pub lead_name: String,
}

/// A person of the facility who is not in the caseload.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Candidate {
    pub id: PersonId,
    pub prison_number: String,
    pub family_name: String,
    pub given_name: String,
    pub birth_date: NaiveDate,
    pub presence: Presence,
    pub wing: Option<String>,
    pub cell: String,
}

/// Somebody who treats, or could.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Colleague {
    pub id: UserId,
    pub name: String,
    pub profession: String,
    /// Whether they may write plans here, and so may lead.
    pub may_lead: bool,
}

/// The orders that the caseload can be put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CaseloadOrder {
    #[default]
    Name,
    Number,
    Housing,
    Review,
    /// For readers under pseudonyms: neither the order of names nor that of numbers.
    Entry,
    /// As [`Self::Review`], for the same readers.
    ReviewUnnamed,
}

impl CaseloadOrder {
    #[must_use]
    pub fn of(code: Option<&str>, sees_names: bool) -> Self {
        match code {
            Some("review") if !sees_names => Self::ReviewUnnamed,
            _ if !sees_names => Self::Entry,
            Some("number") => Self::Number,
            Some("housing") => Self::Housing,
            Some("review") => Self::Review,
            _ => Self::Name,
        }
    }
}

/// Which part of the caseload is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseloadFilter {
    pub facility: FacilityId,
    /// `None` for every lead's patients.
    pub lead: Option<UserId>,
    pub words: [String; 3],
    /// Those whose pseudonym was searched for; `None` for everybody.
    pub people: Option<Vec<PersonId>>,
}

impl CaseloadFilter {
    /// Whether nobody in particular is searched for.
    pub fn is_everybody(&self) -> bool {
        self.words.iter().all(|word| word == super::rules::EVERYBODY)
    }
}
