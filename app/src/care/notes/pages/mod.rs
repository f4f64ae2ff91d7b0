//! The pages of notes.

pub mod draft;
mod draft_view;
pub mod file;
pub mod list;
pub mod note;
mod note_forms;
pub mod phrases;
pub mod sign;
pub mod start;
pub mod supervision;
pub mod worklist;
