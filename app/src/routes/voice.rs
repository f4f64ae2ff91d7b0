//! The reviewer's voice: comments, questions, samples.

use super::care::patient_plan_version;
use super::notes::note;
use crate::access::policy::Permission as P;
use crate::kit::ids::{CommentId, NoteId, PersonId, QuestionId, SampleId};
use crate::oversight::samples::{chart, draw, list as samples, results, show};
use crate::oversight::voice::comments::{list as comment_list, pages as comments};
use crate::oversight::voice::questions::{ask, list as question_list, pages as questions};
use crate::web::Routes;

pub const COMMENTS: &str = "/comments";
pub const QUESTIONS: &str = "/questions";
pub const QUESTION_NEW: &str = "/questions/new";
pub const SAMPLES: &str = "/samples";

/// The list of comments that stand so.
#[must_use]
pub fn comments_shown(show: &str) -> String {
    format!("{COMMENTS}?show={show}")
}

/// The comments on a version of a plan by themselves, and where one is sent.
#[must_use]
pub fn plan_comments(patient: PersonId, version_no: i32) -> String {
    format!("{}/comments", patient_plan_version(patient, version_no))
}

#[must_use]
pub fn note_comments(patient: PersonId, id: NoteId) -> String {
    format!("{}/comments", note(patient, id))
}

/// What is done about a comment.
#[must_use]
pub fn comment(patient: PersonId, id: CommentId) -> String {
    format!("/patients/{patient}/comments/{id}")
}

/// A list of questions: whose, and how they stand.
#[must_use]
pub fn questions(whose: &str, show: &str) -> String {
    format!("{QUESTIONS}?whose={whose}&show={show}")
}

#[must_use]
pub fn question(id: QuestionId) -> String {
    format!("{QUESTIONS}/{id}")
}

/// The form of a question about a patient, or a plan's version or a note of the patient.
#[must_use]
pub fn question_new_about(patient: PersonId, plan: Option<i32>, note: Option<NoteId>) -> String {
    let about = [("plan", plan.map(|number| number.to_string())), ("note", note.map(|id| id.to_string()))];
    let about = about.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let pairs: Vec<(&str, String)> = std::iter::once(("patient", patient.to_string())).chain(about).collect();
    format!("{QUESTION_NEW}?{}", serde_html_form::to_string(pairs).unwrap_or_default())
}

#[must_use]
pub fn sample(id: SampleId) -> String {
    format!("{SAMPLES}/{id}")
}

#[must_use]
pub fn sample_chart(id: SampleId, position: i32) -> String {
    format!("{SAMPLES}/{id}/charts/{position}")
}

#[must_use]
pub fn sample_close(id: SampleId) -> String {
    format!("{SAMPLES}/{id}/close")
}

#[must_use]
pub fn sample_give_up(id: SampleId) -> String {
    format!("{SAMPLES}/{id}/give-up")
}

#[must_use]
pub fn sample_results(id: SampleId) -> String {
    format!("{SAMPLES}/{id}/results")
}

/// What a sample says of each practitioner: the head's page.
#[must_use]
pub fn sample_practitioners(id: SampleId) -> String {
    format!("{SAMPLES}/{id}/practitioners")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(COMMENTS, P::CommentRead, comment_list::page)
        .get("/patients/{id}/plan/versions/{number}/comments", P::CommentRead, comments::of_plan)
        .post("/patients/{id}/plan/versions/{number}/comments", P::CommentWrite, comments::on_plan)
        .get("/patients/{id}/notes/{note}/comments", P::CommentRead, comments::of_note)
        .post("/patients/{id}/notes/{note}/comments", P::CommentWrite, comments::on_note)
        .post("/patients/{id}/comments/{comment}", P::CommentAnswer, comments::act)
        .get(QUESTIONS, P::QuestionRead, question_list::page)
        .post(QUESTIONS, P::QuestionAsk, ask::send)
        .get(QUESTION_NEW, P::QuestionAsk, ask::page)
        .get("/questions/{id}", P::QuestionRead, questions::page)
        .post("/questions/{id}", P::QuestionRead, questions::act)
        .get(SAMPLES, P::SampleRead, samples::page)
        .post(SAMPLES, P::SampleWork, draw::draw)
        .get("/samples/{id}", P::SampleRead, show::page)
        .post("/samples/{id}/close", P::SampleWork, show::close)
        .post("/samples/{id}/give-up", P::SampleWork, show::give_up)
        .get("/samples/{id}/charts/{number}", P::SampleWork, chart::page)
        .post("/samples/{id}/charts/{number}", P::SampleWork, chart::save)
        .get("/samples/{id}/results", P::SampleRead, results::unit)
        .get("/samples/{id}/practitioners", P::SamplePractitioners, results::practitioners)
}
