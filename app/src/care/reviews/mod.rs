//! The review of a plan in one sitting: who was there, what becomes of each goal and of the plan, what the patient says, when to
//! meet again, and what was agreed for the regime.
//!
//! It is a draft until it is signed. Signing is one transaction: the note joins the patient's chain, the next version of the plan
//! is made, and what was agreed for the regime, that and nothing else, goes to custody. [`rules`] says which way the plan takes.

pub mod api;
mod form;
pub mod model;
pub mod pages;
pub mod rules;
mod store;
mod wording;

pub use model::{AttendeeRole, Decision, PlanFate};
