//! One patient's progress, told on one page over one axis of time: goals as ladders with the sessions that were evidence,
//! measures against the change that matters, the hours of each week and what they were lost to, attendance by day, with the
//! versions of the plan and the reviews as marks through all of it. The same page is the report that is printed.

mod figures;
pub mod pages;
mod parts;
pub mod period;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use pages::{page, report};
