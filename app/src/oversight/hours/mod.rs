//! Hours of structured activity: planned, offered, attended, and lost to custody, to health and to the patient.
//!
//! [`rules`] says in one function what a booking counts as; `sql` says the same where thousands of bookings are summed, and a
//! test holds the two together. [`targets`] says what a week is held against, [`store`] sums by ISO week, [`groups`] by whatever is asked,
//! and [`suppress`] hides what rests on too few. [`pages`] is the page of hours and loss, [`card`] the piece of a practitioner's
//! first page.

pub mod card;
pub mod groups;
pub mod pages;
pub(crate) mod parts;
pub mod period;
pub mod rules;
mod sql;
pub mod store;
pub mod suppress;
pub mod targets;
pub mod weeks;

#[cfg(test)]
mod history_tests;
#[cfg(test)]
mod sql_tests;
#[cfg(test)]
mod suppress_tests;
#[cfg(test)]
mod tests;

pub use card::{CaseloadCard, caseload_card};
pub use rules::{Booking, Dated, Hours, hours, of_history};
pub use store::{Order, PatientWeek, WeekHours, Window, week_by_patient, weeks_of_facility, weeks_of_patient};
pub use weeks::Week;
