//! Reports for those who lead and those who inspect: by the month for a facility or the department, by the year for the department. They
//! hold sums only, in which nobody can be found.
//!
//! [`facts`] counts what a report says, [`build`] puts it together and hides what rests on too few, [`store`] keeps it as it was
//! given out, [`pages`] and `parts` show it.

pub mod build;
pub mod facts;
pub mod file;
pub mod model;
pub mod pages;
mod parts;
pub mod store;
#[cfg(test)]
mod tests;
