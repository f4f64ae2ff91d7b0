//! The caseload: everybody with an open record in the facility, or the user's own patients.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::head::{away_words, review_view};
use super::super::model::{CaseloadFilter, CaseloadLine, CaseloadOrder};
use super::super::{rules, store};
use crate::access::pseudonym::tidy;
use crate::access::{Permission, Subject};
use crate::care::identity;
use crate::care::plans::PlanStatus;
use crate::care::transfers;
use crate::error::Result;
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Header, Tone, button, export_links, get_form, hidden, link_button, link_button_quiet, pager, print_head,
    table, tag,
};
use crate::routes;
use crate::web::Ctx;

/// Whose patients are listed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct WhoseQuery {
    lead: Option<String>,
}

impl WhoseQuery {
    fn mine(&self) -> bool {
        self.lead.as_deref() == Some("mine")
    }
}

/// The transaction, and what the address asks for: by name or number for those who see them, by pseudonym for the others.
pub(super) async fn filter(
    ctx: &Ctx,
    (query, whose): (&ListQuery, &WhoseQuery),
    object: &'static str,
) -> Result<(CareTx, CaseloadFilter)> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care(Permission::PatientList, Subject::Facility(facility), object).await?;
    let typed = query.search();
    let (words, people) = if ctx.sees_names() {
        (rules::search_patterns(&typed), None)
    } else if typed.is_empty() {
        (rules::search_patterns(""), None)
    } else {
        let sought = tidy(&typed);
        let mut people = store::caseload_ids(&mut tx, facility).await?;
        people.retain(|person| identity::pseudonym(ctx, *person).starts_with(&sought));
        (rules::search_patterns(""), Some(people))
    };
    let lead = whose.mine().then_some(ctx.actor.id);
    Ok((tx, CaseloadFilter { facility, lead, words, people }))
}

pub(super) fn order(ctx: &Ctx, query: &ListQuery) -> CaseloadOrder {
    CaseloadOrder::of(query.sort.as_deref(), ctx.sees_names())
}

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>, Query(whose): Query<WhoseQuery>) -> Result<Response> {
    let (mut tx, filter) = filter(&ctx, (&query, &whose), "caseload").await?;
    let facility = filter.facility;
    let total = store::caseload_size(&mut tx, &filter).await?;
    let lines = store::caseload(&mut tx, &filter, order(&ctx, &query), query.descending(), query.offset()).await?;
    let packages =
        if ctx.may(Permission::TransferRead) { Some(transfers::waiting(&mut tx, facility).await?) } else { None };
    drop(tx);
    Ok(ctx.page(ctx.lang.t("patients-caseload"), || view(&ctx, (&query, &whose), total, &lines, packages)))
}

fn view(
    ctx: &Ctx,
    (query, whose): (&ListQuery, &WhoseQuery),
    total: i64,
    lines: &[CaseloadLine],
    packages: Option<i64>,
) -> AnyView {
    let lang = ctx.lang;
    let base = if whose.mine() { format!("{}?lead=mine", routes::PATIENTS) } else { routes::PATIENTS.to_owned() };
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let named = ctx.sees_names();
    let sorted = |key: &str, code: &'static str| Header::new(lang.t(key)).sortable(code, query, &base);
    // Under a pseudonym there is neither number nor cell, and an order by either, or by name, would say whose it is.
    let who = if named {
        vec![
            sorted("patients-name", "name"),
            sorted("patients-number", "number"),
            sorted("patients-housing", "housing"),
        ]
    } else {
        vec![Header::new(lang.t("names-search"))]
    };
    let record = [
        Header::new(lang.t("patients-plan")),
        sorted("patients-next-review", "review"),
        Header::new(lang.t("patients-lead")),
    ];
    let headers = who.into_iter().chain(record).collect();
    let rows = lines.iter().map(|line| row(ctx, line)).collect();
    let nothing =
        if query.search().is_empty() { lang.t("patients-caseload-empty") } else { lang.t("patients-nobody-found") };
    let take = ctx.may(Permission::PatientOpen).then(|| link_button(routes::PATIENT_NEW, lang.t("patients-take")));
    let transfers = packages.map(|n| {
        let words = lang.t_with("packages-caseload", &[("n", n.into())]);
        if n > 0 { link_button(routes::PACKAGES, words) } else { link_button_quiet(routes::PACKAGES, words) }
    });
    view! {
        {print_head(lang, place, lang.t("patients-caseload"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("patients-caseload")}</h1>
        <div class="actions no-print">{take}{transfers}</div>
        {filters(ctx, query, whose)}
        {table(lang.t_with("patients-caseload-count", &[("n", total.into())]), headers, rows, nothing)}
        {pager(lang, query, total, &base)}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn filters(ctx: &Ctx, query: &ListQuery, whose: &WhoseQuery) -> AnyView {
    let lang = ctx.lang;
    let fields = Fields::new().with("q", query.search()).with("lead", if whose.mine() { "mine" } else { "all" });
    let leads =
        ["all", "mine"].map(|code| (code.to_owned(), lang.t(&format!("patients-whose-{code}")).into_owned())).to_vec();
    let order = query.sort.as_ref().map(|sort| {
        view! { {hidden("sort", sort.clone())} {query.dir.as_ref().map(|dir| hidden("dir", dir.clone()))} }
    });
    get_form(
        routes::PATIENTS,
        view! {
            {Field::new(&fields, lang, "q", lang.t(if ctx.sees_names() { "patients-search" } else { "names-search" })).search()}
            {Field::new(&fields, lang, "lead", lang.t("patients-whose")).short().select(leads, None)}
            {order}
            {button(lang.t("patients-show"))}
        }
        .into_any(),
    )
}

fn row(ctx: &Ctx, line: &CaseloadLine) -> AnyView {
    let lang = ctx.lang;
    let plan = match line.plan_status {
        Some(PlanStatus::Active) => tag(Tone::Ok, PlanStatus::Active.label(lang)),
        Some(status) => tag(Tone::Calm, status.label(lang)),
        None => tag(Tone::Plain, lang.t("patients-no-plan")),
    };
    // A plan that is not followed yet has no review to be late for.
    let review = line.next_review_on.map(|day| review_view(ctx, Some(day)));
    let who = line.who.shown(ctx, line.id);
    let away = away_words(lang, line.presence).map(|words| view! { " " {tag(Tone::Calm, words)} });
    let housed = if ctx.sees_names() {
        view! { <td class="nowrap">{who.number()}</td><td class="nowrap">{line.home.shown(ctx, line.id)}</td> }
            .into_any()
    } else {
        ().into_any()
    };
    // Whose name was opened for a reason stands among the pseudonyms, with the number.
    let number = (!ctx.sees_names()).then(|| who.beside());
    view! {
        <tr>
            <th scope="row"><a href=routes::patient(line.id)>{who.name()}</a>{number}{away}</th>
            {housed}
            <td>{plan}</td>
            <td>{review}</td>
            <td>{line.lead_name.clone()}</td>
        </tr>
    }
    .into_any()
}
