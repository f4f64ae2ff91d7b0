//! An activity and its words, and what its pages read of its versions.

use chrono::{DateTime, Utc};

use crate::care::plans::Area;
use crate::custody::kits::{Clearance, ToolClass};
use crate::i18n::Lang;
use crate::kit::ids::{ActivityVersionId, KitId};
use crate::text_enum;

text_enum! {
    pub enum ActivityKind label "activity-kind" {
        Craft = "craft",
        SelfCare = "self_care",
        Domestic = "domestic",
        Gardening = "gardening",
        Music = "music",
        Movement = "movement",
        ReadingEducation = "reading_education",
        Vocational = "vocational",
        Games = "games",
        Relaxation = "relaxation",
        LifeSkills = "life_skills",
        ReleasePreparation = "release_preparation",
    }
}

text_enum! {
    pub enum VersionStatus label "activity-status" { Draft = "draft", Approved = "approved", Retired = "retired" }
}

/// The name of an activity, as rows that name one carry it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ActivityTitle {
    pub title_en: String,
    pub title_sq: String,
    pub title_sr: String,
}

impl ActivityTitle {
    #[must_use]
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.title_en,
            Lang::Sq => &self.title_sq,
            Lang::Sr => &self.title_sr,
        }
    }
}

/// An approved activity, and whether custody has cleared it in the facility that asks.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Offered {
    pub code: String,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    pub clearance: Option<Clearance>,
    /// The most patients whom it is cleared for at once.
    pub most: i32,
}

/// One line of the library.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Listed {
    pub code: String,
    pub kind: ActivityKind,
    pub area: Area,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    pub in_cell: bool,
    pub level_from: i32,
    pub level_to: i32,
    pub tool_classes: String,
    pub proposed: bool,
    pub clearance: Option<Clearance>,
}

/// One version, without its content.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct VersionLine {
    pub id: ActivityVersionId,
    pub version_no: i32,
    pub status: VersionStatus,
    pub kit_id: Option<KitId>,
    pub created_by: Option<String>,
    pub created_at: DateTime<Utc>,
    pub proposed_at: Option<DateTime<Utc>>,
    pub comment: String,
    pub approved_by: Option<String>,
    pub approved_at: Option<DateTime<Utc>>,
    pub version: i32,
}

/// What is searched for; empty texts ask for everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(default)]
pub struct Search {
    pub area: String,
    pub kind: String,
    pub tool: String,
    pub level: String,
    pub cell: String,
    pub status: String,
}

impl Search {
    /// Only what the lists know is asked of the database.
    #[must_use]
    pub fn known(mut self) -> Self {
        fn keep(text: &mut String, is_known: impl FnOnce(&str) -> bool) {
            if !is_known(text) {
                text.clear();
            }
        }
        keep(&mut self.area, |code| Area::from_code(code).is_some());
        keep(&mut self.kind, |code| ActivityKind::from_code(code).is_some());
        keep(&mut self.tool, |code| ToolClass::from_code(code).is_some());
        keep(&mut self.level, |text| text.parse().is_ok_and(|level| super::rules::LEVELS.contains(&level)));
        keep(&mut self.cell, |code| code == "yes");
        if VersionStatus::from_code(&self.status).is_none() {
            VersionStatus::Approved.as_str().clone_into(&mut self.status);
        }
        self
    }
}

/// The classes of an activity's tools as one text, each between commas, so that one of them can be looked for.
#[must_use]
pub fn classes_text(classes: impl Iterator<Item = ToolClass>) -> String {
    let mut found: Vec<ToolClass> = classes.collect();
    found.sort_unstable();
    found.dedup();
    let words: Vec<&str> = found.iter().map(|class| class.as_str()).collect();
    format!(",{},", words.join(","))
}

/// The classes that such a text holds.
#[must_use]
pub fn classes_of(text: &str) -> Vec<ToolClass> {
    text.split(',').filter_map(ToolClass::from_code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_found_between_their_commas() {
        let text = classes_text([ToolClass::Sharp, ToolClass::Blunt, ToolClass::Sharp].into_iter());
        assert_eq!(text, ",blunt,sharp,");
        assert_eq!(classes_of(&text), [ToolClass::Blunt, ToolClass::Sharp]);
        assert_eq!(classes_of(&classes_text(std::iter::empty())), []);
    }

    #[test]
    fn a_search_asks_for_what_there_is() {
        let search =
            Search { area: "moon".to_owned(), kind: "craft".to_owned(), level: "12".to_owned(), ..Search::default() };
        let known = search.known();
        assert_eq!((known.area.as_str(), known.kind.as_str(), known.level.as_str()), ("", "craft", ""));
        assert_eq!(known.status, "approved");
    }
}
