//! What the form of an alert and that of a pair have in common: from when to when, when to look again, and why.

use leptos::prelude::*;

use super::super::model::Term;
use super::super::rules::{self, BadTerm, USUAL_REVIEW};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ui::Field;
use crate::web::Ctx;

/// The longest reason.
const LONGEST: usize = 1000;

/// The term of a form; `None` when an error was left at a field.
pub fn term(fields: &mut Fields, ctx: &Ctx) -> Option<Term> {
    let starts_on = fields.date("starts_on");
    if fields.get("starts_on").is_empty() {
        fields.error("starts_on", Msg::new("form-required"));
    }
    let (ends_on, review_on) = (fields.date("ends_on"), fields.date("review_on"));
    let reason = fields.required("reason", LONGEST);
    let term = Term { starts_on: starts_on?, ends_on, review_on, reason };
    match rules::check(&term, ctx.today()) {
        Ok(()) => {}
        Err(BadTerm::EndsBefore) => fields.error("ends_on", Msg::new("cautions-ends-before")),
        Err(BadTerm::ReviewBefore) => fields.error("review_on", Msg::new("cautions-review-before")),
        Err(BadTerm::ReviewTooLate) => fields.error("review_on", Msg::new("cautions-review-late")),
    }
    (!fields.is_refused()).then_some(term)
}

/// A new form, from today on.
pub fn fresh(ctx: &Ctx, id: String) -> Fields {
    let review = ctx.today().checked_add_days(USUAL_REVIEW).unwrap_or(ctx.today());
    Fields::new().with("id", id).with("starts_on", ctx.today().to_string()).with("review_on", review.to_string())
}

/// The form of what is there.
pub fn filled(term: &Term, version: i32) -> Fields {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    Fields::new()
        .with("version", version.to_string())
        .with("starts_on", term.starts_on.to_string())
        .with("ends_on", day(term.ends_on))
        .with("review_on", day(term.review_on))
        .with("reason", term.reason.clone())
}

pub fn term_fields(ctx: &Ctx, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    view! {
        <div class="pair">
            {Field::new(fields, lang, "starts_on", lang.t("cautions-starts")).required().date()}
            {Field::new(fields, lang, "ends_on", lang.t("cautions-ends")).hint(lang.t("cautions-ends-hint")).date()}
        </div>
        {Field::new(fields, lang, "review_on", lang.t("cautions-review")).hint(lang.t("cautions-review-hint")).date()}
        {Field::new(fields, lang, "reason", lang.t("cautions-reason")).hint(lang.t("cautions-reason-hint")).required().note_box(3)}
    }
    .into_any()
}
