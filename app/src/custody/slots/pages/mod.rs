//! The pages of the board: the day, and one slot with the decisions about it.

pub mod board;
pub mod decide;
pub mod file;
pub mod slot;
mod ways;
mod week;
