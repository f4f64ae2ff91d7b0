//! A practitioner's form for moving a session of hers, and the page of custody's questions.

use axum::extract::{Path, RawQuery};
use axum::response::Response;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use leptos::prelude::*;

use super::api::{self, Moved};
use super::store::{self, OpenQuestion};
use crate::access::{Permission, Subject};
use crate::custody::moves::model::{Moving, Question};
use crate::custody::moves::pages::form as fields_of;
use crate::custody::moves::rules::Ground;
use crate::custody::moves::{MoveAnswer, MoveKind};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::SlotId;
use crate::kit::local_time::local_date;
use crate::kit::page::Cut;
use crate::kit::ui::*;
use crate::routes;
use crate::web::Ctx;

pub async fn form(ctx: Ctx, Path(id): Path<SlotId>, RawQuery(query): RawQuery) -> Result<Response> {
    let fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    show(&ctx, id, fields).await
}

pub async fn submit(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let Some(wanted) = fields_of::parse(&mut fields) else { return show(&ctx, id, fields).await };
    match api::shift(&ctx, id, fields.version(), wanted).await? {
        Moved::Done => Ok(ctx.redirect_with(&routes::session(id), "flash-session-moved")),
        Moved::InTheWay(obstacle) => {
            fields.error(obstacle.field(), Msg::new(obstacle.key()));
            show(&ctx, id, fields).await
        }
        Moved::Refused(message) => {
            fields.error("", message);
            show(&ctx, id, fields).await
        }
    }
}

async fn show(ctx: &Ctx, id: SlotId, mut fields: Fields) -> Result<Response> {
    let first = fields_of::asked_day(&fields);
    let (slot, ground) = api::sheet(ctx, id, first).await?;
    fields_of::prefill(&mut fields, &slot, &ground);
    let title = ctx.lang.t("move-title");
    if fields.is_refused() {
        return Ok(ctx.refused(title, || view(ctx, &slot, &ground, &fields)));
    }
    Ok(ctx.page(title, || view(ctx, &slot, &ground, &fields)))
}

fn view(ctx: &Ctx, slot: &Moving, ground: &Ground, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let first = fields_of::asked_day(fields).unwrap_or_else(|| ctx.today()).max(ctx.today());
    let action = routes::session_move(slot.id);
    let body = view! {
        <p>{lang.t("move-own-text")}</p>
        {hidden("version", slot.version.to_string())}
        {fields_of::place_fields(lang, fields, ground)}
        {button(lang.t("move-submit"))}
    };
    let rest = if slot.is_movable(ctx.now()) {
        view! {
            <div class="decisions no-print">
                {card(lang.t("move-title"), post_form(action.clone(), body.into_any()))}
                {fields_of::suggestions(ctx, slot, ground, first, &action)}
            </div>
        }
        .into_any()
    } else {
        notice(Tone::Plain, lang.t("move-not-possible"))
    };
    view! {
        {error_summary(fields, lang)}
        <p class="no-print"><a href=routes::session(slot.id)>{lang.t("move-to-session")}</a></p>
        <h1>{lang.t("move-title")}</h1>
        <p class="lead">{fields_of::stands(ctx, slot, ground)}</p>
        {rest}
    }
    .into_any()
}

pub async fn list(ctx: Ctx) -> Result<Response> {
    show_list(&ctx, Fields::new()).await
}

pub async fn answer(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let answer = MoveAnswer::from_code(fields.get("answer")).ok_or(AppError::BadRequest)?;
    match api::answer(&ctx, id, fields.version(), answer).await? {
        Moved::Done => Ok(ctx.redirect_with(routes::MOVE_REQUESTS, "flash-move-answered")),
        Moved::InTheWay(obstacle) => {
            fields.error("", Msg::new(obstacle.key()));
            show_list(&ctx, fields).await
        }
        Moved::Refused(message) => {
            fields.error("", message);
            show_list(&ctx, fields).await
        }
    }
}

async fn show_list(ctx: &Ctx, fields: Fields) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::SessionRequest, Subject::Facility(place), "move_requests").await?;
    let open = store::open(&mut tx, place, ctx.now(), Cut::SHOWN).await?;
    drop(tx);
    let title = ctx.lang.t("move-requests-title");
    if fields.is_refused() {
        return Ok(ctx.refused(title, || list_view(ctx, &open, &fields)));
    }
    Ok(ctx.page(title, || list_view(ctx, &open, &fields)))
}

fn list_view(ctx: &Ctx, open: &[OpenQuestion], fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let headers = vec![
        Header::new(lang.t("move-session")),
        Header::new(lang.t("slot-practitioner")),
        Header::new(lang.t("move-asked-what")),
        Header::new(lang.t("slot-reason")),
        Header::new(lang.t("move-answer")).away(),
    ];
    let rows = open.iter().map(|question| row(ctx, question)).collect();
    let title = lang.t("move-requests-title").into_owned();
    view! {
        {error_summary(fields, lang)}
        <h1>{title.clone()}</h1>
        <p class="lead">{lang.t("move-requests-lead")}</p>
        {table_under_heading(title, headers, rows, lang.t("move-requests-none"))}
        {export_links(lang, routes::MOVE_REQUESTS)}
    }
    .into_any()
}

fn row(ctx: &Ctx, open: &OpenQuestion) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let question = &open.question;
    let what = asked_words(lang, zone, question);
    let title = open.title.say(lang).to_owned();
    let now = when(lang, zone, open.now_starts_at, open.now_ends_at);
    let about = format!("{title}, {now}");
    let mine = (open.practitioner_id == ctx.actor.id).then(|| view! { " " {tag(Tone::Warn, lang.t("move-mine"))} });
    let buttons = view! {
        {hidden("version", question.version.to_string())}
        {Button::new(MoveAnswer::Yes.label(lang)).about(about.clone()).named("answer", MoveAnswer::Yes.as_str()).submit()}
        {Button::new(MoveAnswer::No.label(lang)).about(about).quiet().named("answer", MoveAnswer::No.as_str()).submit()}
    };
    view! {
        <tr>
            <th scope="row">
                <a href=routes::session(open.slot_id)>{title}</a>" "
                <span class="sub">{now}", "{open.now_room.clone()}</span>
            </th>
            <td>{open.practitioner.clone()}{mine}</td>
            <td>{what}" "<span class="sub">{lang.date_time(question.asked_at, zone)}</span></td>
            <td>{question.reason.label(lang)}</td>
            <td class="no-print">{post_form_inline(routes::move_request(open.slot_id), buttons.into_any())}</td>
        </tr>
    }
    .into_any()
}

fn when(lang: Lang, zone: Tz, from: DateTime<Utc>, to: DateTime<Utc>) -> String {
    format!("{} {}", lang.date(local_date(from, zone)), lang.times(from, to, zone))
}

/// What custody would like: another time and room, or none.
pub(super) fn asked_words(lang: Lang, zone: Tz, question: &Question) -> String {
    match (question.kind, question.starts_at, question.ends_at) {
        (MoveKind::Move, Some(from), Some(to)) => {
            let room = question.room.clone().unwrap_or_default();
            format!("{}: {}, {room}", question.kind.label(lang), when(lang, zone, from, to))
        }
        _ => question.kind.label(lang).into_owned(),
    }
}
