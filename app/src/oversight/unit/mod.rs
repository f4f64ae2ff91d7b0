//! The unit: a reviewer's first page. Hours against the target, where they were lost, who falls behind, which plan reviews and
//! which notes are late, how the goals stand. Patients appear by number, as the access matrix asks for reports of hours.

mod attainment;
pub mod pages;
mod parts;
mod store;
#[cfg(test)]
mod tests;

pub use pages::page;
