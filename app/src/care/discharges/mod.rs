//! The end of a treatment: the summary that is signed and closes the record, with what the record says beside it while it is
//! written, and the patient's own copy on one page, in plain words and pictures.

mod account;
mod api;
mod copy;
mod form;
mod model;
pub mod pages;
mod picture;
mod plain;
mod rules;
pub mod store;

pub use model::DischargeReason;
