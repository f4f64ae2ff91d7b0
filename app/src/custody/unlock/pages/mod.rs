//! The page of an unlock list on a phone with its marks, the door through which a phone sends what it has kept, and the history of one
//! person's marks.

pub mod file;
pub mod history;
pub mod list;
mod person;
pub mod phone;
