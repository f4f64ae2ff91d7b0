//! `/unit`: the page, and its long lists at `/unit?show=…`, under the filters that the address or the user's own default names.

use axum::extract::Query;
use axum::response::Response;
use chrono::TimeDelta;
use leptos::prelude::*;

use super::asked::{Asked, List};
use super::rules::{self, Slipping};
use super::store::{self, CaseloadRow};
use super::{attainment, filters, parts, slipping};
use crate::access::{Permission, Subject};
use crate::care::notices::{self, store::Lapse};
use crate::custody::notices::LAPSES_SOON;
use crate::error::Result;
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
use crate::kit::ids::FacilityId;
use crate::kit::page::{ListQuery, PAGE_SIZE};
use crate::kit::ui::{card, error_summary, hours_chart, link_button_quiet, pager, print_head, tabs};
use crate::oversight::hours::{Hours, Order, PatientWeek, Week, Window, week_by_patient, weeks_of_facility};
use crate::oversight::voice::{comments, questions};
use crate::routes;
use crate::web::Ctx;

/// Weeks in the picture.
const WEEKS: u32 = 8;
/// Reviews that are due within this time are shown before they are late.
const SOON: TimeDelta = TimeDelta::days(14);
/// A note signed later than this after its session is a late entry.
pub(super) const LATE: TimeDelta = TimeDelta::hours(24);
/// Ratings older than this are no news.
const RECENT: TimeDelta = TimeDelta::days(28);
/// Rows of the short lists; they go on at their own addresses.
const SHORT: i64 = 6;
/// More patients than any facility has in treatment at once.
const EVERYBODY: i64 = 10_000;

pub async fn page(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    show(&ctx, &asked, Fields::new()).await
}

/// The page or one of its lists; `typed` is the form of a filter to be saved.
pub(super) async fn show(ctx: &Ctx, asked: &Asked, typed: Fields) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::UnitRead, Subject::Facility(place), "unit").await?;
    let saved = filters::of_user(&mut tx, ctx.actor.id).await?;
    // Without a question in the address the page opens as the user has asked for.
    let default = saved.iter().find(|filter| filter.is_default && !ctx.uri.contains('?') && !typed.is_refused());
    let asked = default.map_or_else(|| asked.clone(), |filter| Asked::parse(&filter.query));
    let everyone = store::caseloads(&mut tx, place, None, (ctx.today(), ctx.today() + SOON)).await?;
    let bar = Bar { saved, typed, everyone };
    match asked.list() {
        Some(list) => long_list(ctx, tx, &asked, list, &bar).await,
        None => overview(ctx, tx, &asked, &bar).await,
    }
}

/// What the bar of filters needs.
struct Bar {
    saved: Vec<filters::SavedFilter>,
    typed: Fields,
    everyone: Vec<CaseloadRow>,
}

impl Bar {
    fn view(&self, ctx: &Ctx, asked: &Asked) -> AnyView {
        let leads = self.everyone.iter().map(|row| (row.lead_id.to_string(), row.lead.clone())).collect();
        view! {
            {error_summary(&self.typed, ctx.lang)}
            {filters::bar(ctx.lang, asked, leads, &self.saved, &self.typed)}
        }
        .into_any()
    }

    /// The caseloads that the filter leaves.
    fn caseloads(&self, asked: &Asked) -> Vec<CaseloadRow> {
        self.everyone.iter().filter(|row| asked.lead().is_none_or(|lead| lead == row.lead_id)).cloned().collect()
    }

    fn answer(&self, ctx: &Ctx, title: String, body: impl FnOnce() -> AnyView) -> Response {
        if self.typed.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) }
    }
}

/// Everybody's hours of a time of four whole weeks; nobody's for those who may not see one patient's.
async fn four_weeks(
    ctx: &Ctx,
    tx: &mut CareTx,
    asked: &Asked,
    place: FacilityId,
    back: i64,
) -> Result<Vec<PatientWeek>> {
    if !ctx.may(Permission::SessionRead) {
        return Ok(Vec::new());
    }
    let last = Week::of(ctx.today(), ctx.zone()).plus(-back, ctx.zone());
    let first = last.plus(1 - i64::from(rules::WEEKS), ctx.zone());
    let span = Week { from: first.from, ..last };
    let window = Window { order: Order::Number, descending: false, limit: EVERYBODY, offset: 0 };
    Ok(week_by_patient(tx, place, asked.lead(), &span, window).await?)
}

/// Who slips, for the reason that was asked for.
async fn slipping_now(
    ctx: &Ctx,
    tx: &mut CareTx,
    asked: &Asked,
    goals: &[store::GoalStand],
    place: FacilityId,
) -> Result<Vec<Slipping>> {
    let now = four_weeks(ctx, tx, asked, place, 1).await?;
    let before = four_weeks(ctx, tx, asked, place, 1 + i64::from(rules::WEEKS)).await?;
    let mut all = rules::slipping(goals, &before, &now, ctx.today() - RECENT);
    if let Some(reason) = asked.reason() {
        all.retain(|one| one.slips.iter().any(|slip| slip.reason() == reason));
    }
    Ok(all)
}

async fn overview(ctx: &Ctx, mut tx: CareTx, asked: &Asked, bar: &Bar) -> Result<Response> {
    let (lang, zone, lead) = (ctx.lang, ctx.zone(), asked.lead());
    let place = ctx.place()?.clone();
    let this_week = Week::of(ctx.today(), zone);
    let week = Week::parse(&asked.week, zone).unwrap_or(this_week);
    let (list, mut window) = asked.window();
    if window.order == Order::Number && !ctx.sees_names() {
        window.order = Order::Entry;
    }
    let weeks = weeks_of_facility(&mut tx, place.id, &week.back(WEEKS, zone)).await?;
    // Whoever may not see one patient's hours is shown the sums alone.
    let patients = if ctx.may(Permission::SessionRead) {
        Some(week_by_patient(&mut tx, place.id, lead, &week, window).await?)
    } else {
        None
    };
    let unsigned = store::unsigned(&mut tx, place.id, lead, (ctx.now(), ctx.now() - LATE)).await?;
    let to_cosign = store::to_cosign(&mut tx, place.id, lead).await?;
    let reviews = store::reviews(&mut tx, place.id, lead, ctx.today() + SOON, (SHORT, 0)).await?;
    let goals = store::goals(&mut tx, place.id, lead).await?;
    let slips = slipping_now(ctx, &mut tx, asked, &goals, place.id).await?;
    let soon = ctx.today() + TimeDelta::days(LAPSES_SOON);
    let lapse = Lapse { facility: place.id, lead, from: ctx.today(), until: soon };
    let lapsing = notices::lapsing(&mut tx, lapse, SHORT).await?;
    let asked_of = questions::store::counts_in(&mut tx, place.id, lead, ctx.today()).await?;
    let said = comments::store::going_on(&mut tx, place.id, lead).await?;
    drop(tx);
    let caseloads = bar.caseloads(asked);
    let title = lang.t_with("oversight-unit-title", &[("place", place.name.as_str().into())]);
    Ok(bar.answer(ctx, lang.t("oversight-nav-unit").into_owned(), || {
        let hours: Hours = weeks.iter().filter(|held| held.week == week).map(|held| held.hours).sum();
        let open = caseloads.iter().map(|row| row.patients).sum();
        let short = usize::try_from(SHORT).unwrap_or_default();
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), zone))}
            <h1>{title.clone()}</h1>
            <p class="lead">{week.label(lang)}</p>
            {bar.view(ctx, asked)}
            {parts::summary(lang, hours, &caseloads, &unsigned)}
            <div class="cols">
                <div>{card(lang.t("oversight-weeks-title"), hours_chart(lang, lang.t("oversight-weeks-title"), &parts::columns(lang, &weeks)))}</div>
                <div>{parts::reviews_card(ctx, &reviews, &caseloads, asked.address(Some(List::Reviews)))}</div>
            </div>
            {parts::caseload_table(lang, ctx.now(), &caseloads, &unsigned, &to_cosign, asked)}
            <div class="cols">
                <div>
                    {patients.map(|patients| parts::week_list(ctx, week, &patients, &list, open, asked))}
                    {parts::week_switch(lang, week, this_week, zone, asked)}
                </div>
                <div>
                    {slipping::card_of(ctx, &slips, short, asked.address(Some(List::Slipping)))}
                    {questions::unit_card(lang, asked_of, said)}
                    {attainment::card_of(lang, &rules::by_level(&goals))}
                    {notices::parts::lapsing_card(ctx, &lapsing)}
                    <p class="no-print">{link_button_quiet(routes::VERIFICATION, lang.t("oversight-nav-verification"))}</p>
                </div>
            </div>
        }
        .into_any()
    }))
}

async fn long_list(ctx: &Ctx, mut tx: CareTx, asked: &Asked, which: List, bar: &Bar) -> Result<Response> {
    let (lang, lead) = (ctx.lang, asked.lead());
    let place = ctx.place()?.clone();
    let list = ListQuery { page: asked.page, ..ListQuery::default() };
    let rows = (PAGE_SIZE, list.offset());
    let base = asked.address(Some(which));
    let body = match which {
        List::Reviews => {
            let reviews = store::reviews(&mut tx, place.id, lead, ctx.today() + SOON, rows).await?;
            let total = bar.caseloads(asked).iter().map(|row| row.reviews_due + row.reviews_late).sum();
            Drawn::Reviews(reviews, total)
        }
        List::Notes => {
            let unsigned = store::unsigned(&mut tx, place.id, lead, (ctx.now(), ctx.now() - LATE)).await?;
            let waiting = store::waiting(&mut tx, place.id, lead, ctx.now(), rows).await?;
            Drawn::Notes(waiting, unsigned.iter().map(|row| row.sessions).sum())
        }
        List::Slipping => {
            let goals = store::goals(&mut tx, place.id, lead).await?;
            Drawn::Slipping(slipping_now(ctx, &mut tx, asked, &goals, place.id).await?)
        }
    };
    drop(tx);
    let title = which.label(lang).into_owned();
    Ok(bar.answer(ctx, title.clone(), || {
        let links = std::iter::once((asked.address(None), lang.t("oversight-nav-unit").into_owned()))
            .chain(List::ALL.iter().map(|list| (asked.address(Some(*list)), list.label(lang).into_owned())))
            .collect();
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title}</h1>
            <p class="lead">{place.name.clone()}</p>
            {tabs(lang.t("oversight-nav-unit"), links, &base)}
            {bar.view(ctx, asked)}
            {match body {
                Drawn::Reviews(reviews, total) => {
                    view! { {parts::reviews_table(ctx, &reviews)} {pager(lang, &list, total, &base)} }.into_any()
                }
                Drawn::Notes(waiting, total) => {
                    view! { {parts::waiting_table(ctx, &waiting)} {pager(lang, &list, total, &base)} }.into_any()
                }
                Drawn::Slipping(slips) => slipping::table_of(ctx, &slips, &list, &base),
            }}
        }
        .into_any()
    }))
}

/// The rows of a long list, with how many there are in all.
enum Drawn {
    Reviews(Vec<store::ReviewRow>, i64),
    Notes(Vec<store::WaitingRow>, i64),
    Slipping(Vec<Slipping>),
}
