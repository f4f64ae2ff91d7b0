//! What leaves the house about a patient: proposed by one person, approved by another, then sent and written down. The log is
//! never shortened; a refusal stays in it.

pub mod file;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;
mod view;
