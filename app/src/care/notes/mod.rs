//! Notes, from the draft to what becomes of them. A note is another thing than a [`draft`]: [`SignedNote`] is made once, when it
//! is signed, and its canonical text is what is kept, chained and signed ([`chain`]). Nothing changes it afterwards: co-signing,
//! returning, adding and declaring an error are links of the same chain ([`acts`]), from which the [`rules`] tell the note's
//! state. [`verify`] proves that nothing was changed, without showing a word of it.

pub mod acts;
pub mod block;
pub mod chain;
pub mod chart;
mod document;
pub mod draft;
mod filed;
pub mod model;
pub mod pages;
pub mod phrases;
pub mod rules;
mod shown;
mod signed_rows;
pub mod store;
pub mod supervision;
mod verifier;
pub mod view;
pub mod worklist;

pub use chain::{GENESIS, SealedNote, seal};
pub use document::{Document, Signer};
pub use filed::Filed;
pub use model::{
    Author, NoteGoal, NoteKind, NotePart, NotePatient, NotePlace, Sensitivity, SessionAccount, SignedNote,
};
pub use rules::NoteState;
pub use store::{append, of_patient};
pub use verifier::{NoteFault, VerifiedNotes, verify};
pub use view::{note_view, participation_words};
