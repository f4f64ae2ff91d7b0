//! Regime, rooms and closures as files.

use axum::response::Response;

use super::super::model::{Claim, Closure, Room, Week};
use super::super::{store, view};
use crate::access::{Permission, Subject};
use crate::custody::day::clock;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::Cut;
use crate::web::Ctx;

pub async fn regime(ctx: Ctx, format: Format) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::PlaceManage, Subject::Facility(place), "export").await?;
    let week = store::week(&mut tx, place).await?;
    drop(tx);
    let headers = export::headers(ctx.lang, ["places-weekday", "escorts-part", "export-from", "export-to"]);
    Ok(export::whole(format, "regime", &headers, &parts(ctx.lang, &week)))
}

fn parts(lang: Lang, week: &Week) -> Vec<Vec<Value>> {
    let line = |((weekday, part), (start, end)): (&(i32, crate::custody::slots::Part), &(i32, i32))| {
        vec![
            Value::from(view::weekday(lang, *weekday)),
            Value::from(part.label(lang)),
            Value::from(clock(*start)),
            Value::from(clock(*end)),
        ]
    };
    week.0.iter().map(line).collect()
}

pub async fn rooms(ctx: Ctx, format: Format) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::PlaceManage, Subject::Facility(place), "export").await?;
    let rooms = store::rooms(&mut tx, place).await?;
    let claims = store::claims(&mut tx, place).await?;
    drop(tx);
    let rows: Vec<Vec<Value>> = rooms.iter().map(|held| room(ctx.lang, held, &claims)).collect();
    Ok(export::whole(format, "rooms", &room_headers(ctx.lang), &rows))
}

#[must_use]
pub fn room_headers(lang: Lang) -> Vec<String> {
    export::headers(
        lang,
        ["lists-number", "places-room", "places-kind", "places-capacity", "places-usable", "places-claims"],
    )
}

#[must_use]
pub fn room(lang: Lang, room: &Room, claims: &[Claim]) -> Vec<Value> {
    let usable = if room.usable_by_ot { "places-is-usable" } else { "places-not-usable" };
    vec![
        Value::from(&room.code),
        Value::from(&room.name),
        Value::from(room.kind.label(lang)),
        Value::number(room.capacity),
        Value::from(lang.t(usable)),
        Value::from(view::claims_in_words(lang, room, claims)),
    ]
}

/// What is closed or will be, then what was.
pub async fn closures(ctx: Ctx, format: Format) -> Result<Response> {
    let (place, now) = (ctx.place()?.id, ctx.now());
    let tx = ctx.custody(Permission::PlaceManage, Subject::Facility(place), "export").await?;
    let headers = export::headers(
        ctx.lang,
        ["places-what", "export-from", "export-to", "places-why", "places-state", "places-entered"],
    );
    Ok(export::stream(format, "closures", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let live = store::closures_from(tx, place, now, Cut::of_file(offset)).await?;
            let past = store::past_closures(tx, place, now, offset).await?;
            let page = |closures: &[Closure]| export::Page::of(closures, |held| closure(&ctx, held));
            Ok(page(&live).and(page(&past)))
        })
    }))
}

fn closure(ctx: &Ctx, held: &Closure) -> Vec<Value> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let by = held.by.clone().unwrap_or_else(|| lang.t("places-by-system").into_owned());
    vec![
        Value::from(view::closed_what(lang, held)),
        Value::at(held.starts_at, zone),
        Value::at(held.ends_at, zone),
        Value::from(held.kind.label(lang)),
        Value::from(view::closure_words(lang, held, ctx.now()).1),
        Value::from(by),
    ]
}
