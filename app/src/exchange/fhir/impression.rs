//! ClinicalImpression: a signed evaluation, section by section.

use chrono::NaiveDate;

use super::About;
use super::types::{Annotation, Meta, Reference, day, fhir};
use crate::care::evaluations::Section;
use crate::kit::ids::{EvaluationId, NoteId, UserId};

fhir! {
    ClinicalImpression {
        id: String, meta: Meta, status: &'static str, description: String, subject: Reference, effective_date_time: String,
        date: String, assessor: Option<Reference>, summary: String, supporting_info: Vec<Reference>, note: Vec<Annotation>,
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EvaluationRow {
    pub id: EvaluationId,
    pub occurred_on: NaiveDate,
    pub author_id: UserId,
    pub author_name: String,
    pub note_id: NoteId,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SectionRow {
    pub evaluation_id: EvaluationId,
    pub section: Section,
    pub content: String,
}

#[must_use]
pub fn impression(about: About, row: &EvaluationRow, sections: &[SectionRow]) -> ClinicalImpression {
    let own = || sections.iter().filter(|held| held.evaluation_id == row.id && !held.content.trim().is_empty());
    let text = |section: Section| own().find(|held| held.section == section).map(|held| held.content.clone());
    let others = own().filter(|held| !matches!(held.section, Section::Reason | Section::Synthesis));
    ClinicalImpression {
        id: row.id.to_string(),
        meta: Meta::restricted(),
        status: "completed",
        description: text(Section::Reason).unwrap_or_default(),
        subject: Reference::patient(about),
        effective_date_time: day(Some(row.occurred_on)),
        date: day(Some(row.occurred_on)),
        assessor: Some(Reference::staff(row.author_id, &row.author_name)),
        summary: text(Section::Synthesis).unwrap_or_default(),
        supporting_info: vec![Reference::to("Composition", row.note_id)],
        note: others
            .map(|held| Annotation::text(format!("{}: {}", held.section.label(about.lang), held.content)))
            .collect(),
    }
}
