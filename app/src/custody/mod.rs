//! The operational record: the day board with its slots, the unlock list and the movements, referrals to
//! health; the regime, rooms and closures that bookings stand on; whom to keep apart; what has changed. Nothing clinical has a type here.

pub mod cautions;
pub mod changes;
pub mod day;
pub mod escorts;
pub mod hours;
pub mod imports;
pub mod kits;
pub mod lists;
pub mod lockdowns;
pub mod moves;
pub mod notices;
pub mod outings;
pub mod people;
pub mod places;
pub mod referrals;
pub mod regime_actions;
pub mod series;
pub mod slots;
pub mod tools;
pub mod transfers;
pub mod unlock;
