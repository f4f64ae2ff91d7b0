//! The referrals that custody has made, as a file.

use axum::extract::Query;
use axum::response::Response;

use super::super::api::{self, Scope};
use super::super::model::ReferralLine;
use super::list::WingQuery;
use crate::custody::people::{housing, list_name};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn file(ctx: Ctx, format: Format, Query(wing): Query<WingQuery>) -> Result<Response> {
    let (lang, scope) = (ctx.lang, Scope::of(&ctx, wing.id())?);
    if scope == Scope::Nowhere {
        return Err(AppError::NotFound);
    }
    let headers = export::headers(
        lang,
        ["custody-name", "custody-number", "custody-cell", "refer-reason", "refer-received", "refer-by", "refer-state"],
    );
    let (place, tx) = (ctx.place()?.id, api::open(&ctx, scope, "export").await?);
    Ok(export::stream(format, "referrals", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let lines = api::lines(tx, place, scope, offset).await?;
            Ok(export::Page::of(&lines, |line| cells(lang, line)))
        })
    }))
}

fn cells(lang: Lang, line: &ReferralLine) -> Vec<Value> {
    vec![
        Value::from(list_name(&line.family_name, &line.given_name)),
        Value::from(&line.prison_number),
        Value::from(housing(line.wing.as_deref(), &line.cell)),
        Value::from(line.reason.label(lang)),
        Value::day(Some(line.received_on)),
        Value::from(&line.referred_by),
        Value::from(line.status.label(lang)),
    ]
}
