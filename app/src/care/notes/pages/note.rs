//! One signed note with everything about it, and what may be done about it. Each act asks for the password, since each is signed.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::draft::zone_of;
use super::note_forms::forms;
use crate::access::policy::Opening;
use crate::access::{Permission, Subject};
use crate::care::notes::Filed;
use crate::care::notes::acts::{self, Acted};
use crate::care::notes::block::block;
use crate::care::notes::draft::api;
use crate::care::notes::rules::{self, Act, Part, Reader};
use crate::care::notes::store;
use crate::care::openings;
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{NoteId, PersonId};
use crate::kit::ui::{error_summary, link_button_quiet};
use crate::oversight::voice::comments::model::On;
use crate::oversight::voice::comments::{self, Voices};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

const LONGEST_WORDS: usize = 4000;

type NotePath = Path<(PersonId, NoteId)>;

pub async fn page(ctx: Ctx, Path((patient, id)): NotePath) -> Result<Response> {
    show(&ctx, patient, id, Fields::new()).await
}

async fn show(ctx: &Ctx, patient: PersonId, id: NoteId, fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::NoteRead, Subject::Person(patient), "note").await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    let filed = store::find(&mut tx, patient, id).await?.ok_or(AppError::NotFound)?.shown_to(ctx);
    let part = acts::part_of(&mut tx, ctx, &head, &filed).await?;
    let opened = openings::held(&mut tx, ctx, patient).await?;
    let voices = comments::load(ctx, &mut tx, &head, On::Note(id)).await?;
    drop(tx);
    // An act is shown with the note that it is about.
    if let Some(about) = filed.note.about {
        return Ok(redirect(&routes::note(patient, about)));
    }
    let title = format!("{} · {}", filed.note.kind.label(ctx.lang), head.name(ctx));
    let body = || view(ctx, &head, (&filed, voices.as_ref()), (part, opened), &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(
    ctx: &Ctx,
    head: &PatientHead,
    (filed, voices): (&Filed, Option<&Voices>),
    (part, opened): (Part, Option<Opening>),
    fields: &Fields,
) -> AnyView {
    let lang = ctx.lang;
    let readable = rules::reads(filed.note.sensitivity, Reader { opened, ..acts::reader(ctx, head, part) });
    let acts = (readable && ctx.may(Permission::NoteSign)).then(|| forms(ctx, filed, part, fields));
    view! {
        {patients::top(ctx, head, Tab::Notes)}
        {error_summary(fields, lang)}
        {(!readable).then(|| openings::offer(ctx, head.id))}
        {block(lang, zone_of(ctx, head), filed, readable, false)}
        {acts}
        {voices.filter(|_| readable).map(|voices| comments::card_of(ctx, head.id, voices))}
        <p class="actions no-print">{link_button_quiet(routes::patient_notes(head.id), lang.t("notes-all"))}</p>
    }
    .into_any()
}

/// Co-signs a note, with a comment or without, or returns it with one.
pub async fn cosign(ctx: Ctx, path: NotePath, mut fields: Fields) -> Result<Response> {
    let act = if fields.get("act") == "return" { Act::Return } else { Act::Cosign };
    let words = if act == Act::Return {
        fields.required("comment", LONGEST_WORDS)
    } else {
        fields.text("comment", LONGEST_WORDS)
    };
    let flash = if act == Act::Return { "flash-note-returned" } else { "flash-note-cosigned" };
    submit(ctx, path, fields, (act, words), flash).await
}

/// Asks that a note be declared an error.
pub async fn ask_error(ctx: Ctx, path: NotePath, mut fields: Fields) -> Result<Response> {
    let words = fields.required("reason", LONGEST_WORDS);
    submit(ctx, path, fields, (Act::AskError, words), "flash-note-error-asked").await
}

/// Takes back what one has asked for oneself.
pub async fn withdraw_error(ctx: Ctx, path: NotePath, mut fields: Fields) -> Result<Response> {
    let words = fields.text("reason", LONGEST_WORDS);
    submit(ctx, path, fields, (Act::WithdrawError, words), "flash-note-error-withdrawn").await
}

/// The second signature, by somebody else than who asked.
pub async fn confirm_error(ctx: Ctx, path: NotePath, fields: Fields) -> Result<Response> {
    submit(ctx, path, fields, (Act::ConfirmError, String::new()), "flash-note-in-error").await
}

async fn submit(
    ctx: Ctx,
    Path((patient, id)): NotePath,
    mut fields: Fields,
    (act, words): (Act, String),
    flash: &'static str,
) -> Result<Response> {
    ctx.reauthenticate(&mut fields).await?;
    if fields.is_refused() {
        return show(&ctx, patient, id, fields).await;
    }
    match acts::sign(&ctx, patient, id, act, &words).await? {
        Acted::Now => Ok(ctx.redirect_with(&routes::note(patient, id), flash)),
        Acted::Already => Ok(ctx.redirect_with(&routes::note(patient, id), "flash-note-done-already")),
        Acted::NotNow => {
            fields.error("", Msg::new("notes-not-now"));
            show(&ctx, patient, id, fields).await
        }
    }
}

pub async fn addendum(ctx: Ctx, Path((patient, id)): NotePath) -> Result<Response> {
    let draft = api::follow(&ctx, patient, id, Act::Addendum).await?;
    Ok(redirect(&routes::note_draft(patient, draft)))
}

/// Begins the next version of a returned note, from its text; pressed twice, it leads to the same draft.
pub async fn next_version(ctx: Ctx, Path((patient, id)): NotePath) -> Result<Response> {
    let draft = api::follow(&ctx, patient, id, Act::Replace).await?;
    Ok(redirect(&routes::note_draft(patient, draft)))
}
