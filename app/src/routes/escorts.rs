//! Escorts, and many sessions cancelled at once.

use crate::access::policy::Permission as P;
use crate::custody::lockdowns::pages as lockdowns;
use crate::kit::ids::LockdownId;
use crate::web::Routes;

pub const LOCKDOWNS: &str = "/lockdowns";
/// Where, when and why; with an answer in the address, what that would touch.
pub const LOCKDOWN_NEW: &str = "/lockdowns/new";

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
        .get(LOCKDOWNS, P::Lockdown, lockdowns::list::page)
        .get(LOCKDOWN_NEW, P::Lockdown, lockdowns::choose::page)
        .post(LOCKDOWN_NEW, P::Lockdown, lockdowns::choose::submit)
        .get("/lockdowns/{id}", P::Lockdown, lockdowns::one::page)
        .post("/lockdowns/{id}/undo", P::Lockdown, lockdowns::one::undo)
}
