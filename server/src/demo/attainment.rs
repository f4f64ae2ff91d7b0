//! Goals within a session: which were worked on, what progress was seen, and now and then a rating on the ladder.

use app::care::notes::NoteGoal;
use app::cells;
use app::kit::ids::GoalId;
use uuid::Uuid;

use super::batch::Batch;
use super::caseload::{Goal, Patient};
use super::chance::Chance;
use super::course::step;
use super::history::{Session, Week};
use super::outcome;
use super::words;

/// Days between two ratings of a goal.
const RATED_EVERY: i64 = 14;

impl Week<'_> {
    /// Progress on the goals worked on, and now and then a rating on the ladder; gives them as the note tells them.
    pub(super) fn rate(
        &self,
        chance: &mut Chance,
        session: &Session<'_>,
        patient: &mut Patient,
        (version, addressed, trend, with_patient): (usize, &[GoalId], i32, bool),
        batch: &mut Batch,
    ) -> Vec<NoteGoal> {
        let date = session.planned.date;
        let (days, course, person, woman) =
            (patient.days(date), patient.course, patient.person.id, patient.person.woman);
        let mut told = Vec::new();
        for goal in &mut patient.goals {
            let Some(id) = goal.ids.get(version).copied().filter(|id| addressed.contains(id)) else { continue };
            let due = goal.rated.is_none_or(|(last, _)| (date - last).num_days() >= RATED_EVERY);
            let level = due.then(|| next_level(chance, goal, course.level(goal.baseline, days)));
            let progress = outcome::progress(chance, trend);
            batch.participation_goals.push(cells![session.id, person, id, progress.as_str(), level]);
            told.push(NoteGoal {
                id,
                description: words::of_person(goal.text().description, woman),
                progress,
                level,
                step: level.map(|level| words::of_person(goal.step(level), woman)).unwrap_or_default(),
            });
            if let (Some(level), Some(signed)) = (level, session.signed) {
                goal.rated = Some((date, level));
                let rating: Uuid = chance.id(signed);
                batch.ratings.push(cells![
                    rating,
                    goal.thread,
                    id,
                    person,
                    self.facility.id,
                    date,
                    level,
                    with_patient,
                    session.id.0,
                    session.lead,
                    signed
                ]);
            }
        }
        told
    }
}

/// One or two goals, in turn.
pub fn addressed(patient: &Patient, version: usize, week: u32) -> Vec<GoalId> {
    let goals = patient.goals.len().max(1);
    let first = week as usize % goals;
    let mut chosen: Vec<usize> = vec![first];
    if goals > 2 {
        chosen.push((first + 1) % goals);
    }
    chosen.into_iter().filter_map(|n| patient.goals.get(n)).filter_map(|goal| goal.ids.get(version).copied()).collect()
}

/// The next rating: near the course, and never more than one step from the last.
fn next_level(chance: &mut Chance, goal: &Goal, course: f64) -> i32 {
    let level = step(course + chance.wobble() * 0.6);
    match goal.rated {
        Some((_, last)) => level.clamp(last - 1, last + 1),
        None => level.min(goal.baseline + 1),
    }
}
