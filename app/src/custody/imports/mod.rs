//! Files of the prison's own system, brought in by the coordinator for the own facility: where people are, whom to keep apart, the
//! regime, closures and outings. What a file means is read by [`crate::admin::import`], as everywhere.

pub mod file;
pub mod pages;
mod store;
