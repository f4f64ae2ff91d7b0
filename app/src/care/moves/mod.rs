//! Health's side of moves: a practitioner moves her own sessions, which custody then confirms again; and custody's questions are
//! answered, about sessions whose people must not be moved without health being asked.

pub mod api;
pub mod file;
pub mod pages;
pub mod store;
