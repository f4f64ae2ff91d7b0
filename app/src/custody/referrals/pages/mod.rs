//! The pages of custody's referrals.

mod file;
mod list;
mod refer;

pub use file::file;
pub use list::page as list;
pub use refer::{page as new, submit};
