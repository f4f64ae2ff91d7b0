//! Goal: each goal of each version of the plan, with its ladder.

use chrono::{DateTime, NaiveDate, Utc};

use super::About;
use super::types::{Annotation, Coding, Concept, Meta, Reference, day, fhir, hyphened};
use crate::care::goals::ExpressedBy;
use crate::care::plans::{Achievement, Area, Lifecycle};
use crate::kit::ids::{GoalId, PlanId, UserId};

const ACHIEVEMENT: &str = "http://terminology.hl7.org/CodeSystem/goal-achievement";

fhir! {
    Target { measure: Option<Concept>, detail_string: String, due_date: String }
    Goal {
        id: String, meta: Meta, lifecycle_status: String, achievement_status: Option<Concept>, category: Vec<Concept>,
        description: Concept, subject: Reference, start_date: String, target: Vec<Target>, expressed_by: Option<Reference>,
        note: Vec<Annotation>,
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct GoalRow {
    pub id: GoalId,
    pub plan_id: PlanId,
    pub description: String,
    pub patient_words: String,
    pub area: Area,
    pub lifecycle: Lifecycle,
    pub achievement: Achievement,
    pub target_date: Option<NaiveDate>,
    pub step_m2: String,
    pub step_m1: String,
    pub step_0: String,
    pub step_p1: String,
    pub step_p2: String,
    pub expressed_by: ExpressedBy,
    pub starts_on: Option<NaiveDate>,
    pub lead_id: UserId,
    pub lead_name: String,
    pub created_at: DateTime<Utc>,
}

#[must_use]
pub fn goal(about: About, row: &GoalRow) -> Goal {
    let achieved = hyphened(row.achievement.as_str());
    let expressed_by = match row.expressed_by {
        ExpressedBy::Patient => Reference::patient(about),
        _ => Reference::staff(row.lead_id, &row.lead_name),
    };
    let mut note = Vec::new();
    if !row.patient_words.trim().is_empty() {
        note.push(Annotation {
            author_reference: Some(Reference::patient(about)),
            ..Annotation::text(&row.patient_words)
        });
    }
    note.extend(ladder(row).map(Annotation::text));
    Goal {
        id: row.id.to_string(),
        meta: Meta::restricted(),
        lifecycle_status: hyphened(row.lifecycle.as_str()),
        achievement_status: Some(Concept::of(Coding::new(ACHIEVEMENT, achieved))),
        category: vec![Concept::local("area", row.area.as_str(), row.area.label(about.lang))],
        description: Concept::text(described(about, row)),
        subject: Reference::patient(about),
        start_date: day(row.starts_on),
        target: target(row).into_iter().collect(),
        expressed_by: Some(expressed_by),
        note,
    }
}

/// Never empty: where nobody has described it, the patient's words or the area stand in.
fn described(about: About, row: &GoalRow) -> String {
    let said = [row.description.trim(), row.patient_words.trim()].into_iter().find(|text| !text.is_empty());
    said.map_or_else(|| row.area.label(about.lang).into_owned(), str::to_owned)
}

/// The expected step is what is aimed at.
fn target(row: &GoalRow) -> Option<Target> {
    let expected = row.step_0.trim();
    if expected.is_empty() && row.target_date.is_none() {
        return None;
    }
    let measure = Concept::local("measure", "goal-attainment", "Goal attainment scaling");
    Some(Target {
        measure: (!expected.is_empty()).then_some(measure),
        detail_string: expected.to_owned(),
        due_date: day(row.target_date),
    })
}

fn ladder(row: &GoalRow) -> Option<String> {
    let steps =
        [("−2", &row.step_m2), ("−1", &row.step_m1), ("0", &row.step_0), ("+1", &row.step_p1), ("+2", &row.step_p2)];
    let said: Vec<String> = steps
        .iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(level, text)| format!("{level}: {text}"))
        .collect();
    (!said.is_empty()).then(|| said.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes of R4, which a change of the record's own must not leave.
    #[test]
    fn every_state_is_one_of_fhir() {
        let lifecycle = [
            "proposed",
            "planned",
            "accepted",
            "active",
            "on-hold",
            "completed",
            "cancelled",
            "entered-in-error",
            "rejected",
        ];
        for held in Lifecycle::ALL {
            assert!(lifecycle.contains(&hyphened(held.as_str()).as_str()), "{held:?}");
        }
        let achievement = [
            "in-progress",
            "improving",
            "worsening",
            "no-change",
            "achieved",
            "sustaining",
            "not-achieved",
            "no-progress",
            "not-attainable",
        ];
        for held in Achievement::ALL {
            assert!(achievement.contains(&hyphened(held.as_str()).as_str()), "{held:?}");
        }
    }
}
