//! Every path of Ergon and the permission it needs. Nothing else builds addresses.

use axum::Router;

use crate::access::policy::Permission as P;
use crate::access::{account, sign_in};
use crate::kit::ids::{PersonId, SessionPublicId};
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

// Sessions, activities and notes.

// Custody: board, slots, unlock list.

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
    // Care.

    // Custody.

    // Oversight.
    NavItem { path: ACCESS_LOG, key: "oversight-access-log", needs: P::AccessLogRead },
    NavItem { path: VERIFICATION, key: "oversight-nav-verification", needs: P::AccessLogRead },
    // Administration.
];

pub fn navigation(ctx: &Ctx) -> impl Iterator<Item = &'static NavItem> {
    NAVIGATION.iter().filter(|item| ctx.may(item.needs))
}

/// The router and the table of what it serves.
#[must_use]
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

        // Sessions, activities and notes.

        // Custody: board, slots, unlock list.

        // Oversight: unit, progress, access log, verification.
        .get(UNIT, P::UnitRead, unit::page)
        .get("/patients/{id}/progress", P::ProgressRead, progress::page)
        .get(ACCESS_LOG, P::AccessLogRead, access_log::page)
        .get(VERIFICATION, P::SealVerify, verification::page)
        .post(VERIFICATION, P::SealVerify, verification::verify_now)
        // Administration: import, users, approvals.

        .finish()
}
