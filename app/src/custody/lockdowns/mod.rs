//! Many sessions cancelled at once: a wing, a building or the whole facility stands still for a time. What a lockdown touched is
//! kept with the state that it was in, so that for an hour it can be taken back.

pub mod api;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;
