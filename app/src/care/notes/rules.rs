//! The life of a note, as rules. Nothing about a signed note is ever changed: what has become of it follows from the links that
//! later joined the chain. Pure: the note and the acts about it come in, its state and what may be done come out.

use crate::access::policy::Opening;
use crate::kit::ids::UserId;
use crate::text_enum;

pub use crate::care::sessions::rules::{LATE_AFTER, is_late};

use super::model::{NoteKind, Sensitivity};

text_enum! {
    pub enum NoteState label "note-state" {
        Final = "final",
        AwaitingCosign = "awaiting_cosign",
        /// The supervisor asks for another version; the author has not signed it yet.
        Returned = "returned",
        /// Returned, and followed by its next version.
        Replaced = "replaced",
        ErrorAsked = "error_asked",
        InError = "in_error",
    }
}

impl NoteState {
    /// Whether the text has been overtaken: it is kept, and shown folded.
    #[must_use]
    pub const fn is_folded(self) -> bool {
        matches!(self, Self::Returned | Self::Replaced | Self::InError)
    }

    /// Whether the note counts in what is read on, such as 'since last time'.
    #[must_use]
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Replaced | Self::InError)
    }
}

/// What can be done about a note, each a link of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Addendum,
    Cosign,
    Return,
    /// The next version of a returned note.
    Replace,
    AskError,
    /// Whoever asked finds that it was none.
    WithdrawError,
    ConfirmError,
}

impl Act {
    /// What a link about a note does to it; `None` for a link that is a note of its own.
    #[must_use]
    pub const fn of(kind: NoteKind) -> Option<Self> {
        match kind {
            NoteKind::Addendum => Some(Self::Addendum),
            NoteKind::Cosign => Some(Self::Cosign),
            NoteKind::Return => Some(Self::Return),
            NoteKind::Error => Some(Self::AskError),
            NoteKind::ErrorWithdrawn => Some(Self::WithdrawError),
            NoteKind::ErrorConfirmed => Some(Self::ConfirmError),
            _ => None,
        }
    }
}

/// An act that was done, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    pub act: Act,
    pub by: UserId,
}

/// Who has asked that the note be declared an error and has not taken that back; the acts come in the order of the chain.
#[must_use]
pub fn error_asked_by(acts: &[Done]) -> Option<UserId> {
    let last = acts.iter().rfind(|done| matches!(done.act, Act::AskError | Act::WithdrawError));
    last.filter(|done| done.act == Act::AskError).map(|done| done.by)
}

/// What has become of a note.
#[must_use]
pub fn state(needs_cosign: bool, acts: &[Done]) -> NoteState {
    let has = |act| acts.iter().any(|done| done.act == act);
    if has(Act::ConfirmError) {
        NoteState::InError
    } else if error_asked_by(acts).is_some() {
        NoteState::ErrorAsked
    } else if has(Act::Replace) {
        NoteState::Replaced
    } else if has(Act::Return) {
        NoteState::Returned
    } else if needs_cosign && !has(Act::Cosign) {
        NoteState::AwaitingCosign
    } else {
        NoteState::Final
    }
}

/// What somebody is to a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Author,
    /// The author's supervisor; where nobody supervises the author any more, the patient's lead.
    Supervisor,
    Colleague,
}

#[must_use]
pub fn part(user: UserId, author: UserId, supervisor: Option<UserId>, lead: UserId) -> Part {
    if user == author {
        Part::Author
    } else if user == supervisor.unwrap_or(lead) {
        Part::Supervisor
    } else {
        Part::Colleague
    }
}

/// Whether somebody may do this about a note in this state. Who asked for the error may take that back, and is never the one
/// who confirms it.
#[must_use]
pub fn may(act: Act, state: NoteState, part: Part, asked_myself: bool) -> bool {
    match act {
        Act::Addendum => state == NoteState::Final,
        Act::Cosign | Act::Return => state == NoteState::AwaitingCosign && part == Part::Supervisor,
        Act::Replace => state == NoteState::Returned && part == Part::Author,
        Act::AskError => !matches!(state, NoteState::ErrorAsked | NoteState::InError) && part != Part::Colleague,
        Act::WithdrawError => state == NoteState::ErrorAsked && asked_myself,
        Act::ConfirmError => state == NoteState::ErrorAsked && !asked_myself,
    }
}

/// Who looks at a note's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reader {
    /// Treats patients, as opposed to other health staff, reviewers and the head.
    pub practitioner: bool,
    /// Belongs to the team that treats the patient, or leads it.
    pub team: bool,
    pub part: Part,
    /// What the reader has opened of this patient by saying why.
    pub opened: Option<Opening>,
}

/// Whether the reader sees the text. Of a restricted note, others learn that it exists and nothing more, unless they have opened
/// the record; the gate has made sure that the way it was opened is one that is theirs.
#[must_use]
pub fn reads(sensitivity: Sensitivity, reader: Reader) -> bool {
    sensitivity == Sensitivity::Normal
        || (reader.practitioner && (reader.team || reader.part != Part::Colleague))
        || (!reader.practitioner && reader.opened.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const ACTS: [Act; 7] =
        [Act::Addendum, Act::Cosign, Act::Return, Act::Replace, Act::AskError, Act::WithdrawError, Act::ConfirmError];

    fn user(n: u128) -> UserId {
        UserId(Uuid::from_u128(n))
    }

    #[test]
    fn the_state_follows_from_the_acts() {
        use NoteState::{AwaitingCosign, ErrorAsked, Final, InError, Replaced, Returned};
        for (needs_cosign, acts, expected) in [
            (false, vec![], Final),
            (true, vec![], AwaitingCosign),
            (true, vec![Act::Cosign], Final),
            (true, vec![Act::Cosign, Act::Addendum, Act::Addendum], Final),
            (false, vec![Act::Addendum], Final),
            (true, vec![Act::Return], Returned),
            (true, vec![Act::Return, Act::Replace], Replaced),
            (false, vec![Act::AskError], ErrorAsked),
            (true, vec![Act::AskError], ErrorAsked),
            (true, vec![Act::Return, Act::Replace, Act::AskError], ErrorAsked),
            (false, vec![Act::AskError, Act::WithdrawError], Final),
            (true, vec![Act::AskError, Act::WithdrawError], AwaitingCosign),
            (false, vec![Act::AskError, Act::WithdrawError, Act::AskError], ErrorAsked),
            (false, vec![Act::Addendum, Act::AskError, Act::ConfirmError], InError),
        ] {
            let done: Vec<Done> = acts.iter().map(|act| Done { act: *act, by: user(1) }).collect();
            assert_eq!(state(needs_cosign, &done), expected, "{needs_cosign} {acts:?}");
        }
    }

    #[test]
    fn who_may_do_what() {
        use NoteState::{AwaitingCosign, ErrorAsked, Final, InError, Replaced, Returned};
        use Part::{Author, Colleague, Supervisor};
        let cases: &[(NoteState, Part, &[Act])] = &[
            (Final, Author, &[Act::Addendum, Act::AskError]),
            (Final, Supervisor, &[Act::Addendum, Act::AskError]),
            (Final, Colleague, &[Act::Addendum]),
            (AwaitingCosign, Author, &[Act::AskError]),
            (AwaitingCosign, Supervisor, &[Act::Cosign, Act::Return, Act::AskError]),
            (AwaitingCosign, Colleague, &[]),
            (Returned, Author, &[Act::Replace, Act::AskError]),
            (Returned, Supervisor, &[Act::AskError]),
            (Returned, Colleague, &[]),
            (Replaced, Author, &[Act::AskError]),
            (Replaced, Supervisor, &[Act::AskError]),
            (Replaced, Colleague, &[]),
            (ErrorAsked, Author, &[Act::ConfirmError]),
            (ErrorAsked, Supervisor, &[Act::ConfirmError]),
            (ErrorAsked, Colleague, &[Act::ConfirmError]),
            (InError, Author, &[]),
            (InError, Supervisor, &[]),
            (InError, Colleague, &[]),
        ];
        for (state, part, allowed) in cases {
            let found: Vec<Act> = ACTS.into_iter().filter(|act| may(*act, *state, *part, false)).collect();
            assert_eq!(found, *allowed, "{state} {part:?}");
            assert!(!may(Act::ConfirmError, *state, *part, true), "nobody confirms what they asked for themselves");
            assert_eq!(may(Act::WithdrawError, *state, *part, true), *state == ErrorAsked, "{state} {part:?}");
        }
    }

    #[test]
    fn the_lead_stands_in_for_a_supervisor_who_is_gone() {
        let [author, supervisor, lead, other] = [1, 2, 3, 4].map(user);
        for (who, held, expected) in [
            (author, Some(supervisor), Part::Author),
            (supervisor, Some(supervisor), Part::Supervisor),
            (lead, Some(supervisor), Part::Colleague),
            (lead, None, Part::Supervisor),
            (other, None, Part::Colleague),
        ] {
            assert_eq!(part(who, author, held, lead), expected);
        }
        assert_eq!(part(author, author, None, author), Part::Author);
    }

    #[test]
    fn a_restricted_text_stays_with_those_who_treat() {
        for (practitioner, team, part, opened, text) in [
            (true, true, Part::Colleague, None, true),
            (true, false, Part::Colleague, None, false),
            (true, false, Part::Author, None, true),
            (true, false, Part::Supervisor, None, true),
            (false, true, Part::Colleague, None, false),
            (false, false, Part::Colleague, None, false),
            (false, false, Part::Colleague, Some(Opening::BreakGlass), true),
            (false, true, Part::Colleague, Some(Opening::Reason), true),
            (true, false, Part::Colleague, Some(Opening::BreakGlass), false),
        ] {
            let reader = Reader { practitioner, team, part, opened };
            assert_eq!(reads(Sensitivity::Restricted, reader), text, "{reader:?}");
            assert!(reads(Sensitivity::Normal, reader));
        }
    }
}
