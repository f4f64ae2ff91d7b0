//! Series of sessions as corrections see them: rooms, days and times under the neutral label, and what could not be placed. Health
//! makes them ([`crate::care::series`]).

pub mod file;
pub mod model;
pub mod pages;
pub mod store;

pub use model::{DayReason, Follows, Series};
