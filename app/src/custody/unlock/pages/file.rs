//! A wing's unlock list as a file.

use axum::extract::RawQuery;
use axum::response::Response;

use super::super::api::{self, UnlockList};
use super::super::model::UnlockRow;
use super::person::state_words;
use crate::custody::people::{housing, list_name};
use crate::custody::slots::{Part, words};
use crate::error::{AppError, Result};
use crate::kit::export::{self, Format, Value};
use crate::kit::form::Fields;
use crate::kit::ids::WingId;
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, RawQuery(query): RawQuery) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let date = fields.date("date").unwrap_or_else(|| ctx.today());
    if !api::may_open(&ctx, date) {
        return Err(AppError::BadRequest);
    }
    let wing = match fields.get("wing").parse::<WingId>() {
        Ok(wing) => wing,
        Err(_) => api::first_wing(&ctx).await?.ok_or(AppError::NotFound)?,
    };
    let list = api::list(&ctx, wing, date, fields.get("part").parse::<Part>().ok()).await?;
    let headers = export::headers(
        ctx.lang,
        [
            "custody-name",
            "custody-number",
            "custody-cell",
            "export-from",
            "export-to",
            "slot-room",
            "export-session",
            "slot-escort-title",
            "custody-cautions",
            "export-state",
        ],
    );
    let rows: Vec<Vec<Value>> = list.rows.iter().map(|row| line(&ctx, &list, row)).collect();
    Ok(export::whole(format, &format!("unlock-{}-{}", list.date, list.part), &headers, &rows))
}

fn line(ctx: &Ctx, list: &UnlockList, row: &UnlockRow) -> Vec<Value> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let escort = (row.escort_officers > 0).then(|| words::escort(lang, row.escort_officers, row.escort_mode));
    vec![
        Value::from(list_name(&row.family_name, &row.given_name)),
        Value::from(&row.prison_number),
        Value::from(housing(Some(&list.wing.name), &row.cell)),
        Value::at(row.starts_at, zone),
        Value::at(row.ends_at, zone),
        Value::from(&row.room),
        Value::from(words::neutral_label(lang, &row.label_letter)),
        Value::from(escort),
        Value::from(list.cautions.in_words(row.person_id, lang).join("; ")),
        Value::from(state_words(ctx, row).into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("; ")),
    ]
}
