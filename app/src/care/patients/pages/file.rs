//! The caseload as a file.

use axum::extract::Query;
use axum::response::Response;

use super::super::model::CaseloadLine;
use super::super::store;
use super::caseload::{WhoseQuery, filter, order};
use crate::care::plans::PlanStatus;
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::ListQuery;
use crate::web::Ctx;

pub async fn caseload(
    ctx: Ctx,
    format: Format,
    Query(query): Query<ListQuery>,
    Query(whose): Query<WhoseQuery>,
) -> Result<Response> {
    let lang = ctx.lang;
    let (tx, filter) = filter(&ctx, (&query, &whose), "export").await?;
    let headers = [
        "patients-name",
        "patients-number",
        "patients-housing",
        "patients-plan",
        "patients-next-review",
        "patients-lead",
    ];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    Ok(export::stream(format, "caseload", headers, tx, move |tx, offset| {
        let (ctx, filter) = (ctx.clone(), filter.clone());
        let (order, descending) = (order(&ctx, &query), query.descending());
        Box::pin(async move {
            let lines = store::caseload(tx, &filter, order, descending, offset).await?;
            Ok(export::Page::of(&lines, |line| cells(&ctx, line)))
        })
    }))
}

fn cells(ctx: &Ctx, line: &CaseloadLine) -> Vec<Value> {
    let who = line.who.shown(ctx, line.id);
    vec![
        Value::from(who.name()),
        Value::from(who.number()),
        Value::from(line.home.shown(ctx, line.id)),
        Value::from(line.plan_status.map(|status: PlanStatus| status.label(ctx.lang)).unwrap_or_default()),
        Value::day(line.next_review_on),
        Value::from(&line.lead_name),
    ]
}
