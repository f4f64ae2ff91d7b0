//! The texts that come with Ergon: read from `library/goals.toml` and laid into the database when the program starts. A text
//! that is there already is left alone; its identifier follows from its name and language.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::care::plans::Area;
use crate::cells;
use crate::i18n::Lang;
use crate::kit::db::{Conn, DbError, Rows};
use crate::sql_all;

const FILE: &str = include_str!("../../../../library/goals.toml");

/// One goal in every language.
#[derive(Debug, serde::Deserialize)]
struct Shipped {
    /// Its name in the file; never shown.
    key: String,
    area: Area,
    #[serde(flatten)]
    texts: BTreeMap<String, Text>,
}

#[derive(Debug, serde::Deserialize)]
struct Text {
    description: String,
    /// From much less than expected to much better.
    steps: [String; 5],
}

#[derive(Debug, serde::Deserialize)]
struct Library {
    goal: Vec<Shipped>,
}

/// The library; empty when the file cannot be read, which a test rules out.
fn library() -> Vec<Shipped> {
    toml::from_str::<Library>(FILE).map(|library| library.goal).unwrap_or_default()
}

fn id(key: &str, lang: Lang) -> Uuid {
    let digest = Sha256::digest(format!("goal-bank/{key}/{}", lang.code()));
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(digest).for_each(|(byte, from)| *byte = from);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// Lays the texts that are not there yet into the bank, as the owner of the database.
pub async fn ship(tx: &mut Conn, now: DateTime<Utc>) -> Result<(), DbError> {
    let held = sql_all!(tx, (Uuid,), "select id from care_goal_bank where facility_id is null")?;
    let mut rows = Rows::new(
        "care_goal_bank",
        &[
            "id",
            "facility_id",
            "area",
            "language",
            "description",
            "step_m2",
            "step_m1",
            "step_0",
            "step_p1",
            "step_p2",
            "retired",
            "created_by",
            "created_at",
            "version",
        ],
    );
    for goal in library() {
        for lang in Lang::ALL {
            let (id, Some(text)) = (id(&goal.key, lang), goal.texts.get(lang.code())) else { continue };
            if held.contains(&(id,)) {
                continue;
            }
            let [m2, m1, zero, p1, p2] = text.steps.clone();
            rows.push(cells![
                id,
                None::<Uuid>,
                goal.area.as_str(),
                lang.code(),
                text.description.clone(),
                m2,
                m1,
                zero,
                p1,
                p2,
                false,
                Uuid::nil(),
                now,
                1
            ]);
        }
    }
    rows.insert(tx).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::goals::Ladder;
    use crate::care::goals::ladder::faults;

    #[test]
    fn every_shipped_goal_can_be_rated_in_every_language() {
        let library = toml::from_str::<Library>(FILE).unwrap().goal;
        assert!(library.len() >= 24, "{}", library.len());
        let mut keys: Vec<&str> = library.iter().map(|goal| goal.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), library.len(), "a key is there twice");
        for goal in &library {
            assert_eq!(goal.texts.len(), Lang::ALL.len(), "{}", goal.key);
            for lang in Lang::ALL {
                let text = &goal.texts[lang.code()];
                let [step_m2, step_m1, step_0, step_p1, step_p2] = text.steps.clone();
                let ladder = Ladder { step_m2, step_m1, step_0, step_p1, step_p2 };
                assert_eq!(faults(&ladder), [], "{} {}", goal.key, lang.code());
                assert!(!text.description.trim().is_empty() && text.description.chars().count() <= 400);
            }
        }
        for area in Area::ALL {
            assert!(library.iter().filter(|goal| goal.area == *area).count() >= 2, "{area}");
        }
    }
}
