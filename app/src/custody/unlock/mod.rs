//! The unlock list: whom a wing sends to a session, when and where to, for one part of one day. Officers print it and mark on it
//! what became of each person: unlocked, arrived, not brought, returned. Each mark is kept as a movement.

pub mod api;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;
