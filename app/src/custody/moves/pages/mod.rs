//! The form in which a session is moved, by custody and by health.

pub mod form;
pub mod shift;
