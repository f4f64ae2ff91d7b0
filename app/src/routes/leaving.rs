//! Leaving: moves to another facility on both sides of the wall, discharge, and the patient's own copy.

use crate::access::policy::Permission as P;
use crate::care::discharges::pages as discharges;
use crate::care::transfers::pages as packages;
use crate::custody::transfers::pages as moves;
use crate::i18n::Lang;
use crate::kit::ids::{PackageId, PersonId, TransferId};
use crate::web::Routes;

pub const MOVES: &str = "/transfers";
pub const MOVE_NEW: &str = "/transfers/new";
/// Packages that wait for the unit, and patients who leave it.
pub const PACKAGES: &str = "/transfers/incoming";

/// The form that plans a person's move.
#[must_use]
pub fn move_new(person: PersonId) -> String {
    format!("{MOVE_NEW}?person={person}")
}

#[must_use]
pub fn moving(id: TransferId) -> String {
    format!("{MOVES}/{id}")
}

#[must_use]
pub fn move_cancel(id: TransferId) -> String {
    format!("{MOVES}/{id}/cancel")
}

#[must_use]
pub fn move_carry_out(id: TransferId) -> String {
    format!("{MOVES}/{id}/carry-out")
}

/// A package that was sent to this unit; receiving it is sent to the same address.
#[must_use]
pub fn package(id: PackageId) -> String {
    format!("{PACKAGES}/{id}")
}

#[must_use]
pub fn patient_transfer(id: PersonId) -> String {
    format!("/patients/{id}/transfer")
}

#[must_use]
pub fn patient_transfer_send(id: PersonId) -> String {
    format!("/patients/{id}/transfer/send")
}

#[must_use]
pub fn patient_transfer_withdraw(id: PersonId) -> String {
    format!("/patients/{id}/transfer/withdraw")
}

#[must_use]
pub fn patient_discharge(id: PersonId) -> String {
    format!("/patients/{id}/discharge")
}

#[must_use]
pub fn patient_discharge_sign(id: PersonId) -> String {
    format!("/patients/{id}/discharge/sign")
}

#[must_use]
pub fn patient_discharge_discard(id: PersonId) -> String {
    format!("/patients/{id}/discharge/discard")
}

#[must_use]
pub fn patient_copy(id: PersonId) -> String {
    format!("/patients/{id}/copy")
}

#[must_use]
pub fn patient_copy_in(id: PersonId, lang: Lang) -> String {
    format!("/patients/{id}/copy?in={}", lang.code())
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(MOVES, P::MovePerson, moves::list::page)
        .get(MOVE_NEW, P::MovePerson, moves::plan::page)
        .post(MOVE_NEW, P::MovePerson, moves::plan::submit)
        .get("/transfers/{id}", P::MovePerson, moves::one::page)
        .post("/transfers/{id}/cancel", P::MovePerson, moves::one::cancel)
        .post("/transfers/{id}/carry-out", P::MovePerson, moves::one::carry_out)
        .get(PACKAGES, P::TransferRead, packages::inbox::page)
        .get("/transfers/incoming/{id}", P::TransferRead, packages::incoming::page)
        .post("/transfers/incoming/{id}", P::TransferWrite, packages::incoming::receive)
        .get("/patients/{id}/transfer", P::TransferRead, packages::prepare::page)
        .post("/patients/{id}/transfer", P::TransferWrite, packages::prepare::save)
        .post("/patients/{id}/transfer/send", P::TransferWrite, packages::prepare::send)
        .post("/patients/{id}/transfer/withdraw", P::TransferWrite, packages::prepare::withdraw)
        .get("/patients/{id}/discharge", P::DischargeRead, discharges::write::page)
        .post("/patients/{id}/discharge", P::DischargeWrite, discharges::write::save)
        .post("/patients/{id}/discharge/sign", P::DischargeWrite, discharges::write::sign)
        .post("/patients/{id}/discharge/discard", P::DischargeWrite, discharges::write::discard)
        // The whole record in words is an export as well, on paper.
        .get("/patients/{id}/copy", P::RecordCopy.with_proof(), discharges::copy::page)
        .post("/patients/{id}/copy", P::DischargeWrite, discharges::plain_words::save)
}
