//! One room: its kind, how many it holds, whether health may book it, and the parts of the week in which it is health's first.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Claim, Room};
use super::super::store::{self, RoomUse};
use super::super::view::weekday;
use crate::access::{Permission, Subject};
use crate::custody::slots::{Part, RoomKind};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::RoomId;
use crate::kit::ui::{Field, button, error_summary, hidden, link_button_quiet, options_of, post_form};
use crate::routes;
use crate::web::Ctx;

const LARGEST: i32 = 500;

pub async fn page(ctx: Ctx, Path(id): Path<RoomId>) -> Result<Response> {
    show(&ctx, id, None).await
}

pub async fn save(ctx: Ctx, Path(id): Path<RoomId>, mut fields: Fields) -> Result<Response> {
    let (kind, capacity) = (fields.choice::<RoomKind>("kind"), fields.number("capacity", 1, LARGEST));
    let usable_by_ot = fields.holds("usable", "yes");
    let claims = wanted_claims(&fields);
    if !claims.is_empty() && !usable_by_ot {
        fields.error("usable", Msg::new("places-claims-need-use"));
    }
    let (Some(kind), Some(capacity), false) = (kind, capacity, fields.is_refused()) else {
        return show(&ctx, id, Some(fields)).await;
    };
    let place = ctx.place()?;
    let mut tx = ctx.custody_write(Permission::PlaceManage, Subject::Facility(place.id), "room").await?;
    let held = store::room(&mut tx, place.id, id).await?.ok_or(AppError::NotFound)?;
    let most = store::largest_session(&mut tx, id, ctx.now()).await?;
    if i64::from(capacity) < most {
        drop(tx);
        fields.error("capacity", Msg::with("places-too-small", [("n", most.into())]));
        return show(&ctx, id, Some(fields)).await;
    }
    let used = RoomUse { kind, capacity, usable_by_ot };
    if store::save_room(&mut tx, (place.id, id), fields.version(), used).await? {
        store::set_claims(&mut tx, (place.id, id), &claims, ctx.actor.id, ctx.now()).await?;
        tx.commit().await?;
        return Ok(ctx.redirect_with(routes::ROOMS, "flash-room-saved"));
    }
    let there = store::claims(&mut tx, place.id).await?;
    drop(tx);
    if is_said(&held, &there, used, &claims) {
        return Ok(ctx.redirect_with(routes::ROOMS, "flash-room-saved"));
    }
    fields.set("version", held.version.to_string());
    fields.error("", Msg::new("places-room-stale"));
    show(&ctx, id, Some(fields)).await
}

/// Whether the room already is what the form says, as after a button that was pressed twice.
fn is_said(room: &Room, there: &[Claim], used: RoomUse, wanted: &[(i32, Part)]) -> bool {
    let mut held: Vec<_> =
        there.iter().filter(|claim| claim.room_id == room.id).map(|claim| (claim.weekday, claim.part)).collect();
    held.sort_unstable();
    RoomUse { kind: room.kind, capacity: room.capacity, usable_by_ot: room.usable_by_ot } == used && held == wanted
}

/// The ticked parts of the week, in its order and each once.
fn wanted_claims(fields: &Fields) -> Vec<(i32, Part)> {
    let mut claims: Vec<(i32, Part)> = fields
        .all("claim")
        .filter_map(|code| {
            let (day, part) = code.split_once('.')?;
            Some((day.parse().ok().filter(|day| (1..=7).contains(day))?, part.parse().ok()?))
        })
        .collect();
    claims.sort_unstable();
    claims.dedup();
    claims
}

async fn show(ctx: &Ctx, id: RoomId, sent: Option<Fields>) -> Result<Response> {
    let place = ctx.place()?;
    let mut tx = ctx.custody(Permission::PlaceManage, Subject::Facility(place.id), "room").await?;
    let room = store::room(&mut tx, place.id, id).await?.ok_or(AppError::NotFound)?;
    let claims = store::claims(&mut tx, place.id).await?;
    drop(tx);
    let fields = sent.unwrap_or_else(|| filled(&room, &claims));
    let title = room.name.clone();
    let body = || page_view(ctx.lang, &room, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn filled(room: &Room, claims: &[Claim]) -> Fields {
    let mut fields = Fields::new()
        .with("version", room.version.to_string())
        .with("kind", room.kind.as_str())
        .with("capacity", room.capacity.to_string())
        .with("usable", if room.usable_by_ot { "yes" } else { "" });
    for claim in claims.iter().filter(|claim| claim.room_id == room.id) {
        fields.add("claim", format!("{}.{}", claim.weekday, claim.part));
    }
    fields
}

fn page_view(lang: Lang, room: &Room, fields: &Fields) -> AnyView {
    let days = (1..=7)
        .map(|day| {
            let parts = Part::ALL.iter().map(|part| (format!("{day}.{part}"), part.label(lang).into_owned())).collect();
            Field::new(fields, lang, "claim", weekday(lang, day)).within(&day.to_string()).compact().checkboxes(parts)
        })
        .collect_view();
    let form = view! {
        {hidden("version", fields.get("version").to_owned())}
        {Field::new(fields, lang, "kind", lang.t("places-kind")).required().select(options_of!(RoomKind, lang), None)}
        {Field::new(fields, lang, "capacity", lang.t("places-capacity")).required().number(1, LARGEST)}
        {Field::new(fields, lang, "usable", lang.t("places-may-use")).tick("yes")}
        <h2>{lang.t("places-claims")}</h2>
        <p class="hint">{lang.t("places-claims-hint")}</p>
        {days}
        <div class="actions">{button(lang.t("places-save"))}{link_button_quiet(routes::ROOMS, lang.t("places-back-to-rooms"))}</div>
    };
    view! {
        {error_summary(fields, lang)}
        <h1>{room.name.clone()}</h1>
        <p class="lead">{room.code.clone()}</p>
        {post_form(routes::room(room.id), form.into_any())}
    }
    .into_any()
}
