//! Evaluations: the occupational profile and the analysis of occupational performance. While one is written each of its sections
//! is saved on its own, so that two people may work on it; from the moment it is signed the whole is a note in the patient's
//! chain, and the next one is a re-evaluation.

mod api;
mod compare;
pub mod model;
pub mod pages;
pub mod rules;
mod store;

pub use model::Section;
