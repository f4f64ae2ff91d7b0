//! The summary: written beside what the record says, signed with the password, and from then on read here.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use leptos::prelude::*;

use super::super::api::{self, Desk, Outcome};
use super::super::form;
use super::super::model::{Discharge, DischargeReason};
use super::super::rules::Hindrance;
use super::parts::{record_says, unsigned_list};
use crate::access::Permission;
use crate::care::patients::{self, Tab};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::ui::{
    Field, Tone, button_danger, button_named_quiet, card, draft_guard, empty, error_summary, facts, hidden,
    link_button_quiet, notice, options_of, post_form, post_form_inline, section,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    let desk = api::desk(&ctx, id).await?;
    let language = Lang::from_code(&desk.head.language).unwrap_or(ctx.lang);
    let fields = desk.draft.as_ref().map_or_else(|| form::blank(ctx.new_id(), ctx.today(), language), form::fill);
    Ok(show(&ctx, &desk, &fields))
}

pub async fn save(ctx: Ctx, Path(id): Path<PersonId>, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    let autosave = headers.contains_key("x-autosave");
    let desk = api::desk(&ctx, id).await?;
    let known = form::known(&fields);
    let text = form::parse(&mut fields, (desk.head.opened_on, ctx.today())).filter(|_| !autosave || known.is_some());
    let Some(text) = text else {
        return Ok(if autosave {
            StatusCode::UNPROCESSABLE_ENTITY.into_response()
        } else {
            show(&ctx, &desk, &fields)
        });
    };
    match api::save(&ctx, id, &text, known).await? {
        Outcome::Done(kept) if autosave => Ok(saved_quietly(kept.version)),
        _ if autosave => Ok(StatusCode::CONFLICT.into_response()),
        Outcome::Done(_) => Ok(ctx.redirect_with(&routes::patient_discharge(id), "flash-discharge-saved")),
        other => answer(&ctx, id, fields, other).await,
    }
}

fn saved_quietly(version: i32) -> Response {
    let version = HeaderValue::from_str(&version.to_string()).unwrap_or(HeaderValue::from_static("0"));
    (StatusCode::NO_CONTENT, [("x-version", version)]).into_response()
}

pub async fn sign(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let desk = api::desk(&ctx, id).await?;
    if !desk.head.is_open() {
        return answer(&ctx, id, fields, Outcome::Closed).await;
    }
    let known = form::known(&fields);
    let text = form::parse(&mut fields, (desk.head.opened_on, ctx.today()));
    if let Some(text) = &text {
        form::show_gaps(&mut fields, text);
    }
    say_hindrances(&mut fields, &desk);
    ctx.reauthenticate(&mut fields).await?;
    let Some(text) = text.filter(|_| !fields.is_refused()) else { return Ok(show(&ctx, &desk, &fields)) };
    match api::sign(&ctx, id, &text, known).await? {
        Outcome::Done(_) => Ok(ctx.redirect_with(&routes::patient_discharge(id), "flash-discharge-signed")),
        other => answer(&ctx, id, fields, other).await,
    }
}

pub async fn discard(ctx: Ctx, Path(id): Path<PersonId>, fields: Fields) -> Result<Response> {
    let known = form::known(&fields).ok_or(AppError::BadRequest)?;
    if !api::discard(&ctx, id, known).await? {
        return Err(AppError::Stale);
    }
    Ok(ctx.redirect_with(&routes::patient_discharge(id), "flash-discharge-discarded"))
}

fn say_hindrances(fields: &mut Fields, desk: &Desk) {
    for hindrance in desk.hindrances() {
        fields.error(
            "",
            match hindrance {
                Hindrance::Unsigned(n) => Msg::with("discharge-unsigned", [("n", n.into())]),
                Hindrance::PackageSent => Msg::new("discharge-package-sent"),
            },
        );
    }
}

/// What is said when nothing was written.
async fn answer(ctx: &Ctx, id: PersonId, mut fields: Fields, outcome: Outcome) -> Result<Response> {
    match outcome {
        Outcome::Done(_) | Outcome::Closed => {
            return Ok(ctx.redirect_with(&routes::patient_discharge(id), "flash-discharge-closed"));
        }
        Outcome::Conflict(held) => form::show_conflict(&mut fields, ctx.lang, held.as_deref()),
        Outcome::Hindered => {}
    }
    let desk = api::desk(ctx, id).await?;
    if !fields.is_refused() {
        say_hindrances(&mut fields, &desk);
    }
    Ok(show(ctx, &desk, &fields))
}

fn show(ctx: &Ctx, desk: &Desk, fields: &Fields) -> Response {
    let title = ctx.lang.t_with("discharge-title-of", &[("patient", desk.head.shown(ctx).short().into())]);
    let body = || view(ctx, desk, fields);
    if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) }
}

fn view(ctx: &Ctx, desk: &Desk, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let open = desk.head.is_open();
    let writes = open && ctx.may(Permission::DischargeWrite);
    let signed = desk.signed.as_ref().map(|held| signed_card(ctx, held));
    // On paper a draft is a page to read, not a form with boxes.
    let paper = desk.draft.as_ref().filter(|_| writes).map(|held| draft_on_paper(lang, held));
    let paper_only = paper.as_ref().map(|_| "no-print");
    let work = if writes {
        editor(ctx, desk, fields)
    } else if desk.signed.is_none() {
        empty(lang.t("discharge-none"), None)
    } else {
        ().into_any()
    };
    view! {
        {patients::top(ctx, &desk.head, Tab::Overview)}
        {error_summary(fields, lang)}
        <h2>{lang.t("discharge-title")}</h2>
        <div class="actions no-print">{link_button_quiet(routes::patient_copy(desk.head.id), lang.t("copy-open"))}</div>
        {open.then(|| unsigned_list(ctx, &desk.unsigned))}
        {(open && desk.package_sent).then(|| notice(Tone::Warn, lang.t("discharge-package-sent")))}
        <div class="cols even">
            <div>{paper}<div class=paper_only>{work}</div>{signed}</div>
            <div>{record_says(lang, &desk.account)}</div>
        </div>
    }
    .into_any()
}

fn editor(ctx: &Ctx, desk: &Desk, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let id = desk.head.id;
    // Not over what somebody else has saved before both texts have been seen.
    let guarded = !fields.is_refused();
    let languages = Lang::ALL.map(|offered| (offered.code().to_owned(), offered.own_name().to_owned())).to_vec();
    // A browser's Enter key presses the first button of a form: it is the one that only saves.
    let body = view! {
        {hidden("discharge", fields.get("discharge"))}
        {hidden("version", fields.get("version"))}
        <div class="actions">{button_named_quiet(lang.t("discharge-save"), "do", "save")}</div>
        {guarded.then(|| draft_guard(lang, routes::patient_discharge(id)))}
        {Field::new(fields, lang, "discharged_on", lang.t("discharge-on")).required().date()}
        {Field::new(fields, lang, "reason", lang.t("discharge-reason")).required().radios(options_of!(DischargeReason, lang))}
        {Field::new(fields, lang, "course", lang.t("discharge-course")).hint(lang.t("discharge-course-hint")).required().note_box(8)}
        {Field::new(fields, lang, "recommendations", lang.t("discharge-recommendations")).note_box(5)}
        {Field::new(fields, lang, "patient_view", lang.t("discharge-patient-view")).hint(lang.t("discharge-patient-view-hint")).note_box(4)}
        {section(lang.t("discharge-plain"), view! {
            <p class="hint">{lang.t("discharge-plain-lead")}</p>
            {Field::new(fields, lang, "plain_language", lang.t("discharge-plain-language")).required().compact().radios(languages)}
            {Field::new(fields, lang, "plain_summary", lang.t("discharge-plain-summary")).hint(lang.t_with("discharge-plain-hint", &[("n", form::PLAIN.into())])).note_box(4)}
            {Field::new(fields, lang, "plain_next", lang.t("discharge-plain-next")).hint(lang.t_with("discharge-plain-hint", &[("n", form::PLAIN.into())])).note_box(4)}
        }.into_any())}
        {section(lang.t("discharge-sign"), view! {
            <p>{lang.t("discharge-sign-text")}</p>
            {Field::new(fields, lang, "password", lang.t("access-password")).hint(lang.t("sessions-sign-hint")).short().password("current-password")}
            <div class="actions">
                <button type="submit" class="btn" formaction=routes::patient_discharge_sign(id)>{lang.t("discharge-sign-button")}</button>
                {link_button_quiet(routes::patient(id), lang.t("packages-back"))}
            </div>
        }.into_any())}
    };
    let discard = desk.draft.as_ref().map(|held| discard_form(lang, id, held));
    view! { {post_form(routes::patient_discharge(id), body.into_any())}{discard} }.into_any()
}

/// Only after a look at what it means.
fn discard_form(lang: Lang, id: PersonId, held: &Discharge) -> AnyView {
    let body = view! {
        {hidden("discharge", held.id.to_string())}
        {hidden("version", held.version.to_string())}
        {button_danger(lang.t("discharge-discard"))}
    };
    view! {
        <details class="no-print">
            <summary>{lang.t("discharge-discard-open")}</summary>
            <p>{lang.t("discharge-discard-hint")}</p>
            {post_form_inline(routes::patient_discharge_discard(id), body.into_any())}
        </details>
    }
    .into_any()
}

/// What was signed last; the note itself stands among the patient's notes.
fn signed_card(ctx: &Ctx, held: &Discharge) -> AnyView {
    let lang = ctx.lang;
    let signed = held.signed_at.map(|at| ("discharge-signed", lang.date_time(at, ctx.zone())));
    card(lang.t("discharge-last-signed"), summary(lang, held, signed))
}

/// What is kept of the draft, to be read on paper; the head of the patient's pages stands above it.
fn draft_on_paper(lang: Lang, held: &Discharge) -> AnyView {
    view! {
        <div class="print-only">
            <p><b>{lang.t("discharge-draft-on-paper")}</b></p>
            {summary(lang, held, None)}
        </div>
    }
    .into_any()
}

fn summary(lang: Lang, held: &Discharge, signed: Option<(&'static str, String)>) -> AnyView {
    let text = &held.text;
    let reason = text.reason.map(|reason| ("discharge-reason", reason.label(lang).into_owned()));
    let lines = [("discharge-on", lang.date(text.discharged_on))].into_iter().chain(reason).chain(signed);
    let parts = [
        ("discharge-course", &text.course),
        ("discharge-recommendations", &text.recommendations),
        ("discharge-patient-view", &text.patient_view),
        ("discharge-plain-summary", &text.plain_summary),
        ("discharge-plain-next", &text.plain_next),
    ]
    .into_iter()
    .filter(|(_, text)| !text.trim().is_empty())
    .map(|(key, text)| view! { <h3>{lang.t(key)}</h3><p class="note-text">{text.clone()}</p> })
    .collect_view();
    view! {
        {facts(lines.map(|(key, value)| (lang.t(key).into_owned(), value.into_any())).collect())}
        {parts}
    }
    .into_any()
}
