//! Escorts, and many sessions cancelled at once.

use crate::access::policy::Permission as P;
use crate::custody::escorts::pages as escorts;
use crate::custody::lockdowns::pages as lockdowns;
use crate::kit::ids::{LockdownId, SlotId};
use crate::web::Routes;

/// The coming days: officers needed and officers there.
pub const ESCORTS: &str = "/escorts";
pub const ESCORTS_TODAY: &str = "/escorts/today";
pub const ESCORT_SUPPLY: &str = "/escorts/supply";
pub const ESCORT_EXCEPTIONS: &str = "/escorts/supply/days";
pub const ESCORT_EXCEPTION_DROP: &str = "/escorts/supply/days/drop";
pub const LOCKDOWNS: &str = "/lockdowns";
/// Where, when and why; with an answer in the address, what that would touch.
pub const LOCKDOWN_NEW: &str = "/lockdowns/new";

/// The escort of one session; a step is sent to the same address.
#[must_use]
pub fn slot_escort(id: SlotId) -> String {
    format!("/slots/{id}/escort")
}

#[must_use]
pub fn slot_presence(id: SlotId) -> String {
    format!("/slots/{id}/escort/presence")
}

#[must_use]
pub fn slot_escort_gender(id: SlotId) -> String {
    format!("/slots/{id}/escort/gender")
}

#[must_use]
pub fn slot_restraints(id: SlotId) -> String {
    format!("/slots/{id}/escort/restraints")
}

#[must_use]
pub fn lockdown(id: LockdownId) -> String {
    format!("{LOCKDOWNS}/{id}")
}

#[must_use]
pub fn lockdown_undo(id: LockdownId) -> String {
    format!("{LOCKDOWNS}/{id}/undo")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(ESCORTS, P::EscortPlan, escorts::plan::page)
        .get(ESCORTS_TODAY, P::EscortMark, escorts::today::page)
        .get(ESCORT_SUPPLY, P::EscortPlan, escorts::supply::page)
        .post(ESCORT_SUPPLY, P::EscortPlan, escorts::supply::save)
        .post(ESCORT_EXCEPTIONS, P::EscortPlan, escorts::supply::add_exception)
        .post(ESCORT_EXCEPTION_DROP, P::EscortPlan, escorts::supply::drop_exception)
        .get("/slots/{id}/escort", P::EscortMark, escorts::one::page)
        .post("/slots/{id}/escort", P::EscortMark, escorts::one::step)
        .post("/slots/{id}/escort/presence", P::EscortMark, escorts::one::report)
        .post("/slots/{id}/escort/gender", P::EscortPlan, escorts::one::gender)
        .post("/slots/{id}/escort/restraints", P::EscortPlan, escorts::one::restrain)
        .get(LOCKDOWNS, P::Lockdown, lockdowns::list::page)
        .get(LOCKDOWN_NEW, P::Lockdown, lockdowns::choose::page)
        .post(LOCKDOWN_NEW, P::Lockdown, lockdowns::choose::submit)
        .get("/lockdowns/{id}", P::Lockdown, lockdowns::one::page)
        .post("/lockdowns/{id}/undo", P::Lockdown, lockdowns::one::undo)
}
