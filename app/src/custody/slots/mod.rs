//! The day board: rooms by the regime's parts, requests to confirm or decline, escorts to set.

pub mod model;

pub use model::{CancelReason, CancelSide, CustodyReason, EscortMode, Movement, Part, SlotStatus};
