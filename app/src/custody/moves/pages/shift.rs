//! Custody's form: day, time, room and the reason without which nothing of health's is moved.

use axum::extract::{Path, RawQuery};
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Outcome, Sheet};
use super::super::model::{MoveAnswer, MoveKind, Question};
use super::form;
use crate::custody::day;
use crate::custody::slots::{CancelReason, rules};
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::SlotId;
use crate::kit::ui::*;
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<SlotId>, RawQuery(query): RawQuery) -> Result<Response> {
    let fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    show(&ctx, id, fields).await
}

pub async fn submit(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let wanted = form::parse(&mut fields);
    let reason = reason(&mut fields);
    let (Some(wanted), Some(reason)) = (wanted, reason) else { return show(&ctx, id, fields).await };
    match api::shift(&ctx, id, fields.version(), wanted, reason).await? {
        Outcome::Done => Ok(ctx.redirect_with(&routes::slot(id), "flash-slot-moved")),
        Outcome::Asked => Ok(ctx.redirect_with(&routes::slot(id), "flash-move-asked")),
        Outcome::AlreadyAsked => Ok(ctx.redirect_with(&routes::slot(id), "flash-move-asked-before")),
        Outcome::InTheWay(obstacle) => {
            fields.error(obstacle.field(), Msg::new(obstacle.key()));
            show(&ctx, id, fields).await
        }
        Outcome::Refused(message) => {
            fields.error("", message);
            show(&ctx, id, fields).await
        }
    }
}

fn reason(fields: &mut Fields) -> Option<CancelReason> {
    let reason = fields.choice::<CancelReason>("reason")?;
    if rules::custody_reasons().any(|offered| offered == reason) {
        return Some(reason);
    }
    fields.error("reason", Msg::new("form-choose"));
    None
}

async fn show(ctx: &Ctx, id: SlotId, mut fields: Fields) -> Result<Response> {
    let first = form::asked_day(&fields);
    let sheet = api::sheet(ctx, id, first).await?;
    form::prefill(&mut fields, &sheet.slot, &sheet.ground);
    let title = ctx.lang.t("move-title");
    if fields.is_refused() {
        return Ok(ctx.refused(title, || view(ctx, &sheet, &fields)));
    }
    Ok(ctx.page(title, || view(ctx, &sheet, &fields)))
}

fn view(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let slot = &sheet.slot;
    let movable = slot.is_movable(ctx.now());
    let open = sheet.question.as_ref().is_some_and(|question| question.answer.is_none());
    let rest = if movable && !open {
        decide(ctx, sheet, fields)
    } else if movable {
        ().into_any()
    } else {
        notice(Tone::Plain, lang.t("move-not-possible"))
    };
    view! {
        {error_summary(fields, lang)}
        <p class="no-print"><a href=routes::slot(slot.id)>{lang.t("move-to-slot")}</a></p>
        <h1>{lang.t("move-title")}</h1>
        <p class="lead">{form::stands(ctx, slot, &sheet.ground)}</p>
        {sheet.question.as_ref().map(|question| standing(ctx, question))}
        {rest}
    }
    .into_any()
}

fn decide(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let slot = &sheet.slot;
    let reasons =
        rules::custody_reasons().map(|reason| (reason.as_str().to_owned(), reason.label(lang).into_owned())).collect();
    let (text, label) = if sheet.asks_first { ("move-asks-first", "move-ask") } else { ("move-text", "move-submit") };
    let body = view! {
        <p>{lang.t(text)}</p>
        {hidden("version", slot.version.to_string())}
        {form::place_fields(lang, fields, &sheet.ground)}
        {Field::new(fields, lang, "reason", lang.t("slot-reason")).required().radios(reasons)}
        {button(lang.t(label))}
    };
    let first = form::asked_day(fields).unwrap_or_else(|| ctx.today()).max(ctx.today());
    let action = routes::slot_move(slot.id);
    view! {
        <div class="decisions no-print">
            {card(lang.t("move-title"), post_form(action.clone(), body.into_any()))}
            {form::suggestions(ctx, slot, &sheet.ground, first, &action)}
        </div>
    }
    .into_any()
}

/// What custody has asked of health, and what health has said.
pub fn standing(ctx: &Ctx, question: &Question) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let to = match (question.kind, question.starts_at, question.ends_at, &question.room) {
        (MoveKind::Move, Some(from), Some(to), Some(room)) => {
            format!(": {} {}, {room}", lang.date(day::date_of(from, zone)), lang.times(from, to, zone))
        }
        _ => String::new(),
    };
    let asked = format!("{}{to} ({})", question.kind.label(lang), question.reason.label(lang));
    let (tone, key) = match question.answer {
        None => (Tone::Warn, "move-waits"),
        Some(MoveAnswer::Yes) => (Tone::Ok, "move-answered-yes"),
        Some(MoveAnswer::No) => (Tone::Bad, "move-answered-no"),
    };
    let at = lang.date_time(question.answered_at.unwrap_or(question.asked_at), zone);
    notice(tone, lang.t_with(key, &[("what", asked.into()), ("at", at.into())]))
}
