//! Kits: what an activity needs of the prison, under a neutral name and a number. The coordinator sees tools, room, staffing and
//! officers, and clears a kit for his facility or refuses it; what it is for stays with health.

pub mod model;
pub mod pages;
pub mod rules;
pub mod store;
pub mod words;

pub use model::{Clearance, KitReason, Neutral, OfficerPresence, ToolClass, ToolName};
