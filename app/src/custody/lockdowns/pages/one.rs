//! One lockdown: what it touched, how that stands now, and for an hour the way back.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Sheet, Undone};
use super::super::model::{Lockdown, Outcome, Touched};
use super::super::rules;
use super::area_words;
use crate::custody::slots::words;
use crate::error::Result;
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::LockdownId;
use crate::kit::ui::{Header, Tone, button, card, error_summary, facts, notice, post_form, print_head, table, tag};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<LockdownId>) -> Result<Response> {
    show(&ctx, id, &Fields::new()).await
}

pub async fn undo(ctx: Ctx, Path(id): Path<LockdownId>, mut fields: Fields) -> Result<Response> {
    let refusal = match api::undo(&ctx, id).await? {
        Undone::Done | Undone::Already => {
            return Ok(ctx.redirect_with(&routes::lockdown(id), "flash-lockdown-undone"));
        }
        Undone::InPart => return Ok(ctx.redirect_with(&routes::lockdown(id), "flash-lockdown-undone-in-part")),
        Undone::TooLate => "lockdown-undo-too-late",
        Undone::InTheWay => "lockdown-undo-in-the-way",
    };
    fields.error("", Msg::new(refusal));
    show(&ctx, id, &fields).await
}

async fn show(ctx: &Ctx, id: LockdownId, fields: &Fields) -> Result<Response> {
    let sheet = api::sheet(ctx, id).await?;
    let title = ctx.lang.t("lockdown-one-title");
    let body = || view(ctx, &sheet, fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let lockdown = &sheet.lockdown;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let headers = ["lockdown-session", "slot-time", "slot-room", "lockdown-people", "lockdown-effect", "lockdown-now"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let rows = sheet.touched.iter().map(|held| row(ctx, held)).collect();
    view! {
        {print_head(lang, place, lang.t("lockdown-one-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        {error_summary(fields, lang)}
        <p class="no-print"><a href=routes::LOCKDOWNS>{lang.t("lockdown-to-list")}</a></p>
        <h1>{lang.t("lockdown-one-title")}</h1>
        {what(ctx, lockdown)}
        {way_back(ctx, sheet)}
        {table(lang.t("lockdown-touched"), headers, rows, lang.t("lockdown-touched-nothing"))}
    }
    .into_any()
}

fn what(ctx: &Ctx, lockdown: &Lockdown) -> AnyView {
    let lang = ctx.lang;
    let (zone, text) = (ctx.zone(), |text: String| text.into_any());
    let time = format!("{} – {}", lang.date_time(lockdown.starts_at, zone), lang.date_time(lockdown.ends_at, zone));
    let by = |name: &str, at| {
        lang.t_with("lockdown-by", &[("name", name.to_owned().into()), ("at", lang.date_time(at, zone).into())])
    };
    let mut lines = vec![
        (lang.t("lockdown-area").into_owned(), text(area_words(lang, lockdown))),
        (lang.t("lockdown-time").into_owned(), text(time)),
        (lang.t("lockdown-reason").into_owned(), text(lockdown.reason.label(lang).into_owned())),
        (lang.t("lockdown-made").into_owned(), text(by(&lockdown.created_by, lockdown.created_at))),
    ];
    if let (Some(name), Some(at)) = (&lockdown.undone_by, lockdown.undone_at) {
        lines.push((lang.t("lockdown-undone").into_owned(), text(by(name, at))));
    }
    facts(lines)
}

fn way_back(ctx: &Ctx, sheet: &Sheet) -> AnyView {
    let lang = ctx.lang;
    let lockdown = &sheet.lockdown;
    if lockdown.undone_at.is_some() {
        let left = sheet.touched.iter().filter(|held| held.outcome != Some(Outcome::Restored)).count();
        return if left == 0 {
            notice(Tone::Ok, lang.t("lockdown-all-restored"))
        } else {
            notice(Tone::Warn, lang.t_with("lockdown-not-restored", &[("n", left.into())]))
        };
    }
    if !rules::may_undo(lockdown, ctx.now()) {
        return ().into_any();
    }
    let until = lang.time(lockdown.created_at + rules::UNDO, ctx.zone());
    let body = view! {
        <p>{lang.t_with("lockdown-undo-text", &[("until", until.into())])}</p>
        {button(lang.t("lockdown-undo"))}
    };
    let form = post_form(routes::lockdown_undo(lockdown.id), body.into_any());
    view! { <div class="no-print">{card(lang.t("lockdown-undo"), form)}</div> }.into_any()
}

fn row(ctx: &Ctx, held: &Touched) -> AnyView {
    let lang = ctx.lang;
    let times = lang.times(held.starts_at, held.ends_at, ctx.zone());
    let day = lang.date(crate::custody::day::date_of(held.starts_at, ctx.zone()));
    let effect = if held.cancelled { "lockdown-effect-cancel" } else { "lockdown-effect-fewer" };
    let now = words::state(lang, held.status, held.cancel_reason);
    view! {
        <tr>
            <th scope="row"><a href=routes::slot(held.slot_id)>{words::neutral_label(lang, &held.label_letter)}</a></th>
            <td>{format!("{day} {times}")}<span class="sub">{held.part.label(lang)}</span></td>
            <td>{held.room.clone()}</td>
            <td>{held.people}</td>
            <td>{lang.t(effect)}</td>
            <td>{tag(words::tone(held.status), now)}{outcome(lang, held.outcome)}</td>
        </tr>
    }
    .into_any()
}

fn outcome(lang: Lang, outcome: Option<Outcome>) -> AnyView {
    match outcome {
        None => ().into_any(),
        Some(Outcome::Restored) => tag(Tone::Ok, Outcome::Restored.label(lang)),
        Some(other) => tag(Tone::Warn, other.label(lang)),
    }
}
