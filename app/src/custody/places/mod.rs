//! What bookings stand on: the regime of the week, rooms with what they are for, the parts of the week that are meant for health,
//! and closures. The coordinator changes them here; health reads them. Which sessions a change touches is said before anybody
//! wonders why nobody came.

pub mod model;
pub mod pages;
pub mod rules;
pub mod store;
pub mod view;

pub use model::{Claim, Closure, ClosureKind, Week};
