//! What a review agreed for the regime: a work place, library time, an earlier unlock. It is all that custody learns of a review:
//! who, what, and until when. The coordinator says what became of it.

pub mod file;
pub mod model;
pub mod pages;
mod store;

pub use model::{ActionStatus, RegimeAction};
