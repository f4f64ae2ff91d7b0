//! The clinical record: referrals, patients, their plans and goals, sessions and what happened in them, and the notes that are signed.

pub mod activities;
pub mod changes;
pub mod consents;
pub mod discharges;
pub mod disclosures;
pub mod evaluations;
pub mod goals;
pub mod identity;
pub mod measures;
pub mod moves;
pub mod notes;
pub mod notices;
pub mod openings;
pub mod patients;
pub mod plans;
pub mod programmes;
pub mod referrals;
pub mod reviews;
pub mod series;
pub mod sessions;
pub mod transfers;
