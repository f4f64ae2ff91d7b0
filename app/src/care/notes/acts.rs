//! Acts about a signed note: co-signing or returning it, asking that it be declared an error, taking that back, and confirming
//! it. Each is signed like a note, and the note itself stays as it is.

use super::document::{Document, Signer};
use super::filed::Filed;
use super::model::NoteKind;
use super::rules::{self, Act, Part, Reader};
use super::store;
use crate::access::{Denied, Permission, Role, Subject};
use crate::care::patients::{self, PatientHead};
use crate::error::{AppError, Result};
use crate::kit::db::CareTx;
use crate::kit::ids::{NoteId, PersonId};
use crate::web::Ctx;

/// What an act came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acted {
    Now,
    /// It was done before: the form was sent twice.
    Already,
    /// The note is no longer in a state for it, or it is not for this user to do.
    NotNow,
}

/// What the signed-in user is to a note.
pub async fn part_of(tx: &mut CareTx, ctx: &Ctx, head: &PatientHead, filed: &Filed) -> Result<Part> {
    let author = filed.note.author.id;
    let supervisor = store::supervisor_of(tx, author).await?;
    Ok(rules::part(ctx.actor.id, author, supervisor, head.lead_id))
}

/// How the signed-in user looks at a note to which they are `part`.
#[must_use]
pub fn reader(ctx: &Ctx, head: &PatientHead, part: Part) -> Reader {
    let team = head.treating || head.lead_id == ctx.actor.id;
    Reader { practitioner: ctx.actor.has(Role::Practitioner), team, part, opened: None }
}

/// The permission that an act needs.
const fn permission(act: Act) -> Permission {
    match act {
        Act::Cosign | Act::Return | Act::ConfirmError => Permission::NoteCosign,
        Act::Addendum | Act::Replace | Act::AskError | Act::WithdrawError => Permission::NoteSign,
    }
}

/// The kind of link that an act is, and the heading of its words. Addenda and next versions are written as drafts.
const fn link(act: Act) -> Option<(NoteKind, &'static str)> {
    match act {
        Act::Cosign => Some((NoteKind::Cosign, "note-part-comment")),
        Act::Return => Some((NoteKind::Return, "note-part-comment")),
        Act::AskError => Some((NoteKind::Error, "note-part-reason")),
        Act::WithdrawError => Some((NoteKind::ErrorWithdrawn, "note-part-reason")),
        Act::ConfirmError => Some((NoteKind::ErrorConfirmed, "note-part-reason")),
        Act::Addendum | Act::Replace => None,
    }
}

/// Signs an act about a note. The password has been asked for before.
pub async fn sign(ctx: &Ctx, patient: PersonId, id: NoteId, act: Act, words: &str) -> Result<Acted> {
    let Some((kind, heading)) = link(act) else { return Err(AppError::BadRequest) };
    let signer = Signer::new(ctx).await?;
    let mut tx = ctx.care_write(permission(act), Subject::Person(patient), "note").await?;
    store::lock_chains(&mut tx).await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    let filed = store::find(&mut tx, patient, id).await?.ok_or(AppError::NotFound)?;
    let part = part_of(&mut tx, ctx, &head, &filed).await?;
    if !rules::reads(filed.note.sensitivity, reader(ctx, &head, part)) {
        return Err(AppError::Denied(Denied::NotTreating));
    }
    if filed.stands(ctx.actor.id, act) {
        return Ok(Acted::Already);
    }
    let asked_myself = filed.error_asked_by(ctx.actor.id);
    if filed.note.kind.is_act() || !rules::may(act, filed.state(), part, asked_myself) {
        return Ok(Acted::NotNow);
    }
    let document = Document {
        sensitivity: filed.note.sensitivity,
        about: Some(id),
        ..Document::new(kind, ctx.now()).part(heading, words)
    };
    signer.sign(&mut tx, patient, document).await?;
    tx.commit().await?;
    Ok(Acted::Now)
}
