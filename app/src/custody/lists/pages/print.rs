//! The forms that print. Printing keeps the list and leads to it: the page there is what the browser puts on paper, with scripting
//! or without.

use axum::extract::RawQuery;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api;
use super::super::model::{ListKey, ListKind, SlipWords};
use crate::custody::slots::Part;
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::{ListId, PersonId, RoomId, WingId};
use crate::kit::ui::{Button, Field, button, error_summary, hidden, post_form, post_form_inline};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

/// The longest text on a slip: half a page of A6.
const LONGEST: usize = 400;

/// Which list a form or an address asks for. Those who unlock single wings always ask for one of theirs.
pub(super) fn key_of(ctx: &Ctx, fields: &mut Fields, kind: ListKind) -> Result<ListKey> {
    let place = ctx.place()?;
    let wing = match fields.get("wing").parse::<WingId>() {
        Ok(wing) => Some(wing),
        Err(_) => ctx.actor.wings(place.id).and_then(|own| own.first().copied()),
    };
    Ok(ListKey {
        facility: place.id,
        kind,
        wing,
        room: fields.get("room").parse::<RoomId>().ok(),
        person: fields.get("person").parse::<PersonId>().ok(),
        date: fields.date("date").unwrap_or_else(|| ctx.today()),
        part: fields.get("part").parse::<Part>().unwrap_or(Part::Am),
    })
}

pub async fn submit(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let kind = fields.get("kind").parse::<ListKind>().map_err(|_| AppError::BadRequest)?;
    let key = key_of(&ctx, &mut fields, kind)?;
    if kind == ListKind::Unlock && key.wing.is_none() {
        return Err(AppError::BadRequest);
    }
    let key = if kind == ListKind::Slips { key } else { ListKey { person: None, ..key } };
    let words = if kind == ListKind::Slips { slip_words(&mut fields) } else { SlipWords::default() };
    if fields.is_refused() {
        return Ok(ctx.refused(ctx.lang.t("lists-slips-title"), || slips_view(&ctx, &key, &fields)));
    }
    let id = fields.get("id").parse::<ListId>().unwrap_or_else(|_| ctx.new_id());
    let id = api::print(&ctx, id, key, words).await?;
    Ok(redirect(&routes::list(id)))
}

fn slip_words(fields: &mut Fields) -> SlipWords {
    SlipWords {
        person: fields.text("person-text", LONGEST),
        staff: fields.text("staff-text", LONGEST),
        one_to_a_page: fields.get("layout") == "one",
    }
}

/// The button that prints a list, or prints it again.
pub(crate) fn print_button(ctx: &Ctx, key: &ListKey, label: &'static str) -> AnyView {
    let lang = ctx.lang;
    let id: ListId = ctx.new_id();
    let body = view! {
        {hidden("id", id.to_string())}
        {hidden("kind", key.kind.as_str())}
        {key_fields(key)}
        {Button::new(lang.t(label)).submit()}
    };
    post_form_inline(routes::LISTS, body.into_any())
}

fn key_fields(key: &ListKey) -> AnyView {
    let wing = key.wing.map(|wing| hidden("wing", wing.to_string()));
    let room = key.room.map(|room| hidden("room", room.to_string()));
    let person = key.person.map(|person| hidden("person", person.to_string()));
    view! { {wing}{room}{person}{hidden("date", key.date.to_string())}{hidden("part", key.part.as_str())} }.into_any()
}

/// What slips are to say, before they are printed.
pub async fn slips(ctx: Ctx, RawQuery(query): RawQuery) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let key = key_of(&ctx, &mut fields, ListKind::Slips)?;
    Ok(ctx.page(ctx.lang.t("lists-slips-title"), || slips_view(&ctx, &key, &Fields::new())))
}

fn slips_view(ctx: &Ctx, key: &ListKey, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let id: ListId = ctx.new_id();
    let body = view! {
        {hidden("id", id.to_string())}
        {hidden("kind", key.kind.as_str())}
        {key_fields(key)}
        {Field::new(fields, lang, "person-text", lang.t("lists-person-text")).hint(lang.t("lists-person-text-hint")).note_box(3)}
        {Field::new(fields, lang, "staff-text", lang.t("lists-staff-text")).hint(lang.t("lists-staff-text-hint")).note_box(3)}
        {Field::new(fields, lang, "layout", lang.t("lists-layout")).select(layouts(lang), None)}
        <div class="actions">{button(lang.t("lists-print"))}</div>
    };
    let whom = if key.person.is_some() { "lists-slips-one" } else { "lists-slips-all" };
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("lists-slips-title")}</h1>
        <p class="lead">{format!("{} · {}. {}", lang.long_date(key.date), key.part.label(lang), lang.t(whom))}</p>
        {post_form(routes::LISTS, body.into_any())}
    }
    .into_any()
}

fn layouts(lang: Lang) -> Vec<(String, String)> {
    ["many", "one"].map(|code| (code.to_owned(), lang.t(&format!("lists-layout-{code}")).into_owned())).to_vec()
}

/// The page that a list is printed from.
pub(super) fn origin(key: &ListKey) -> String {
    match (key.kind, key.wing) {
        (ListKind::Unlock, Some(wing)) => routes::unlock(wing, key.date, key.part),
        (_, wing) => routes::movements(wing, key.date, key.part),
    }
}
