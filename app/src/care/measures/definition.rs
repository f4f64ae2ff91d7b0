//! What a measure is, as its file says, and whether the file can be relied on. A file with a fault is refused as a whole, with
//! the reason in words: a wrong score is worse than none.

use std::collections::{BTreeMap, BTreeSet};

use crate::i18n::Lang;

/// A text in some languages, by their codes.
pub type Texts = BTreeMap<String, String>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Questions with answers, scored here.
    Items,
    /// Numbers of an instrument that is on paper, under its owner's licence.
    Slot,
    /// Made from what the record holds anyway.
    Computed,
}

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Patient,
    Practitioner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// A higher score is better.
    Higher,
    Lower,
}

/// What a computed measure is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    Goals,
    Participation,
    Assistance,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    Sum,
    Mean,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    pub method: Method,
    #[serde(default = "one")]
    pub factor: i32,
    /// How many items must be answered; without it all of them. Only a mean can do with fewer.
    pub answered: Option<usize>,
}

const fn one() -> i32 {
    1
}

/// An item, or one number of a slot.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub code: String,
    pub text: Texts,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub value: i32,
    pub text: Texts,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BandTone {
    Ok,
    Warn,
    Bad,
    Plain,
}

/// What a score up to this one means.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    pub up_to: i32,
    pub tone: BandTone,
    pub text: Texts,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    pub code: String,
    pub version: i32,
    pub kind: Kind,
    pub source: Option<Source>,
    pub side: Side,
    pub owner: String,
    pub licence: String,
    pub citation: String,
    /// The languages that the items are in.
    pub languages: Vec<String>,
    pub direction: Direction,
    pub least: i32,
    pub most: i32,
    /// Digits after the decimal mark.
    #[serde(default)]
    pub places: usize,
    /// The change from the first score that matters.
    pub matters: Option<i32>,
    /// Open only where a facility holds a licence.
    #[serde(default)]
    pub needs_licence: bool,
    /// Recorded only by whoever holds a valid certificate of this subject.
    #[serde(default)]
    pub certificate: Option<crate::training::model::Subject>,
    pub title: Texts,
    #[serde(default)]
    pub intro: Texts,
    pub scoring: Option<Scoring>,
    #[serde(default)]
    pub answers: Vec<Answer>,
    #[serde(default)]
    pub items: Vec<Item>,
    #[serde(default)]
    pub slots: Vec<Item>,
    #[serde(default)]
    pub bands: Vec<Band>,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("{0}")]
    Toml(String),
    #[error("{code}: {what}")]
    Content { code: String, what: String },
}

/// The text in a language; where there is none, in English, then in any.
#[must_use]
pub fn say(texts: &Texts, lang: Lang) -> &str {
    texts.get(lang.code()).or_else(|| texts.get("en")).or_else(|| texts.values().next()).map_or("", String::as_str)
}

impl Definition {
    /// Reads and checks a file.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let read: Self = toml::from_str(text).map_err(|error| Fault::Toml(error.to_string()))?;
        match read.faults().into_iter().next() {
            None => Ok(read),
            Some(what) => Err(Fault::Content { code: read.code, what }),
        }
    }

    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        say(&self.title, lang)
    }

    /// The language that the items are shown in to a reader: the own one where the file has it.
    #[must_use]
    pub fn language_for(&self, wanted: &str) -> &str {
        self.languages
            .iter()
            .find(|held| *held == wanted)
            .or_else(|| self.languages.first())
            .map_or("en", String::as_str)
    }

    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.kind != Kind::Computed
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut must = |holds: bool, what: &str| {
            if !holds {
                faults.push(what.to_owned());
            }
        };
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        must((2..=40).contains(&self.code.len()) && self.code.chars().all(plain), "code: 2 to 40 of a-z, 0-9 and _");
        must(self.version > 0, "version: 1 or more");
        for (name, text) in [("owner", &self.owner), ("licence", &self.licence), ("citation", &self.citation)] {
            must(!text.trim().is_empty(), &format!("{name}: must not be empty"));
        }
        must(self.least < self.most, "least must be below most");
        must((-10_000..=10_000).contains(&self.least) && self.most <= 10_000, "least and most: within ten thousand");
        must(self.places <= 3, "places: 3 at most");
        must(self.matters.is_none_or(|change| change > 0), "matters: more than 0");
        must(!self.languages.is_empty(), "languages: at least one");
        must(!self.title.is_empty(), "title: in at least one language");
        must(
            self.bands.windows(2).all(|pair| matches!(pair, [a, b] if a.up_to < b.up_to)),
            "bands: each must reach further than the one before",
        );
        must(
            self.bands.last().is_none_or(|band| band.up_to >= self.most),
            "bands: the last must reach the highest score",
        );
        faults.extend(self.faults_of_kind());
        faults.extend(self.missing_texts());
        faults
    }

    fn faults_of_kind(&self) -> Vec<String> {
        let (items, slots, scored) = (self.items.len(), self.slots.len(), self.scoring.is_some());
        let fits = match self.kind {
            Kind::Items => items > 0 && slots == 0 && scored && self.answers.len() > 1 && self.source.is_none(),
            Kind::Slot => items == 0 && (1..=2).contains(&slots) && !scored && self.source.is_none(),
            Kind::Computed => items + slots + self.answers.len() == 0 && !scored && self.source.is_some(),
        };
        let mut faults = Vec::new();
        if !fits {
            faults.push(
                match self.kind {
                    Kind::Items => "items: needs items, two answers or more and scoring, and nothing else",
                    Kind::Slot => "slot: needs one or two slots, and neither items nor scoring",
                    Kind::Computed => "computed: needs a source and nothing else",
                }
                .to_owned(),
            );
        }
        let codes: BTreeSet<&str> = self.items.iter().chain(&self.slots).map(|item| item.code.as_str()).collect();
        let values: BTreeSet<i32> = self.answers.iter().map(|answer| answer.value).collect();
        if codes.len() < items + slots || values.len() < self.answers.len() {
            faults.push("two items have one code, or two answers one value".to_owned());
        }
        if let Some(scoring) = self.scoring {
            faults.extend(self.faults_of_scoring(scoring, &values));
        }
        faults
    }

    /// The lowest and highest answers must give what the file calls the lowest and highest score.
    fn faults_of_scoring(&self, scoring: Scoring, values: &BTreeSet<i32>) -> Option<String> {
        let count = i32::try_from(self.items.len()).unwrap_or(i32::MAX);
        let times = if scoring.method == Method::Sum { count } else { 1 };
        let end = |value: Option<&i32>| value.map(|value| value.saturating_mul(times).saturating_mul(scoring.factor));
        if !(1..=1000).contains(&scoring.factor) || values.iter().any(|value| !(0..=1000).contains(value)) {
            return Some("scoring: factor and answers must be between 0 and 1000, the factor 1 or more".to_owned());
        }
        if (end(values.first()), end(values.last())) != (Some(self.least), Some(self.most)) {
            return Some("scoring: the answers do not reach from least to most".to_owned());
        }
        let enough = scoring.answered.is_none_or(|needed| (1..=self.items.len()).contains(&needed));
        let may = scoring.method == Method::Mean || scoring.answered.is_none();
        (!enough || !may).then(|| "scoring: answered is for means, and not more than there are items".to_owned())
    }

    fn missing_texts(&self) -> Vec<String> {
        let answers = self.answers.iter().map(|answer| (answer.value.to_string(), &answer.text));
        let items = self.items.iter().chain(&self.slots).map(|item| (item.code.clone(), &item.text));
        let all: Vec<(String, &Texts)> = answers.chain(items).collect();
        self.languages
            .iter()
            .flat_map(|language| {
                all.iter()
                    .filter(move |(_, texts)| texts.get(language).is_none_or(|text| text.trim().is_empty()))
                    .map(move |(name, _)| format!("{name}: no text in {language}"))
            })
            .collect()
    }
}
