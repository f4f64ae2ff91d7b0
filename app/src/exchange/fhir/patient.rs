//! Patient: who it is, and never where housed.

use chrono::NaiveDate;

use super::types::{Coding, Concept, Identifier, Meta, day, fhir};
use super::{About, BASE};

fhir! {
    HumanName { r#use: &'static str, family: String, given: Vec<String> }
    Communication { language: Concept, preferred: Option<bool> }
    Patient {
        id: String, meta: Meta, identifier: Vec<Identifier>, active: Option<bool>, name: Vec<HumanName>, gender: &'static str,
        birth_date: String, communication: Vec<Communication>,
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PersonRow {
    /// The facility, within which the number is unique.
    pub facility: String,
    pub prison_number: String,
    pub family_name: String,
    pub given_name: String,
    pub birth_date: NaiveDate,
    pub sex: String,
    /// A code of a language, or something that is none.
    pub language: String,
    pub is_open: bool,
}

#[must_use]
pub fn patient(about: About, row: &PersonRow) -> Patient {
    Patient {
        id: about.patient.to_string(),
        meta: Meta::restricted(),
        identifier: vec![Identifier {
            r#use: "official",
            system: format!("{BASE}/sid/prison-number/{}", row.facility.to_lowercase()),
            value: row.prison_number.clone(),
        }],
        active: Some(row.is_open),
        name: vec![HumanName {
            r#use: "official",
            family: row.family_name.clone(),
            given: vec![row.given_name.clone()],
        }],
        gender: gender(&row.sex),
        birth_date: day(Some(row.birth_date)),
        communication: language(&row.language).into_iter().collect(),
    }
}

fn gender(sex: &str) -> &'static str {
    match sex {
        "male" => "male",
        "female" => "female",
        "other" => "other",
        _ => "unknown",
    }
}

fn language(code: &str) -> Option<Communication> {
    let is_code = (2..=3).contains(&code.len()) && code.chars().all(|c| c.is_ascii_lowercase());
    let language = Concept::of(Coding::new("urn:ietf:bcp:47", code));
    is_code.then_some(Communication { language, preferred: Some(true) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sex_and_language_in_the_words_of_fhir() {
        for (sex, expected) in
            [("male", "male"), ("female", "female"), ("other", "other"), ("unknown", "unknown"), ("", "unknown")]
        {
            assert_eq!(gender(sex), expected);
        }
        for (code, known) in [("sq", true), ("rom", true), ("other", false), ("", false), ("S1", false)] {
            assert_eq!(language(code).is_some(), known, "{code}");
        }
    }
}
