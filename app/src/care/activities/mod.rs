//! The activity library: what therapy is done with. Each activity has an analysis in every language: what it demands, its steps,
//! its grading and what it needs of the prison. Versions are proposed by practitioners, approved by the head, and cleared by each
//! facility's coordinator, who sees the needs alone (`crate::custody::kits`).

pub mod analysis;
pub mod api;
pub mod compare;
pub mod form;
pub mod library;
pub mod loading;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;

pub use model::{ActivityKind, ActivityTitle, Offered};
