//! A note with what has become of it: the links of the chain that are about it.

use super::model::{NoteKind, SignedNote};
use super::rules::{self, Act, Done, NoteState};
use crate::kit::ids::{NoteId, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    pub note: SignedNote,
    /// Acts about it and its next version, in the order of the chain.
    pub later: Vec<SignedNote>,
}

impl Filed {
    /// Gives each note the links about it.
    #[must_use]
    pub fn all(notes: Vec<SignedNote>, later: &[SignedNote]) -> Vec<Self> {
        notes
            .into_iter()
            .map(|note| {
                let about = |link: &&SignedNote| link.about == Some(note.id) || link.replaces == Some(note.id);
                Self { later: later.iter().filter(about).cloned().collect(), note }
            })
            .collect()
    }

    fn done(&self) -> Vec<Done> {
        let act = |link: &SignedNote| if link.replaces.is_some() { Some(Act::Replace) } else { Act::of(link.kind) };
        self.later.iter().filter_map(|link| Some(Done { act: act(link)?, by: link.author.id })).collect()
    }

    #[must_use]
    pub fn state(&self) -> NoteState {
        rules::state(self.note.needs_cosign, &self.done())
    }

    /// Whether the error that waits for its second signature is this user's to take back.
    #[must_use]
    pub fn error_asked_by(&self, user: UserId) -> bool {
        rules::error_asked_by(&self.done()) == Some(user)
    }

    /// Whether the user has done this about the note, and it stands.
    #[must_use]
    pub fn stands(&self, user: UserId, act: Act) -> bool {
        match act {
            Act::AskError => self.error_asked_by(user),
            Act::WithdrawError => self.has_done(user, act) && !self.error_asked_by(user),
            _ => self.has_done(user, act),
        }
    }

    fn has_done(&self, user: UserId, act: Act) -> bool {
        self.done().contains(&Done { act, by: user })
    }

    pub fn acts(&self, kind: NoteKind) -> impl Iterator<Item = &SignedNote> {
        self.later.iter().filter(move |link| link.kind == kind && link.about.is_some())
    }

    /// The version that follows a returned note.
    #[must_use]
    pub fn next(&self) -> Option<NoteId> {
        self.later.iter().find(|link| link.replaces == Some(self.note.id)).map(|link| link.id)
    }
}
