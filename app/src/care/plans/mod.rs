//! Therapy plans: written as a draft, activated, and never edited afterwards; a change makes the next version, and every
//! version that was ever active stays readable beside it.
//!
//! [`rules`] says what a plan must hold before it may be activated, [`form`] reads and fills the editor, [`api`] saves,
//! activates and makes versions, each in one transaction.

pub mod api;
mod compare;
pub mod form;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;
mod wording;

pub use model::{
    Achievement, Agreement, Approach, Area, Areas, Draft, DraftGoal, Intervention, Interventions, Lifecycle, Plan,
    PlanStatus, SessionMix, Terms, VersionLine,
};
pub use store::{active, written_in};
