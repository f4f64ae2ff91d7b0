//! Signing what is not a session: evaluations, reviews, measures, contacts, and the acts about earlier notes. All become links of
//! the patient's one chain. A [`Signer`] is made before the transaction begins, since the first signature of a key is preceded
//! by a row that only the system side may write.

use chrono::{DateTime, Utc};

use super::chain;
use super::model::{Author, NoteKind, NotePart, NotePlace, SCHEMA, Sensitivity, SessionAccount, SignedNote};
use super::store;
use crate::access::seal;
use crate::error::{AppError, Result};
use crate::kit::db::CareTx;
use crate::kit::ids::{NoteId, PersonId};
use crate::training::cosign;
use crate::web::Ctx;

/// What is to be signed. Author, patient, place and time of signing are not the caller's to say.
#[derive(Debug, Clone)]
pub struct Document {
    /// The identifier that the note gets: that of the draft it was, so that signing twice finds it; a new one without.
    pub id: Option<NoteId>,
    pub kind: NoteKind,
    pub sensitivity: Sensitivity,
    pub occurred_at: DateTime<Utc>,
    /// Empty unless the entry is late.
    pub late_reason: String,
    pub parts: Vec<NotePart>,
    /// The note that this act is about; obligatory for acts and for nothing else.
    pub about: Option<NoteId>,
    /// The returned note that this one replaces.
    pub replaces: Option<NoteId>,
    /// When it was over; when it happened, without.
    pub ended_at: Option<DateTime<Utc>>,
    /// What was recorded of the session that the replaced note told of.
    pub session: Option<SessionAccount>,
}

impl Document {
    #[must_use]
    pub const fn new(kind: NoteKind, occurred_at: DateTime<Utc>) -> Self {
        Self {
            id: None,
            kind,
            sensitivity: Sensitivity::Normal,
            occurred_at,
            late_reason: String::new(),
            parts: Vec::new(),
            about: None,
            replaces: None,
            ended_at: None,
            session: None,
        }
    }

    /// Adds a text under a heading, given by the key of its message; an empty one is left out.
    #[must_use]
    pub fn part(mut self, key: &str, text: impl Into<String>) -> Self {
        let text: String = text.into();
        if !text.trim().is_empty() {
            self.parts.push(NotePart { key: key.to_owned(), text });
        }
        self
    }
}

/// The signed-in user with the installation's key, ready to sign.
#[derive(Debug)]
pub struct Signer<'a>(&'a Ctx);

impl<'a> Signer<'a> {
    /// The password has been asked for before: see [`Ctx::reauthenticate`].
    pub async fn new(ctx: &'a Ctx) -> Result<Self> {
        let gate = &ctx.app.gate;
        let known = store::key_is_known(&mut gate.unattended_read().await?, &ctx.app.key.public().id()).await?;
        if !known {
            let mut tx = gate.unattended_write().await?;
            seal::remember_key(&mut tx, &ctx.app.key, ctx.now()).await?;
            tx.commit().await?;
        }
        Ok(Self(ctx))
    }

    /// The signed-in user, with the profession and role of today.
    #[must_use]
    pub fn author(&self) -> Author {
        let actor = &self.0.actor;
        Author {
            id: actor.id,
            name: actor.name.clone(),
            profession: actor.profession.clone(),
            role: actor.role().map(|role| role.to_string()).unwrap_or_default(),
        }
    }

    /// Signs a document about one patient within the caller's transaction; gives the id of the note.
    pub async fn sign(&self, tx: &mut CareTx, patient: PersonId, document: Document) -> Result<NoteId> {
        let ctx = self.0;
        store::lock_chains(tx).await?;
        let who = store::patient_to_sign(tx, patient).await?.ok_or(AppError::NotFound)?;
        let needs_cosign = !document.kind.is_act() && cosign::why(tx, ctx.actor.id, ctx.today()).await?.needs_cosign();
        let id = document.id.unwrap_or_else(|| ctx.new_id());
        let note = SignedNote {
            schema: SCHEMA,
            id,
            chain_no: 0,
            kind: document.kind,
            sensitivity: document.sensitivity,
            patient: who.who.to_sign(patient),
            place: NotePlace { id: who.facility_id, name: who.facility_name },
            author: self.author(),
            key_id: ctx.app.key.public().id(),
            occurred_at: document.occurred_at,
            ended_at: document.ended_at.unwrap_or(document.occurred_at),
            signed_at: ctx.now(),
            late_reason: document.late_reason,
            session: document.session,
            parts: document.parts,
            about: document.about,
            replaces: document.replaces,
            needs_cosign,
        };
        self.append(tx, note).await?;
        Ok(id)
    }

    /// Gives a note its place in the patient's chain, seals it and keeps it.
    pub async fn append(&self, tx: &mut CareTx, mut note: SignedNote) -> Result<()> {
        let (last, previous) = store::end_of_chain(tx, note.patient.id).await?;
        note.chain_no = last + 1;
        store::append(tx, &chain::seal(note, &previous, &self.0.app.key)).await?;
        Ok(())
    }
}
