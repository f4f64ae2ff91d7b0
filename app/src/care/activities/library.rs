//! The activities that Ergon comes with, compiled in: one file for each in `app/library/activities`, and the tools that they
//! use. They are read and checked when the database is brought up to date.

use serde::Deserialize;

use super::analysis::Analysis;
use super::rules;
use crate::custody::kits::ToolClass;
use crate::i18n::Lang;

/// A tool as the library names it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, sqlx::FromRow)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    pub code: String,
    pub class: ToolClass,
    pub en: String,
    pub sq: String,
    pub sr: String,
}

impl Tool {
    #[must_use]
    pub fn say(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Sq => &self.sq,
            Lang::Sr => &self.sr,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tools {
    tool: Vec<Tool>,
}

/// What is wrong with a file. It is compiled in: the tests find it before anybody else does.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    #[error("{file}: {error}")]
    Unreadable { file: &'static str, error: Box<toml::de::Error> },
    #[error("{file}: {fault}")]
    Faulty { file: &'static str, fault: String },
}

macro_rules! activity_files {
    ($($code:literal),* $(,)?) => {
        /// Code and text of every activity.
        pub const FILES: &[(&str, &str)] =
            &[$(($code, include_str!(concat!("../../../library/activities/", $code, ".toml")))),*];
    };
}

activity_files! {
    "ball_games",
    "bread_baking",
    "budgeting",
    "canteen_order",
    "cell_care",
    "chair_exercise",
    "clay_modelling",
    "cold_meals",
    "computer_basics",
    "cooking",
    "daily_planner",
    "drawing_painting",
    "gardening",
    "grooming",
    "household_after_release",
    "in_cell_movement",
    "in_cell_pack",
    "in_cell_reading",
    "indoor_plants",
    "job_search",
    "laundry",
    "letters_family",
    "medicines_routine",
    "morning_routine",
    "movement_group",
    "mural",
    "music",
    "paper_card",
    "papier_mache",
    "public_transport",
    "puzzles_memory",
    "reading_writing",
    "relaxation",
    "release_preparation",
    "rhythm_drumming",
    "sensory_kit",
    "sleep_routine",
    "social_skills",
    "stop_and_think",
    "story_circle",
    "table_games",
    "textile_craft",
    "walking_outdoors",
    "wood_toys",
    "work_habits",
}

/// Every tool that there is.
pub fn tools() -> Result<Vec<Tool>, LibraryError> {
    let read: Result<Tools, _> = toml::from_str(include_str!("../../../library/tools.toml"));
    read.map(|tools| tools.tool).map_err(|error| LibraryError::Unreadable { file: "tools", error: Box::new(error) })
}

/// Every activity in the order of the library; what breaks a rule is refused.
pub fn activities(tools: &[Tool]) -> Result<Vec<Analysis>, LibraryError> {
    let mut read = Vec::with_capacity(FILES.len());
    for (file, text) in FILES {
        let analysis: Analysis =
            toml::from_str(text).map_err(|error| LibraryError::Unreadable { file, error: Box::new(error) })?;
        let known = |code: &str| tools.iter().any(|tool| tool.code == code);
        if let Some(fault) = rules::faults(&analysis, known).first() {
            return Err(LibraryError::Faulty { file, fault: format!("{fault:?}") });
        }
        if analysis.code != *file {
            return Err(LibraryError::Faulty { file, fault: format!("its code is {}", analysis.code) });
        }
        read.push(analysis);
    }
    read.sort_by(|a, b| (a.position, &a.code).cmp(&(b.position, &b.code)));
    Ok(read)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_file_of_the_library_keeps_the_rules() {
        let tools = tools().unwrap();
        let codes: BTreeSet<&str> = tools.iter().map(|tool| tool.code.as_str()).collect();
        assert_eq!(codes.len(), tools.len(), "no tool twice");
        let activities = activities(&tools).unwrap_or_else(|error| panic!("{error}"));
        assert!(activities.len() >= 40, "{}", activities.len());
        let codes: BTreeSet<&str> = activities.iter().map(|activity| activity.code.as_str()).collect();
        assert_eq!(codes.len(), activities.len(), "no activity twice");
        let positions: BTreeSet<i32> = activities.iter().map(|activity| activity.position).collect();
        assert_eq!(positions.len(), activities.len(), "each has a place of its own");
    }

    #[test]
    fn every_file_of_the_folder_is_compiled_in() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/library/activities");
        let mut there: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".toml", ""))
            .collect();
        there.sort();
        assert_eq!(there, FILES.iter().map(|(code, _)| (*code).to_owned()).collect::<Vec<_>>());
    }
}
