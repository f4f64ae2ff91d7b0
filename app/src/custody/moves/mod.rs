//! Moving a session: to another time or room, with a reason; where one of its people's notices says so, only after health was asked.
//! What is free is worked out by [`rules`], for custody's form and for health's; the database has the last word.

pub mod api;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;

pub use model::{MoveAnswer, MoveKind, Obstacle};
