//! The sessions of a day whose tools are counted, as a file.

use axum::extract::RawQuery;
use axum::response::Response;

use super::super::model::DaySlot;
use super::super::rules::Stage;
use super::super::{store, words};
use crate::access::{Permission, Subject};
use crate::custody::day;
use crate::custody::slots::neutral_label;
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::kit::form::Fields;
use crate::web::Ctx;

pub async fn file(ctx: Ctx, format: Format, RawQuery(query): RawQuery) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let date = fields.date("date").unwrap_or_else(|| ctx.today());
    let place = ctx.place()?;
    let (from, to) = day::span(date, place.zone);
    let mut tx = ctx.custody(Permission::ToolCount, Subject::Facility(place.id), "export").await?;
    let slots = store::of_day(&mut tx, place.id, from, to).await?;
    drop(tx);
    let headers = export::headers(ctx.lang, ["export-from", "export-to", "tools-session", "tools-room", "tools-state"]);
    let rows: Vec<Vec<Value>> = slots.iter().map(|slot| line(&ctx, slot)).collect();
    Ok(export::whole(format, &format!("tools-{date}"), &headers, &rows))
}

fn line(ctx: &Ctx, slot: &DaySlot) -> Vec<Value> {
    let stage = Stage::of(slot.kind.map(|kind| (kind, slot.differs.unwrap_or(false), slot.answer)));
    vec![
        Value::at(slot.starts_at, ctx.zone()),
        Value::at(slot.ends_at, ctx.zone()),
        Value::from(neutral_label(ctx.lang, &slot.label_letter)),
        Value::from(&slot.room),
        Value::from(words::stage(ctx.lang, stage, slot.answer).1),
    ]
}
