//! The package in the unit that sends it: written beside what will go with it, sent signed, and taken back while nobody has
//! received it.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use leptos::prelude::*;

use super::super::api::{self, Desk, Outcome};
use super::super::form;
use super::super::model::{Package, PackageStatus};
use super::parts;
use crate::access::Permission;
use crate::care::discharges::pages::parts::unsigned_list;
use crate::care::patients::{self, Tab};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::{PackageId, PersonId};
use crate::kit::ui::{
    Field, Tone, button_danger, button_named_quiet, card, draft_guard, error_summary, hidden, link_button_quiet,
    notice, post_form, post_form_inline, section,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    let desk = api::desk(&ctx, id).await?;
    let fields = first_fields(&ctx, &desk);
    Ok(show(&ctx, &desk, &fields))
}

/// What stands in the form: the draft; else the words of a package that was withdrawn; else where custody moves the person to.
fn first_fields(ctx: &Ctx, desk: &Desk) -> Fields {
    if let Some(package) = &desk.open {
        return form::fill(package);
    }
    let withdrawn = desk.past.first().filter(|package| package.status == PackageStatus::Withdrawn);
    let mut fields = withdrawn.map_or_else(Fields::new, |package| form::fill_text(&package.text()));
    // The package that it may become has its identifier, so that it is guarded from the first word.
    fields.set("package", ctx.new_id::<PackageId>().to_string());
    fields.set("version", "0");
    if let Some(planned) = &desk.planned {
        fields.set("to", planned.to_facility_id.to_string());
    }
    fields
}

pub async fn save(ctx: Ctx, Path(id): Path<PersonId>, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    let autosave = headers.contains_key("x-autosave");
    let known = form::known(&fields);
    let text = form::parse(&mut fields).filter(|_| !autosave || known.is_some());
    let Some(text) = text else {
        return if autosave {
            Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response())
        } else {
            again(&ctx, id, fields).await
        };
    };
    match api::save(&ctx, id, &text, known).await? {
        Outcome::Done(kept) if autosave => Ok(saved_quietly(kept.version)),
        Outcome::Sent | Outcome::Conflict(_) if autosave => Ok(StatusCode::CONFLICT.into_response()),
        Outcome::Done(_) => Ok(ctx.redirect_with(&routes::patient_transfer(id), "flash-package-saved")),
        Outcome::Sent => Ok(ctx.redirect_with(&routes::patient_transfer(id), "flash-package-was-sent")),
        Outcome::Conflict(held) => {
            form::show_conflict(&mut fields, ctx.lang, held.as_deref());
            again(&ctx, id, fields).await
        }
    }
}

fn saved_quietly(version: i32) -> Response {
    let version = HeaderValue::from_str(&version.to_string()).unwrap_or(HeaderValue::from_static("0"));
    (StatusCode::NO_CONTENT, [("x-version", version)]).into_response()
}

pub async fn send(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let known = form::known(&fields);
    let text = form::parse(&mut fields);
    if let Some(text) = &text {
        form::show_gaps(&mut fields, text);
    }
    ctx.reauthenticate(&mut fields).await?;
    let Some(text) = text.filter(|_| !fields.is_refused()) else { return again(&ctx, id, fields).await };
    match api::send(&ctx, id, &text, known).await? {
        Outcome::Done(_) => Ok(ctx.redirect_with(&routes::patient_transfer(id), "flash-package-sent")),
        Outcome::Sent => Ok(ctx.redirect_with(&routes::patient_transfer(id), "flash-package-was-sent")),
        Outcome::Conflict(held) => {
            form::show_conflict(&mut fields, ctx.lang, held.as_deref());
            again(&ctx, id, fields).await
        }
    }
}

pub async fn withdraw(ctx: Ctx, Path(id): Path<PersonId>, fields: Fields) -> Result<Response> {
    if !api::withdraw(&ctx, id, fields.version()).await? {
        return Err(AppError::Stale);
    }
    Ok(ctx.redirect_with(&routes::patient_transfer(id), "flash-package-withdrawn"))
}

/// The form as it was sent, with what is wrong.
async fn again(ctx: &Ctx, id: PersonId, fields: Fields) -> Result<Response> {
    let desk = api::desk(ctx, id).await?;
    Ok(show(ctx, &desk, &fields))
}

fn show(ctx: &Ctx, desk: &Desk, fields: &Fields) -> Response {
    let title = api::title(ctx.lang, &desk.head);
    let body = || view(ctx, desk, fields);
    if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) }
}

fn view(ctx: &Ctx, desk: &Desk, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let sent = desk.open.as_ref().filter(|package| package.status == PackageStatus::Sent);
    let writes = ctx.may(Permission::TransferWrite) && desk.head.is_open();
    let work = match (sent, &desk.open) {
        (Some(package), _) => sent_card(ctx, package, writes),
        (None, kept) if writes => view! {
            {kept.as_ref().map(|package| draft_on_paper(lang, package))}
            <div class="no-print">{editor(ctx, desk, fields)}</div>
        }
        .into_any(),
        (None, Some(package)) => card(lang.t("packages-package"), parts::words(lang, package)),
        (None, None) => notice(Tone::Plain, lang.t("packages-none")),
    };
    view! {
        {patients::top(ctx, &desk.head, Tab::Overview)}
        {error_summary(fields, lang)}
        <h2>{lang.t("packages-title")}</h2>
        {planned(ctx, desk)}
        <div class="cols">
            <div>{work}</div>
            <div>
                {card(lang.t("packages-open"), parts::matters(lang, &desk.matters))}
                {unsigned_list(ctx, &desk.unsigned)}
                {past(ctx, &desk.past)}
            </div>
        </div>
        <h2>{lang.t("packages-what-goes")}</h2>
        {parts::contents(ctx, &desk.contents)}
    }
    .into_any()
}

fn planned(ctx: &Ctx, desk: &Desk) -> AnyView {
    let lang = ctx.lang;
    let Some(planned) = &desk.planned else { return notice(Tone::Plain, lang.t("packages-not-planned")) };
    let (key, day) = match planned.done_at {
        Some(at) => ("packages-has-moved", crate::kit::local_time::local_date(at, ctx.zone())),
        None => ("packages-is-planned", planned.planned_on),
    };
    let said = lang.t_with(key, &[("place", planned.to_name.as_str().into()), ("date", lang.date(day).into())]);
    notice(if planned.done_at.is_some() { Tone::Warn } else { Tone::Calm }, said)
}

fn editor(ctx: &Ctx, desk: &Desk, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let id = desk.head.id;
    let places = desk.places.iter().map(|place| (place.id.to_string(), place.name.clone())).collect();
    let informed =
        ["yes", "no"].map(|code| (code.to_owned(), lang.t(&format!("packages-informed-{code}")).into_owned())).to_vec();
    // Not over what somebody else has saved before both texts have been seen.
    let guarded = !fields.is_refused();
    // A browser's Enter key presses the first button of a form: it is the one that only saves.
    let body = view! {
        {hidden("package", fields.get("package"))}
        {hidden("version", fields.get("version"))}
        <div class="actions">{button_named_quiet(lang.t("packages-save"), "do", "save")}</div>
        {guarded.then(|| draft_guard(lang, routes::patient_transfer(id)))}
        {Field::new(fields, lang, "to", lang.t("packages-to")).hint(lang.t("packages-to-hint")).required().select(places, Some(lang.t("packages-choose").into_owned()))}
        {Field::new(fields, lang, "summary", lang.t("packages-summary")).hint(lang.t("packages-summary-hint")).required().note_box(8)}
        {Field::new(fields, lang, "open_matters", lang.t("packages-open-matters")).hint(lang.t("packages-open-matters-hint")).note_box(5)}
        {Field::new(fields, lang, "informed", lang.t("packages-informed")).required().radios(informed)}
        {Field::new(fields, lang, "objection", lang.t("packages-objection")).hint(lang.t("packages-objection-hint")).note_box(3)}
        {section(lang.t("packages-send"), view! {
            <p>{lang.t("packages-send-text")}</p>
            {Field::new(fields, lang, "password", lang.t("access-password")).hint(lang.t("sessions-sign-hint")).short().password("current-password")}
            <div class="actions">
                <button type="submit" class="btn" formaction=routes::patient_transfer_send(id)>{lang.t("packages-send-button")}</button>
                {link_button_quiet(routes::patient(id), lang.t("packages-back"))}
            </div>
        }.into_any())}
    };
    post_form(routes::patient_transfer(id), body.into_any())
}

/// What is kept of the package, to be read on paper instead of a form with boxes.
fn draft_on_paper(lang: Lang, package: &Package) -> AnyView {
    view! {
        <div class="print-only">
            <p><b>{lang.t("packages-draft-on-paper")}</b></p>
            {parts::words(lang, package)}
        </div>
    }
    .into_any()
}

fn sent_card(ctx: &Ctx, package: &Package, writes: bool) -> AnyView {
    let lang = ctx.lang;
    let sent = package.sent_at.map(|at| {
        lang.t_with(
            "packages-sent-said",
            &[("place", package.to_name.as_str().into()), ("at", lang.date_time(at, ctx.zone()).into())],
        )
    });
    let withdraw = writes.then(|| {
        let body = view! {
            {hidden("version", package.version.to_string())}
            {button_danger(lang.t("packages-withdraw"))}
        };
        view! {
            <details class="no-print">
                <summary>{lang.t("packages-withdraw-open")}</summary>
                <p>{lang.t("packages-withdraw-text")}</p>
                {post_form_inline(routes::patient_transfer_withdraw(package.patient_id), body.into_any())}
            </details>
        }
    });
    let body = view! {
        <p>{parts::state(lang, package.status)}" "{sent}</p>
        {parts::words(lang, package)}
        {withdraw}
    };
    card(lang.t("packages-package"), body.into_any())
}

fn past(ctx: &Ctx, past: &[Package]) -> AnyView {
    let lang = ctx.lang;
    if past.is_empty() {
        return ().into_any();
    }
    let lines = past
        .iter()
        .map(|package| {
            let at = package.received_at.or(package.sent_at).map(|at| lang.date_time(at, ctx.zone()));
            view! { <li>{format!("{} → {} ", package.from_name, package.to_name)}{at}" "{parts::state(lang, package.status)}</li> }
        })
        .collect_view();
    card(lang.t("packages-past"), view! { <ul>{lines}</ul> }.into_any())
}
