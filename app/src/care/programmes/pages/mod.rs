//! The pages of programmes, one file for each.

pub mod edit;
pub mod file;
pub mod list;
pub mod members;
pub mod show;
