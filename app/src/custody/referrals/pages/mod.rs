//! The pages of custody's referrals.

mod list;
mod refer;

pub use list::page as list;
pub use refer::{page as new, submit};
