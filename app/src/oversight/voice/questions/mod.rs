//! Questions of the review to a practitioner: about a unit, a patient whom he leads, a version of a plan or a note. Each has a day by
//! which it is to be answered; an answer is accepted or the question asked again. Every turn is a row that is only ever added.

pub mod ask;
pub mod card;
pub mod file;
pub mod list;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;

pub use card::{mine_item, unit_card};
pub use store::Counts;
