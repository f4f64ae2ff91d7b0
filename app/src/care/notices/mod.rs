//! Care's side of a functional notice: who gave it, on what it rests, and why. Of all this custody sees nothing; what it does
//! see is in [`crate::custody::notices`].

pub mod file;
pub mod form;
pub mod model;
pub mod pages;
pub mod parts;
pub mod rules;
pub mod store;

pub use parts::lapsing_item;
pub use store::{LapsingNotice, lapsing};
