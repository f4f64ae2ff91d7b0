//! What reviewers and auditors see: the unit, a patient's progress, hours and their loss, who looked, and the proof that nothing was altered.

pub mod access_log;
pub mod hours;
pub mod progress;
pub mod unit;
pub mod verification;
