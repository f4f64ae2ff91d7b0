//! The changes as a file.

use axum::extract::Query;
use axum::response::Response;

use super::model::ChangeLine;
use super::pages::{Filter, who};
use super::{store, words};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Query(filter): Query<Filter>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let all = filter.is_all();
    let tx = ctx.custody(Permission::PrisonChange, Subject::Facility(facility), "export").await?;
    let headers = export::headers(
        ctx.lang,
        [
            "changes-when",
            "changes-who",
            "changes-what",
            "export-detail",
            "export-about",
            "changes-by-custody",
            "changes-by-health",
        ],
    );
    Ok(export::stream(format, "changes", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let lines = store::list(tx, facility, all, offset).await?;
            Ok(export::Page::of(&lines, |line| cells(&ctx, line)))
        })
    }))
}

fn cells(ctx: &Ctx, line: &ChangeLine) -> Vec<Value> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    vec![
        Value::at(line.happened_at, zone),
        Value::from(who(lang, line)),
        Value::from(words::kind_words(lang, line)),
        Value::from(words::detail(lang, zone, line)),
        Value::from(words::about(lang, zone, line)),
        Value::from(words::seen_words(lang, zone, line.custody_seen_by.as_deref(), line.custody_seen_at)),
        Value::from(words::seen_words(lang, zone, line.care_seen_by.as_deref(), line.care_seen_at)),
    ]
}
