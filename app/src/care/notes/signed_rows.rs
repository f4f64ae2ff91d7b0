//! Rows beside the notes of a session that were signed with them: the goals recorded in it and the ratings made in it. Progress
//! and T-scores are counted from them, so the verifier compares each with what the note says. They were signed with the first
//! version of the note, which a later version never takes away.

use std::collections::HashMap;

use super::model::SignedNote;
use crate::care::sessions::Progress;
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{GoalId, PersonId, SlotId};
use crate::sql_all;

type Of = (SlotId, PersonId);
/// A place in the walk: the patient and the number in the chain.
type Place = (PersonId, i32);

/// What is kept beside some notes, in the order of goals.
#[derive(Debug, Default)]
pub(super) struct SignedRows {
    goals: HashMap<Of, Vec<(GoalId, Progress, Option<i32>)>>,
    ratings: HashMap<Of, Vec<(GoalId, i32, bool)>>,
}

impl SignedRows {
    /// Those of the notes after one place and up to another: two statements.
    pub(super) async fn between(tx: &mut impl HasConn, after: Place, to: Place) -> Result<Self, DbError> {
        let goals = sql_all!(
            tx,
            (SlotId, PersonId, GoalId, Progress, Option<i32>),
            "select g.session_id, g.patient_id, g.goal_id, g.progress, g.level
             from care_note n join care_participation_goal g on g.session_id = n.session_id and g.patient_id = n.patient_id
             where n.replaces_id is null and (n.patient_id, n.chain_no) > ($1, $2) and (n.patient_id, n.chain_no) <= ($3, $4)",
            after.0,
            after.1,
            to.0,
            to.1
        )?;
        let ratings = sql_all!(
            tx,
            (SlotId, PersonId, GoalId, i32, bool),
            "select r.session_id, r.patient_id, r.goal_id, r.level, r.with_patient
             from care_note n join care_goal_rating r on r.session_id = n.session_id and r.patient_id = n.patient_id
             where n.replaces_id is null and (n.patient_id, n.chain_no) > ($1, $2) and (n.patient_id, n.chain_no) <= ($3, $4)",
            after.0,
            after.1,
            to.0,
            to.1
        )?;
        let mut rows = Self::default();
        for (session, patient, goal, progress, level) in goals {
            rows.goals.entry((session, patient)).or_default().push((goal, progress, level));
        }
        for (session, patient, goal, level, with_patient) in ratings {
            rows.ratings.entry((session, patient)).or_default().push((goal, level, with_patient));
        }
        rows.goals.values_mut().for_each(|goals| goals.sort_unstable());
        rows.ratings.values_mut().for_each(|ratings| ratings.sort_unstable());
        Ok(rows)
    }

    /// Whether the goals recorded in the session are those of the note.
    pub(super) fn goals_agree(&self, note: &SignedNote) -> bool {
        note.replaces.is_some() || same(self.goals.get(&of(note)), goals_said(note))
    }

    /// Whether the ratings made in the session are those of the note.
    pub(super) fn ratings_agree(&self, note: &SignedNote) -> bool {
        note.replaces.is_some() || same(self.ratings.get(&of(note)), ratings_said(note))
    }

    /// The rows that agree with these notes.
    #[cfg(test)]
    pub(super) fn of(notes: &[SignedNote]) -> Self {
        Self {
            goals: notes.iter().map(|note| (of(note), goals_said(note))).collect(),
            ratings: notes.iter().map(|note| (of(note), ratings_said(note))).collect(),
        }
    }
}

fn of(note: &SignedNote) -> Of {
    (note.session.as_ref().map_or(SlotId(uuid::Uuid::nil()), |session| session.id), note.patient.id)
}

fn goals_said(note: &SignedNote) -> Vec<(GoalId, Progress, Option<i32>)> {
    let goals = note.session.iter().flat_map(|session| &session.goals);
    goals.map(|goal| (goal.id, goal.progress, goal.level)).collect()
}

fn ratings_said(note: &SignedNote) -> Vec<(GoalId, i32, bool)> {
    let Some(session) = &note.session else { return Vec::new() };
    session.goals.iter().filter_map(|goal| Some((goal.id, goal.level?, session.rated_with_patient))).collect()
}

/// Equal but for the order, in which rows have none.
fn same<T: Ord>(kept: Option<&Vec<T>>, mut said: Vec<T>) -> bool {
    said.sort_unstable();
    kept.map_or(&[] as &[T], Vec::as_slice) == said.as_slice()
}

#[cfg(test)]
mod tests {
    use super::super::model::tests::example;
    use super::*;

    #[test]
    fn what_is_kept_beside_a_note_says_the_same() {
        let mut kept = SignedRows::of(&[example()]);
        assert!(kept.goals_agree(&example()) && kept.ratings_agree(&example()));
        kept.goals.values_mut().flatten().for_each(|goal| goal.1 = Progress::Regressing);
        kept.ratings.values_mut().flatten().for_each(|rating| rating.1 = -2);
        assert!(!kept.goals_agree(&example()) && !kept.ratings_agree(&example()));
        assert!(!SignedRows::default().goals_agree(&example()), "a row that is gone is missed");
        let alone = SignedNote { session: None, ..example() };
        assert!(SignedRows::default().goals_agree(&alone) && SignedRows::default().ratings_agree(&alone));
    }
}
