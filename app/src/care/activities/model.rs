//! An activity and its words.

use crate::care::plans::Area;
use crate::i18n::Lang;
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

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Activity {
    pub code: String,
    pub kind: ActivityKind,
    pub area: Area,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    pub purpose_en: String,
    pub purpose_sq: String,
    pub purpose_sr: String,
}

impl Activity {
    #[must_use]
    pub fn purpose(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.purpose_en,
            Lang::Sq => &self.purpose_sq,
            Lang::Sr => &self.purpose_sr,
        }
    }
}
