//! How a person comes to therapy: referrals of both sides, and the evaluation.

use crate::access::policy::Permission as P;
use crate::care::evaluations::pages as evaluations;
use crate::care::referrals::pages as referrals;
use crate::custody::referrals::pages as refer;
use crate::kit::ids::{EvaluationId, PersonId, ReferralId};
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

#[must_use]
pub fn patient_evaluation(id: PersonId) -> String {
    format!("/patients/{id}/evaluation")
}

#[must_use]
pub fn patient_evaluation_begin(id: PersonId) -> String {
    format!("/patients/{id}/evaluation/begin")
}

#[must_use]
pub fn patient_evaluation_sections(id: PersonId) -> String {
    format!("/patients/{id}/evaluation/sections")
}

#[must_use]
pub fn patient_evaluation_sign(id: PersonId) -> String {
    format!("/patients/{id}/evaluation/sign")
}

#[must_use]
pub fn patient_evaluation_discard(id: PersonId) -> String {
    format!("/patients/{id}/evaluation/discard")
}

/// One that has been signed.
#[must_use]
pub fn patient_evaluation_one(id: PersonId, evaluation: EvaluationId) -> String {
    format!("/patients/{id}/evaluations/{evaluation}")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(REFERRALS, P::ReferralRead, referrals::list)
        .get(REFERRAL_NEW, P::ReferralWrite, referrals::new)
        .post(REFERRAL_NEW, P::ReferralWrite, referrals::submit)
        .get("/referrals/{id}", P::ReferralRead, referrals::show)
        .post("/referrals/{id}/decide", P::ReferralDecide, referrals::decide)
        .post("/referrals/{id}/contact", P::ReferralDecide, referrals::contact)
        .get("/patients/{id}/evaluation", P::EvaluationRead, evaluations::page)
        .post("/patients/{id}/evaluation/begin", P::EvaluationWrite, evaluations::begin)
        .post("/patients/{id}/evaluation/sections", P::EvaluationWrite, evaluations::save)
        .post("/patients/{id}/evaluation/discard", P::EvaluationWrite, evaluations::discard)
        .get("/patients/{id}/evaluation/sign", P::EvaluationWrite, evaluations::sign)
        .post("/patients/{id}/evaluation/sign", P::EvaluationWrite, evaluations::sign_now)
        .get("/patients/{id}/evaluations/{evaluation}", P::EvaluationRead, evaluations::one)
        .get(REFER, P::CustodyRefer, refer::list)
        .get(REFER_NEW, P::CustodyRefer, refer::new)
        .post(REFER_NEW, P::CustodyRefer, refer::submit)
}
