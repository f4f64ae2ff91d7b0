//! A report as it is kept: codes and figures, so that it reads the same in each language and can be compared with the next version.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::kit::ids::{FacilityId, ReportId};
use crate::text_enum;

text_enum! {
    pub enum Kind label "reports-kind" { Month = "month", Year = "year" }
}

/// What the figures of a section are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Minutes,
    Count,
}

/// One line; a figure that is hidden is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// A code of the section's list, or the name of a facility or programme.
    pub label: String,
    pub figures: Vec<Option<i64>>,
}

/// A table of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub code: String,
    pub unit: Unit,
    /// Codes of periods, or `total`.
    pub columns: Vec<String>,
    pub lines: Vec<Line>,
}

/// All that a report says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    pub sections: Vec<Section>,
}

impl Body {
    /// As it is kept: the same figures are always the same text.
    #[must_use]
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}

/// What proves that a text is the one that was given out.
#[must_use]
pub fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(text).into()
}

/// One figure that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub section: String,
    pub label: String,
    pub column: String,
    pub unit: Unit,
    pub before: Option<i64>,
    pub after: Option<i64>,
}

/// Every figure in which two versions differ; what stands in one of them only was 0 in the other.
#[must_use]
pub fn changes(before: &Body, after: &Body) -> Vec<Change> {
    let keys = |body: &Body| {
        let mut keys = Vec::new();
        for section in &body.sections {
            for line in &section.lines {
                for column in &section.columns {
                    keys.push((section.code.clone(), line.label.clone(), column.clone(), section.unit));
                }
            }
        }
        keys
    };
    let mut all = keys(before);
    all.extend(keys(after).into_iter().filter(|key| !keys(before).contains(key)).collect::<Vec<_>>());
    all.into_iter()
        .filter_map(|(section, label, column, unit)| {
            let (old, new) = (figure(before, &section, &label, &column), figure(after, &section, &label, &column));
            (old != new).then_some(Change { section, label, column, unit, before: old, after: new })
        })
        .collect()
}

fn figure(body: &Body, section: &str, label: &str, column: &str) -> Option<i64> {
    let Some(held) = body.sections.iter().find(|held| held.code == section) else { return Some(0) };
    let Some(line) = held.lines.iter().find(|line| line.label == label) else { return Some(0) };
    let at = held.columns.iter().position(|held| held == column);
    at.and_then(|at| line.figures.get(at).copied()).unwrap_or(Some(0))
}

/// A report as it was given out.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Report {
    pub id: ReportId,
    pub number: i32,
    pub version_no: i32,
    pub kind: Kind,
    pub facility_id: Option<FacilityId>,
    pub period: String,
    pub body: String,
    pub hash: Vec<u8>,
    pub made_by_name: String,
    pub made_at: DateTime<Utc>,
}

impl Report {
    /// Whether the text is still the one that was given out.
    #[must_use]
    pub fn is_genuine(&self) -> bool {
        hash(&self.body).as_slice() == self.hash.as_slice()
    }

    /// What stands on every sheet of it: number and version.
    #[must_use]
    pub fn sign(&self) -> String {
        format!("{}/{}", self.number, self.version_no)
    }

    /// The first half of the hash in hexadecimal digits, enough to compare by eye.
    #[must_use]
    pub fn seal(&self) -> String {
        self.hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}
