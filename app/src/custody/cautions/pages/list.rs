//! `/cautions`: pairs and alerts that hold, those to be looked at, and those that have ended. An officer sees what holds today
//! about the own wings, and no reason.

use axum::extract::Query;
use axum::response::Response;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::model::{Alert, Named, Pair, Term, Which};
use super::super::{rules, store};
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::ids::WingId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Header, Tone, export_links, link_button, link_button_quiet, pager, print_head, section,
    table_under_heading, tabs, tag,
};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    show: String,
}

impl Filter {
    /// Which of them are asked for, and under which name.
    pub(super) fn which(&self) -> (Which, &'static str) {
        match self.show.as_str() {
            "due" => (Which::Due, "due"),
            "past" => (Which::Past, "past"),
            "alerts" => (Which::Live, "alerts"),
            _ => (Which::Live, ""),
        }
    }
}

pub async fn page(ctx: Ctx, Query(filter): Query<Filter>, Query(query): Query<ListQuery>) -> Result<Response> {
    if !ctx.may(Permission::CautionManage) {
        return own_wings(&ctx).await;
    }
    let place = ctx.place()?;
    let (which, show) = filter.which();
    let today = ctx.today();
    let mut tx = ctx.custody(Permission::CautionManage, Subject::Facility(place.id), "cautions").await?;
    let (alerts_held, pairs_held, due) = store::count(&mut tx, place.id, today).await?;
    let pairs = match show {
        "alerts" => Vec::new(),
        _ => store::pairs(&mut tx, place.id, (which, today), query.offset()).await?,
    };
    let alerts = match show {
        "" => Vec::new(),
        _ => store::alerts(&mut tx, place.id, (which, today), query.offset()).await?,
    };
    drop(tx);
    let lang = ctx.lang;
    let title = lang.t("cautions-title");
    let here = routes::cautions(show);
    // Of what has ended and of what is due, both lists are turned over together.
    let total = match show {
        "" => pairs_held,
        "alerts" => alerts_held,
        "due" => due,
        _ => {
            query.offset()
                + i64::try_from(pairs.len().max(alerts.len())).unwrap_or(0)
                + i64::from(is_full(&pairs, &alerts))
        }
    };
    let place_name = place.name.clone();
    Ok(ctx.page(title.clone(), || {
        view! {
            {print_head(lang, place_name, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t_with("cautions-due-lead", &[("n", due.into())])}</p>
            {ways(lang, &here)}
            <div class="actions no-print">
                {link_button(routes::PAIR_NEW, lang.t("cautions-new-pair"))}
                {link_button_quiet(routes::ALERT_NEW, lang.t("cautions-new-alert"))}
            </div>
            {(show != "alerts").then(|| section(lang.t("cautions-pairs"), pairs_table(lang, &pairs, Some(today))))}
            {(!show.is_empty()).then(|| section(lang.t("cautions-alerts"), alerts_table(lang, &alerts, Some(today))))}
            {pager(lang, &query, total, &here)}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

pub(super) fn is_full(pairs: &[Pair], alerts: &[Alert]) -> bool {
    let size = usize::try_from(crate::kit::page::PAGE_SIZE).unwrap_or(usize::MAX);
    pairs.len() >= size || alerts.len() >= size
}

fn ways(lang: Lang, here: &str) -> AnyView {
    let links =
        [("", "cautions-pairs"), ("alerts", "cautions-alerts"), ("due", "cautions-due"), ("past", "cautions-past")];
    let links = links.map(|(show, key)| (routes::cautions(show), lang.t(key).into_owned())).to_vec();
    tabs(lang.t("cautions-title"), links, here)
}

/// Each of an officer's wings is asked for by itself, so that the policy answers for each and the access log names it.
pub(super) async fn own(ctx: &Ctx) -> Result<(Vec<Pair>, Vec<Alert>)> {
    let place = ctx.place()?;
    let wings: Vec<WingId> = ctx.actor.wings(place.id).ok_or(AppError::NotFound)?;
    let mut open = None;
    for wing in &wings {
        drop(open.take());
        open = Some(ctx.custody(Permission::CautionRead, Subject::Wing(place.id, *wing), "cautions").await?);
    }
    let mut tx = open.ok_or(AppError::NotFound)?;
    let pairs = store::pairs_of_wings(&mut tx, place.id, &wings, ctx.today()).await?;
    let alerts = store::alerts_of_wings(&mut tx, place.id, &wings, ctx.today()).await?;
    Ok((pairs, alerts))
}

async fn own_wings(ctx: &Ctx) -> Result<Response> {
    let (pairs, alerts) = own(ctx).await?;
    let place = ctx.place()?;
    let lang = ctx.lang;
    let title = lang.t("cautions-title");
    let place_name = place.name.clone();
    Ok(ctx.page(title.clone(), || {
        view! {
            {print_head(lang, place_name, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("cautions-own-wings")}</p>
            {section(lang.t("cautions-pairs"), pairs_table(lang, &pairs, None))}
            {section(lang.t("cautions-alerts"), alerts_table(lang, &alerts, None))}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

/// With a day, for those who manage them: reason, review and the way to change each.
fn headers(lang: Lang, first: [&str; 2], managed: bool) -> Vec<Header> {
    let mut headers = first.map(|key| Header::new(lang.t(key))).to_vec();
    headers.push(Header::new(lang.t("cautions-term")));
    if managed {
        headers.push(Header::new(lang.t("cautions-reason")));
        headers.push(Header::new(lang.t("cautions-review")));
        headers.push(Header::new(lang.t("kit-actions")).away());
    }
    headers
}

fn who(person: &Named) -> AnyView {
    view! { <b>{person.name()}</b><span class="sub">{person.place()}</span> }.into_any()
}

fn pairs_table(lang: Lang, pairs: &[Pair], managed: Option<NaiveDate>) -> AnyView {
    let rows = pairs
        .iter()
        .map(|pair| {
            let about = format!("{}, {}", pair.person.name(), pair.other().name());
            view! {
                <tr>
                    <td>{who(&pair.person)}</td>
                    <td>{who(&pair.other())}</td>
                    {rest(lang, &pair.term, managed, &routes::pair(pair.id), about)}
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = headers(lang, ["cautions-one", "cautions-other"], managed.is_some());
    table_under_heading(lang.t("cautions-pairs"), headers, rows, lang.t("cautions-no-pairs"))
}

fn alerts_table(lang: Lang, alerts: &[Alert], managed: Option<NaiveDate>) -> AnyView {
    let rows = alerts
        .iter()
        .map(|alert| {
            let about = format!("{}, {}", alert.person.name(), alert.kind.label(lang));
            view! {
                <tr>
                    <td>{who(&alert.person)}</td>
                    <td>{tag(Tone::Warn, alert.kind.label(lang))}</td>
                    {rest(lang, &alert.term, managed, &routes::alert(alert.id), about)}
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = headers(lang, ["custody-name", "cautions-alert"], managed.is_some());
    table_under_heading(lang.t("cautions-alerts"), headers, rows, lang.t("cautions-no-alerts"))
}

fn rest(lang: Lang, term: &Term, managed: Option<NaiveDate>, to: &str, about: String) -> AnyView {
    let until = term.ends_on.map_or_else(|| lang.t("cautions-endless").into_owned(), |day| lang.date(day));
    let days = format!("{} – {until}", lang.date(term.starts_on));
    let Some(today) = managed else { return view! { <td>{days}</td> }.into_any() };
    let due = rules::is_due(term, today).then(|| view! { " " {tag(Tone::Warn, lang.t("cautions-is-due"))} });
    view! {
        <td>{days}</td>
        <td>{term.reason.clone()}</td>
        <td>{term.review_on.map(|day| lang.date(day))}{due}</td>
        <td class="no-print">{Button::new(lang.t("cautions-change")).about(about).quiet().link(to)}</td>
    }
    .into_any()
}
