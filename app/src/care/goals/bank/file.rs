//! The goals of the bank as a file, each with its ladder.

use axum::extract::Query;
use axum::response::Response;

use super::model::BankGoal;
use super::pages::Filter;
use super::store::{self, Asked};
use crate::access::{Permission, Subject};
use crate::care::goals::Level;
use crate::care::plans::Area;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Query(filter): Query<Filter>) -> Result<Response> {
    let (facility, lang) = (ctx.place()?.id, ctx.lang);
    let language = filter.language(lang).code();
    let (area, retired) = (filter.area(), filter.is_retired());
    let tx = ctx.care(Permission::PlanRead, Subject::Facility(facility), "export").await?;
    let mut headers = export::headers(lang, ["plans-goal-area", "bank-goal", "bank-from"]);
    headers.extend(Level::ALL.into_iter().rev().map(|level| format!("{} {}", level.signed(), level.label(lang))));
    Ok(export::stream(format, "goal-bank", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let goals = store::list(tx, Asked { facility, language, area, retired }, offset).await?;
            Ok(export::Page::of(&goals, |goal| line(lang, goal)))
        })
    }))
}

fn line(lang: Lang, goal: &BankGoal) -> Vec<Value> {
    let from = if goal.facility_id.is_some() { "bank-from-here" } else { "bank-from-ergon" };
    let mut cells =
        vec![Value::from(Area::label(goal.area, lang)), Value::from(&goal.description), Value::from(lang.t(from))];
    cells.extend(Level::ALL.into_iter().rev().map(|level| Value::from(goal.ladder.step(level))));
    cells
}
