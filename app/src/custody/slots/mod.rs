//! The day board: rooms by the regime's parts, requests to confirm or decline, escorts to set. A slot is the operational half
//! of a session: custody sees its time, its room, its people and a neutral label, and decides.

pub mod api;
pub mod filter;
pub mod hindrances;
pub mod model;
pub mod overrides;
pub mod pages;
pub mod rules;
pub mod store;
pub mod turn;
pub mod words;

pub use model::{
    CancelReason, CancelSide, CustodyReason, EscortMode, Movement, OverrideKind, OverrideReason, Part, RegimePart,
    RoomKind, SlotStatus,
};
pub use words::neutral_label;
