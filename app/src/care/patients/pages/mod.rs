//! The pages of the caseload and of one patient.

mod caseload;
pub mod file;
mod opening;
mod overview;
mod team;

pub use caseload::page as caseload;
pub use opening::{open, page as new};
pub use overview::page as overview;
pub use team::{add, hand_over, remove};
