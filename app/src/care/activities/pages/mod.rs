//! The pages of the library, one file for each.

pub mod edit;
pub mod file;
pub mod list;
pub mod show;
