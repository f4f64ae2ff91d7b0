//! The pages of sessions, one file for each.

pub mod file;
pub mod group_view;
pub mod parts;
pub mod patient;
pub mod patient_file;
pub mod record;
pub mod record_view;
pub mod request;
pub mod request_view;
pub mod schedule;
pub mod sign;
pub mod today;
