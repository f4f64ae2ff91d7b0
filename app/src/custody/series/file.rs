//! The series as a file.

use axum::response::Response;

use super::model::Series;
use super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let (facility, lang) = (ctx.place()?.id, ctx.lang);
    let tx = ctx.custody(Permission::BoardRead, Subject::Facility(facility), "export").await?;
    let headers = export::headers(
        lang,
        ["slot-room", "series-when", "export-from", "export-to", "slot-practitioner", "series-people"],
    );
    Ok(export::stream(format, "series", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let series = store::running(tx, facility, offset).await?;
            Ok(export::Page::of(&series, |series| line(lang, series)))
        })
    }))
}

fn line(lang: Lang, series: &Series) -> Vec<Value> {
    vec![
        Value::from(&series.room),
        Value::from(series.words(lang)),
        Value::day(Some(series.starts_on)),
        Value::day(series.ends_on),
        Value::from(&series.practitioner),
        Value::number(series.people_expected),
    ]
}
