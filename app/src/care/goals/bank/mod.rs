//! The bank of goals: texts with whole ladders, to be adapted in a plan. Those of `library/goals.toml` come with Ergon and are
//! the same everywhere; a facility adds its own, and retires what it no longer offers.

pub mod file;
mod form;
mod library;
mod model;
pub mod pages;
pub mod store;

pub use library::ship;
pub use model::{BankGoal, BankTitle};
