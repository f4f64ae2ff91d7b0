//! A question with the turns it has taken.

use chrono::{DateTime, NaiveDate, Utc};

use crate::care::identity::HeldName;
use crate::care::notes::{NoteKind, Sensitivity};
use crate::kit::ids::{FacilityId, NoteId, PersonId, PlanId, QuestionId, TurnId, UserId};
use crate::text_enum;

text_enum! {
    pub enum Status label "question-status" {
        Open = "open",
        Answered = "answered",
        Accepted = "accepted",
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// What somebody does about a question.
    pub enum Act label "question-act" {
        Answer = "answer",
        /// The same question once more, with what is still missing and another day.
        Again = "again",
        Accepted = "accepted",
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// Which questions a list shows.
    pub enum Show label "question-show" {
        Open = "open",
        Late = "late",
        Answered = "answered",
        Accepted = "accepted",
        All = "all",
    }
}

text_enum! {
    /// Whose questions a list shows.
    pub enum Whose label "question-whose" {
        Mine = "mine",
        Asked = "asked",
        Unit = "unit",
    }
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    Unit,
    Patient(PersonId),
    /// A version of a patient's plan, with its number.
    Plan(PersonId, PlanId, i32),
    Note(PersonId, NoteId),
}

impl About {
    #[must_use]
    pub const fn patient(self) -> Option<PersonId> {
        match self {
            Self::Unit => None,
            Self::Patient(patient) | Self::Plan(patient, ..) | Self::Note(patient, _) => Some(patient),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Question {
    pub id: QuestionId,
    pub facility_id: FacilityId,
    pub patient_id: Option<PersonId>,
    /// Empty where the question is about no patient.
    #[sqlx(flatten)]
    pub who: HeldName,
    /// Who leads the patient today.
    pub lead_id: Option<UserId>,
    pub version_no: Option<i32>,
    pub note_id: Option<NoteId>,
    pub note_kind: Option<NoteKind>,
    pub sensitivity: Option<Sensitivity>,
    pub asked_by: UserId,
    pub asker: String,
    pub asked_of: UserId,
    pub asked: String,
    pub words: String,
    pub asked_at: DateTime<Utc>,
    pub status: Status,
    pub due_on: NaiveDate,
    pub version: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Turn {
    pub kind: Act,
    pub words: String,
    pub due_on: Option<NaiveDate>,
    pub author: String,
    pub created_at: DateTime<Utc>,
}

/// A question about to be asked.
#[derive(Debug, Clone)]
pub struct New {
    pub id: QuestionId,
    pub facility: FacilityId,
    pub about: About,
    pub by: UserId,
    pub of: UserId,
    pub words: String,
    pub due_on: NaiveDate,
    pub at: DateTime<Utc>,
}

/// A turn about to be taken.
#[derive(Debug, Clone)]
pub struct NewTurn {
    pub id: TurnId,
    pub question: QuestionId,
    pub act: Act,
    pub words: String,
    pub due_on: Option<NaiveDate>,
    pub by: UserId,
    pub at: DateTime<Utc>,
}
