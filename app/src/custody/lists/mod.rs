//! Lists on paper: unlock lists, movement lists by destination, and slips. A print has a number and a version and is kept as it
//! stood on the paper, so that what changed since can be told on one sheet, the wing can say that it has seen it, and what came back
//! in handwriting can be entered afterwards.

pub mod api;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;
pub mod words;
