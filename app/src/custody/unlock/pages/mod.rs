//! The page of an unlock list: the list on a phone with its marks, and the same list as a printed sheet.

pub mod list;
mod person;
mod sheet;
