//! Escorts as a resource: how many officers there are for each part of a day, how many the sessions need, what became of each
//! escort, who was restrained, and where officers really stood. Why somebody is restrained never leaves this side.

pub mod api;
pub mod model;
pub mod officers;
pub mod pages;
pub mod rules;
pub mod store;
