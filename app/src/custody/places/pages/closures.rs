//! `/closures`: what is closed, when and why, and the form for another closure.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Closure, ClosureKind, Room};
use super::super::rules::{self, BadSpan, Moment};
use super::super::store::{self, NewClosure};
use super::super::view;
use super::ways;
use crate::access::{Permission, Subject};
use crate::custody::changes::house::{self, Closed};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::{ClosureId, RoomId};
use crate::kit::page::{Cut, ListQuery};
use crate::kit::ui::{
    Field, Header, button, card, error_summary, export_links, hidden, options_of, pager, post_form, print_head,
    section, table_under_heading,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    show(&ctx, &query, None).await
}

pub async fn add(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let place = ctx.place()?;
    let id: ClosureId = ctx.id_of_form(&fields, "id");
    let room: Option<RoomId> = fields.optional("room");
    let kind = fields.choice::<ClosureKind>("kind");
    let span = read_span(&mut fields, ctx.now(), place.zone);
    let (Some(kind), Some((starts_at, ends_at)), false) = (kind, span, fields.is_refused()) else {
        return show(&ctx, &ListQuery::default(), Some(fields)).await;
    };
    let mut tx = ctx.custody_write(Permission::PlaceManage, Subject::Facility(place.id), "closure").await?;
    if let Some(room) = room {
        store::room(&mut tx, place.id, room).await?.ok_or(AppError::BadRequest)?;
    }
    let new = NewClosure { id, facility: place.id, room, kind, starts_at, ends_at, by: ctx.actor.id, at: ctx.now() };
    if store::close(&mut tx, &new).await? {
        let closed = Closed { facility: place.id, room, starts_at, ends_at };
        house::closure(&mut tx, &closed, &ctx.app.gate.clock).await?;
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::closure(id), "flash-closure-added"))
}

type Instants = (chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::Utc>);

/// From when to when; an error stands at the field that is wrong. Shared with other forms that ask the same.
pub fn read_span(fields: &mut Fields, now: chrono::DateTime<chrono::Utc>, zone: chrono_tz::Tz) -> Option<Instants> {
    let from = moment(fields, "from", "from_time");
    if fields.get("until").is_empty() {
        fields.set("until", fields.get("from").to_owned());
    }
    let until = moment(fields, "until", "until_time");
    match rules::span(from?, until?, zone, now) {
        Ok(span) if !fields.is_refused() => Some(span),
        Ok(_) => None,
        Err(bad) => {
            let (field, key) = match bad {
                BadSpan::NoSuchTime => ("from_time", "places-no-such-time"),
                BadSpan::Order => ("until", "admin-fault-order"),
                BadSpan::TooLong => ("until", "places-too-long"),
                BadSpan::Past => ("until", "places-past"),
            };
            fields.error(field, Msg::new(key));
            None
        }
    }
}

fn moment(fields: &mut Fields, day: &str, time: &str) -> Option<Moment> {
    let date = fields.date(day);
    if fields.get(day).is_empty() {
        fields.error(day, Msg::new("form-required"));
    }
    let minute = match fields.get(time) {
        "" => None,
        text => {
            let minute = crate::kit::local_time::parse_clock(text);
            if minute.is_none() {
                fields.error(time, Msg::new("admin-fault-time"));
            }
            minute
        }
    };
    Some((date?, minute))
}

async fn show(ctx: &Ctx, query: &ListQuery, sent: Option<Fields>) -> Result<Response> {
    let place = ctx.place()?;
    let mut tx = ctx.custody(Permission::PlaceManage, Subject::Facility(place.id), "closures").await?;
    let live = store::closures_from(&mut tx, place.id, ctx.now(), Cut::SHOWN).await?;
    let past = store::past_closures(&mut tx, place.id, ctx.now(), query.offset()).await?;
    let past_size = store::past_closures_size(&mut tx, place.id, ctx.now()).await?;
    let rooms = store::rooms(&mut tx, place.id).await?;
    drop(tx);
    let fields = sent.unwrap_or_else(|| Fields::new().with("id", ctx.new_id::<ClosureId>().to_string()));
    let lang = ctx.lang;
    let title = lang.t("places-closures");
    let body = || {
        let past_title = lang.t("places-past-closures");
        let past_list = view! {
            {list(ctx, past_title.clone().into_owned(), &past)}
            {pager(lang, query, past_size, routes::CLOSURES)}
        };
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("places-closures-lead")}</p>
            {ways(lang, routes::CLOSURES)}
            {error_summary(&fields, lang)}
            {list(ctx, title.clone().into_owned(), &live)}
            <div class="no-print">{card(lang.t("places-close"), form(lang, &fields, &rooms))}</div>
            {section(past_title.clone(), past_list.into_any())}
            {export_links(lang, routes::CLOSURES)}
        }
        .into_any()
    };
    Ok(if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) })
}

fn list(ctx: &Ctx, title: String, closures: &[Closure]) -> AnyView {
    let lang = ctx.lang;
    let headers =
        ["places-what", "places-when", "places-why", "places-state"].map(|key| Header::new(lang.t(key))).to_vec();
    let rows = closures
        .iter()
        .map(|closure| {
            view! {
                <tr>
                    <th scope="row"><a href=routes::closure(closure.id)>{view::closed_what(lang, closure)}</a></th>
                    <td>{view::span(lang, ctx.zone(), closure.starts_at, closure.ends_at)}</td>
                    <td>{closure.kind.label(lang)}</td>
                    <td>{view::closure_state(lang, closure, ctx.now())}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table_under_heading(title, headers, rows, lang.t("places-nothing-closed"))
}

fn form(lang: Lang, fields: &Fields, rooms: &[Room]) -> AnyView {
    let rooms = rooms.iter().map(|room| (room.id.to_string(), room.name.clone())).collect();
    let body = view! {
        {hidden("id", fields.get("id").to_owned())}
        {Field::new(fields, lang, "room", lang.t("places-what")).select(rooms, Some(lang.t("places-whole-facility").into_owned()))}
        {Field::new(fields, lang, "kind", lang.t("places-why")).required().select(options_of!(ClosureKind, lang), Some(lang.t("places-choose").into_owned()))}
        {span_fields(lang, fields)}
        <div class="actions">{button(lang.t("places-close"))}</div>
    };
    post_form(routes::CLOSURES, body.into_any())
}

/// The four fields that [`read_span`] reads.
pub fn span_fields(lang: Lang, fields: &Fields) -> AnyView {
    view! {
        <div class="pair">
            {Field::new(fields, lang, "from", lang.t("places-from")).required().date()}
            {Field::new(fields, lang, "from_time", lang.t("places-from-time")).hint(lang.t("places-from-hint")).time()}
        </div>
        <div class="pair">
            {Field::new(fields, lang, "until", lang.t("places-until")).date()}
            {Field::new(fields, lang, "until_time", lang.t("places-until-time")).hint(lang.t("places-until-hint")).time()}
        </div>
    }
    .into_any()
}
