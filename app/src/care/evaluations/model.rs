//! An evaluation and its sections.

use std::fmt::{self, Display, Formatter};

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest as _, Sha256};

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

/// What a form stood on when it was shown: the version of a section, and a mark of what it said, by which a section that comes back
/// untouched is told from one that was written in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// 0 for a section that nobody had written.
    pub version: i32,
    mark: String,
}

impl Seen {
    #[must_use]
    pub fn new(version: i32, text: &str) -> Self {
        let digest = Sha256::digest(text.as_bytes());
        Self { version, mark: hex::encode(digest.get(..8).unwrap_or_default()) }
    }

    /// As [`Self::to_string`] wrote it; of anything else, that nothing had been seen.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let (version, mark) = text.split_once('-').unwrap_or_default();
        version.parse().map_or_else(|_| Self::default(), |version| Self { version, mark: mark.to_owned() })
    }

    /// Whether this is what was shown.
    #[must_use]
    pub fn is_of(&self, text: &str) -> bool {
        *self == Self::new(self.version, text)
    }
}

impl Display for Seen {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.version, self.mark)
    }
}

/// A section that somebody has written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    pub section: Section,
    /// The version over which it was written.
    pub over: i32,
    pub text: String,
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

    /// What a form of this section stands on.
    #[must_use]
    pub fn seen(&self, section: Section) -> Seen {
        Seen::new(self.written(section).map_or(0, |written| written.version), self.text(section))
    }

    /// What a section says; empty when nobody has written it.
    #[must_use]
    pub fn text(&self, section: Section) -> &str {
        self.written(section).map_or("", |written| written.content.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn a_form_knows_what_it_was_shown_with() {
        let shown = Seen::read(&Seen::new(3, "Father of two.").to_string());
        assert_eq!(shown.version, 3);
        for (text, untouched) in [("Father of two.", true), ("Father of three.", false), ("", false)] {
            assert_eq!(shown.is_of(text), untouched, "{text}");
        }
        for forged in ["", "3", "x-y", "-1a"] {
            assert_eq!(Seen::read(forged), Seen::default(), "{forged}");
            assert!(!Seen::read(forged).is_of(""), "{forged}: what was never shown has been written");
        }
    }
}
