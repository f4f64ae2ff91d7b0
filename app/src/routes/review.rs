//! Plans beside each other, goals and their bank, reviews, and what reviews agreed for the regime.

use crate::access::policy::Permission as P;
use crate::care::goals::bank::pages as bank;
use crate::care::goals::pages as goals;
use crate::care::plans::pages as plans;
use crate::care::reviews::pages as reviews;
use crate::custody::regime_actions::ActionStatus;
use crate::custody::regime_actions::pages as regime;
use crate::kit::ids::{BankGoalId, GoalThreadId, PersonId, RegimeActionId};
use crate::web::Routes;

pub const GOAL_BANK: &str = "/goal-bank";
pub const GOAL_BANK_NEW: &str = "/goal-bank/new";
pub const REGIME_ACTIONS: &str = "/regime-actions";

/// The review of the plan that is followed; it is saved and signed at the same address.
#[must_use]
pub fn patient_review(id: PersonId) -> String {
    format!("/patients/{id}/review")
}

#[must_use]
pub fn regime_actions_of(status: ActionStatus) -> String {
    format!("{REGIME_ACTIONS}?status={status}")
}

#[must_use]
pub fn regime_action(id: RegimeActionId) -> String {
    format!("{REGIME_ACTIONS}/{id}")
}

/// Two versions beside each other; which two is said in the query.
#[must_use]
pub fn patient_plan_compare(id: PersonId) -> String {
    format!("/patients/{id}/plan/compare")
}

/// One goal with its ratings; a rating is sent to the same address.
#[must_use]
pub fn patient_goal(id: PersonId, thread: GoalThreadId) -> String {
    format!("/patients/{id}/goals/{thread}")
}

#[must_use]
pub fn patient_goal_raise(id: PersonId, thread: GoalThreadId) -> String {
    format!("/patients/{id}/goals/{thread}/raise")
}

/// The bank, at a language and an area.
#[must_use]
pub fn goal_bank_of(language: &str, area: &str) -> String {
    format!("{GOAL_BANK}?language={language}&area={area}")
}

#[must_use]
pub fn goal_bank_goal(id: BankGoalId) -> String {
    format!("{GOAL_BANK}/{id}")
}

#[must_use]
pub fn goal_bank_retire(id: BankGoalId) -> String {
    format!("{GOAL_BANK}/{id}/retire")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get("/patients/{id}/plan/compare", P::PlanRead, plans::compare)
        .get("/patients/{id}/goals/{thread}", P::PlanRead, goals::page)
        .post("/patients/{id}/goals/{thread}", P::PlanWrite, goals::submit)
        .post("/patients/{id}/goals/{thread}/raise", P::PlanWrite, goals::raise)
        .get("/patients/{id}/review", P::ReviewWrite, reviews::page)
        .post("/patients/{id}/review", P::ReviewWrite, reviews::submit)
        .get(REGIME_ACTIONS, P::RegimeActionRead, regime::list)
        .post("/regime-actions/{id}", P::RegimeActionClose, regime::close)
        .get(GOAL_BANK, P::PlanRead, bank::list)
        .get(GOAL_BANK_NEW, P::PlanWrite, bank::new)
        .post(GOAL_BANK_NEW, P::PlanWrite, bank::add)
        .get("/goal-bank/{id}", P::PlanWrite, bank::edit)
        .post("/goal-bank/{id}", P::PlanWrite, bank::save)
        .post("/goal-bank/{id}/retire", P::PlanWrite, bank::retire)
}
