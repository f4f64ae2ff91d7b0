//! The training register.

use crate::access::policy::Permission as P;
use crate::kit::ids::{CertificateId, CourseId};
use crate::training::pages::{check, competence, course, courses, enrol, lineage, own, paper, people, settings};
use crate::web::{Needs, Routes};

pub const TRAINING: &str = "/training";
pub const TRAINING_NEW: &str = "/training/courses/new";
pub const TRAINING_PEOPLE: &str = "/training/people";
pub const TRAINING_COMPETENCE: &str = "/training/competence";
pub const TRAINING_LINEAGE: &str = "/training/lineage";
pub const TRAINING_SETTINGS: &str = "/training/settings";
pub const TRAINING_ROLE: &str = "/training/settings/role";
pub const TRAINING_OWN: &str = "/training/own";
pub const TRAINING_SIGN_OFF: &str = "/training/own/sign-off";
pub const TRAINING_STAFF: &str = "/training/staff";
/// Whether a paper holds. It needs no sign-in: whoever has the paper may ask.
pub const CERTIFICATE_CHECK: &str = "/certificates/check";

#[must_use]
pub fn training_course(id: CourseId) -> String {
    format!("/training/courses/{id}")
}

#[must_use]
pub fn training_course_edit(id: CourseId) -> String {
    format!("/training/courses/{id}/edit")
}

#[must_use]
pub fn training_attended(id: CourseId) -> String {
    format!("/training/courses/{id}/attendance")
}

#[must_use]
pub fn training_certify(id: CourseId) -> String {
    format!("/training/courses/{id}/certify")
}

#[must_use]
pub fn training_enrol(id: CourseId) -> String {
    format!("/training/courses/{id}/enrol")
}

#[must_use]
pub fn training_enrol_one(id: CourseId) -> String {
    format!("/training/courses/{id}/enrol-one")
}

#[must_use]
pub fn training_revoke(course: CourseId, id: CertificateId) -> String {
    format!("/training/courses/{course}/certificates/{id}/revoke")
}

#[must_use]
pub fn training_certificate(id: CertificateId) -> String {
    format!("/training/certificates/{id}")
}

#[must_use]
pub fn training_own_certificate(id: CertificateId) -> String {
    format!("/training/own/certificates/{id}")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(TRAINING, P::TrainingRead, courses::page)
        .get(TRAINING_NEW, P::TrainingManage, courses::new)
        .post(TRAINING_NEW, P::TrainingManage, courses::save)
        .get("/training/courses/{id}", P::TrainingRead, course::page)
        .get("/training/courses/{id}/edit", P::TrainingManage, courses::edit)
        .post("/training/courses/{id}/attendance", P::TrainingManage, course::attended)
        .post("/training/courses/{id}/certify", P::TrainingManage, course::certify)
        .post("/training/courses/{id}/enrol", P::TrainingManage, enrol::list)
        .post("/training/courses/{id}/enrol-one", P::TrainingManage, enrol::one)
        .post("/training/courses/{id}/certificates/{certificate}/revoke", P::TrainingManage, course::revoke)
        .get(TRAINING_PEOPLE, P::TrainingRead, people::page)
        .post(TRAINING_PEOPLE, P::TrainingManage, enrol::add)
        .get("/training/people.csv", P::TrainingRead, people::file)
        .get("/training/people.xlsx", P::TrainingRead, people::file)
        .get(TRAINING_COMPETENCE, P::TrainingRead, competence::page)
        .post(TRAINING_COMPETENCE, P::TrainingManage, competence::save)
        .get(TRAINING_LINEAGE, P::TrainingRead, lineage::page)
        .get(TRAINING_SETTINGS, P::TrainingManage, settings::page)
        .post(TRAINING_SETTINGS, P::TrainingManage, settings::save)
        .post(TRAINING_ROLE, P::TrainingManage, settings::role)
        .get("/training/certificates/{id}", P::TrainingRead, paper::page)
        .get(TRAINING_OWN, P::TrainingOwn, own::page)
        .get("/training/own/certificates/{id}", P::TrainingOwn, paper::own)
        .post(TRAINING_SIGN_OFF, P::TrainingSignOff, own::sign_off)
        .get(TRAINING_STAFF, P::TrainingStaff, people::staff)
        .get("/training/staff.csv", P::TrainingStaff, people::staff_file)
        .get("/training/staff.xlsx", P::TrainingStaff, people::staff_file)
        .get(CERTIFICATE_CHECK, Needs::Nobody, check::page)
}
