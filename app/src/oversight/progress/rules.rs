//! From rows to pictures: which points a goal's ladder has, and what all goals together come to.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::store::{BookingRow, GoalRow, PlanRow, RatingRow};
use crate::custody::slots::Movement;
use crate::kit::ids::{GoalThreadId, PlanId};
use crate::kit::ui::LadderPoint;
use crate::oversight::hours::{Booking, Hours, hours};

/// One goal through all the versions of the plan that state it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ladder {
    pub thread: GoalThreadId,
    /// As the last of them words it.
    pub description: String,
    pub points: Vec<LadderPoint>,
    /// It is worked on now: stated by the plan in force and not ended.
    pub current: bool,
    baseline: i32,
    weight: f64,
}

impl Ladder {
    fn level_now(&self) -> i32 {
        self.points.last().map_or(self.baseline, |point| point.level)
    }
}

/// The plan in force, or the last that was.
#[must_use]
pub fn latest(plans: &[PlanRow]) -> Option<&PlanRow> {
    plans.iter().find(|plan| plan.status == crate::care::plans::PlanStatus::Active).or_else(|| plans.last())
}

/// Where the line begins: the day on which a version took effect at the place.
#[must_use]
pub fn began(plan: &PlanRow, zone: Tz) -> Option<NaiveDate> {
    plan.activated_at.map(|at| at.with_timezone(&zone).date_naive())
}

/// The goals as ladders, current ones first, each beginning from its baseline on the day its first plan took effect.
#[must_use]
pub fn ladders(plans: &[PlanRow], goals: &[GoalRow], ratings: &[RatingRow], zone: Tz) -> Vec<Ladder> {
    let in_force: Option<PlanId> = latest(plans).map(|plan| plan.id);
    let mut ladders: Vec<Ladder> = Vec::new();
    for goal in goals {
        let current = goal.open && in_force == Some(goal.plan_id);
        let weight = f64::from(goal.importance * goal.difficulty);
        if let Some(known) = ladders.iter_mut().find(|ladder| ladder.thread == goal.thread_id) {
            known.description.clone_from(&goal.description);
            known.current = current;
            known.weight = weight;
            continue;
        }
        let rated = ratings.iter().filter(|rating| rating.thread_id == goal.thread_id);
        let mut points: Vec<LadderPoint> = rated.map(|rating| LadderPoint { date: rating.rated_on, level: rating.level }).collect();
        let start = plans.iter().find(|plan| plan.id == goal.plan_id).and_then(|plan| began(plan, zone));
        if let Some(date) = start.filter(|date| points.first().is_none_or(|first| *date < first.date)) {
            points.insert(0, LadderPoint { date, level: goal.baseline });
        }
        ladders.push(Ladder {
            thread: goal.thread_id,
            description: goal.description.clone(),
            points,
            current,
            baseline: goal.baseline,
            weight,
        });
    }
    ladders.sort_by_key(|ladder| !ladder.current);
    ladders
}

/// Goal attainment T of the current goals, at their baselines and now; `None` while there are none.
#[must_use]
pub fn attainment(ladders: &[Ladder]) -> Option<(f64, f64)> {
    let current: Vec<&Ladder> = ladders.iter().filter(|ladder| ladder.current).collect();
    if current.is_empty() {
        return None;
    }
    let score = |level: fn(&Ladder) -> i32| {
        let rated: Vec<(f64, f64)> = current.iter().map(|ladder| (ladder.weight, f64::from(level(ladder)))).collect();
        t_score(&rated)
    };
    Some((score(|ladder| ladder.baseline), score(Ladder::level_now)))
}

/// T = 50 + 10·Σ(w·x) / √(0.7·Σw² + 0.3·(Σw)²), after Kiresuk and Sherman 1968; weights that are all 0 count as 1.
fn t_score(rated: &[(f64, f64)]) -> f64 {
    let all_zero = rated.iter().all(|(weight, _)| *weight == 0.0);
    let weight = |weight: f64| if all_zero { 1.0 } else { weight };
    let sum: f64 = rated.iter().map(|(w, level)| weight(*w) * level).sum();
    let squares: f64 = rated.iter().map(|(w, _)| weight(*w).powi(2)).sum();
    let total: f64 = rated.iter().map(|(w, _)| weight(*w)).sum();
    50.0 + 10.0 * sum / (0.7 * squares + 0.3 * total.powi(2)).sqrt()
}

/// What became of a booking, for its square in the strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// In whole or in part.
    Attended,
    LostToCustody,
    LostToHealth,
    LostToPatient,
    Open,
}

/// By the same rule as the hours.
#[must_use]
pub fn became(row: &BookingRow) -> Became {
    let counted = hours(&Booking {
        planned_minutes: i64::from(row.planned_minutes),
        replaced: false,
        status: row.status,
        cancel_side: row.cancel_side,
        movement: if row.movement == Movement::Returned { Movement::Arrived } else { row.movement },
        custody_reason: row.custody_reason,
        attendance: row.attendance,
        attended_minutes: i64::from(row.minutes.unwrap_or(0)),
    });
    match counted {
        Hours { attended: 1.., .. } => Became::Attended,
        Hours { lost_custody: 1.., .. } => Became::LostToCustody,
        Hours { lost_health: 1.., .. } => Became::LostToHealth,
        Hours { lost_patient: 1.., .. } => Became::LostToPatient,
        _ => Became::Open,
    }
}
