//! Packages that wait for this unit, people who have come without one, and the unit's own patients on their way out.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{OnTheWay, Package};
use super::super::store;
use super::parts::state;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::page::{Cut, ListQuery};
use crate::kit::ui::{Header, Tone, export_links, pager, print_head, section, table_under_heading, tag};
use crate::routes;
use crate::web::Ctx;

struct Lists {
    packages: Vec<Package>,
    total: i64,
    without: Vec<OnTheWay>,
    leaving: Vec<OnTheWay>,
}

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care(Permission::TransferRead, Subject::Facility(facility), "transfers").await?;
    let lists = Lists {
        packages: store::sent_to(&mut tx, facility, query.offset()).await?,
        total: store::sent_to_size(&mut tx, facility).await?,
        without: store::without_package(&mut tx, facility, Cut::SHOWN).await?,
        leaving: store::leaving(&mut tx, facility, Cut::SHOWN).await?,
    };
    drop(tx);
    Ok(ctx.page(ctx.lang.t("packages-inbox"), || view(&ctx, &query, &lists)))
}

fn view(ctx: &Ctx, query: &ListQuery, lists: &Lists) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let headers = |keys: &[&'static str]| keys.iter().map(|key| Header::new(lang.t(key))).collect::<Vec<_>>();
    let packages = lists.packages.iter().map(|package| package_row(ctx, package)).collect();
    let without = lists.without.iter().map(|person| without_row(ctx, person)).collect();
    let leaving = lists.leaving.iter().map(|person| leaving_row(ctx, person)).collect();
    view! {
        {print_head(lang, place, lang.t("packages-inbox"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("packages-inbox")}</h1>
        {section(lang.t("packages-waiting"), table_under_heading(
            lang.t("packages-waiting"),
            headers(&["patients-name", "patients-number", "packages-from", "packages-sent", "packages-state"]),
            packages,
            lang.t("packages-waiting-none"),
        ))}
        {pager(lang, query, lists.total, routes::PACKAGES)}
        {(!lists.without.is_empty()).then(|| section(lang.t("packages-without"), view! {
            <p>{lang.t("packages-without-lead")}</p>
            {table_under_heading(lang.t("packages-without"), headers(&["patients-name", "patients-number", "packages-record-at"]), without, "")}
        }.into_any()))}
        {section(lang.t("packages-leaving"), table_under_heading(
            lang.t("packages-leaving"),
            headers(&["patients-name", "patients-number", "packages-to", "packages-planned-on", "packages-state"]),
            leaving,
            lang.t("packages-leaving-none"),
        ))}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn package_row(ctx: &Ctx, package: &Package) -> AnyView {
    let (lang, who) = (ctx.lang, package.shown(ctx));
    view! {
        <tr>
            <th scope="row"><a href=routes::package(package.id)>{who.name()}</a></th>
            <td class="nowrap">{who.number()}</td>
            <td>{package.from_name.clone()}</td>
            <td>{package.sent_at.map(|at| lang.date_time(at, ctx.zone()))}</td>
            <td>{state(lang, package.status)}</td>
        </tr>
    }
    .into_any()
}

fn without_row(ctx: &Ctx, person: &OnTheWay) -> AnyView {
    let who = person.shown(ctx);
    view! {
        <tr>
            <th scope="row">{who.name()}</th>
            <td class="nowrap">{who.number()}</td>
            <td>{person.place.clone()}</td>
        </tr>
    }
    .into_any()
}

fn leaving_row(ctx: &Ctx, person: &OnTheWay) -> AnyView {
    let (lang, who) = (ctx.lang, person.shown(ctx));
    let gone = person.gone.then(|| view! { {tag(Tone::Warn, lang.t("packages-has-gone"))} " " });
    let package = match person.package {
        Some(status) => state(lang, status),
        None => tag(Tone::Warn, lang.t("packages-not-prepared")),
    };
    view! {
        <tr>
            <th scope="row"><a href=routes::patient_transfer(person.patient_id)>{who.name()}</a></th>
            <td class="nowrap">{who.number()}</td>
            <td>{person.place.clone()}</td>
            <td>{person.planned_on.map(|day| lang.date(day))}</td>
            <td>{gone}{package}</td>
        </tr>
    }
    .into_any()
}
