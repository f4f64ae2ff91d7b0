//! Measures: what an instrument is stands in a versioned file ([`definition`]), what came of it in append-only rows that are
//! signed like a note. Proprietary instruments have a slot for their numbers, never their words.

pub mod account;
pub mod computed;
pub mod definition;
pub mod library;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;

pub use model::FirstAndLast;
pub use store::first_and_last;
