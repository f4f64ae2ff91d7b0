//! The analysis of an activity: what it demands, its steps, how it is made easier or harder, and what of it concerns the prison.
//! The structs are the shape of a library file and, as JSON, of a version's kept content.

use serde::{Deserialize, Serialize};

use super::model::ActivityKind;
use crate::care::plans::Area;
use crate::custody::kits::{Neutral, OfficerPresence};
use crate::custody::slots::RoomKind;
use crate::i18n::Lang;
use crate::text_enum;

text_enum! {
    /// What an activity makes demands in, in the order of an analysis.
    pub enum Aspect label "aspect" {
        Relevance = "relevance",
        Objects = "objects",
        Space = "space",
        Social = "social",
        SequenceTiming = "sequence_timing",
        ActionsSkills = "actions_skills",
        BodyFunctions = "body_functions",
        BodyStructures = "body_structures",
    }
}

text_enum! {
    /// Whether one must be able to read.
    pub enum Literacy label "literacy" { None = "none", Some = "some", Needed = "needed" }
}

/// A text in the three languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub en: String,
    pub sq: String,
    pub sr: String,
}

impl Words {
    #[must_use]
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Sq => &self.sq,
            Lang::Sr => &self.sr,
        }
    }

    #[must_use]
    pub fn is_whole(&self) -> bool {
        Lang::ALL.iter().all(|lang| !self.say(*lang).trim().is_empty())
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    pub aspect: Aspect,
    /// From 0, none, to 4, very high.
    pub level: i32,
    #[serde(flatten)]
    pub words: Words,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToolCount {
    pub code: String,
    pub count: i32,
}

/// What of an activity concerns the prison: codes and numbers only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prison {
    pub neutral: Neutral,
    pub room: RoomKind,
    pub in_cell: bool,
    pub max_participants: i32,
    pub min_staff: i32,
    pub officer_presence: OfficerPresence,
    pub count_tools: bool,
    pub literacy: Literacy,
    /// From and to level of the Vona du Toit model of creative ability.
    pub creative_ability: [i32; 2],
    /// The usual length, from and to.
    pub minutes: [i32; 2],
    pub tools: Vec<ToolCount>,
}

impl Prison {
    /// Whether corrections would see the same: literacy, level and length are health's alone.
    #[must_use]
    pub fn same_kit(&self, other: &Self) -> bool {
        let face = |of: &Self| {
            let mut tools: Vec<(String, i32)> = of.tools.iter().map(|tool| (tool.code.clone(), tool.count)).collect();
            tools.sort();
            let needs = (of.max_participants, of.min_staff, of.officer_presence, of.count_tools);
            (of.neutral, of.room, of.in_cell, needs, tools)
        };
        face(self) == face(other)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Analysis {
    pub code: String,
    pub version: i32,
    pub position: i32,
    pub kind: ActivityKind,
    pub area: Area,
    pub title: Words,
    pub purpose: Words,
    pub prison: Prison,
    #[serde(rename = "demand")]
    pub demands: Vec<Demand>,
    #[serde(rename = "step")]
    pub steps: Vec<Words>,
    #[serde(rename = "grade")]
    pub grades: Vec<Words>,
    #[serde(rename = "contraindication")]
    pub contraindications: Vec<Words>,
}

impl Analysis {
    /// The text that a version keeps.
    #[must_use]
    pub fn content(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a kept text; `None` when it is not one.
    #[must_use]
    pub fn parse(content: &str) -> Option<Self> {
        serde_json::from_str(content).ok()
    }

    /// What a search looks through.
    #[must_use]
    pub fn search_text(&self) -> String {
        let texts: Vec<&str> =
            [&self.title, &self.purpose].iter().flat_map(|words| Lang::ALL.map(|lang| words.say(lang))).collect();
        crate::kit::page::sort_key(&texts.join("\n"))
    }
}
