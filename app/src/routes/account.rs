//! One's own account and signing in.

use crate::access::factor::pages as factor;
use crate::access::policy::Permission as P;
use crate::access::{account, second_step, sign_in, step_up};
use crate::kit::ids::SessionPublicId;
use crate::web::{Needs, Routes};

pub const HOME: &str = "/";
pub const SIGN_IN: &str = "/sign-in";
pub const SIGN_OUT: &str = "/sign-out";
pub const LANGUAGE: &str = "/language";
pub const PLACE: &str = "/place";
pub const ACCOUNT: &str = "/account";
pub const PASSWORD: &str = "/account/password";
/// The second step of signing in.
pub const SIGN_IN_CODE: &str = "/sign-in/code";
pub const SECOND_FACTOR: &str = "/account/second-factor";
pub const FACTOR_START: &str = "/account/second-factor/start";
pub const FACTOR_CONFIRM: &str = "/account/second-factor/confirm";
pub const FACTOR_CODES: &str = "/account/second-factor/codes";
pub const FACTOR_END: &str = "/account/second-factor/end";
pub const FACTOR_TOLD: &str = "/account/second-factor/told";
/// Asks once more who is there.
pub const PROOF: &str = "/account/proof";
const END_SESSION: &str = "/account/sessions/{id}/end";

/// The question, leading to a page afterwards.
#[must_use]
pub fn proof_for(next: &str) -> String {
    format!("{PROOF}?{}", serde_html_form::to_string([("next", next)]).unwrap_or_default())
}

/// Whether a route is about how its own user gets in: open also while the password or the second factor has to be put right.
#[must_use]
pub fn is_own_door(path: &str) -> bool {
    [ACCOUNT, PASSWORD, PROOF, END_SESSION].contains(&path) || path.starts_with(SECOND_FACTOR)
}

#[must_use]
pub fn end_session(id: SessionPublicId) -> String {
    format!("/account/sessions/{id}/end")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(HOME, P::OwnAccount, account::home)
        .get(SIGN_IN, Needs::Nobody, sign_in::page)
        .post(SIGN_IN, Needs::Nobody, sign_in::submit)
        .post(SIGN_OUT, Needs::Nobody, sign_in::sign_out)
        .post(LANGUAGE, Needs::Nobody, account::language)
        .post(PLACE, P::OwnAccount, account::place)
        .get(ACCOUNT, P::OwnAccount, account::page)
        .post(PASSWORD, P::OwnAccount, account::change_password)
        .post(END_SESSION, P::OwnAccount, account::end_session)
        .post(SIGN_IN_CODE, Needs::Nobody, second_step::submit)
        .get(PROOF, P::OwnAccount, step_up::page)
        .post(PROOF, P::OwnAccount, step_up::submit)
        .get(SECOND_FACTOR, P::OwnAccount, factor::page)
        .post(FACTOR_START, P::OwnAccount.with_proof(), factor::start)
        .post(FACTOR_CONFIRM, P::OwnAccount, factor::confirm)
        .post(FACTOR_CODES, P::OwnAccount.with_proof(), factor::codes)
        .post(FACTOR_END, P::OwnAccount.with_proof(), factor::end)
        .post(FACTOR_TOLD, P::OwnAccount, factor::told)
}
