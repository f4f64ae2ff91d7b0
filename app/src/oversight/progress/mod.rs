//! One patient's progress: goals over time as ladders, hours against the target, attendance, and where the plan changed.

pub mod pages;
mod parts;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use pages::page;
