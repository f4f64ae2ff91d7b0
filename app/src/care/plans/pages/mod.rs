//! The pages of a plan: the version that is followed, earlier versions, and the editor of the draft.

mod editor;
mod goals;
mod show;

pub use editor::{activate, discard, edit, next, save};
pub use goals::attainment_line;
pub use show::{page, version};
