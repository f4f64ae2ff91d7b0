//! What can be done with a draft, each in one transaction: beginning, saving, discarding and signing it.

use super::super::document::Signer;
use super::super::model::{NoteKind, Sensitivity};
use super::super::phrases;
use super::super::rules::{self, Act};
use super::super::store as notes;
use super::model::{Draft, Format, Texts, texts_of};
use super::store;
use crate::access::{Denied, Permission, Subject};
use crate::care::patients;
use crate::error::{AppError, Result};
use crate::kit::db::CareTx;
use crate::kit::ids::{NoteId, PersonId};
use crate::web::Ctx;

/// What a new note begins as.
#[derive(Debug, Clone)]
pub struct Beginning {
    /// Made with the form, so that a form sent twice begins one draft.
    pub id: NoteId,
    pub kind: NoteKind,
    pub format: Format,
    /// One of the author's templates, by its identifier; its format is the note's.
    pub template: Option<uuid::Uuid>,
}

async fn write(ctx: &Ctx, patient: PersonId) -> Result<CareTx> {
    ctx.care_write(Permission::NoteSign, Subject::Person(patient), "note").await
}

fn blank(ctx: &Ctx, patient: PersonId, beginning: &Beginning) -> Draft {
    Draft {
        id: beginning.id,
        patient_id: patient,
        author_id: ctx.actor.id,
        kind: beginning.kind,
        format: beginning.format,
        sensitivity: Sensitivity::Normal,
        occurred_at: ctx.now(),
        texts: Texts::default(),
        late_reason: String::new(),
        about_id: None,
        replaces_id: None,
        updated_at: ctx.now(),
        version: 1,
    }
}

/// Begins a note.
pub async fn begin(ctx: &Ctx, patient: PersonId, beginning: &Beginning) -> Result<()> {
    let mut tx = write(ctx, patient).await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    let mut draft = blank(ctx, patient, beginning);
    if let Some(template) = beginning.template
        && let Some(held) = phrases::find(&mut tx, ctx.actor.id, template).await?
    {
        (draft.format, draft.texts) = (held.format, held.texts);
    }
    store::insert(&mut tx, &draft, head.facility_id).await?;
    Ok(tx.commit().await?)
}

/// Begins an addendum to a note, or the next version of a returned one; gives the draft. What the user has begun already is gone
/// on with, so that a button pressed twice leads to the same draft.
pub async fn follow(ctx: &Ctx, patient: PersonId, about: NoteId, act: Act) -> Result<NoteId> {
    let mut tx = write(ctx, patient).await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    let filed = notes::find(&mut tx, patient, about).await?.ok_or(AppError::NotFound)?;
    let supervisor = notes::supervisor_of(&mut tx, filed.note.author.id).await?;
    let part = rules::part(ctx.actor.id, filed.note.author.id, supervisor, head.lead_id);
    let reader = rules::Reader { practitioner: true, team: head.treating, part, opened: None };
    if !rules::reads(filed.note.sensitivity, reader) {
        return Err(AppError::Denied(Denied::NotTreating));
    }
    if !rules::may(act, filed.state(), part, false) {
        return Err(AppError::Stale);
    }
    if let Some(begun) = store::begun(&mut tx, patient, ctx.actor.id, about).await? {
        return Ok(begun);
    }
    let id = ctx.new_id();
    let beginning = Beginning { id, kind: NoteKind::Addendum, format: Format::Narrative, template: None };
    let mut draft = blank(ctx, patient, &beginning);
    draft.sensitivity = filed.note.sensitivity;
    if act == Act::Replace {
        let (format, texts) = texts_of(&filed.note, ctx.lang);
        draft.kind = filed.note.kind;
        draft.occurred_at = filed.note.occurred_at;
        draft.late_reason.clone_from(&filed.note.late_reason);
        draft.replaces_id = Some(about);
        (draft.format, draft.texts) = (format, texts);
    } else {
        draft.about_id = Some(about);
    }
    store::insert(&mut tx, &draft, head.facility_id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Who has opened a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    ByAuthor,
    /// To be read and not written.
    BySupervisor,
}

/// A draft for those who may see it; `None` when there is none, or none any more.
pub async fn load(tx: &mut CareTx, ctx: &Ctx, patient: PersonId, id: NoteId) -> Result<Option<(Draft, Opened)>> {
    let Some(draft) = store::find(tx, patient, id).await? else { return Ok(None) };
    let opened = if draft.author_id == ctx.actor.id {
        Opened::ByAuthor
    } else if store::supervises(tx, ctx.actor.id, draft.author_id).await? {
        Opened::BySupervisor
    } else {
        return Err(AppError::Denied(Denied::NotYourOwn));
    };
    Ok(Some((draft, opened)))
}

/// The author's own draft, to be changed.
async fn own(tx: &mut CareTx, ctx: &Ctx, patient: PersonId, id: NoteId) -> Result<Option<Draft>> {
    match load(tx, ctx, patient, id).await? {
        Some((_, Opened::BySupervisor)) => Err(AppError::Denied(Denied::NotYourOwn)),
        found => Ok(found.map(|(draft, _)| draft)),
    }
}

/// What came of a save.
#[derive(Debug)]
pub enum Saved {
    /// Holds the version as it is now.
    Done(i32),
    /// It was saved elsewhere since; holds what is kept.
    Stale(Box<Draft>),
    /// There is no such draft any more: it was signed or discarded.
    Gone,
}

pub async fn save(ctx: &Ctx, draft: &Draft, version: i32) -> Result<Saved> {
    let mut tx = write(ctx, draft.patient_id).await?;
    let Some(held) = own(&mut tx, ctx, draft.patient_id, draft.id).await? else { return Ok(Saved::Gone) };
    if held.version != version {
        // The same form sent twice.
        return Ok(if held.says_the_same(draft) { Saved::Done(held.version) } else { Saved::Stale(Box::new(held)) });
    }
    if !store::update(&mut tx, draft, version, ctx.now()).await? {
        return Err(AppError::Busy);
    }
    tx.commit().await?;
    Ok(Saved::Done(version + 1))
}

/// `false` when it is no longer the one that was seen.
pub async fn discard(ctx: &Ctx, patient: PersonId, id: NoteId, version: i32) -> Result<bool> {
    let mut tx = write(ctx, patient).await?;
    if own(&mut tx, ctx, patient, id).await?.is_none() || !store::delete(&mut tx, id, version).await? {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

/// What signing came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    Now,
    /// It was signed before: the form was sent twice.
    Already,
    /// What is kept is no longer what was shown.
    Changed,
    /// The note that it is about is no longer in a state for it. The draft stays.
    NotNow,
    Gone,
}

/// Signs a draft. The password has been asked for before.
pub async fn sign(ctx: &Ctx, patient: PersonId, id: NoteId, version: i32) -> Result<Signed> {
    let signer = Signer::new(ctx).await?;
    let mut tx = write(ctx, patient).await?;
    notes::lock_chains(&mut tx).await?;
    let Some(draft) = own(&mut tx, ctx, patient, id).await? else {
        let signed = notes::find(&mut tx, patient, id).await?.is_some();
        return Ok(if signed { Signed::Already } else { Signed::Gone });
    };
    if draft.version != version {
        return Ok(Signed::Changed);
    }
    if !still_possible(&mut tx, ctx, &draft).await? {
        return Ok(Signed::NotNow);
    }
    let document = match draft.replaces_id {
        Some(replaced) => {
            let replaced = notes::find(&mut tx, patient, replaced).await?.ok_or(AppError::NotFound)?;
            draft.document_after(&replaced.note)
        }
        None => draft.document(),
    };
    signer.sign(&mut tx, patient, document).await?;
    if !store::delete(&mut tx, id, version).await? {
        return Ok(Signed::Changed);
    }
    tx.commit().await?;
    Ok(Signed::Now)
}

/// Whether the note that a draft follows can still be followed: it may have been declared an error since.
async fn still_possible(tx: &mut CareTx, ctx: &Ctx, draft: &Draft) -> Result<bool> {
    let (about, act) = match (draft.about_id, draft.replaces_id) {
        (Some(about), _) => (about, Act::Addendum),
        (None, Some(replaced)) => (replaced, Act::Replace),
        (None, None) => return Ok(true),
    };
    let filed = notes::find(tx, draft.patient_id, about).await?.ok_or(AppError::NotFound)?;
    let part = rules::part(ctx.actor.id, filed.note.author.id, None, filed.note.author.id);
    Ok(rules::may(act, filed.state(), part, false))
}
