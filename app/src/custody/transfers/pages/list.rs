//! Moves out of the facility and into it: what is planned, and what is over.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Move, MoveStatus};
use super::super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::page::{Cut, ListQuery};
use crate::kit::ui::{Header, Tone, export_links, link_button, pager, print_head, section, table_under_heading, tag};
use crate::routes;
use crate::web::Ctx;

struct Lists {
    out: Vec<Move>,
    into: Vec<Move>,
    past: Vec<Move>,
    total: i64,
}

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::MovePerson, Subject::Facility(facility), "moves").await?;
    let lists = Lists {
        out: store::planned_from(&mut tx, facility, Cut::SHOWN).await?,
        into: store::planned_to(&mut tx, facility, Cut::SHOWN).await?,
        past: store::past_from(&mut tx, facility, query.offset()).await?,
        total: store::past_from_size(&mut tx, facility).await?,
    };
    drop(tx);
    Ok(ctx.page(ctx.lang.t("moves-title"), || view(&ctx, &query, &lists)))
}

fn view(ctx: &Ctx, query: &ListQuery, lists: &Lists) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let rows = |moves: &[Move], opens| moves.iter().map(|held| row(lang, held, opens)).collect::<Vec<_>>();
    view! {
        {print_head(lang, place, lang.t("moves-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("moves-title")}</h1>
        <p class="lead">{lang.t("moves-lead")}</p>
        <div class="actions no-print">{link_button(routes::MOVE_NEW, lang.t("moves-plan"))}</div>
        {section(lang.t("moves-out"), table_under_heading(lang.t("moves-out"), headers(lang, "moves-to"), rows(&lists.out, true), lang.t("moves-out-none")))}
        {section(lang.t("moves-into"), table_under_heading(lang.t("moves-into"), headers(lang, "moves-from"), rows(&lists.into, false), lang.t("moves-into-none")))}
        {section(lang.t("moves-past"), table_under_heading(lang.t("moves-past"), headers(lang, "moves-to"), rows(&lists.past, true), lang.t("moves-past-none")))}
        {pager(lang, query, lists.total, routes::MOVES)}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn headers(lang: Lang, place: &'static str) -> Vec<Header> {
    let labels = ["custody-name", "custody-number", place, "moves-on", "moves-state"];
    labels.map(|key| Header::new(lang.t(key))).to_vec()
}

/// A move out of the facility opens its page; one into it is the other facility's to carry out.
fn row(lang: Lang, held: &Move, out: bool) -> AnyView {
    let place = if out { held.to_name.clone() } else { held.from_name.clone() };
    let name = if out && held.status == MoveStatus::Planned {
        view! { <a href=routes::moving(held.id)>{held.name()}</a> }.into_any()
    } else {
        held.name().into_any()
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="nowrap">{held.prison_number.clone()}</td>
            <td>{place}</td>
            <td>{lang.date(held.planned_on)}</td>
            <td>{state(lang, held.status)}</td>
        </tr>
    }
    .into_any()
}

pub(super) fn state(lang: Lang, status: MoveStatus) -> AnyView {
    let tone = match status {
        MoveStatus::Planned => Tone::Calm,
        MoveStatus::Done => Tone::Ok,
        MoveStatus::Cancelled => Tone::Plain,
    };
    tag(tone, status.label(lang))
}
