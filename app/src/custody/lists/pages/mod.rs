//! The pages of printed lists: the movement list, the forms that print, a print with what changed since, the register, and the entry
//! of what came back on paper.

pub mod catch_up;
pub mod changes;
pub mod file;
pub mod movements;
pub mod print;
pub mod register;
mod sheet;
pub mod show;
mod slips;
