//! The pages of evaluations.

mod editor;
mod show;
mod sign;

pub use editor::{begin, discard, save};
pub use show::{one, page};
pub use sign::{page as sign, submit as sign_now};
