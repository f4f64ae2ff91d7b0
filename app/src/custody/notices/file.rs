//! The notices as a file.

use axum::response::Response;

use super::model::ListedNotice;
use super::pages::open;
use super::store::{self, Span};
use crate::custody::people::housing;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let (facility, lang, today) = (ctx.place()?.id, ctx.lang, ctx.today());
    let (tx, wings) = open(&ctx, "export").await?;
    let headers = [
        "custody-name",
        "custody-number",
        "custody-cell",
        "notices-notice",
        "export-from",
        "notices-until",
        "notices-read-at",
    ];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    let zone = ctx.zone();
    Ok(export::stream(format, "notices", headers, tx, move |tx, offset| {
        let wings = wings.clone();
        Box::pin(async move {
            let span = Span { facility, wings: wings.as_deref(), today };
            let notices = store::live(tx, &span, offset).await?;
            Ok(export::Page::of(&notices, |notice| line(lang, zone, notice)))
        })
    }))
}

fn line(lang: Lang, zone: chrono_tz::Tz, notice: &ListedNotice) -> Vec<Value> {
    vec![
        Value::from(notice.name()),
        Value::from(&notice.prison_number),
        Value::from(housing(notice.wing.as_deref(), &notice.cell)),
        Value::from(notice.terms.words(lang)),
        Value::day(Some(notice.starts_on)),
        Value::day(Some(notice.expires_on)),
        notice.acknowledged_at.map_or_else(|| Value::from(""), |at| Value::at(at, zone)),
    ]
}
