//! The page of one goal: where the patient stands on its ladder, every rating that it was given, and the form of the next one.

mod rate;

pub use rate::{page, raise, raise_question, submit};
