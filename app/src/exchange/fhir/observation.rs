//! Observation: ratings of goals, results of measures, and how a patient took part in a session. The codes are Ergon's own: where
//! no code of LOINC is certain, a wrong one would be worse.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::About;
use super::appointment::Outcome;
use super::session::{SessionRow, encounter_id};
use super::types::{Annotation, Coding, Concept, Meta, Quantity, Reference, day, fhir, instant, own_id};
use crate::care::measures::library::Catalogue;
use crate::kit::ids::{GoalId, NoteId, UserId};

fhir! {
    Component { code: Concept, value_integer: Option<i32>, value_quantity: Option<Quantity>, value_codeable_concept: Option<Concept> }
    Observation {
        id: String, meta: Meta, status: &'static str, category: Vec<Concept>, code: Concept, subject: Reference,
        focus: Vec<Reference>, encounter: Option<Reference>, effective_date_time: String, issued: String,
        performer: Vec<Reference>, value_integer: Option<i32>, value_quantity: Option<Quantity>, note: Vec<Annotation>,
        derived_from: Vec<Reference>, component: Vec<Component>,
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RatingRow {
    pub id: Uuid,
    pub goal_id: GoalId,
    pub rated_on: NaiveDate,
    pub level: i32,
    pub evidence: String,
    pub rated_by: UserId,
    pub rated_by_name: String,
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ResultRow {
    pub id: Uuid,
    pub measure_code: String,
    pub definition_no: i32,
    pub taken_on: NaiveDate,
    pub language: String,
    pub answers: String,
    pub score_milli: i32,
    pub second_score_milli: Option<i32>,
    pub comment: String,
    pub note_id: NoteId,
    pub taken_by: UserId,
    pub taken_by_name: String,
    pub created_at: DateTime<Utc>,
}

fn base(about: About, id: String, code: Concept) -> Observation {
    let category =
        Coding::new("http://terminology.hl7.org/CodeSystem/observation-category", "therapy").named("Therapy");
    Observation {
        id,
        meta: Meta::restricted(),
        status: "final",
        category: vec![Concept::of(category)],
        code,
        subject: Reference::patient(about),
        ..Observation::default()
    }
}

fn notes(text: &str) -> Vec<Annotation> {
    if text.trim().is_empty() { Vec::new() } else { vec![Annotation::text(text)] }
}

/// The step of its ladder that a goal had reached, from −2 to +2.
#[must_use]
pub fn rating(about: About, row: &RatingRow) -> Observation {
    Observation {
        focus: vec![Reference::to("Goal", row.goal_id)],
        effective_date_time: day(Some(row.rated_on)),
        issued: instant(row.created_at),
        performer: vec![Reference::staff(row.rated_by, &row.rated_by_name)],
        value_integer: Some(row.level),
        note: notes(&row.evidence),
        ..base(about, row.id.to_string(), Concept::local("measure", "goal-attainment", "Goal attainment"))
    }
}

/// The score of a measure; with the answers that it was made from, where they may leave.
#[must_use]
pub fn result(about: About, row: &ResultRow, catalogue: &Catalogue, has_answers: bool) -> Observation {
    let definition = catalogue.find(&row.measure_code);
    let title = definition.map_or_else(|| row.measure_code.clone(), |held| held.title(about.lang).to_owned());
    let second = row.second_score_milli.map(|milli| {
        let name = definition.and_then(|held| held.slots.get(1));
        let name = name.map_or("2", |slot| crate::care::measures::definition::say(&slot.text, about.lang));
        Component { code: Concept::text(name), value_quantity: Some(quantity(milli)), ..Component::default() }
    });
    Observation {
        effective_date_time: day(Some(row.taken_on)),
        issued: instant(row.created_at),
        performer: vec![Reference::staff(row.taken_by, &row.taken_by_name)],
        value_quantity: Some(quantity(row.score_milli)),
        note: notes(&row.comment),
        derived_from: has_answers
            .then(|| Reference::to("QuestionnaireResponse", super::questionnaire::id(about, row)))
            .into_iter()
            .collect(),
        component: second.into_iter().collect(),
        ..base(about, row.id.to_string(), Concept::local("measure", &row.measure_code, title))
    }
}

/// Scores are kept in thousandths.
fn quantity(milli: i32) -> Quantity {
    Quantity { value: Some(f64::from(milli) / 1000.0) }
}

/// Participation, assistance and mood of one session.
#[must_use]
pub fn participation(about: About, row: &SessionRow) -> Option<Observation> {
    if row.outcome() != Outcome::Attended {
        return None;
    }
    let lang = about.lang;
    let number = |key: &str, code: &str, value: Option<i32>| {
        value.map(|value| Component {
            code: Concept::local("participation", code, lang.t(key)),
            value_integer: Some(value),
            ..Component::default()
        })
    };
    let assistance = row.assistance.map(|code| Component {
        code: Concept::local("participation", "assistance", lang.t("sessions-assistance")),
        value_codeable_concept: Some(Concept::local("assistance", code.as_str(), code.label(lang))),
        ..Component::default()
    });
    let components: Vec<Component> = [
        number("sessions-minutes", "minutes", row.minutes),
        number("sessions-participation", "level", row.participation),
        assistance,
        number("group-mood-before", "mood-before", row.mood_before),
        number("group-mood-after", "mood-after", row.mood_after),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!components.is_empty()).then(|| Observation {
        encounter: Some(Reference::to("Encounter", encounter_id(about, row))),
        effective_date_time: instant(row.starts_at),
        performer: vec![Reference::staff(row.lead_id, &row.lead_name)],
        component: components,
        ..base(
            about,
            own_id("participation", row.id.0, about),
            Concept::local("measure", "participation", "Participation in a session"),
        )
    })
}
