//! The list of questions as a file.

use axum::extract::Query;
use axum::response::Response;

use super::list::{Asked, about, filter, words};
use super::model::Question;
use super::{rules, store};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Query(asked): Query<Asked>) -> Result<Response> {
    let filter = filter(&ctx, &asked)?;
    let tx = ctx.care(Permission::QuestionRead, Subject::Facility(filter.facility), "export").await?;
    let headers = export::headers(
        ctx.lang,
        [
            "questions-question",
            "questions-about",
            "voice-patient",
            "patients-number",
            "questions-by",
            "questions-of",
            "questions-asked-at",
            "questions-due",
            "voice-state",
        ],
    );
    Ok(export::stream(format, "questions", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let questions = store::list(tx, filter, offset).await?;
            Ok(export::Page::of(&questions, |question| cells(&ctx, question)))
        })
    }))
}

fn cells(ctx: &Ctx, question: &Question) -> Vec<Value> {
    let lang = ctx.lang;
    let (what, who) = about(ctx, question);
    let (name, number) = who.map(|who| (who.name(), who.number())).unwrap_or_default();
    vec![
        Value::from(words(ctx, question)),
        Value::from(what),
        Value::from(name),
        Value::from(number),
        Value::from(&question.asker),
        Value::from(&question.asked),
        Value::at(question.asked_at, ctx.zone()),
        Value::day(Some(question.due_on)),
        Value::from(rules::standing(question.status, question.due_on, ctx.today()).label(lang)),
    ]
}
