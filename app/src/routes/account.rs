//! One's own account and signing in.

use crate::access::policy::Permission as P;
use crate::access::{account, sign_in};
use crate::kit::ids::SessionPublicId;
use crate::web::{Needs, Routes};

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
        .post("/account/sessions/{id}/end", P::OwnAccount, account::end_session)
}
