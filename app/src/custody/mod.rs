//! The operational record: the day board with its slots, the unlock list and the movements, referrals to
//! health. Nothing clinical has a type here.

pub mod day;
pub mod kits;
pub mod moves;
pub mod notices;
pub mod people;
pub mod referrals;
pub mod regime_actions;
pub mod slots;
pub mod transfers;
pub mod unlock;
