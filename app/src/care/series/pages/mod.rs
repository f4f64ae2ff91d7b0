//! The pages of series: those that go on, and one with its coming sessions.

pub mod file;
pub mod list;
pub mod show;
