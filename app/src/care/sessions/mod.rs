//! Sessions: asking for one, recording what happened in it for each patient.

pub mod model;

pub use model::{Assistance, Attendance, HealthReason, Mode, Progress};
