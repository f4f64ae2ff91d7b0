//! Every path of Ergon and the permission it needs. Nothing else builds addresses.

use axum::Router;
use chrono::NaiveDate;

use crate::access::policy::Permission as P;
use crate::access::{account, sign_in};
use crate::admin::approvals::pages as approvals_pages;
use crate::admin::import::pages as import_pages;
use crate::admin::users::pages as users_pages;
use crate::care::activities::pages as activities;
use crate::care::notes::pages as notes;
use crate::care::patients::pages as patients;
use crate::care::plans::pages as plans;
use crate::care::sessions::pages as sessions;
use crate::custody::slots::Part;
use crate::custody::slots::pages::{board as board_page, decide as decide_page, slot as slot_page};
use crate::custody::unlock::pages::list as unlock_page;
use crate::kit::ids::{GrantId, ImportId, PersonId, SessionPublicId, SlotId, UserId, WingId};
use crate::oversight::{access_log, progress, unit, verification};
use crate::web::{AppState, Ctx, Needs, RouteInfo, Routes};

pub const HOME: &str = "/";
pub const SIGN_IN: &str = "/sign-in";
pub const SIGN_OUT: &str = "/sign-out";
pub const LANGUAGE: &str = "/language";
pub const PLACE: &str = "/place";
pub const ACCOUNT: &str = "/account";
pub const PASSWORD: &str = "/account/password";

#[must_use]
pub fn end_session(id: SessionPublicId) -> String {
    format!("/account/sessions/{id}/end")
}

// Patients, plans and goals.
pub const PATIENTS: &str = "/patients";
pub const PATIENT_NEW: &str = "/patients/new";

#[must_use]
pub fn patient(id: PersonId) -> String {
    format!("/patients/{id}")
}

#[must_use]
pub fn patient_team(id: PersonId) -> String {
    format!("/patients/{id}/team")
}

#[must_use]
pub fn patient_team_remove(id: PersonId, user: UserId) -> String {
    format!("/patients/{id}/team/{user}/remove")
}

#[must_use]
pub fn patient_team_lead(id: PersonId, user: UserId) -> String {
    format!("/patients/{id}/team/{user}/lead")
}

#[must_use]
pub fn patient_plan(id: PersonId) -> String {
    format!("/patients/{id}/plan")
}

#[must_use]
pub fn patient_plan_version(id: PersonId, version_no: i32) -> String {
    format!("/patients/{id}/plan/versions/{version_no}")
}

#[must_use]
pub fn patient_plan_edit(id: PersonId) -> String {
    format!("/patients/{id}/plan/edit")
}

#[must_use]
pub fn patient_plan_activate(id: PersonId) -> String {
    format!("/patients/{id}/plan/activate")
}

#[must_use]
pub fn patient_plan_next(id: PersonId) -> String {
    format!("/patients/{id}/plan/next")
}

#[must_use]
pub fn patient_plan_discard(id: PersonId) -> String {
    format!("/patients/{id}/plan/discard")
}

// Sessions, activities and notes.
pub const TODAY: &str = "/today";
pub const SCHEDULE: &str = "/schedule";
pub const ACTIVITIES: &str = "/activities";
pub const SESSION_NEW: &str = "/sessions/new";

#[must_use]
pub fn session(id: SlotId) -> String {
    format!("/sessions/{id}")
}

#[must_use]
pub fn session_sign(id: SlotId) -> String {
    format!("/sessions/{id}/sign")
}

#[must_use]
pub fn session_stop(id: SlotId) -> String {
    format!("/sessions/{id}/stop")
}

#[must_use]
pub fn patient_sessions(id: PersonId) -> String {
    format!("/patients/{id}/sessions")
}

#[must_use]
pub fn patient_notes(id: PersonId) -> String {
    format!("/patients/{id}/notes")
}

#[must_use]
pub fn session_new(id: PersonId) -> String {
    format!("{SESSION_NEW}?patient={id}")
}

// Custody: board, slots, unlock list.

pub const BOARD: &str = "/board";
pub const UNLOCK: &str = "/unlock";

/// The board of a day, with all rooms or only those that hold a session.
#[must_use]
pub fn board(date: NaiveDate, only_with_sessions: bool) -> String {
    let rooms = if only_with_sessions { "&rooms=used" } else { "" };
    format!("{BOARD}?date={date}{rooms}")
}

/// One slot; a decision about it is sent to the same address.
#[must_use]
pub fn slot(id: SlotId) -> String {
    format!("/slots/{id}")
}

/// The place of a slot on the board.
#[must_use]
pub fn slot_anchor(id: SlotId) -> String {
    format!("s{}", id.0.simple())
}

/// The list of a wing for a part of a day; a mark on it is sent to the same address.
#[must_use]
pub fn unlock(wing: WingId, date: NaiveDate, part: Part) -> String {
    format!("{UNLOCK}?wing={wing}&date={date}&part={part}")
}

/// The same list with one row's reasons open.
#[must_use]
pub fn unlock_asking(wing: WingId, date: NaiveDate, part: Part, row: &str) -> String {
    format!("{}&ask={row}#{row}", unlock(wing, date, part))
}

// Oversight: unit, progress, access log, verification.
pub const UNIT: &str = "/unit";
pub const UNIT_REVIEWS: &str = "/unit?show=reviews";
pub const ACCESS_LOG: &str = "/access-log";
pub const VERIFICATION: &str = "/verification";

#[must_use]
pub fn patient_progress(id: PersonId) -> String {
    format!("/patients/{id}/progress")
}

// Administration: import, users, approvals.
pub const IMPORT: &str = "/import";
pub const USERS: &str = "/users";
pub const APPROVALS: &str = "/approvals";

/// What an uploaded file would do.
#[must_use]
pub fn import(id: ImportId) -> String {
    format!("{IMPORT}/{id}")
}

#[must_use]
pub fn import_apply(id: ImportId) -> String {
    format!("{IMPORT}/{id}/apply")
}

#[must_use]
pub fn import_discard(id: ImportId) -> String {
    format!("{IMPORT}/{id}/discard")
}

#[must_use]
pub fn user_active(id: UserId) -> String {
    format!("{USERS}/{id}/active")
}

#[must_use]
pub fn user_password(id: UserId) -> String {
    format!("{USERS}/{id}/password")
}

#[must_use]
pub fn approval(id: GrantId) -> String {
    format!("{APPROVALS}/{id}")
}

/// One entry of the navigation, shown to those who hold the permission.
#[derive(Debug, Clone, Copy)]
pub struct NavItem {
    pub path: &'static str,
    pub key: &'static str,
    needs: P,
}

/// In the order of the header; the first that a user may see is their first page.
const NAVIGATION: &[NavItem] = &[
    // First of all for those who review: the unit.
    NavItem { path: UNIT, key: "oversight-nav-unit", needs: P::UnitRead },
    // Care. 'Today' is for those who treat.
    NavItem { path: TODAY, key: "sessions-nav-today", needs: P::SessionRecord },
    NavItem { path: PATIENTS, key: "patients-nav", needs: P::PatientList },
    NavItem { path: SCHEDULE, key: "sessions-nav-schedule", needs: P::SessionRecord },
    NavItem { path: ACTIVITIES, key: "sessions-activities", needs: P::ActivityRead },
    // Custody.
    NavItem { path: BOARD, key: "custody-nav-board", needs: P::BoardRead },
    NavItem { path: UNLOCK, key: "custody-nav-unlock", needs: P::UnlockListRead },
    // Oversight.
    NavItem { path: ACCESS_LOG, key: "oversight-access-log", needs: P::AccessLogRead },
    NavItem { path: VERIFICATION, key: "oversight-nav-verification", needs: P::AccessLogRead },
    // Administration.
    NavItem { path: IMPORT, key: "admin-nav-import", needs: P::ImportReference },
    NavItem { path: USERS, key: "admin-nav-users", needs: P::UserManage },
    NavItem { path: APPROVALS, key: "admin-nav-approvals", needs: P::GrantApprove },
];

pub fn navigation(ctx: &Ctx) -> impl Iterator<Item = &'static NavItem> {
    NAVIGATION.iter().filter(|item| ctx.may(item.needs))
}

/// The router and the table of what it serves.
pub fn routes() -> (Router<AppState>, Vec<RouteInfo>) {
    Routes::default()
        .get(HOME, P::OwnAccount, account::home)
        .get(SIGN_IN, Needs::Nobody, sign_in::page)
        .post(SIGN_IN, Needs::Nobody, sign_in::submit)
        .post(SIGN_OUT, Needs::Nobody, sign_in::sign_out)
        .post(LANGUAGE, Needs::Nobody, account::language)
        .post(PLACE, P::OwnAccount, account::place)
        .get(ACCOUNT, P::OwnAccount, account::page)
        .post(PASSWORD, P::OwnAccount, account::change_password)
        .post("/account/sessions/{id}/end", P::OwnAccount, account::end_session)
        // Patients, plans and goals.
        .get(PATIENTS, P::PatientList, patients::caseload)
        .get(PATIENT_NEW, P::PatientOpen, patients::new)
        .post(PATIENT_NEW, P::PatientOpen, patients::open)
        .get("/patients/{id}", P::PatientRead, patients::overview)
        .post("/patients/{id}/team", P::PatientOpen, patients::add)
        .post("/patients/{id}/team/{user}/remove", P::PatientOpen, patients::remove)
        .post("/patients/{id}/team/{user}/lead", P::PatientOpen, patients::hand_over)
        .get("/patients/{id}/plan", P::PlanRead, plans::page)
        .get("/patients/{id}/plan/versions/{number}", P::PlanRead, plans::version)
        .get("/patients/{id}/plan/edit", P::PlanWrite, plans::edit)
        .post("/patients/{id}/plan/edit", P::PlanWrite, plans::save)
        .post("/patients/{id}/plan/activate", P::PlanWrite, plans::activate)
        .post("/patients/{id}/plan/next", P::PlanWrite, plans::next)
        .post("/patients/{id}/plan/discard", P::PlanWrite, plans::discard)

        // Sessions, activities and notes.
        .get(TODAY, P::SessionRecord, sessions::today::page)
        .get(SCHEDULE, P::SessionRecord, sessions::schedule::page)
        .get(ACTIVITIES, P::ActivityRead, activities::list)
        .get(SESSION_NEW, P::SessionRequest, sessions::request::page)
        .post(SESSION_NEW, P::SessionRequest, sessions::request::submit)
        .get("/sessions/{id}", P::SessionRead, sessions::record::page)
        .post("/sessions/{id}", P::SessionRecord, sessions::record::save)
        .post("/sessions/{id}/stop", P::SessionRequest, sessions::record::stop)
        .get("/sessions/{id}/sign", P::NoteSign, sessions::sign::page)
        .post("/sessions/{id}/sign", P::NoteSign, sessions::sign::submit)
        .get("/patients/{id}/sessions", P::SessionRead, sessions::patient::page)
        .get("/patients/{id}/notes", P::NoteRead, notes::of_patient)
        // Custody: board, slots, unlock list.
        .get(BOARD, P::BoardRead, board_page::page)
        .get("/slots/{id}", P::BoardRead, slot_page::page)
        .post("/slots/{id}", P::SlotDecide, decide_page::submit)
        .get(UNLOCK, P::UnlockListRead, unlock_page::page)
        .post(UNLOCK, P::MovementMark, unlock_page::mark)

        // Oversight: unit, progress, access log, verification.
        .get(UNIT, P::UnitRead, unit::page)
        .get("/patients/{id}/progress", P::ProgressRead, progress::page)
        .get(ACCESS_LOG, P::AccessLogRead, access_log::page)
        .get(VERIFICATION, P::SealVerify, verification::page)
        .post(VERIFICATION, P::SealVerify, verification::verify_now)
        // Administration: import, users, approvals.
        .get(IMPORT, P::ImportReference, import_pages::list)
        .post(IMPORT, P::ImportReference, import_pages::upload)
        .get("/import/{id}", P::ImportReference, import_pages::preview)
        .post("/import/{id}/apply", P::ImportReference, import_pages::apply)
        .post("/import/{id}/discard", P::ImportReference, import_pages::discard)
        .get(USERS, P::UserManage, users_pages::list)
        .post("/users/{id}/active", P::UserManage, users_pages::set_active)
        .post("/users/{id}/password", P::UserManage, users_pages::issue_password)
        .get(APPROVALS, P::GrantApprove, approvals_pages::list)
        .post("/approvals/{id}", P::GrantApprove, approvals_pages::decide)

        .finish()
}
