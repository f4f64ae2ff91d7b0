//! Forms as people filled them in. [`Fields`] holds the text as typed and the errors at each field; a page draws itself from
//! it, so that a refused form comes back with every word still there. Parsing makes a model value or leaves errors.

use std::str::FromStr;

use axum::extract::{FromRequest, Request};
use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::error::AppError;
use crate::i18n::Msg;

/// The longest text that one field takes, in characters.
pub const LONGEST: usize = 20_000;

/// What was typed, in the form's order, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    errors: Vec<(String, Msg)>,
}

impl Fields {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads an urlencoded text. Line ends become `\n`; other control characters, which no one types, are dropped.
    #[must_use]
    pub fn parse(body: &[u8]) -> Option<Self> {
        let pairs: Vec<(String, String)> = serde_html_form::from_bytes(body).ok()?;
        Some(Self { pairs: pairs.into_iter().map(|(name, value)| (name, clean(&value))).collect(), errors: Vec::new() })
    }

    #[must_use]
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }

    /// The text of a field without surrounding space; empty when the field was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.pairs.iter().find(|(held, _)| held == name).map_or("", |(_, value)| value.trim())
    }

    /// Every value sent under one name, as boxes that are ticked are.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(held, _)| held == name).map(|(_, value)| value.as_str())
    }

    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.pairs.iter().any(|(held, _)| held == name)
    }

    #[must_use]
    pub fn holds(&self, name: &str, value: &str) -> bool {
        self.pairs.iter().any(|(held, sent)| held == name && sent == value)
    }

    /// Puts a value in, replacing what was there.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let name = name.into();
        self.pairs.retain(|(held, _)| *held != name);
        self.pairs.push((name, value.into()));
    }

    /// Adds one more value under a name.
    pub fn add(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.pairs.push((name.into(), value.into()));
    }

    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.set(name, value);
        self
    }

    pub fn error(&mut self, name: impl Into<String>, message: Msg) {
        self.errors.push((name.into(), message));
    }

    #[must_use]
    pub fn errors(&self) -> &[(String, Msg)] {
        &self.errors
    }

    #[must_use]
    pub fn is_refused(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The first error at a field.
    #[must_use]
    pub fn error_at(&self, name: &str) -> Option<&Msg> {
        self.errors.iter().find(|(held, _)| held == name).map(|(_, message)| message)
    }

    /// A text of at most `longest` characters; an error is left when it is longer.
    pub fn text(&mut self, name: &str, longest: usize) -> String {
        let value = self.get(name).to_owned();
        if value.chars().count() > longest {
            self.error(name, Msg::with("form-too-long", [("n", longest.into())]));
        }
        value
    }

    /// A text that must not be empty.
    pub fn required(&mut self, name: &str, longest: usize) -> String {
        let value = self.text(name, longest);
        if value.is_empty() {
            self.error(name, Msg::new("form-required"));
        }
        value
    }

    /// A code of a closed list or anything else that parses; an error is left when there is none.
    pub fn choice<T: FromStr>(&mut self, name: &str) -> Option<T> {
        let parsed = self.get(name).parse().ok();
        if parsed.is_none() {
            self.error(name, Msg::new("form-choose"));
        }
        parsed
    }

    /// As [`Self::choice`], where nothing may be chosen.
    pub fn optional<T: FromStr>(&mut self, name: &str) -> Option<T> {
        if self.get(name).is_empty() { None } else { self.choice(name) }
    }

    /// A whole number within bounds.
    pub fn number(&mut self, name: &str, least: i32, most: i32) -> Option<i32> {
        let parsed = self.get(name).parse().ok().filter(|number| (least..=most).contains(number));
        if parsed.is_none() {
            self.error(name, Msg::with("form-number", [("least", least.into()), ("most", most.into())]));
        }
        parsed
    }

    /// A date as `2026-11-24` or `24.11.2026`; `None` with an error when something else stands there.
    pub fn date(&mut self, name: &str) -> Option<NaiveDate> {
        if self.get(name).is_empty() {
            return None;
        }
        let parsed = parse_date(self.get(name));
        if parsed.is_none() {
            self.error(name, misread_date(self.get(name)));
        }
        parsed
    }

    /// The id of what a form makes, from the one that the form carries and from everything that was typed into it: the same form sent
    /// twice makes one thing, and after 'back' the form with other words makes another instead of dropping them. It keeps the time of
    /// the id that was carried, by which rows are ordered.
    #[must_use]
    pub fn once<T: From<Uuid>>(&self, name: &str) -> Option<T> {
        let carried: Uuid = self.get(name).parse().ok()?;
        let mut typed = Sha256::new();
        for (name, value) in &self.pairs {
            for part in [name, value] {
                typed.update(part.len().to_be_bytes());
                typed.update(part);
            }
        }
        let mut bytes = *carried.as_bytes();
        for (held, hashed) in bytes.iter_mut().zip(typed.finalize()).skip(8) {
            *held = hashed;
        }
        Some(T::from(uuid::Builder::from_bytes(bytes).with_variant(uuid::Variant::RFC4122).into_uuid()))
    }

    /// The row version that the form was made from, to notice that somebody else has saved since.
    #[must_use]
    pub fn version(&self) -> i32 {
        self.get("version").parse().unwrap_or(0)
    }
}

/// A date as ISO or as day.month.year.
#[must_use]
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim().trim_end_matches('.');
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().or_else(|| {
        let parts: Vec<&str> = text.split('.').map(str::trim).collect();
        let [day, month, year] = parts.as_slice() else { return None };
        if year.len() != 4 {
            return None;
        }
        NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    })
}

/// What is wrong with a date that [`parse_date`] does not take: the way it is written, or that there is no such day.
#[must_use]
pub fn misread_date(text: &str) -> Msg {
    let text = text.trim().trim_end_matches('.');
    let written = |separator: char, lengths: [std::ops::RangeInclusive<usize>; 3]| {
        let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
        parts.len() == lengths.len()
            && parts
                .iter()
                .zip(lengths)
                .all(|(part, length)| length.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_written = written('.', [1..=2, 1..=2, 4..=4]) || written('-', [4..=4, 1..=2, 1..=2]);
    Msg::new(if is_written { "form-no-such-day" } else { "form-date" })
}

fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| !c.is_control() || *c == '\n' || *c == '\t')
        .collect()
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = AppError;

    async fn from_request(request: Request, state: &S) -> Result<Self, AppError> {
        let body = axum::body::Bytes::from_request(request, state).await.map_err(|_| AppError::BadRequest)?;
        Self::parse(&body).ok_or(AppError::BadRequest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_survives_and_control_characters_do_not() {
        let fields = Fields::parse(b"name=%C3%87el%C3%ABsi%00&text=a%0D%0Ab&tick=1&tick=2").unwrap();
        assert_eq!(fields.get("name"), "Çelësi");
        assert_eq!(fields.get("text"), "a\nb");
        assert_eq!(fields.all("tick").collect::<Vec<_>>(), ["1", "2"]);
    }

    #[test]
    fn dates_come_in_two_ways() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 9);
        for text in ["2026-03-09", "9.3.2026", "09.03.2026", "9. 3. 2026."] {
            assert_eq!(parse_date(text), day, "{text}");
        }
        for (text, said) in [
            ("31.2.2026", "form-no-such-day"),
            ("31. 02. 1990.", "form-no-such-day"),
            ("2026-13-01", "form-no-such-day"),
            ("9/3/2026", "form-date"),
            ("9.3.26", "form-date"),
            ("x", "form-date"),
            ("", "form-date"),
        ] {
            assert_eq!(parse_date(text), None, "{text}");
            assert_eq!(misread_date(text), Msg::new(said), "{text}");
        }
    }

    #[test]
    fn a_form_makes_one_thing_and_with_other_words_another() {
        let form = |id: &str, words: &str| Fields::new().with("id", id).with("words", words);
        let made = |fields: &Fields| fields.once::<Uuid>("id");
        let (id, other) = ("0197d2a0-5b7c-7abc-8def-0123456789ab", "0197d2a0-5b7c-7abc-8def-0123456789ac");
        let first = made(&form(id, "Bean soup")).unwrap();
        assert_eq!(made(&form(id, "Bean soup")), Some(first));
        assert_ne!(made(&form(id, "Bean soup.")), Some(first));
        assert_ne!(made(&form(other, "Bean soup")), Some(first), "said again on purpose");
        assert_eq!(made(&form("", "Bean soup")), None);
        assert_eq!((first.get_version_num(), first.get_variant()), (7, uuid::Variant::RFC4122));
        assert!(first.to_string().starts_with("0197d2a0-5b7c-7abc-"), "the time stays: {first}");
        // What stands in one field cannot pass for another.
        assert_ne!(made(&form(id, "a").with("b", "")), made(&form(id, "").with("b", "a")));
    }

    #[test]
    fn an_error_stands_at_its_field() {
        let mut fields = Fields::parse(b"minutes=700").unwrap();
        assert_eq!(fields.number("minutes", 0, 480), None);
        assert!(fields.is_refused() && fields.error_at("minutes").is_some() && fields.error_at("other").is_none());
        assert_eq!(fields.get("minutes"), "700");
    }
}
