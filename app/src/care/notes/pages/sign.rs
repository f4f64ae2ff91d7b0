//! Signing a draft: shows exactly what will be signed and asks for the password again.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::draft::{DraftPath, zone_of};
use crate::access::{Denied, Permission, Subject};
use crate::care::notes::SessionAccount;
use crate::care::notes::draft::api::{self, Opened, Signed};
use crate::care::notes::draft::{Draft, form};
use crate::care::notes::rules::is_late;
use crate::care::notes::store as notes;
use crate::care::notes::view::{part, session_facts};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{NoteId, PersonId};
use crate::kit::ui::{Field, Tone, button, card, error_summary, hidden, link_button_quiet, notice, post_form, tag};
use crate::routes;
use crate::training::cosign;
use crate::web::Ctx;

/// A draft that is ready, with what the page says of it.
struct Ready {
    head: PatientHead,
    draft: Draft,
    /// What was recorded of the session that the next version tells of.
    recorded: Option<SessionAccount>,
    needs_cosign: bool,
}

/// The draft, or where to go instead.
async fn ready(ctx: &Ctx, patient: PersonId, id: NoteId) -> Result<std::result::Result<Ready, Response>> {
    let mut tx = ctx.care(Permission::NoteSign, Subject::Person(patient), "note").await?;
    let Some((draft, opened)) = api::load(&mut tx, ctx, patient, id).await? else {
        let signed = notes::find(&mut tx, patient, id).await?.ok_or(AppError::NotFound)?;
        let to = routes::note(patient, signed.note.about.unwrap_or(id));
        return Ok(Err(ctx.redirect_with(&to, "flash-note-already-signed")));
    };
    if opened == Opened::BySupervisor {
        return Err(AppError::Denied(Denied::NotYourOwn));
    }
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    let recorded = match draft.replaces_id {
        Some(replaced) => notes::find(&mut tx, patient, replaced).await?.and_then(|filed| filed.note.session),
        None => None,
    };
    let needs_cosign = !draft.kind.is_act() && cosign::why(&mut tx, ctx.actor.id, ctx.today()).await?.needs_cosign();
    drop(tx);
    let mut gaps = Fields::new();
    form::require_complete(&mut gaps, &draft, ctx.now());
    if gaps.is_refused() {
        return Ok(Err(ctx.redirect_with(&routes::note_draft(patient, id), "flash-note-not-complete")));
    }
    let recorded = recorded.map(|session| session.without_words());
    Ok(Ok(Ready { head, draft, recorded, needs_cosign }))
}

pub async fn page(ctx: Ctx, Path((patient, id)): DraftPath) -> Result<Response> {
    Ok(match ready(&ctx, patient, id).await? {
        Ok(ready) => show(&ctx, &ready, &Fields::new().with("version", ready.draft.version.to_string())),
        Err(elsewhere) => elsewhere,
    })
}

pub async fn submit(ctx: Ctx, Path((patient, id)): DraftPath, mut fields: Fields) -> Result<Response> {
    let ready = match ready(&ctx, patient, id).await? {
        Ok(ready) => ready,
        Err(elsewhere) => return Ok(elsewhere),
    };
    ctx.reauthenticate(&mut fields).await?;
    if fields.version() != ready.draft.version {
        fields.error("", Msg::new("notes-sign-changed"));
        fields.set("version", ready.draft.version.to_string());
    }
    if fields.is_refused() {
        return Ok(show(&ctx, &ready, &fields));
    }
    let to = routes::note(patient, ready.draft.about_id.unwrap_or(id));
    match api::sign(&ctx, patient, id, ready.draft.version).await? {
        Signed::Now if ready.needs_cosign => Ok(ctx.redirect_with(&to, "flash-note-signed-to-cosign")),
        Signed::Now => Ok(ctx.redirect_with(&to, "flash-note-signed")),
        Signed::Already => Ok(ctx.redirect_with(&to, "flash-note-already-signed")),
        Signed::NotNow => {
            fields.error("", Msg::new("notes-sign-not-now"));
            Ok(show(&ctx, &ready, &fields))
        }
        Signed::Changed | Signed::Gone => Err(AppError::Stale),
    }
}

fn show(ctx: &Ctx, ready: &Ready, fields: &Fields) -> Response {
    let title = ctx.lang.t("notes-sign-title");
    let body = || view(ctx, ready, fields);
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}

fn view(ctx: &Ctx, ready: &Ready, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let Ready { head, draft, recorded, needs_cosign } = ready;
    let zone = zone_of(ctx, head);
    // What is shown is made from the very document that is signed.
    let document = draft.document();
    let words = document.parts.iter().map(|held| part(lang.t(&held.key).into_owned(), &held.text)).collect_view();
    let recorded = recorded.as_ref().map(|session| session_facts(lang, session));
    let late = (draft.about_id.is_none() && is_late(draft.occurred_at, ctx.now())).then(|| {
        view! { <p>{tag(Tone::Warn, lang.t("sessions-late-entry"))}" "{draft.late_reason.clone()}</p> }
    });
    let heading = format!("{} · {}", lang.date_time(draft.occurred_at, zone), draft.kind.label(lang));
    let restricted = (draft.sensitivity != crate::care::notes::Sensitivity::Normal)
        .then(|| tag(Tone::Warn, draft.sensitivity.label(lang)));
    let form = view! {
        {hidden("version", fields.get("version"))}
        {Field::new(fields, lang, "password", lang.t("access-password")).hint(lang.t("sessions-sign-hint")).required().short().password("current-password")}
        <div class="actions">
            {button(lang.t("sessions-sign"))}
            {link_button_quiet(routes::note_draft(head.id, draft.id), lang.t("notes-back-to-draft"))}
        </div>
    };
    view! {
        {patients::top(ctx, head, Tab::Notes)}
        {error_summary(fields, lang)}
        <h2>{lang.t("notes-sign-title")}</h2>
        <p>{lang.t("notes-sign-lead")}</p>
        {needs_cosign.then(|| notice(Tone::Calm, lang.t("notes-sign-to-cosign")))}
        <article class="signed draft"><h2>{heading}" "{restricted}</h2>{late}{recorded}{words}</article>
        {card(lang.t("sessions-signature"), post_form(routes::note_draft_sign(head.id, draft.id), form.into_any()))}
    }
    .into_any()
}
