//! The unit: a reviewer's first page. Hours against the target, where they were lost, who falls behind, which plan reviews and
//! which notes are late, how the goals stand and who slips for which reason, under filters that can be kept. Patients appear by number, as the access matrix asks for reports of hours.

mod asked;
mod attainment;
pub mod filters;
pub mod pages;
mod parts;
pub mod rules;
mod slipping;
mod store;
#[cfg(test)]
mod tests;

pub use pages::page;
