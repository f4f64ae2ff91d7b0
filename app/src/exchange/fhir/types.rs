//! The types of data that resources are made of, as far as they are used. What is empty is left out of the JSON, as FHIR wants it.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sha2::{Digest as _, Sha256};
use uuid::{Builder, Uuid};

use super::{About, BASE};
use crate::kit::ids::UserId;

/// Whether there is nothing to write.
pub trait Absent {
    fn is_absent(&self) -> bool;
}

impl Absent for String {
    fn is_absent(&self) -> bool {
        self.trim().is_empty()
    }
}

impl Absent for &str {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

/// A type of FHIR: its elements in camel case, empty ones left out.
macro_rules! fhir {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $(#[serde(skip_serializing_if = "crate::exchange::fhir::types::Absent::is_absent")] pub $field: $type,)*
        }

        impl $crate::exchange::fhir::types::Absent for $name {
            fn is_absent(&self) -> bool {
                *self == Self::default()
            }
        }
    )*};
}
pub(super) use fhir;

fhir! {
    Coding { system: String, code: String, display: String }
    Concept { coding: Vec<Coding>, text: String }
    Meta { security: Vec<Coding> }
    Identifier { r#use: &'static str, system: String, value: String }
    Reference { reference: String, r#type: &'static str, identifier: Option<Identifier>, display: String }
    Period { start: String, end: String }
    Annotation { author_reference: Option<Reference>, author_string: String, time: String, text: String }
    Narrative { status: &'static str, div: String }
    Quantity { value: Option<f64> }
}

impl Coding {
    pub fn new(system: &str, code: impl Into<String>) -> Self {
        Self { system: system.to_owned(), code: code.into(), display: String::new() }
    }

    #[must_use]
    pub fn named(mut self, display: impl Into<String>) -> Self {
        self.display = display.into();
        self
    }

    /// A code of a list that is Ergon's own.
    pub fn local(list: &str, code: impl Into<String>, display: impl Into<String>) -> Self {
        Self::new(&format!("{BASE}/CodeSystem/{list}"), code).named(display)
    }
}

impl Concept {
    #[must_use]
    pub fn of(coding: Coding) -> Self {
        Self { text: String::new(), coding: vec![coding] }
    }

    /// A code of a list that is Ergon's own, with its words.
    pub fn local(list: &str, code: impl Into<String>, words: impl Into<String>) -> Self {
        let words: String = words.into();
        Self { coding: vec![Coding::local(list, code, words.clone())], text: words }
    }

    pub fn text(text: impl Into<String>) -> Self {
        Self { coding: Vec::new(), text: text.into() }
    }
}

const CONFIDENTIALITY: &str = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

impl Meta {
    /// Everything of a health record in prison is restricted.
    #[must_use]
    pub fn restricted() -> Self {
        Self { security: vec![Coding::new(CONFIDENTIALITY, "R").named("restricted")] }
    }

    /// What its author kept for the team is very restricted besides; of two labels the higher one counts.
    #[must_use]
    pub fn very_restricted() -> Self {
        let mut meta = Self::restricted();
        meta.security.push(Coding::new(CONFIDENTIALITY, "V").named("very restricted"));
        meta
    }
}

impl Reference {
    /// To a resource of the same export.
    pub fn to(kind: &str, id: impl std::fmt::Display) -> Self {
        Self { reference: format!("{kind}/{id}"), ..Self::default() }
    }

    /// To the patient, without a name.
    #[must_use]
    pub fn patient(about: About) -> Self {
        Self::to("Patient", about.patient)
    }

    /// Somebody who works: by identifier and name.
    pub fn staff(id: UserId, name: impl Into<String>) -> Self {
        let identifier =
            Identifier { system: format!("{BASE}/sid/user"), value: id.to_string(), ..Identifier::default() };
        Self { r#type: "Practitioner", identifier: Some(identifier), display: name.into(), ..Self::default() }
    }

    /// The installation itself.
    #[must_use]
    pub fn installation() -> Self {
        let identifier =
            Identifier { system: format!("{BASE}/sid/system"), value: "ergon".to_owned(), ..Identifier::default() };
        Self { r#type: "Device", identifier: Some(identifier), display: "Ergon".to_owned(), ..Self::default() }
    }
}

impl Narrative {
    /// Plain text, a paragraph for each line.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let paragraphs: String = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| format!("<p>{}</p>", html_escape::encode_text(&printable(line))))
            .collect();
        Self { status: "generated", div: format!("<div xmlns=\"http://www.w3.org/1999/xhtml\">{paragraphs}</div>") }
    }
}

impl Annotation {
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// XML knows no control characters.
fn printable(line: &str) -> String {
    line.chars().filter(|c| !c.is_control() || *c == '\t').collect()
}

#[must_use]
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

#[must_use]
pub fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The identifier of what one patient has of a thing that others have too: always the same, and telling nothing of the thing.
#[must_use]
pub fn own_id(kind: &str, thing: Uuid, about: About) -> String {
    let hash = Sha256::new().chain_update(kind).chain_update(thing.as_bytes()).chain_update(about.patient.0.as_bytes());
    let mut bytes = [0; 16];
    for (byte, hashed) in bytes.iter_mut().zip(hash.finalize()) {
        *byte = hashed;
    }
    Builder::from_custom_bytes(bytes).into_uuid().to_string()
}

/// A code of a database in the spelling of FHIR.
#[must_use]
pub fn hyphened(code: &str) -> String {
    code.replace('_', "-")
}
