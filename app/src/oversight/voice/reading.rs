//! What the review says about a note is closed to whomever the note itself is closed to.

use crate::access::Denied;
use crate::care::notes::acts;
use crate::care::notes::rules::{Reader, reads};
use crate::care::notes::store as notes;
use crate::care::openings;
use crate::care::patients::PatientHead;
use crate::error::{AppError, Result};
use crate::kit::db::CareTx;
use crate::kit::ids::NoteId;
use crate::web::Ctx;

/// Refuses whoever may not see the text of a note of this patient: a restricted one is closed to those who do not treat. That notes may
/// be read at all is the gate's to say, before.
pub(super) async fn open_note(ctx: &Ctx, tx: &mut CareTx, head: &PatientHead, note: NoteId) -> Result<()> {
    let filed = notes::find(tx, head.id, note).await?.filter(|filed| filed.note.about.is_none());
    let filed = filed.ok_or(AppError::NotFound)?;
    let part = acts::part_of(tx, ctx, head, &filed).await?;
    let opened = openings::held(tx, ctx, head.id).await?;
    if reads(filed.note.sensitivity, Reader { opened, ..acts::reader(ctx, head, part) }) {
        Ok(())
    } else {
        Err(AppError::Denied(Denied::NotTreating))
    }
}
