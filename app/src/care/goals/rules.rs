//! The arithmetic of goal attainment scaling, and what a goal's ratings say of it.
//!
//! Source: Kiresuk TJ, Sherman RE. Goal attainment scaling: a general method for evaluating comprehensive community mental
//! health programs. Community Mental Health Journal 1968; 4: 443–453. The same formula as printed in Turner-Stokes 2009,
//! pages 364 and 367, was corrected by an erratum; this is the corrected one.

use std::collections::HashMap;

use super::model::{Goal, GoalAttainment, Level, Rating, TScore};
use crate::kit::ids::GoalThreadId;

/// The method's assumed correlation between the goals of one patient.
const CORRELATION: f64 = 0.3;

/// T = 50 + 10 Σ(w·x) / √(0.7 Σw² + 0.3 (Σw)²), with w = importance × difficulty. When every weight is 0, nobody has said
/// that one goal matters more than another, and all count alike. `None` without a goal.
#[must_use]
pub fn t_score(goals: &[GoalAttainment]) -> Option<TScore> {
    let weights_set_aside = goals.iter().all(|goal| goal.weight == 0);
    let weighed = goals.iter().map(|goal| (if weights_set_aside { 1 } else { goal.weight }, goal.level.get()));
    Some(TScore { value: score(weighed)?, weights_set_aside })
}

/// The same with every goal counted alike.
#[must_use]
pub fn t_score_unweighted(levels: &[Level]) -> Option<f64> {
    score(levels.iter().map(|level| (1, level.get())))
}

fn score(goals: impl Iterator<Item = (i32, i32)>) -> Option<f64> {
    let (mut sum, mut squares, mut attained, mut any) = (0.0, 0.0, 0.0, false);
    for (weight, level) in goals {
        let weight = f64::from(weight);
        sum += weight;
        squares += weight * weight;
        attained += weight * f64::from(level);
        any = true;
    }
    any.then(|| 50.0 + 10.0 * attained / ((1.0 - CORRELATION) * squares + CORRELATION * sum * sum).sqrt())
}

/// Where the goals of a plan stood when it began, and where they stand now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Attainment {
    pub baseline: TScore,
    pub now: TScore,
    /// The same with every goal counted alike.
    pub baseline_unweighted: f64,
    pub now_unweighted: f64,
}

impl Attainment {
    #[must_use]
    pub fn change(&self) -> f64 {
        self.now.value - self.baseline.value
    }

    /// Both scores of goals given as (weight, baseline, level now).
    #[must_use]
    pub fn of(goals: &[(i32, Level, Level)]) -> Option<Self> {
        let weighed = |level: fn(&(i32, Level, Level)) -> Level| -> Vec<GoalAttainment> {
            goals.iter().map(|goal| GoalAttainment { weight: goal.0, level: level(goal) }).collect()
        };
        let alike =
            |level: fn(&(i32, Level, Level)) -> Level| t_score_unweighted(&goals.iter().map(level).collect::<Vec<_>>());
        Some(Self {
            baseline: t_score(&weighed(|goal| goal.1))?,
            now: t_score(&weighed(|goal| goal.2))?,
            baseline_unweighted: alike(|goal| goal.1)?,
            now_unweighted: alike(|goal| goal.2)?,
        })
    }
}

/// A score in plain words: where the goals stand together against what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Below,
    /// Within two points of 50, which one goal of several cannot be told from.
    AsExpected,
    Above,
}

#[must_use]
pub fn standing(score: f64) -> Standing {
    match score {
        score if score < 48.0 => Standing::Below,
        score if score > 52.0 => Standing::Above,
        _ => Standing::AsExpected,
    }
}

/// Whether a goal's last two ratings both say that what was expected has been reached: then the ladder may be too low. Ratings
/// come oldest first.
#[must_use]
pub fn asks_to_be_raised(levels: &[Level]) -> bool {
    matches!(levels, [.., before, last] if *before >= Level::EXPECTED && *last >= Level::EXPECTED)
}

/// Both scores of a set of goals; a goal without a rating stands at its baseline.
#[must_use]
pub fn attainment(goals: &[Goal], levels: &HashMap<GoalThreadId, Level>) -> Option<Attainment> {
    let goals: Vec<_> = goals.iter().map(|goal| (goal.weight(), goal.baseline, level_now(goal, levels))).collect();
    Attainment::of(&goals)
}

/// Where a goal stands: at its last rating, before the first one at its baseline.
#[must_use]
pub fn level_now(goal: &Goal, levels: &HashMap<GoalThreadId, Level>) -> Level {
    levels.get(&goal.thread_id).copied().unwrap_or(goal.baseline)
}

/// The last level of each thread. Ratings may come in any order; of two on one day the one given later holds.
#[must_use]
pub fn last_levels(ratings: &[Rating]) -> HashMap<GoalThreadId, Level> {
    let mut last: HashMap<GoalThreadId, &Rating> = HashMap::new();
    for rating in ratings {
        let held = last.entry(rating.thread_id).or_insert(rating);
        if (rating.rated_on, rating.created_at, rating.id) > (held.rated_on, held.created_at, held.id) {
            *held = rating;
        }
    }
    last.into_iter().map(|(thread, rating)| (thread, rating.level)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn goals(weights: &[i32], levels: &[i32]) -> Vec<GoalAttainment> {
        weights
            .iter()
            .zip(levels)
            .map(|(weight, level)| GoalAttainment { weight: *weight, level: Level::new(*level).unwrap() })
            .collect()
    }

    #[test]
    fn the_published_vectors_hold() {
        let vectors: &[(&[i32], &[i32], &str)] = &[
            (&[1], &[0], "50.00"),
            (&[1], &[2], "70.00"),
            (&[1], &[-2], "30.00"),
            (&[1, 1, 1], &[1, 1, 1], "63.69"),
            (&[1, 1, 1], &[-1, -1, -1], "36.31"),
            (&[1, 1, 1], &[-2, -2, -2], "22.61"),
            (&[1, 1], &[1, -1], "50.00"),
            (&[2, 3, 6], &[0, 1, -1], "46.43"),
            (&[4, 2, 9], &[1, 0, 2], "68.71"),
        ];
        for (weights, levels, expected) in vectors {
            let score = t_score(&goals(weights, levels)).unwrap();
            assert_eq!(format!("{:.2}", score.value), *expected, "{weights:?} {levels:?}");
            assert!(!score.weights_set_aside);
        }
    }

    #[test]
    fn weights_that_are_all_zero_are_set_aside_and_said() {
        let score = t_score(&goals(&[0, 0, 0], &[1, 1, 1])).unwrap();
        assert!(score.weights_set_aside);
        assert_eq!(format!("{:.2}", score.value), "63.69");
        assert!(!t_score(&goals(&[0, 4], &[2, 0])).unwrap().weights_set_aside);
        assert_eq!(t_score(&goals(&[0, 4], &[2, 0])).unwrap().value, 50.0);
    }

    #[test]
    fn without_a_goal_there_is_no_score() {
        assert_eq!(t_score(&[]), None);
        assert_eq!(t_score_unweighted(&[]), None);
    }

    #[test]
    fn a_goal_reached_twice_in_a_row_may_be_too_low() {
        for (levels, asks) in [
            (&[][..], false),
            (&[0], false),
            (&[0, 0], true),
            (&[-2, 0, 1], true),
            (&[0, 1, -1], false),
            (&[1, -1, 0], false),
            (&[-1, 2, 0], true),
        ] {
            let levels: Vec<Level> = levels.iter().map(|level| Level::new(*level).unwrap()).collect();
            assert_eq!(asks_to_be_raised(&levels), asks, "{levels:?}");
        }
    }

    #[test]
    fn weighted_and_unweighted_stand_side_by_side() {
        let level = |level| Level::new(level).unwrap();
        let found = Attainment::of(&[(9, level(-2), level(1)), (1, level(-1), level(-1))]).unwrap();
        assert!(found.now.value > found.now_unweighted && found.baseline.value < found.baseline_unweighted);
        assert_eq!((standing(found.now.value), standing(found.baseline.value)), (Standing::Above, Standing::Below));
        assert_eq!([48.0, 50.0, 52.0].map(standing), [Standing::AsExpected; 3]);
        assert_eq!(Attainment::of(&[]), None);
    }

    fn some_goals() -> impl Strategy<Value = Vec<GoalAttainment>> {
        proptest::collection::vec((0..=9_i32, -2..=2_i32), 1..=8).prop_map(|pairs| {
            pairs
                .into_iter()
                .map(|(weight, level)| GoalAttainment { weight, level: Level::new(level).unwrap() })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn what_was_expected_scores_fifty(weights in proptest::collection::vec(0..=9_i32, 1..=8)) {
            let goals: Vec<_> = weights.iter().map(|weight| GoalAttainment { weight: *weight, level: Level::EXPECTED }).collect();
            prop_assert!((t_score(&goals).unwrap().value - 50.0).abs() < 1e-9);
        }

        #[test]
        fn a_step_up_never_lowers_the_score(goals in some_goals(), at in 0..8_usize) {
            let at = at % goals.len();
            let before = t_score(&goals).unwrap().value;
            let mut better = goals;
            if let Some(up) = Level::new(better[at].level.get() + 1) {
                better[at].level = up;
            }
            prop_assert!(t_score(&better).unwrap().value >= before - 1e-9);
        }

        #[test]
        fn the_mirror_of_a_course_mirrors_its_score(goals in some_goals()) {
            let mirrored: Vec<_> = goals
                .iter()
                .map(|goal| GoalAttainment { weight: goal.weight, level: Level::new(-goal.level.get()).unwrap() })
                .collect();
            let sum = t_score(&goals).unwrap().value + t_score(&mirrored).unwrap().value;
            prop_assert!((sum - 100.0).abs() < 1e-9);
        }
    }
}
