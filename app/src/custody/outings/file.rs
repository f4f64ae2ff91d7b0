//! Ways out of the house as a file, for those who plan them.

use axum::response::Response;

use super::model::Outing;
use super::store;
use crate::access::{Permission, Subject};
use crate::custody::people::{housing, list_name};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let (facility, lang, zone, now) = (ctx.place()?.id, ctx.lang, ctx.zone(), ctx.now());
    let tx = ctx.custody(Permission::OutingManage, Subject::Facility(facility), "export").await?;
    let headers = export::headers(
        lang,
        [
            "custody-name",
            "custody-number",
            "custody-cell",
            "outings-kind",
            "export-from",
            "export-to",
            "outings-sessions",
        ],
    );
    Ok(export::stream(format, "outings", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let outings = store::list(tx, facility, now, offset).await?;
            Ok(export::Page::of(&outings, |outing| line(lang, zone, outing)))
        })
    }))
}

fn line(lang: Lang, zone: chrono_tz::Tz, outing: &Outing) -> Vec<Value> {
    vec![
        Value::from(list_name(&outing.family_name, &outing.given_name)),
        Value::from(&outing.prison_number),
        Value::from(housing(outing.wing.as_deref(), &outing.cell)),
        Value::from(outing.kind.label(lang)),
        Value::at(outing.starts_at, zone),
        Value::at(outing.ends_at, zone),
        Value::number(outing.sessions),
    ]
}
