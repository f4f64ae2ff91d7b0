//! The pages of programmes, one file for each.

pub mod edit;
pub mod list;
pub mod members;
pub mod show;
