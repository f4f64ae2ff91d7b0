//! The pages of tools: those of a day, the count of one session, and the register.

pub mod count;
mod count_view;
pub mod day;
pub mod day_file;
pub mod register;
