//! The agreed actions as a file.

use axum::extract::Query;
use axum::response::Response;

use super::model::{ActionLine, ActionStatus};
use super::pages::Filter;
use super::store;
use crate::access::{Permission, Subject};
use crate::custody::people::{housing, list_name};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Query(filter): Query<Filter>) -> Result<Response> {
    let (facility, lang) = (ctx.place()?.id, ctx.lang);
    let status = filter.status();
    let tx = ctx.custody(Permission::RegimeActionRead, Subject::Facility(facility), "export").await?;
    let headers = [
        "regime-person",
        "custody-number",
        "custody-cell",
        "regime-what",
        "regime-agreed",
        "regime-due",
        "regime-closed",
        "export-state",
    ];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    Ok(export::stream(format, "agreed-actions", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let actions = store::list(tx, facility, status, offset).await?;
            Ok(export::Page::of(&actions, |action| line(lang, status, action)))
        })
    }))
}

fn line(lang: Lang, status: ActionStatus, action: &ActionLine) -> Vec<Value> {
    vec![
        Value::from(list_name(&action.family_name, &action.given_name)),
        Value::from(&action.prison_number),
        Value::from(housing(action.wing.as_deref(), &action.cell)),
        Value::from(action.action.label(lang)),
        Value::day(Some(action.agreed_on)),
        Value::day(Some(action.due_on)),
        Value::day(action.closed_on),
        Value::from(status.label(lang)),
    ]
}
