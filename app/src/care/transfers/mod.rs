//! A patient who goes to another facility: the old unit prepares a package and sends it signed, the unit of the new facility
//! receives it, and with it the record. Until then the record stays with the old unit, wherever the patient is housed.

mod api;
pub mod form;
mod model;
pub mod pages;
mod rules;
pub mod store;
pub mod takeover;

pub use model::PackageStatus;
pub use store::waiting;
