//! The editor of a note. Everything typed is kept as it is typed; every button sends the whole form, and it works without
//! scripting.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use chrono_tz::Tz;

use super::draft_view::{self as view, Desk};
use crate::access::{Denied, Permission, Subject};
use crate::care::notes::draft::api::{self, Opened, Saved};
use crate::care::notes::draft::since::since;
use crate::care::notes::draft::{Draft, form};
use crate::care::notes::phrases::{self, PhraseKind};
use crate::care::notes::store as notes;
use crate::care::patients;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{NoteId, PersonId};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

pub type DraftPath = Path<(PersonId, NoteId)>;

/// The zone of the facility that a patient belongs to, as far as the user works there.
pub(super) fn zone_of(ctx: &Ctx, head: &patients::PatientHead) -> Tz {
    ctx.actor.places.iter().find(|place| place.id == head.facility_id).map_or_else(|| ctx.zone(), |place| place.zone)
}

pub async fn page(ctx: Ctx, Path((patient, id)): DraftPath) -> Result<Response> {
    show(&ctx, patient, id, None).await
}

/// The draft with what stands around it, or where it has gone. `sent` is a form that came back.
async fn show(ctx: &Ctx, patient: PersonId, id: NoteId, sent: Option<Fields>) -> Result<Response> {
    let mut tx = ctx.care(Permission::NoteSign, Subject::Person(patient), "note").await?;
    let Some((draft, opened)) = api::load(&mut tx, ctx, patient, id).await? else {
        drop(tx);
        return gone(ctx, patient, id, sent).await;
    };
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    let since = since(&mut tx, patient).await?;
    let followed = match draft.about_id.or(draft.replaces_id) {
        Some(about) => notes::find(&mut tx, patient, about).await?,
        None => None,
    };
    let mut phrases = phrases::of_user(&mut tx, ctx.actor.id).await?;
    drop(tx);
    phrases.retain(|phrase| phrase.kind == PhraseKind::Phrase);
    let zone = zone_of(ctx, &head);
    let refused = sent.as_ref().is_some_and(Fields::is_refused);
    let fields = sent.unwrap_or_else(|| form::fill(&draft, zone));
    let desk = Desk { head, draft, since, followed, phrases, zone };
    let title = desk.draft.kind.label(ctx.lang);
    Ok(match opened {
        Opened::BySupervisor => ctx.page(title, || view::reading(ctx, &desk)),
        Opened::ByAuthor if refused => ctx.refused(title, || view::editor(ctx, &desk, &fields)),
        Opened::ByAuthor => ctx.page(title, || view::editor(ctx, &desk, &fields)),
    })
}

/// There is no such draft. What was signed is shown; what was typed into a form of it since is not lost either.
async fn gone(ctx: &Ctx, patient: PersonId, id: NoteId, sent: Option<Fields>) -> Result<Response> {
    let mut tx = ctx.care(Permission::NoteRead, Subject::Person(patient), "note").await?;
    let signed = notes::find(&mut tx, patient, id).await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    drop(tx);
    let to = signed.as_ref().map(|filed| routes::note(patient, filed.note.about.unwrap_or(filed.note.id)));
    match (sent, to) {
        (None, Some(to)) => Ok(ctx.redirect_with(&to, "flash-note-already-signed")),
        (None, None) => Err(AppError::NotFound),
        (Some(fields), to) => Ok(ctx.refused(ctx.lang.t("notes-gone"), || view::gone(ctx, &head, &fields, to))),
    }
}

pub async fn save(
    ctx: Ctx,
    Path((patient, id)): DraftPath,
    headers: HeaderMap,
    mut fields: Fields,
) -> Result<Response> {
    let autosave = headers.contains_key("x-autosave");
    let mut tx = ctx.care(Permission::NoteSign, Subject::Person(patient), "note").await?;
    let loaded = api::load(&mut tx, &ctx, patient, id).await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    let phrase = match fields.get("phrase").parse() {
        Ok(phrase) if fields.get("do") == "insert" => phrases::find(&mut tx, ctx.actor.id, phrase).await?,
        _ => None,
    };
    drop(tx);
    if let Some((_, Opened::BySupervisor)) = &loaded {
        return Err(AppError::Denied(Denied::NotYourOwn));
    }
    let Some((kept, _)) = loaded else {
        return if autosave {
            Ok(StatusCode::CONFLICT.into_response())
        } else {
            gone(&ctx, patient, id, Some(fields)).await
        };
    };
    let mut draft = form::parse(&mut fields, &kept, zone_of(&ctx, &head), ctx.now());
    if autosave {
        return quietly(&ctx, &draft, &fields).await;
    }
    let to_sign = fields.get("do") == "sign";
    if to_sign {
        form::require_complete(&mut fields, &draft, ctx.now());
    }
    if fields.is_refused() {
        return show(&ctx, patient, id, Some(fields)).await;
    }
    if let (Some(phrase), Some(section)) = (&phrase, form::section_chosen(&fields, &kept)) {
        draft.texts.append(section, &phrase.texts.narrative);
    }
    match api::save(&ctx, &draft, fields.version()).await? {
        Saved::Done(_) if to_sign => Ok(redirect(&routes::note_draft_sign(patient, id))),
        Saved::Done(_) if phrase.is_some() => Ok(redirect(&format!("{}#phrases", routes::note_draft(patient, id)))),
        Saved::Done(_) => Ok(ctx.redirect_with(&routes::note_draft(patient, id), "flash-note-saved")),
        Saved::Stale(held) => {
            // What was typed stays; saving once more, after both texts have been seen, is then meant.
            fields.set("version", held.version.to_string());
            fields.error("", Msg::new("notes-stale"));
            show(&ctx, patient, id, Some(fields)).await
        }
        Saved::Gone => gone(&ctx, patient, id, Some(fields)).await,
    }
}

/// What the draft guard sends while somebody writes; its answers have no page.
async fn quietly(ctx: &Ctx, draft: &Draft, fields: &Fields) -> Result<Response> {
    if !form::words_can_be_kept(fields) {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    }
    Ok(match api::save(ctx, draft, fields.version()).await? {
        Saved::Done(version) => (StatusCode::NO_CONTENT, [("x-version", version.to_string())]).into_response(),
        Saved::Stale(_) | Saved::Gone => StatusCode::CONFLICT.into_response(),
    })
}

pub async fn discard(ctx: Ctx, Path((patient, id)): DraftPath, fields: Fields) -> Result<Response> {
    if !api::discard(&ctx, patient, id, fields.version()).await? {
        return Err(AppError::Stale);
    }
    Ok(ctx.redirect_with(&routes::patient_notes(patient), "flash-note-discarded"))
}
