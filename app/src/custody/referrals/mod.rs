//! Referring a person to the health unit: by a reason code and at most 140 characters. What custody sees of it afterwards is how
//! far it has come, received, accepted or closed, and nothing of why.

mod api;
pub mod model;
pub mod pages;
pub mod rules;
mod store;

pub use model::{ReferralReason, ReferralState};
