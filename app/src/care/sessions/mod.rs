//! Sessions: asking for one, recording what happened in it for each patient, and signing that.
//!
//! A session is asked for in two steps ([`pages::request`]); one transaction then books the operational half, which custody
//! sees under a neutral letter, and writes the clinical half, which it does not. After it has been held, the practitioner
//! who leads it records it ([`pages::record`]) and signs it with the password ([`pages::sign`]), which makes one signed note
//! for each patient ([`crate::care::notes`]).

pub mod api;
pub mod free;
pub mod model;
pub mod names;
pub mod pages;
pub mod quick;
pub mod record_form;
pub mod request_form;
pub mod rules;
pub mod signing;
pub mod store;

pub use model::{Assistance, Attendance, GroupRatings, HealthReason, Mode, Progress};
pub use rules::Stage;
