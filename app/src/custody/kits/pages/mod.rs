//! The pages of kits, one file for each.

pub mod file;
pub mod kit;
pub mod list;
pub mod room_tools;
