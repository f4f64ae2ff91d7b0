//! The caseload as a file.

use axum::extract::Query;
use axum::response::Response;

use super::super::head::housing;
use super::super::model::{CaseloadLine, CaseloadOrder};
use super::super::store;
use super::caseload::{WhoseQuery, filter};
use crate::access::{Permission, Subject};
use crate::care::plans::PlanStatus;
use crate::custody::people::list_name;
use crate::error::Result;
use crate::i18n::Lang;
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
    let filter = filter(&ctx, &query, &whose)?;
    let tx = ctx.care(Permission::PatientList, Subject::Facility(filter.facility), "export").await?;
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
        let filter = filter.clone();
        let (order, descending) = (CaseloadOrder::from_code(query.sort.as_deref()), query.descending());
        Box::pin(async move {
            let lines = store::caseload(tx, &filter, order, descending, offset).await?;
            Ok(export::Page::of(&lines, |line| cells(lang, line)))
        })
    }))
}

fn cells(lang: Lang, line: &CaseloadLine) -> Vec<Value> {
    vec![
        Value::from(list_name(&line.family_name, &line.given_name)),
        Value::from(&line.prison_number),
        Value::from(housing(lang, line.wing.as_deref(), &line.cell)),
        Value::from(line.plan_status.map(|status: PlanStatus| status.label(lang)).unwrap_or_default()),
        Value::day(line.next_review_on),
        Value::from(&line.lead_name),
    ]
}
