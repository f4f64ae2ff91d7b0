//! What can be done with an evaluation, each in one transaction: beginning one, saving a section, signing, discarding a draft.

use chrono::NaiveDate;

use super::model::{Evaluation, Section, Stored, Typed};
use super::{rules, store};
use crate::access::{Permission, Subject};
use crate::care::notes::{Document, NoteKind, Signer};
use crate::error::{AppError, Result};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{EvaluationId, PersonId};
use crate::web::Ctx;

/// The draft with its sections.
pub async fn draft(tx: &mut CareTx, patient: PersonId) -> Result<Option<Stored>, DbError> {
    let draft = store::draft(tx, patient).await?;
    with_sections(tx, draft).await
}

pub async fn with_sections(tx: &mut CareTx, evaluation: Option<Evaluation>) -> Result<Option<Stored>, DbError> {
    let Some(evaluation) = evaluation else { return Ok(None) };
    let sections = store::sections(tx, evaluation.id).await?;
    Ok(Some(Stored { evaluation, sections }))
}

/// Two evaluations with what they say, in one question.
pub async fn both_with_sections(
    tx: &mut CareTx,
    both: [Option<Evaluation>; 2],
) -> Result<[Option<Stored>; 2], DbError> {
    let ids: Vec<EvaluationId> = both.iter().flatten().map(|evaluation| evaluation.id).collect();
    let mut sections = if ids.is_empty() { Vec::new() } else { store::sections_of(tx, &ids).await? };
    Ok(both.map(|evaluation| {
        let evaluation = evaluation?;
        let own = sections.extract_if(.., |(of, _)| *of == evaluation.id).map(|(_, section)| section).collect();
        Some(Stored { evaluation, sections: own })
    }))
}

/// Begins an evaluation, with the texts of the last one if asked; one that has been begun already is left as it is. `false`
/// when there is no open record.
pub async fn begin(ctx: &Ctx, patient: PersonId, from_last: bool) -> Result<bool> {
    let mut tx = write(ctx, patient).await?;
    let id: EvaluationId = ctx.new_id();
    let by = (ctx.actor.id, ctx.now());
    let last = store::last_signed(&mut tx, patient).await?;
    if !store::insert(&mut tx, id, patient, ctx.today(), by).await? {
        return Ok(store::draft(&mut tx, patient).await?.is_some());
    }
    if let Some(last) = last.filter(|_| from_last) {
        store::copy_sections(&mut tx, last.id, id, by).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// What came of saving sections.
#[derive(Debug)]
pub enum Saved {
    /// Holds the version that the last of them has now.
    Done(Option<i32>),
    /// Somebody else has saved these sections since they were read, and the others are kept: the evaluation as it is now.
    Conflict(Box<Stored>, Vec<Section>),
    /// The evaluation has been signed or discarded.
    Gone,
}

/// Saves each section over the version it was written on.
pub async fn save(ctx: &Ctx, patient: PersonId, id: EvaluationId, typed: &[Typed]) -> Result<Saved> {
    let mut tx = write(ctx, patient).await?;
    if !store::touch(&mut tx, patient, id).await? {
        return Ok(Saved::Gone);
    }
    let mut last = None;
    let mut wrote = false;
    let mut in_the_way = Vec::new();
    for Typed { section, over, text } in typed {
        let (held, version) = store::section(&mut tx, id, *section).await?.unwrap_or_default();
        if held == *text {
            // The same form sent twice.
            last = Some(version);
        } else if version == *over {
            store::write_section(&mut tx, (id, *section, version + 1), text, (ctx.actor.id, ctx.now())).await?;
            last = Some(version + 1);
            wrote = true;
        } else {
            in_the_way.push(*section);
        }
    }
    let now = if in_the_way.is_empty() {
        None
    } else {
        let evaluation = store::by_id(&mut tx, patient, id).await?;
        with_sections(&mut tx, evaluation).await?
    };
    if wrote {
        tx.commit().await?;
    }
    Ok(match now {
        Some(now) => Saved::Conflict(Box::new(now), in_the_way),
        None if in_the_way.is_empty() => Saved::Done(last),
        None => Saved::Gone,
    })
}

/// What came of signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    Now,
    Already,
    /// Somebody has saved a section, or discarded the draft, since it was shown.
    Changed,
}

/// What the signer says beside the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    pub occurred_on: NaiveDate,
    /// Empty unless the entry is late.
    pub late_reason: String,
}

/// Signs what is kept, as it was shown. The password has been asked for.
pub async fn sign(ctx: &Ctx, patient: PersonId, (id, seen): (EvaluationId, i32), signing: Signing) -> Result<Signed> {
    let signer = Signer::new(ctx).await?;
    let mut tx = write(ctx, patient).await?;
    let evaluation = store::by_id(&mut tx, patient, id).await?;
    let Some(stored) = with_sections(&mut tx, evaluation).await? else { return Ok(Signed::Changed) };
    if stored.evaluation.signed_at.is_some() {
        return Ok(Signed::Already);
    }
    if stored.evaluation.version != seen || !rules::gaps(&stored).is_empty() {
        return Ok(Signed::Changed);
    }
    let occurred_at = rules::occurred_at(signing.occurred_on, ctx.now(), ctx.zone());
    let mut document = Document::new(NoteKind::Evaluation, occurred_at);
    document.late_reason = signing.late_reason;
    for section in Section::ALL {
        document = document.part(&section.label_key(), stored.text(*section));
    }
    let note = signer.sign(&mut tx, patient, document).await?;
    if !store::sign(&mut tx, (id, seen), note, signing.occurred_on, (ctx.actor.id, ctx.now())).await? {
        // Faster by a moment: the same button pressed twice, or a colleague.
        let now = store::by_id(&mut tx, patient, id).await?;
        let signed = now.is_some_and(|now| now.signed_at.is_some());
        return Ok(if signed { Signed::Already } else { Signed::Changed });
    }
    tx.commit().await?;
    Ok(Signed::Now)
}

/// Drops a draft. Refused as stale when it is no longer the one that was seen.
pub async fn discard(ctx: &Ctx, patient: PersonId, (id, seen): (EvaluationId, i32)) -> Result<()> {
    let mut tx = write(ctx, patient).await?;
    if !store::discard(&mut tx, patient, id, seen).await? {
        return Err(AppError::Stale);
    }
    tx.commit().await?;
    Ok(())
}

async fn write(ctx: &Ctx, patient: PersonId) -> Result<CareTx> {
    ctx.care_write(Permission::EvaluationWrite, Subject::Person(patient), "evaluation").await
}
