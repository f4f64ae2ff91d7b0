//! An evaluation and its sections.

use chrono::{DateTime, NaiveDate, Utc};

use crate::kit::ids::{EvaluationId, NoteId};
use crate::text_enum;

text_enum! {
    /// The sections in the order of the form. The labels stand as headings in signed notes and are never reused for another thing.
    pub enum Section label "evaluation-section" {
        Reason = "reason",
        GoingWell = "going_well",
        Concerns = "concerns",
        History = "history",
        Roles = "roles",
        Routines = "routines",
        ValuesInterests = "values_interests",
        Environment = "environment",
        Priorities = "priorities",
        ReleaseHopes = "release_hopes",
        Observed = "observed",
        MotorSkills = "motor_skills",
        ProcessSkills = "process_skills",
        SocialSkills = "social_skills",
        Patterns = "patterns",
        Demands = "demands",
        Strengths = "strengths",
        Barriers = "barriers",
        Synthesis = "synthesis",
    }
}

/// The two parts of an evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What the patient tells: who he or she is by what is done in a day and a life.
    Profile,
    /// What was seen when something was done.
    Analysis,
}

impl Part {
    pub const ALL: [Self; 2] = [Self::Profile, Self::Analysis];

    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Profile => "evaluations-profile",
            Self::Analysis => "evaluations-analysis",
        }
    }

    #[must_use]
    pub const fn hint_key(self) -> &'static str {
        match self {
            Self::Profile => "evaluations-profile-hint",
            Self::Analysis => "evaluations-analysis-hint",
        }
    }

    pub fn sections(self) -> impl Iterator<Item = Section> {
        Section::ALL.iter().copied().filter(move |section| section.part() == self)
    }
}

impl Section {
    #[must_use]
    pub fn part(self) -> Part {
        if self < Self::Observed { Part::Profile } else { Part::Analysis }
    }

    /// The key of its label, as a signed note keeps it.
    #[must_use]
    pub fn label_key(self) -> String {
        format!("evaluation-section-{}", self.as_str().replace('_', "-"))
    }

    /// Its place in the page.
    #[must_use]
    pub fn anchor(self) -> String {
        format!("section-{}", self.as_str().replace('_', "-"))
    }
}

/// An evaluation, being written or signed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Evaluation {
    pub id: EvaluationId,
    /// Of a draft, the day it was begun; of a signed one, the day it speaks of.
    pub occurred_on: NaiveDate,
    pub author_name: String,
    pub note_id: Option<NoteId>,
    pub signed_at: Option<DateTime<Utc>>,
    pub version: i32,
}

/// One section as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Written {
    pub section: Section,
    pub content: String,
    pub updated_by: String,
    pub updated_at: DateTime<Utc>,
    pub version: i32,
}

/// An evaluation with its sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub evaluation: Evaluation,
    pub sections: Vec<Written>,
}

impl Stored {
    #[must_use]
    pub fn written(&self, section: Section) -> Option<&Written> {
        self.sections.iter().find(|written| written.section == section)
    }

    /// What a section says; empty when nobody has written it.
    #[must_use]
    pub fn text(&self, section: Section) -> &str {
        self.written(section).map_or("", |written| written.content.as_str())
    }
}
