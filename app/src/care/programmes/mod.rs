//! Group programmes: an activity that goes on over weeks, with those who belong to it and those who wait for a place. A session
//! can be asked for from its programme, with the members filled in.

pub mod model;
pub mod pages;
pub mod rules;
pub mod store;

pub use model::{Intake, MemberStatus, Programme};
