//! Moving a person to another facility, as corrections know it: who, where to, when. Carrying it out ends what the person was
//! expected at here, closes what custody watched for here, and begins the next stay, in one transaction.

mod api;
mod model;
pub mod pages;
mod rules;
pub mod store;

pub use model::MoveStatus;
