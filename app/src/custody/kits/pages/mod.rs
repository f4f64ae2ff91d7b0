//! The pages of kits, one file for each.

pub mod kit;
pub mod list;
