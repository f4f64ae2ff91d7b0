//! The pages of a plan: the version that is followed, earlier versions, any two of them beside each other, and the editor of
//! the draft.

mod attainment;
mod compare;
mod editor;
mod goals;
mod show;

pub use attainment::{attainment_card, attainment_line};
pub use compare::compare;
pub use editor::{activate, discard, edit, next, save};
pub use show::{page, version};
