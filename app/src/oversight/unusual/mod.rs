//! Unusual access: looks that an auditor should ask about, each listed with the rule that lists it. A rule accuses nobody.

pub mod pages;
pub mod rules;
mod store;
