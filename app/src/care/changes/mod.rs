//! What custody has changed under the unit's bookings, for the practitioners to take note of; and the regime, rooms and closures
//! by which they book.

pub mod booking;
pub mod file;
pub mod pages;
pub mod places;
pub mod store;
