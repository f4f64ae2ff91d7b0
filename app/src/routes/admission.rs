//! How a person comes to therapy: referrals of both sides.

use crate::access::policy::Permission as P;
use crate::care::referrals::pages as referrals;
use crate::custody::referrals::pages as refer;
use crate::kit::ids::{PersonId, ReferralId};
use crate::web::Routes;

pub const REFERRALS: &str = "/referrals";
pub const REFERRAL_NEW: &str = "/referrals/new";
/// Custody's side: its referrals, and how far each has come.
pub const REFER: &str = "/refer";
pub const REFER_NEW: &str = "/refer/new";

#[must_use]
pub fn referral(id: ReferralId) -> String {
    format!("{REFERRALS}/{id}")
}

#[must_use]
pub fn referral_decide(id: ReferralId) -> String {
    format!("{REFERRALS}/{id}/decide")
}

#[must_use]
pub fn referral_contact(id: ReferralId) -> String {
    format!("{REFERRALS}/{id}/contact")
}

/// The form for a person who has been chosen.
#[must_use]
pub fn referral_of_person(id: PersonId) -> String {
    format!("{REFERRAL_NEW}?person={id}")
}

/// As [`referral_of_person`], for custody.
#[must_use]
pub fn refer_person(id: PersonId) -> String {
    format!("{REFER_NEW}?person={id}")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(REFERRALS, P::ReferralRead, referrals::list)
        .get(REFERRAL_NEW, P::ReferralWrite, referrals::new)
        .post(REFERRAL_NEW, P::ReferralWrite, referrals::submit)
        .get("/referrals/{id}", P::ReferralRead, referrals::show)
        .post("/referrals/{id}/decide", P::ReferralDecide, referrals::decide)
        .post("/referrals/{id}/contact", P::ReferralDecide, referrals::contact)
        .get(REFER, P::CustodyRefer, refer::list)
        .get(REFER_NEW, P::CustodyRefer, refer::new)
        .post(REFER_NEW, P::CustodyRefer, refer::submit)
}
