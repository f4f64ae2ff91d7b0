//! Who will be taken somewhere: to court, to another place, to hospital, to a visit. Only those who plan it know before the day,
//! and what kind of way it is nobody else learns at all: a list of the day says 'temporarily absent' and no more.

pub mod file;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;
