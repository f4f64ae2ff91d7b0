//! `/series/{id}`: one series, its coming sessions, the days without one, and the form that changes or ends it.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Changed, SeriesSheet};
use super::super::form;
use super::super::model::Scope;
use crate::care::sessions::rules::MINUTES;
use crate::custody::series::model::SeriesSlot;
use crate::custody::slots::words;
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::SeriesId;
use crate::kit::local_time::clock_text;
use crate::kit::ui::{
    Button, Field, Header, button_named, button_quiet, card, error_summary, facts, hidden, options_of, post_form,
    print_head, table, tag,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<SeriesId>) -> Result<Response> {
    let sheet = api::sheet(&ctx, id).await?;
    Ok(show(&ctx, &sheet, &prefilled(&ctx, &sheet)))
}

/// The time, the length and the room of the next session, for the whole series.
fn prefilled(ctx: &Ctx, sheet: &SeriesSheet) -> Fields {
    let mut fields = Fields::new().with("scope", Scope::This.as_str());
    fields.set("minutes", sheet.series.minutes.to_string());
    fields.set("room", sheet.series.room_id.to_string());
    for day in (1..=7).filter(|day| sheet.series.weekdays & (1 << (day - 1)) != 0) {
        fields.add("weekday", day.to_string());
    }
    if let Some(next) = sheet.live().next() {
        fields.set("slot", next.id.to_string());
        fields.set("start", clock_text(api::start_of(ctx, next).1));
    }
    fields
}

pub async fn change(ctx: Ctx, Path(id): Path<SeriesId>, mut fields: Fields) -> Result<Response> {
    let sheet = api::sheet(&ctx, id).await?;
    let Some(asked) = form::change(&mut fields, &sheet.rooms, sheet.series.weekdays) else {
        return Ok(show(&ctx, &sheet, &fields));
    };
    match api::change(&ctx, id, (asked.slot, fields.version()), asked.scope, asked.step).await? {
        Changed::Done(id) => Ok(ctx.redirect_with(&routes::series(id), "flash-series-changed")),
        Changed::Stale => {
            fields.error("", Msg::new("series-stale"));
            // What the series is now, with what was typed.
            Ok(show(&ctx, &api::sheet(&ctx, id).await?, &fields))
        }
        Changed::Refused(date, reason) => {
            let said = [("date", ctx.lang.date(date).into()), ("reason", reason.label(ctx.lang).into_owned().into())];
            fields.error("start", Msg::with("series-refused", said));
            Ok(show(&ctx, &sheet, &fields))
        }
    }
}

pub async fn leave_out(ctx: Ctx, Path(id): Path<SeriesId>, mut fields: Fields) -> Result<Response> {
    let date = fields.date("leave");
    if date.is_none() && !fields.is_refused() {
        fields.error("leave", Msg::new("form-required"));
    }
    if let Some(date) = date {
        if api::leave_out(&ctx, id, date).await? {
            return Ok(ctx.redirect_with(&routes::series(id), "flash-series-changed"));
        }
        fields.error("leave", Msg::new("series-no-such-day"));
    }
    let sheet = api::sheet(&ctx, id).await?;
    let typed = fields.get("leave").to_owned();
    let mut all = prefilled(&ctx, &sheet).with("leave", typed);
    for (name, said) in fields.errors() {
        all.error(name.clone(), said.clone());
    }
    Ok(show(&ctx, &sheet, &all))
}

fn show(ctx: &Ctx, sheet: &SeriesSheet, fields: &Fields) -> Response {
    let title = sheet.care.title.say(ctx.lang).to_owned();
    let body = || view(ctx, sheet, fields);
    if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) }
}

fn view(ctx: &Ctx, sheet: &SeriesSheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let title = sheet.care.title.say(lang).to_owned();
    let place = ctx.place().map(|place| place.name.clone()).unwrap_or_default();
    let change = if sheet.series.ended_at.is_some() {
        form::ended_notice(lang)
    } else if sheet.series.practitioner_id == ctx.actor.id && sheet.live().next().is_some() {
        change_form(ctx, sheet, fields)
    } else {
        ().into_any()
    };
    view! {
        {print_head(lang, place, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        {error_summary(fields, lang)}
        <p class="no-print"><a href=routes::SERIES>{lang.t("series-to-list")}</a></p>
        <h1>{title}</h1>
        <p class="lead">{sheet.series.words(lang)}</p>
        {what(ctx, sheet)}
        {coming(ctx, sheet)}
        {days(ctx, sheet)}
        {change}
    }
    .into_any()
}

fn what(ctx: &Ctx, sheet: &SeriesSheet) -> AnyView {
    let (lang, series) = (ctx.lang, &sheet.series);
    let names: Vec<String> = sheet.people.iter().map(crate::care::sessions::store::request::Candidate::name).collect();
    let mut told = vec![
        (lang.t("sessions-room").into_owned(), series.room.clone().into_any()),
        (lang.t("series-span").into_owned(), series.span(lang).into_any()),
        (lang.t("sessions-mode").into_owned(), sheet.care.mode.label(lang).into_any()),
        (lang.t("sessions-lead").into_owned(), series.practitioner.clone().into_any()),
        (lang.t("sessions-people").into_owned(), names.join("; ").into_any()),
    ];
    if let (Some(id), Some(title)) = (sheet.care.programme_id, &sheet.care.programme) {
        let link = view! { <a href=routes::programme(id)>{title.clone()}</a> };
        told.push((lang.t("programmes-programme").into_owned(), link.into_any()));
    }
    for (key, linked) in [("series-continues", series.continues), ("series-continued-by", sheet.continued_by)] {
        if let Some(id) = linked {
            let link = view! { <a href=routes::series(id)>{lang.t("sessions-to-series")}</a> };
            told.push((lang.t(key).into_owned(), link.into_any()));
        }
    }
    if !sheet.care.purpose.is_empty() {
        told.push((lang.t("sessions-purpose").into_owned(), sheet.care.purpose.clone().into_any()));
    }
    facts(told)
}

fn coming(ctx: &Ctx, sheet: &SeriesSheet) -> AnyView {
    let lang = ctx.lang;
    let headers =
        ["kit-date", "sessions-time", "sessions-room", "sessions-state"].map(|key| Header::new(lang.t(key))).to_vec();
    let rows = sheet.coming.iter().map(|slot| coming_row(ctx, slot)).collect();
    table(lang.t("series-coming"), headers, rows, lang.t("series-coming-none"))
}

fn coming_row(ctx: &Ctx, slot: &SeriesSlot) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let moved = slot.series_moved.then(|| view! { <span class="sub">{lang.t("series-moved")}</span> });
    view! {
        <tr>
            <td><a href=routes::session(slot.id)>{lang.long_date(api::start_of(ctx, slot).0)}</a></td>
            <td class="time">{lang.times(slot.starts_at, slot.ends_at, zone)}{moved}</td>
            <td>{slot.room.clone()}</td>
            <td>{tag(words::tone(slot.status), slot.status.label(lang))}</td>
        </tr>
    }
    .into_any()
}

/// The days that have no session, each with the reason.
fn days(ctx: &Ctx, sheet: &SeriesSheet) -> Option<AnyView> {
    let lang = ctx.lang;
    let headers = ["kit-date", "series-why"].map(|key| Header::new(lang.t(key))).to_vec();
    let rows: Vec<AnyView> = sheet
        .days
        .iter()
        .map(|day| {
            view! { <tr><td>{lang.long_date(day.series_date)}</td><td>{day.reason.label(lang)}</td></tr> }.into_any()
        })
        .collect();
    (!rows.is_empty()).then(|| table(lang.t("series-not-placed"), headers, rows, ""))
}

fn change_form(ctx: &Ctx, sheet: &SeriesSheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let label = |slot: &SeriesSlot| {
        let (date, start) = api::start_of(ctx, slot);
        format!("{} {}", lang.date(date), clock_text(start))
    };
    let slots = sheet.live().map(|slot| (slot.id.to_string(), label(slot))).collect();
    let rooms = sheet.rooms.iter().map(|room| (room.id.to_string(), room.name.clone())).collect();
    let body = view! {
        {form::change_notice(lang)}
        {hidden("version", sheet.series.version.to_string())}
        {Field::new(fields, lang, "slot", lang.t("series-from-session")).required().select(slots, None)}
        {Field::new(fields, lang, "scope", lang.t("series-scope")).required().radios(options_of!(Scope, lang))}
        <div class="fields">
            {Field::new(fields, lang, "start", lang.t("sessions-start")).time()}
            {Field::new(fields, lang, "minutes", lang.t("sessions-length")).number(MINUTES.0, MINUTES.1)}
            {Field::new(fields, lang, "room", lang.t("sessions-room")).select(rooms, None)}
        </div>
        {form::weekdays_field(lang, fields, "series-weekdays-change")}
        <div class="actions">
            {button_named(lang.t("series-move"), "step", "move")}
            {Button::new(lang.t("series-cancel")).danger().named("step", "cancel").submit()}
        </div>
    };
    let form = post_form(routes::series(sheet.series.id), body.into_any());
    let leave = view! {
        {Field::new(fields, lang, "leave", lang.t("series-leave-day")).hint(lang.t("series-leave-day-hint")).date()}
        {button_quiet(lang.t("series-leave-day-button"))}
    };
    let leave = post_form(routes::series_leave_out(sheet.series.id), leave.into_any());
    view! { <div class="no-print">{card(lang.t("series-change"), form)}{card(lang.t("series-leave-day-title"), leave)}</div> }
        .into_any()
}
