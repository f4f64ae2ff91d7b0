//! The activity library.

use crate::access::policy::Permission as P;
use crate::care::activities::pages::{edit, list, show};
use crate::web::Routes;

pub const ACTIVITIES: &str = "/activities";
pub const ACTIVITY_NEW: &str = "/activities/new";

#[must_use]
pub fn activity(code: &str) -> String {
    format!("{ACTIVITIES}/{code}")
}

#[must_use]
pub fn activity_version(code: &str, number: i32) -> String {
    format!("{ACTIVITIES}/{code}?version={number}")
}

#[must_use]
pub fn activity_edit(code: &str) -> String {
    format!("{ACTIVITIES}/{code}/edit")
}

#[must_use]
pub fn activity_approve(code: &str) -> String {
    format!("{ACTIVITIES}/{code}/approve")
}

#[must_use]
pub fn activity_return(code: &str) -> String {
    format!("{ACTIVITIES}/{code}/return")
}

#[must_use]
pub fn activity_retire(code: &str) -> String {
    format!("{ACTIVITIES}/{code}/retire")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(ACTIVITIES, P::ActivityRead, list::page)
        .get(ACTIVITY_NEW, P::ActivityWrite, edit::new)
        .post(ACTIVITY_NEW, P::ActivityWrite, edit::create)
        .get("/activities/{code}", P::ActivityRead, show::page)
        .get("/activities/{code}/edit", P::ActivityWrite, edit::edit)
        .post("/activities/{code}/edit", P::ActivityWrite, edit::submit)
        .post("/activities/{code}/approve", P::ActivityApprove, show::approve)
        .post("/activities/{code}/return", P::ActivityApprove, show::give_back)
        .post("/activities/{code}/retire", P::ActivityApprove, show::retire)
}
