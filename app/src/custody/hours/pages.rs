//! `/custody-hours`: offered and lost, a month at a time.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::store::{self, Account, RARE, Sum};
use crate::access::{Permission, Subject};
use crate::custody::slots::{CancelReason, CustodyReason};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::form::Fields;
use crate::kit::ui::{Field, Header, button_quiet, export_links, get_form, print_head, table};
use crate::oversight::hours::period::{Length, Part, Period, name};
use crate::oversight::hours::suppress;
use crate::routes;
use crate::web::Ctx;

/// Months to choose from.
const MONTHS: usize = 14;
/// Stands where a figure is hidden.
const HIDDEN: &str = "∗";

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    period: String,
}

struct Shown {
    period: Period,
    parts: Vec<Part>,
    account: Account,
    /// For each week, and last for all of them.
    hidden: Vec<bool>,
}

async fn load(ctx: &Ctx, asked: &Asked, object: &'static str) -> Result<Shown> {
    let zone = ctx.zone();
    let place = ctx.place()?.id;
    let period = Period::parse(&asked.period, zone)
        .filter(|period| period.length == Length::Month)
        .unwrap_or_else(|| Period::holding(Length::Month, ctx.today(), zone));
    let parts = period.parts(zone);
    let mut tx = ctx.custody(Permission::CustodyHours, Subject::Facility(place), object).await?;
    let rows = store::rows(&mut tx, place, &parts, ctx.now()).await?;
    drop(tx);
    let account = Account::of(&rows, parts.len());
    let persons = account.weeks.iter().chain([&account.total]).map(|line| line.planned.count()).collect::<Vec<_>>();
    Ok(Shown { period, parts, hidden: suppress::list(&persons), account })
}

impl Shown {
    /// Reasons add up to what was lost in all: they are hidden with it.
    fn reasons_hidden(&self) -> bool {
        self.hidden.last() == Some(&true) || self.account.reasons.iter().any(|(_, sum)| sum.count() < suppress::LEAST)
    }
}

fn reason(lang: Lang, why: &str) -> String {
    match (CancelReason::from_code(why), CustodyReason::from_code(why)) {
        (Some(reason), _) => reason.label(lang).into_owned(),
        (_, Some(reason)) => reason.label(lang).into_owned(),
        _ if why == RARE => lang.t("custody-hours-rare").into_owned(),
        _ => why.to_owned(),
    }
}

pub async fn page(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let lang = ctx.lang;
    let shown = load(&ctx, &asked, "hours").await?;
    let place = ctx.place()?.name.clone();
    let title = lang.t("custody-hours-title");
    Ok(ctx.page(title.clone(), || {
        view! {
            {print_head(lang, place.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{format!("{place}. {}", shown.period.label(lang))}</p>
            {choose(&ctx, &shown)}
            {weeks(lang, &shown)}
            {reasons(lang, &shown)}
            <p class="sub">{lang.t("custody-hours-definition")}</p>
            <p class="sub">{lang.t("hours-hidden")}</p>
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

fn choose(ctx: &Ctx, shown: &Shown) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let first = Period::holding(Length::Month, ctx.today(), zone);
    let mut months: Vec<Period> =
        std::iter::successors(Some(first), |period| Some(period.before(zone))).take(MONTHS).collect();
    if !months.contains(&shown.period) {
        months.insert(0, shown.period.clone());
    }
    let options = months.iter().map(|period| (period.code.clone(), period.choice(lang))).collect();
    let fields = Fields::new().with("period", shown.period.code.clone());
    let body = view! {
        {Field::new(&fields, lang, "period", lang.t("hours-period-choose")).select(options, None)}
        {button_quiet(lang.t("custody-show"))}
    };
    view! { <div class="no-print">{get_form(routes::CUSTODY_HOURS, body.into_any())}</div> }.into_any()
}

fn numbers(lang: Lang, sums: &[&Sum], hidden: bool) -> AnyView {
    sums.iter()
        .map(|sum| {
            let words = if hidden { HIDDEN.to_owned() } else { lang.hours(sum.minutes) };
            view! { <td class="n">{words}</td> }
        })
        .collect_view()
        .into_any()
}

fn weeks(lang: Lang, shown: &Shown) -> AnyView {
    let headers = vec![
        Header::new(lang.t("hours-by-week")),
        Header::new(lang.t("hours-persons")).numeric(),
        Header::new(lang.t("custody-hours-planned")).numeric(),
        Header::new(lang.t("custody-hours-offered")).numeric(),
        Header::new(lang.t("custody-hours-lost")).numeric(),
    ];
    let words = shown.parts.iter().map(|part| name(lang, &part.code)).chain([lang.t("hours-total").into_owned()]);
    let lines = shown.account.weeks.iter().chain([&shown.account.total]);
    let rows = words
        .zip(lines)
        .zip(&shown.hidden)
        .map(|((words, line), hidden)| {
            let persons = if *hidden { HIDDEN.to_owned() } else { line.planned.count().to_string() };
            let numbers = numbers(lang, &[&line.planned, &line.offered, &line.lost], *hidden);
            view! { <tr><th scope="row">{words}</th><td class="n">{persons}</td>{numbers}</tr> }.into_any()
        })
        .collect();
    table(lang.t("custody-hours-weeks"), headers, rows, "")
}

fn reasons(lang: Lang, shown: &Shown) -> AnyView {
    let headers = vec![
        Header::new(lang.t("custody-hours-reason")),
        Header::new(lang.t("hours-persons")).numeric(),
        Header::new(lang.t("custody-hours-lost")).numeric(),
    ];
    let hidden = shown.reasons_hidden();
    let rows = shown
        .account
        .reasons
        .iter()
        .map(|(why, sum)| {
            let persons = if hidden { HIDDEN.to_owned() } else { sum.count().to_string() };
            let words = reason(lang, why);
            view! { <tr><th scope="row">{words}</th><td class="n">{persons}</td>{numbers(lang, &[sum], hidden)}</tr> }
                .into_any()
        })
        .collect();
    table(lang.t("custody-hours-reasons"), headers, rows, lang.t("custody-hours-none"))
}

pub async fn file(ctx: Ctx, format: Format, Query(asked): Query<Asked>) -> Result<Response> {
    let lang = ctx.lang;
    let shown = load(&ctx, &asked, "export").await?;
    let headers = ["hours-file-part", "custody-hours-file-what", "hours-persons", "custody-hours-file-minutes"];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    let line = |part: &str, what: String, sum: &Sum, hidden: bool| {
        let number = |number: i64| if hidden { Value::from(HIDDEN) } else { Value::number(number) };
        vec![Value::from(part), Value::from(what), number(sum.count()), number(sum.minutes)]
    };
    let codes = shown.parts.iter().map(|part| part.code.as_str()).chain([shown.period.code.as_str()]);
    let mut rows = Vec::new();
    for ((code, held), hidden) in codes.zip(shown.account.weeks.iter().chain([&shown.account.total])).zip(&shown.hidden)
    {
        let parts = [
            ("custody-hours-planned", &held.planned),
            ("custody-hours-offered", &held.offered),
            ("custody-hours-lost", &held.lost),
        ];
        rows.extend(parts.map(|(key, sum)| line(code, lang.t(key).into_owned(), sum, *hidden)));
    }
    let hidden = shown.reasons_hidden();
    rows.extend(
        shown.account.reasons.iter().map(|(why, sum)| line(&shown.period.code, reason(lang, why), sum, hidden)),
    );
    Ok(export::whole(format, "hours", &headers, &rows))
}
