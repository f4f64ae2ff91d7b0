//! QuestionnaireResponse: the answers to open instruments. Words that belong to somebody under a licence never leave.

use super::observation::ResultRow;
use super::types::{Meta, Reference, day, fhir, own_id};
use super::{About, BASE};
use crate::care::measures::definition::{Definition, Item, Kind, Side};
use crate::care::measures::library::Catalogue;
use crate::care::measures::rules::Answers;

fhir! {
    AnswerOf { value_integer: Option<i32> }
    ItemOf { link_id: String, text: String, answer: Vec<AnswerOf> }
    QuestionnaireResponse {
        id: String, meta: Meta, questionnaire: String, status: &'static str, subject: Reference, authored: String,
        author: Option<Reference>, source: Option<Reference>, item: Vec<ItemOf>,
    }
}

/// The identifier of the answers, beside that of the score.
#[must_use]
pub fn id(about: About, row: &ResultRow) -> String {
    own_id("answers", row.id, about)
}

/// Whether the questions may be passed on: they came with Ergon or by a facility's file, and no licence stands before them.
#[must_use]
pub fn is_open(definition: &Definition) -> bool {
    definition.kind == Kind::Items && !definition.needs_licence
}

#[must_use]
pub fn response(about: About, row: &ResultRow, catalogue: &Catalogue) -> Option<QuestionnaireResponse> {
    let definition = catalogue.find(&row.measure_code).filter(|held| is_open(held))?;
    let answers: Answers = serde_json::from_str(&row.answers).ok()?;
    let item: Vec<ItemOf> = definition
        .items
        .iter()
        .filter_map(|item| Some(answered(item, &row.language, *answers.get(&item.code)?)))
        .collect();
    if item.is_empty() {
        return None;
    }
    let asked = Reference::staff(row.taken_by, &row.taken_by_name);
    Some(QuestionnaireResponse {
        id: id(about, row),
        meta: Meta::restricted(),
        questionnaire: format!("{BASE}/Questionnaire/{}|{}", row.measure_code, row.definition_no),
        status: "completed",
        subject: Reference::patient(about),
        authored: day(Some(row.taken_on)),
        source: (definition.side == Side::Patient).then(|| Reference::patient(about)),
        author: Some(asked),
        item,
    })
}

/// In the language in which it was asked.
fn answered(item: &Item, language: &str, value: i32) -> ItemOf {
    let text = item.text.get(language).or_else(|| item.text.values().next()).cloned().unwrap_or_default();
    ItemOf { link_id: item.code.clone(), text, answer: vec![AnswerOf { value_integer: Some(value) }] }
}
