//! The activity library: what therapy is done with. Each activity has a title and a purpose in every language, a kind, and
//! the area of occupation that it mostly serves.

pub mod model;
pub mod pages;
pub mod store;

pub use model::{Activity, ActivityKind, ActivityTitle};
