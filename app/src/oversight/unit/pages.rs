//! `/unit`: the page, and its long list of plan reviews at `/unit?show=reviews`.

use axum::extract::Query;
use axum::response::Response;
use chrono::TimeDelta;
use leptos::prelude::*;

use super::{attainment, parts, store};
use crate::access::{Permission, Subject};
use crate::care::notices::{self, store::Lapse};
use crate::custody::notices::LAPSES_SOON;
use crate::error::Result;
use crate::kit::page::{ListQuery, PAGE_SIZE};
use crate::kit::ui::{card, hours_chart, link_button_quiet, pager, print_head, tabs};
use crate::oversight::hours::{Hours, Order, Week, Window, week_by_patient, weeks_of_facility};
use crate::routes;
use crate::web::Ctx;

/// Weeks in the picture.
const WEEKS: u32 = 8;
/// Reviews that are due within this time are shown before they are late.
const SOON: TimeDelta = TimeDelta::days(14);
/// A note signed later than this after its session is a late entry.
pub(super) const LATE: TimeDelta = TimeDelta::hours(24);
/// Ratings older than this say nothing of who is slipping now.
const RECENT: TimeDelta = TimeDelta::days(28);
/// Rows of the two short lists; the reviews go on at their own address.
const SHORT: i64 = 6;

/// What the address chooses.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    week: String,
    show: String,
    page: Option<i64>,
    sort: Option<String>,
    dir: Option<String>,
}

impl Asked {
    /// The list of the week, the patient furthest from the target first unless another order is asked for.
    fn list(&self) -> (ListQuery, Window) {
        let known = self.sort.as_deref().filter(|code| Order::from_code(code).is_some());
        let query = ListQuery {
            page: self.page,
            sort: Some(known.unwrap_or("share").to_owned()),
            dir: self.dir.clone(),
            q: None,
        };
        let order = known.and_then(Order::from_code).unwrap_or(Order::Share);
        let window = Window { order, descending: query.descending(), limit: PAGE_SIZE, offset: query.offset() };
        (query, window)
    }
}

pub async fn page(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    if asked.show == "reviews" { all_reviews(&ctx, &asked).await } else { overview(&ctx, &asked).await }
}

async fn overview(ctx: &Ctx, asked: &Asked) -> Result<Response> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let place = ctx.place()?.clone();
    let this_week = Week::of(ctx.today(), zone);
    let week = Week::parse(&asked.week, zone).unwrap_or(this_week);
    let (list, window) = asked.list();
    let mut tx = ctx.care(Permission::UnitRead, Subject::Facility(place.id), "unit").await?;
    let weeks = weeks_of_facility(&mut tx, place.id, &week.back(WEEKS, zone)).await?;
    // Whoever may not see one patient's hours is shown the sums alone.
    let patients = if ctx.may(Permission::SessionRead) {
        Some(week_by_patient(&mut tx, place.id, None, &week, window).await?)
    } else {
        None
    };
    let caseloads = store::caseloads(&mut tx, place.id, ctx.today(), ctx.today() + SOON).await?;
    let unsigned = store::unsigned(&mut tx, place.id, ctx.now(), ctx.now() - LATE).await?;
    let reviews = store::reviews(&mut tx, place.id, ctx.today() + SOON, (SHORT, 0)).await?;
    let levels = store::goals_by_level(&mut tx, place.id).await?;
    let slipping = store::slipping(&mut tx, place.id, ctx.today() - RECENT, SHORT).await?;
    let soon = ctx.today() + TimeDelta::days(LAPSES_SOON);
    let lapse = Lapse { facility: place.id, lead: None, from: ctx.today(), until: soon };
    let lapsing = notices::lapsing(&mut tx, lapse, SHORT).await?;
    drop(tx);
    let title = lang.t_with("oversight-unit-title", &[("place", place.name.as_str().into())]);
    Ok(ctx.page(lang.t("oversight-nav-unit"), || {
        let hours: Hours = weeks.iter().filter(|held| held.week == week).map(|held| held.hours).sum();
        let open = caseloads.iter().map(|row| row.patients).sum();
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), zone))}
            <h1>{title.clone()}</h1>
            <p class="lead">{week.label(lang)}</p>
            {parts::summary(lang, hours, &caseloads, &unsigned)}
            <div class="cols">
                <div>{card(lang.t("oversight-weeks-title"), hours_chart(lang, lang.t("oversight-weeks-title"), &parts::columns(lang, &weeks)))}</div>
                <div>{parts::reviews_card(lang, ctx.today(), &reviews, &caseloads)}</div>
            </div>
            {parts::caseload_table(lang, ctx.now(), &caseloads, &unsigned)}
            <div class="cols">
                <div>
                    {patients.map(|patients| parts::week_list(lang, week, &patients, &list, open))}
                    {parts::week_switch(lang, week, this_week, zone)}
                </div>
                <div>
                    {attainment::card_of(lang, &levels)}
                    {attainment::slipping_card(lang, &slipping)}
                    {notices::parts::lapsing_card(lang, ctx.today(), &lapsing)}
                    <p class="no-print">{link_button_quiet(routes::VERIFICATION, lang.t("oversight-nav-verification"))}</p>
                </div>
            </div>
        }
        .into_any()
    }))
}

async fn all_reviews(ctx: &Ctx, asked: &Asked) -> Result<Response> {
    let lang = ctx.lang;
    let place = ctx.place()?.clone();
    let list = ListQuery { page: asked.page, ..ListQuery::default() };
    let mut tx = ctx.care(Permission::UnitRead, Subject::Facility(place.id), "unit").await?;
    let caseloads = store::caseloads(&mut tx, place.id, ctx.today(), ctx.today() + SOON).await?;
    let reviews = store::reviews(&mut tx, place.id, ctx.today() + SOON, (PAGE_SIZE, list.offset())).await?;
    drop(tx);
    let title = lang.t("oversight-reviews");
    let total = caseloads.iter().map(|row| row.reviews_due + row.reviews_late).sum();
    Ok(ctx.page(title.clone(), || {
        let links = vec![
            (routes::UNIT.to_owned(), lang.t("oversight-nav-unit").into_owned()),
            (routes::UNIT_REVIEWS.to_owned(), title.clone().into_owned()),
        ];
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{place.name.clone()}</p>
            {tabs(lang.t("oversight-nav-unit"), links, routes::UNIT_REVIEWS)}
            {parts::reviews_table(lang, ctx.today(), &reviews)}
            {pager(lang, &list, total, routes::UNIT_REVIEWS)}
        }
        .into_any()
    }))
}
