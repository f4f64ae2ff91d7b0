//! The movement list and the register of prints as files.

use axum::extract::RawQuery;
use axum::response::Response;

use super::super::api::{self, Registered};
use super::super::model::{ListKey, ListKind, PrintedRow};
use super::super::words;
use super::changes::seen_words;
use super::print::key_of;
use crate::custody::slots::words::neutral_label;
use crate::error::{AppError, Result};
use crate::kit::export::{self, Format, Value};
use crate::kit::form::Fields;
use crate::web::Ctx;

pub async fn movements(ctx: Ctx, format: Format, RawQuery(query): RawQuery) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let key = ListKey { person: None, ..key_of(&ctx, &mut fields, ListKind::Movement)? };
    if !crate::custody::unlock::api::may_open(&ctx, key.date) {
        return Err(AppError::BadRequest);
    }
    let (rows, _) = api::movements(&ctx, &key).await?;
    let headers = export::headers(
        ctx.lang,
        [
            "slot-room",
            "export-from",
            "export-to",
            "export-session",
            "custody-name",
            "custody-number",
            "custody-cell",
            "lists-clashes",
            "custody-cautions",
            "lists-sheet-bring",
            "export-state",
        ],
    );
    let rows: Vec<Vec<Value>> = rows.iter().map(|row| movement(&ctx, row)).collect();
    Ok(export::whole(format, &format!("movements-{}-{}", key.date, key.part), &headers, &rows))
}

fn movement(ctx: &Ctx, row: &PrintedRow) -> Vec<Value> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    vec![
        Value::from(&row.room),
        Value::at(row.from, zone),
        Value::at(row.to, zone),
        Value::from(neutral_label(lang, &row.letter)),
        Value::from(&row.name),
        Value::from(&row.number),
        Value::from(row.housing()),
        Value::from(row.clashes.join("; ")),
        Value::from(row.warnings(lang)),
        Value::from(row.bring.join("; ")),
        Value::from(&row.state),
    ]
}

pub async fn register(ctx: Ctx, format: Format, RawQuery(query): RawQuery) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let date = fields.date("date").unwrap_or_else(|| ctx.today());
    let lists = api::register(&ctx, date).await?;
    let headers = export::headers(
        ctx.lang,
        [
            "lists-list",
            "lists-number",
            "export-people",
            "lists-print-column",
            "export-by",
            "lists-state",
            "lists-wing-knows",
        ],
    );
    let rows: Vec<Vec<Value>> = lists.iter().map(|held| registered(&ctx, held)).collect();
    Ok(export::whole(format, &format!("printed-lists-{date}"), &headers, &rows))
}

fn registered(ctx: &Ctx, held: &Registered) -> Vec<Value> {
    let (lang, head) = (ctx.lang, &held.head);
    let changed = held.changes > 0;
    let state = if changed {
        lang.t_with("lists-changed", &[("n", held.changes.into())])
    } else {
        lang.t("lists-holds").into_owned()
    };
    vec![
        Value::from(words::title(lang, head)),
        Value::from(words::numbered(lang, head)),
        Value::number(i64::try_from(held.people).unwrap_or(0)),
        Value::at(head.printed_at, ctx.zone()),
        Value::from(&head.printed_by),
        Value::from(state),
        Value::from(changed.then(|| seen_words(ctx, &held.seen.iter().collect::<Vec<_>>()))),
    ]
}
