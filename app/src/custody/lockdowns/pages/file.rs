//! The lockdowns as a file.

use axum::response::Response;

use super::super::model::Lockdown;
use super::super::store;
use super::area_words;
use super::list::state_words;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let facility = ctx.place()?.id;
    let tx = ctx.custody(Permission::Lockdown, Subject::Facility(facility), "export").await?;
    let headers = export::headers(
        ctx.lang,
        [
            "export-from",
            "export-to",
            "lockdown-area",
            "lockdown-reason",
            "escorts-sessions",
            "export-people",
            "lockdown-state",
        ],
    );
    Ok(export::stream(format, "lockdowns", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let held = store::list(tx, facility, offset).await?;
            Ok(export::Page::of(&held, |lockdown| line(&ctx, lockdown)))
        })
    }))
}

fn line(ctx: &Ctx, lockdown: &Lockdown) -> Vec<Value> {
    vec![
        Value::at(lockdown.starts_at, ctx.zone()),
        Value::at(lockdown.ends_at, ctx.zone()),
        Value::from(area_words(ctx.lang, lockdown)),
        Value::from(lockdown.reason.label(ctx.lang)),
        Value::number(lockdown.sessions),
        Value::number(lockdown.people),
        Value::from(state_words(ctx, lockdown).1),
    ]
}
