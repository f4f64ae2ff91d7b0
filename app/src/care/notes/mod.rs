//! Signed notes. A note is another thing than a draft: [`SignedNote`] is made once, when a session is signed, and its
//! canonical text is what is kept, chained and signed ([`chain`]). Nothing changes it afterwards; [`verify`] proves that
//! nothing did, without showing a word of it.

pub mod chain;
mod document;
pub mod model;
pub mod pages;
pub mod store;
mod verifier;
pub mod view;

pub use chain::{GENESIS, SealedNote, seal};
pub use document::{Document, Signer};
pub use model::{
    Author, NoteGoal, NoteKind, NotePart, NotePatient, NotePlace, Sensitivity, SessionAccount, SignedNote,
};
pub use store::{append, of_patient};
pub use verifier::{NoteFault, VerifiedNotes, verify};
pub use view::note_view;
