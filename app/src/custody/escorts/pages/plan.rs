//! The coming fortnight by parts of the day: officers needed, officers there, and where they fall short.

use axum::response::Response;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::api::{self, Plan};
use super::super::model::Need;
use super::super::rules::{self, Balance};
use crate::custody::day::date_of;
use crate::custody::slots::{Part, words};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::ui::{Header, Tone, export_links, link_button, link_button_quiet, notice, print_head, table, tag};
use crate::routes;
use crate::web::Ctx;

pub(super) struct Line<'a> {
    pub date: NaiveDate,
    pub part: Part,
    pub needs: Vec<&'a Need>,
    pub balance: Balance,
}

pub async fn page(ctx: Ctx) -> Result<Response> {
    let plan = api::plan(&ctx).await?;
    let lines = lines(&ctx, &plan);
    Ok(ctx.page(ctx.lang.t("escorts-title"), || view(&ctx, &lines)))
}

/// Parts for which there is anybody or anything; the rest of the calendar says nothing.
pub(super) fn lines<'a>(ctx: &Ctx, plan: &'a Plan) -> Vec<Line<'a>> {
    let of = |date: NaiveDate, part: Part| {
        let here = |need: &&Need| need.part == part && date_of(need.starts_at, ctx.zone()) == date;
        let needs: Vec<&Need> = plan.needs.iter().filter(here).collect();
        let balance = rules::balance(rules::supply_on(&plan.supply, date, part), &needs);
        Line { date, part, needs, balance }
    };
    plan.days
        .iter()
        .flat_map(|date| Part::ALL.iter().map(move |part| of(*date, *part)))
        .filter(|line| !line.needs.is_empty() || line.balance.supply.is_some_and(|officers| officers > 0))
        .collect()
}

fn view(ctx: &Ctx, lines: &[Line<'_>]) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let short = lines.iter().filter(|line| line.balance.is_short()).count();
    let head = if short > 0 {
        notice(Tone::Bad, lang.t_with("escorts-short-parts", &[("n", short.into())]))
    } else {
        notice(Tone::Ok, lang.t("escorts-none-short"))
    };
    let numbers = |key: &str| Header::new(lang.t(key)).numeric();
    let headers = vec![
        Header::new(lang.t("escorts-day")),
        Header::new(lang.t("escorts-part")),
        numbers("escorts-needed"),
        numbers("escorts-asked"),
        numbers("escorts-there"),
        Header::new(lang.t("escorts-left")),
        Header::new(lang.t("escorts-sessions")),
    ];
    let rows = lines.iter().map(|line| row(ctx, line)).collect();
    view! {
        {print_head(lang, place, lang.t("escorts-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("escorts-title")}</h1>
        <p class="lead">{lang.t("escorts-lead")}</p>
        <div class="actions no-print">
            {link_button(routes::ESCORTS_TODAY, lang.t("escorts-to-today"))}
            {link_button_quiet(routes::ESCORT_SUPPLY, lang.t("escorts-to-supply"))}
            {link_button_quiet(routes::LOCKDOWNS, lang.t("lockdown-title"))}
        </div>
        {head}
        {table(lang.t("escorts-title"), headers, rows, lang.t("escorts-nothing"))}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn row(ctx: &Ctx, line: &Line<'_>) -> AnyView {
    let lang = ctx.lang;
    let balance = line.balance;
    let there = balance.supply.map_or_else(|| "–".to_owned(), |officers| officers.to_string());
    let sessions = line.needs.iter().map(|need| session(ctx, need)).collect_view();
    view! {
        <tr>
            <th scope="row" class="nowrap"><a href=routes::board(line.date, false)>{lang.date(line.date)}</a></th>
            <td class="nowrap">{line.part.label(lang)}</td>
            <td class="n">{balance.needed}</td>
            <td class="n">{balance.asked}</td>
            <td class="n">{there}</td>
            <td>{left(lang, &balance)}</td>
            <td>{sessions}</td>
        </tr>
    }
    .into_any()
}

fn left(lang: Lang, balance: &Balance) -> AnyView {
    let short = |key: &str, n: i32| (n > 0).then(|| tag(Tone::Bad, lang.t_with(key, &[("n", n.into())])));
    let all = match balance.left {
        None => tag(Tone::Warn, lang.t("escorts-unknown")),
        Some(left) if left < 0 => tag(Tone::Bad, lang.t_with("escorts-short", &[("n", (-left).into())])),
        Some(left) => tag(Tone::Ok, lang.t_with("escorts-over", &[("n", left.into())])),
    };
    view! { {all}{short("escorts-women-short", balance.women_short)}{short("escorts-men-short", balance.men_short)} }
        .into_any()
}

fn session(ctx: &Ctx, need: &Need) -> AnyView {
    let lang = ctx.lang;
    let text = format!(
        "{} {} ({})",
        lang.time(need.starts_at, ctx.zone()),
        words::neutral_label(lang, &need.label_letter),
        need.escort_officers
    );
    view! { <a class="sub nowrap" href=routes::slot_escort(need.id)>{text}</a>" " }.into_any()
}
