//! The series of the facility as a file.

use axum::response::Response;

use super::super::api::{self, Listed};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let (facility, lang) = (ctx.place()?.id, ctx.lang);
    let tx = ctx.care(Permission::SessionRequest, Subject::Facility(facility), "export").await?;
    let headers = export::headers(
        lang,
        ["sessions-session", "series-when", "slot-room", "export-from", "export-to", "sessions-lead"],
    );
    Ok(export::stream(format, "series", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let listed = api::running(tx, facility, offset).await?;
            Ok(export::Page::of(&listed, |held| line(lang, held)))
        })
    }))
}

fn line(lang: Lang, held: &Listed) -> Vec<Value> {
    let series = &held.series;
    vec![
        Value::from(held.title.as_ref().map(|title| title.say(lang).to_owned())),
        Value::from(series.words(lang)),
        Value::from(&series.room),
        Value::day(Some(series.starts_on)),
        Value::day(series.ends_on),
        Value::from(&series.practitioner),
    ]
}
