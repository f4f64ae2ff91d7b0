//! Referrals: how a person comes to therapy. Health staff write down who referred whom and why; custody's own referrals join them
//! in the triage list under the same id. Whoever decides accepts, lets wait, declines or redirects, and accepting takes the
//! person into the caseload.

mod api;
mod form;
pub mod model;
pub mod pages;
pub mod rules;
mod store;

pub use model::{ReferralSource, ReferralStatus, Urgency};
