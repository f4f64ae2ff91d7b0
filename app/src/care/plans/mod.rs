//! Therapy plans: written as a draft, activated, and never edited afterwards; a change makes the next version.

pub mod model;

pub use model::{Achievement, Agreement, Approach, Area, Lifecycle, PlanStatus, SessionMix};
