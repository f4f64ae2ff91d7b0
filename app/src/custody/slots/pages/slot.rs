//! One slot: who is expected where and when, with what an officer must know of each, and the decisions that custody may take
//! about it now.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, SlotSheet};
use super::super::model::{Escort, EscortMode, OverrideReason, Slot, SlotPerson, SlotStatus};
use super::super::{rules, words};
use crate::custody::day;
use crate::custody::moves::pages::shift::standing;
use crate::custody::people::{absence_key, housing, list_name};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::SlotId;
use crate::kit::ui::*;
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<SlotId>) -> Result<Response> {
    show(&ctx, id, Fields::new()).await
}

/// The page, fresh or with a form that was refused: what was typed then stands in it again.
pub(super) async fn show(ctx: &Ctx, id: SlotId, mut fields: Fields) -> Result<Response> {
    let sheet = api::slot(ctx, id).await?;
    let slot = &sheet.slot;
    if !fields.has("officers") {
        fields.set("officers", slot.escort_officers.to_string());
        fields.set("mode", slot.escort_mode.as_str());
    }
    let title = words::neutral_label(ctx.lang, &slot.label_letter);
    if fields.is_refused() {
        return Ok(ctx.refused(title, || view(ctx, &sheet, &fields)));
    }
    Ok(ctx.page(title, || view(ctx, &sheet, &fields)))
}

fn view(ctx: &Ctx, sheet: &SlotSheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let slot = &sheet.slot;
    let to_board = routes::board(sheet.date, false);
    view! {
        {error_summary(fields, lang)}
        <p class="no-print"><a href=to_board>{lang.t("slot-to-board")}</a></p>
        <h1>{words::neutral_label(lang, &slot.label_letter)}</h1>
        <p class="lead">{lang.long_date(sheet.date)}" "{tag(words::tone(slot.status), words::state(lang, slot.status, slot.cancel_reason))}</p>
        {what(ctx, sheet)}
        {people(ctx, sheet)}
        {sheet.question.as_ref().map(|question| standing(ctx, question))}
        <p class="actions no-print">
            {move_link(ctx, sheet)}
            {link_button_quiet(routes::slot_escort(slot.id), lang.t("escorts-to-escort"))}
            {link_button_quiet(routes::slot_tools(slot.id), lang.t("tools-of-session"))}
        </p>
        {decisions(lang, sheet, fields)}
    }
    .into_any()
}

/// To the form in which a session that lies ahead is moved.
fn move_link(ctx: &Ctx, sheet: &SlotSheet) -> AnyView {
    let slot = &sheet.slot;
    let ahead = matches!(slot.status, SlotStatus::Requested | SlotStatus::Confirmed) && slot.starts_at > ctx.now();
    ahead.then(|| link_button_quiet(routes::slot_move(slot.id), ctx.lang.t("move-link"))).into_any()
}

fn what(ctx: &Ctx, sheet: &SlotSheet) -> AnyView {
    let lang = ctx.lang;
    let slot = &sheet.slot;
    let zone = day::zone_of(ctx, slot.facility_id).unwrap_or_else(|_| ctx.zone());
    let places = lang.t_with("slot-places", &[("n", slot.capacity.into())]);
    let text = |text: String| text.into_any();
    let mut told = vec![
        (
            lang.t("slot-time").into_owned(),
            text(format!("{} ({})", lang.times(slot.starts_at, slot.ends_at, zone), slot.part.label(lang))),
        ),
        (lang.t("slot-room").into_owned(), text(format!("{} · {places}", slot.room))),
        (lang.t("slot-practitioner").into_owned(), text(slot.practitioner.clone())),
        (lang.t("slot-escort-need").into_owned(), text(words::escort(lang, slot.escort_officers, slot.escort_mode))),
        (lang.t("slot-requested-at").into_owned(), text(lang.date_time(slot.created_at, zone))),
    ];
    if !sheet.overrides.is_empty() {
        told.push((lang.t("slot-overrides").into_owned(), words::overrides(lang, zone, &sheet.overrides)));
    }
    facts(told)
}

fn people(ctx: &Ctx, sheet: &SlotSheet) -> AnyView {
    let lang = ctx.lang;
    let rows = sheet.people.iter().map(|person| person_row(ctx, sheet, person)).collect();
    let headers = ["custody-name", "custody-number", "custody-cell", "custody-cautions", "slot-movement"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let count = lang.t_with("kit-people", &[("n", sheet.people.len().into())]);
    table(count, headers, rows, lang.t("slot-no-people"))
}

fn person_row(ctx: &Ctx, sheet: &SlotSheet, person: &SlotPerson) -> AnyView {
    let lang = ctx.lang;
    let absent = absence_key(person.presence).map(|key| tag(Tone::Warn, lang.t(key)));
    let at = person.moved_at.map(|at| lang.time(at, ctx.zone()));
    let movement =
        tag(words::movement_tone(person.movement), words::movement(lang, person.movement, person.custody_reason, at));
    view! {
        <tr>
            <td><b>{list_name(&person.family_name, &person.given_name)}</b></td>
            <td class="nowrap">{person.prison_number.clone()}</td>
            <td class="nowrap">{housing(person.wing.as_deref(), &person.cell)}</td>
            <td>{absent}{sheet.cautions.tags(person.person_id, lang)}</td>
            <td>{movement}</td>
        </tr>
    }
    .into_any()
}

/// What may be done now; nothing once the day is closed or the slot has ended.
fn decisions(lang: Lang, sheet: &SlotSheet, fields: &Fields) -> AnyView {
    let slot = &sheet.slot;
    if !sheet.open {
        return notice(Tone::Plain, lang.t("slot-day-closed"));
    }
    match slot.status {
        SlotStatus::Requested => view! {
            <div class="decisions no-print">
                {card(lang.t("slot-confirm-title"), escort_form(lang, slot, fields, "confirm", button(lang.t("slot-confirm"))))}
                {card(lang.t("slot-decline-title"), reason_form(lang, sheet, fields, "decline"))}
            </div>
        }
        .into_any(),
        SlotStatus::Confirmed => view! {
            <div class="decisions no-print">
                {card(lang.t("slot-escort-title"), escort_form(lang, slot, fields, "escort", button(lang.t("slot-escort-save"))))}
                {card(lang.t("slot-cancel-title"), reason_form(lang, sheet, fields, "cancel"))}
            </div>
        }
        .into_any(),
        SlotStatus::InProgress => view! {
            <div class="decisions no-print">
                {card(lang.t("slot-escort-title"), escort_form(lang, slot, fields, "escort", button(lang.t("slot-escort-save"))))}
            </div>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

fn escort_form(lang: Lang, slot: &Slot, fields: &Fields, step: &'static str, submit: AnyView) -> AnyView {
    // Offered once the database has said that the place is closed at that time.
    let although = (step == "confirm" && fields.error_at("override").is_some()).then(|| {
        Field::new(fields, lang, "override", lang.t("slot-although"))
            .select(OverrideReason::options(lang, true), Some(lang.t("slot-although-not").into_owned()))
    });
    let body = view! {
        {hidden("step", step)}
        {hidden("version", slot.version.to_string())}
        {although}
        {Field::new(fields, lang, "officers", lang.t("slot-officers")).hint(lang.t("slot-officers-hint")).number(0, Escort::MOST)}
        {Field::new(fields, lang, "mode", lang.t("slot-mode")).radios(options_of!(EscortMode, lang))}
        {submit}
    };
    post_form(routes::slot(slot.id), body.into_any())
}

fn reason_form(lang: Lang, sheet: &SlotSheet, fields: &Fields, step: &'static str) -> AnyView {
    let reasons =
        rules::custody_reasons().map(|reason| (reason.as_str().to_owned(), reason.label(lang).into_owned())).collect();
    let (what_happens, label) = match step {
        "cancel" => ("slot-cancel-text", "slot-cancel"),
        _ => ("slot-decline-text", "slot-decline"),
    };
    let text = lang.t_with(what_happens, &[("n", sheet.people.len().into())]);
    let body = view! {
        <p>{text}</p>
        {hidden("step", step)}
        {hidden("version", sheet.slot.version.to_string())}
        {Field::new(fields, lang, "reason", lang.t("slot-reason")).required().radios(reasons)}
        {button_danger(lang.t(label))}
    };
    post_form(routes::slot(sheet.slot.id), body.into_any())
}
