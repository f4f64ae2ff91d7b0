//! What has changed under a booking: somebody moved or left, the regime is another, a room is closed, a session was moved. Each
//! is one line for both sides, and each side says for itself that it has seen it.

pub mod file;
pub mod house;
pub mod housing;
pub mod model;
pub mod pages;
pub mod store;
pub mod words;

pub use model::{ChangeKind, ChangeLine, MadeBy, NewChange, instant_text};
pub use store::{note, push, rows};
