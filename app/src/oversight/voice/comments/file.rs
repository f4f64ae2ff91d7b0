//! The list of comments as a file, without a word of what was said.

use axum::extract::Query;
use axum::response::Response;

use super::list::{Asked, filter, what};
use super::model::Line;
use super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Query(asked): Query<Asked>) -> Result<Response> {
    let filter = filter(&ctx, &asked)?;
    let tx = ctx.care(Permission::CommentRead, Subject::Facility(filter.facility), "export").await?;
    let headers = export::headers(
        ctx.lang,
        [
            "voice-patient",
            "patients-number",
            "comments-what",
            "export-at",
            "comments-by",
            "comments-made",
            "voice-answers",
            "voice-state",
        ],
    );
    Ok(export::stream(format, "comments", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let lines = store::list(tx, filter, offset).await?;
            Ok(export::Page::of(&lines, |line| cells(&ctx, line)))
        })
    }))
}

fn cells(ctx: &Ctx, line: &Line) -> Vec<Value> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let who = line.who.shown(ctx, line.patient_id);
    vec![
        Value::from(who.name()),
        Value::from(who.number()),
        Value::from(what(lang, line)),
        line.occurred_at.map_or_else(|| Value::from(""), |at| Value::at(at, zone)),
        Value::from(&line.author),
        Value::at(line.created_at, zone),
        Value::number(line.answers),
        Value::from(line.state.label(lang)),
    ]
}
