//! `/rooms`: every room with what it is, how many it holds, and when it is meant for health.

use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Claim, Room};
use super::super::{store, view};
use super::ways;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::ui::{Button, Header, Tone, export_links, print_head, table_under_heading, tag};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    let place = ctx.place()?;
    let mut tx = ctx.custody(Permission::PlaceManage, Subject::Facility(place.id), "rooms").await?;
    let rooms = store::rooms(&mut tx, place.id).await?;
    let claims = store::claims(&mut tx, place.id).await?;
    drop(tx);
    let lang = ctx.lang;
    let title = lang.t("places-rooms");
    let place_name = place.name.clone();
    Ok(ctx.page(title.clone(), || {
        view! {
            {print_head(lang, place_name, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("places-rooms-lead")}</p>
            {ways(lang, routes::ROOMS)}
            {table(lang, &rooms, &claims, true)}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

/// The rooms as a table; with the way to change each, where that is for the reader.
pub fn table(lang: Lang, rooms: &[Room], claims: &[Claim], may_change: bool) -> AnyView {
    let mut headers = vec![
        Header::new(lang.t("places-room")),
        Header::new(lang.t("places-kind")),
        Header::new(lang.t("places-capacity")).numeric(),
        Header::new(lang.t("places-usable")),
        Header::new(lang.t("places-claims")),
    ];
    if may_change {
        headers.push(Header::new(lang.t("kit-actions")).away());
    }
    let rows = rooms.iter().map(|room| row(lang, room, claims, may_change)).collect();
    table_under_heading(lang.t("places-rooms"), headers, rows, lang.t("slot-no-rooms"))
}

fn row(lang: Lang, room: &Room, claims: &[Claim], may_change: bool) -> AnyView {
    let usable = if room.usable_by_ot {
        tag(Tone::Ok, lang.t("places-is-usable"))
    } else {
        tag(Tone::Plain, lang.t("places-not-usable"))
    };
    let change = may_change.then(|| {
        let way = Button::new(lang.t("places-change")).about(room.name.clone()).quiet().link(routes::room(room.id));
        view! { <td class="no-print">{way}</td> }
    });
    view! {
        <tr>
            <th scope="row">{room.name.clone()}" "<span class="sub">{room.code.clone()}</span></th>
            <td>{room.kind.label(lang)}</td>
            <td class="n">{room.capacity}</td>
            <td>{usable}</td>
            <td>{view::claims_in_words(lang, room, claims)}</td>
            {change}
        </tr>
    }
    .into_any()
}
