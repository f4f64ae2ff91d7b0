//! `/patients/{id}/progress`.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::{parts, rules, store};
use crate::access::{Permission, Subject};
use crate::care::goals as care_goals;
use crate::care::patients;
use crate::care::plans::pages as plan_pages;
use crate::error::Result;
use crate::kit::ids::PersonId;
use crate::oversight::hours::{Week, weeks_of_patient};
use crate::web::Ctx;

/// Weeks of hours shown, and at most when more are asked for.
const WEEKS: u32 = 12;
const MOST_WEEKS: u32 = 52;
/// Squares of the attendance strip.
const BOOKINGS: i64 = 60;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    weeks: Option<u32>,
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>, Query(asked): Query<Asked>) -> Result<Response> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let count = asked.weeks.unwrap_or(WEEKS).clamp(4, MOST_WEEKS);
    let mut tx = ctx.care(Permission::ProgressRead, Subject::Person(id), "progress").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let plans = store::plans(&mut tx, id).await?;
    let goals = store::goals(&mut tx, id).await?;
    let ratings = care_goals::ratings(&mut tx, id).await?;
    let taking_part = if ctx.may(Permission::SessionRead) {
        let weeks = weeks_of_patient(&mut tx, id, &Week::of(ctx.today(), zone).back(count, zone)).await?;
        Some((weeks, store::bookings(&mut tx, id, ctx.now(), BOOKINGS).await?))
    } else {
        None
    };
    drop(tx);
    let ladders = rules::ladders(&plans, &goals, &ratings, zone);
    Ok(ctx.page(lang.t_with("oversight-progress-of", &[("patient", head.prison_number.as_str().into())]), || {
        view! {
            {patients::top(&ctx, &head, patients::Tab::Progress)}
            {parts::lead(lang, id, &plans, &ladders, zone)}
            {rules::attainment(&ladders).map(|attainment| plan_pages::attainment_card(lang, &attainment))}
            {parts::goals(lang, &plans, &ladders, zone)}
            {taking_part.map(|(weeks, bookings)| {
                view! {
                    {parts::hours_card(lang, id, &weeks, count)}
                    {parts::attendance_card(lang, &bookings, zone)}
                }
            })}
        }
        .into_any()
    }))
}
