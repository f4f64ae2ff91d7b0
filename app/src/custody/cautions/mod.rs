//! What security knows of people: whom to keep apart, and what to beware of. Each has a beginning, perhaps an end, a day on which
//! somebody looks at it again, and a reason that stays with the coordinators. Officers see those of their own wings without it;
//! care reads the same rows by a door that has no reason in it.

pub mod model;
pub mod pages;
pub mod rules;
pub mod store;
