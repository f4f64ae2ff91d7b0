//! The pages of referrals.

pub mod file;
mod list;
mod refer;
mod show;

pub use list::page as list;
pub use refer::{page as new, submit};
pub use show::{contact, decide, page as show};
