//! A comment with what has been said about it since.

use chrono::{DateTime, Utc};

use crate::care::identity::HeldName;
use crate::care::notes::NoteKind;
use crate::kit::ids::{CommentId, NoteId, PersonId, PlanId, UserId};
use crate::text_enum;

text_enum! {
    /// What a row of a comment's story is.
    pub enum Kind label "comment-kind" {
        Comment = "comment",
        Answer = "answer",
        Closed = "closed",
        Reopened = "reopened",
        Error = "error",
    }
}

text_enum! {
    /// Where a comment stands.
    pub enum State label "comment-state" {
        Open = "open",
        Answered = "answered",
        Closed = "closed",
        Error = "error",
    }
}

/// What a comment is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// A version of a plan, with its number.
    Plan(PlanId, i32),
    Note(NoteId),
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Row {
    pub id: CommentId,
    pub kind: Kind,
    pub about_id: Option<CommentId>,
    pub author_id: UserId,
    pub author: String,
    pub profession: String,
    pub words: String,
    pub created_at: DateTime<Utc>,
}

/// A comment or an answer, and the row that says it was made in error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub row: Row,
    pub error: Option<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    pub comment: Said,
    pub answers: Vec<Said>,
    /// Closings and openings, in the order of time.
    pub turns: Vec<Row>,
}

/// A row about to be added.
#[derive(Debug, Clone)]
pub struct New {
    pub id: CommentId,
    pub patient: PersonId,
    pub on: On,
    pub kind: Kind,
    pub about: Option<CommentId>,
    pub author: UserId,
    pub words: String,
    pub at: DateTime<Utc>,
}

/// A line of the list. It carries no word of what was said: a comment on a restricted note is read beside the note only.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Line {
    pub id: CommentId,
    pub patient_id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    pub version_no: Option<i32>,
    pub note_id: Option<NoteId>,
    pub note_kind: Option<NoteKind>,
    pub occurred_at: Option<DateTime<Utc>>,
    pub author: String,
    pub created_at: DateTime<Utc>,
    pub answers: i64,
    pub state: State,
}
