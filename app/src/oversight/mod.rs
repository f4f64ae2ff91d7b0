//! Oversight: hours and their losses, the unit for reviewers, what reviewers say and ask, one patient's progress, who opened what, and
//! the proof of it.

pub mod access_log;
#[cfg(test)]
mod fixture;
pub mod hours;
pub mod looked;
pub mod progress;
pub mod reports;
pub mod samples;
pub mod unit;
pub mod unusual;
pub mod verification;
pub mod voice;
