//! The programmes as a file.

use axum::extract::Query;
use axum::response::Response;

use super::super::model::ProgrammeLine;
use super::super::store;
use super::list::StatusQuery;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Query(asked): Query<StatusQuery>) -> Result<Response> {
    let (facility, lang, status) = (ctx.place()?.id, ctx.lang, asked.status());
    let tx = ctx.care(Permission::ProgrammeRead, Subject::Facility(facility), "export").await?;
    let headers = export::headers(
        lang,
        [
            "programmes-programme",
            "sessions-activity",
            "programmes-intake",
            "programmes-members",
            "programmes-capacity",
            "programmes-waiting",
            "sessions-lead",
        ],
    );
    Ok(export::stream(format, "programmes", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let lines = store::list(tx, facility, status, offset).await?;
            Ok(export::Page::of(&lines, |held| line(lang, held)))
        })
    }))
}

fn line(lang: Lang, held: &ProgrammeLine) -> Vec<Value> {
    vec![
        Value::from(&held.title),
        Value::from(held.activity.say(lang)),
        Value::from(held.intake.label(lang)),
        Value::number(held.active),
        Value::number(held.capacity),
        Value::number(held.waiting),
        Value::from(&held.lead_name),
    ]
}
