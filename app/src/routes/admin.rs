//! Import, users, approvals.

use crate::access::policy::Permission as P;
use crate::admin::approvals::pages as approvals_pages;
use crate::admin::backups;
use crate::admin::import::pages as import_pages;
use crate::admin::settings::pages as settings_pages;
use crate::admin::users::pages as users_pages;
use crate::admin::users::removal;
use crate::kit::ids::{GrantId, ImportId, UserId};
use crate::web::Routes;

pub const IMPORT: &str = "/import";
pub const USERS: &str = "/users";
pub const APPROVALS: &str = "/approvals";
pub const SETTINGS: &str = "/settings";
pub const BACKUPS: &str = "/backups";

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
pub fn user_leave(id: UserId) -> String {
    format!("{USERS}/{id}/leave")
}

#[must_use]
pub fn user_password(id: UserId) -> String {
    format!("{USERS}/{id}/password")
}

#[must_use]
pub fn user_factor(id: UserId) -> String {
    format!("{USERS}/{id}/second-factor")
}

#[must_use]
pub fn approval(id: GrantId) -> String {
    format!("{APPROVALS}/{id}")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(IMPORT, P::ImportReference, import_pages::list)
        .post(IMPORT, P::ImportReference, import_pages::upload)
        .get("/import/{id}", P::ImportReference, import_pages::preview)
        // A file of staff makes users and asks for roles.
        .post("/import/{id}/apply", P::ImportReference.with_proof(), import_pages::apply)
        .post("/import/{id}/discard", P::ImportReference, import_pages::discard)
        .get(USERS, P::UserManage, users_pages::list)
        .post("/users/{id}/active", P::UserManage, users_pages::set_active)
        .post("/users/{id}/leave", P::UserManage, users_pages::leave)
        .post("/users/{id}/password", P::UserManage, users_pages::issue_password)
        .get("/users/{id}/second-factor", P::UserManage, removal::form)
        .post("/users/{id}/second-factor", P::UserManage, removal::remove)
        .get(SETTINGS, P::SettingManage, settings_pages::page)
        .post(SETTINGS, P::SettingManage, settings_pages::save)
        .get(BACKUPS, P::BackupRead, backups::page)
        .get(APPROVALS, P::GrantApprove, approvals_pages::list)
        .post("/approvals/{id}", P::GrantApprove, approvals_pages::decide)
}
