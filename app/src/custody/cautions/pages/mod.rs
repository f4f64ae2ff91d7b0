//! The pages of alerts and pairs: the lists, and the form of one.

pub mod alert;
pub mod file;
mod form;
pub mod list;
pub mod pair;
