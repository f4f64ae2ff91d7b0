//! Functional notices: the one door from care to custody. What comes through it is a word of a closed list with a number, a
//! class of tools or a language, and two days. Why it was given stays with care; custody reads it and says that it has.

pub mod file;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;

pub use model::{NoticeKind, NoticeOf, Terms, ToolClass};
pub use rules::{LAPSES_SOON, Standing, standing};
