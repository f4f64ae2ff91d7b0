//! Access: who is asking, what they may do, and the record that they did.
//!
//! [`policy`] decides, [`gate`] is the only way to a transaction, [`recorder`] writes access rows, [`seal`] chains and signs
//! them with the [`keys`] that [`trust`] tells apart. [`sign_in`], [`factor`] and [`account`] are the pages a person meets; [`step_up`] asks
//! once more who it is before what weighs most.

pub mod account;
pub mod factor;
pub mod feeds;
pub mod gate;
pub mod keys;
pub mod names;
pub mod password;
pub mod policy;
pub mod pseudonym;
pub mod recorder;
pub mod roles;
pub mod rules;
pub mod seal;
pub mod second_step;
pub mod session_store;
pub mod settings;
pub mod sign_in;
pub mod step_up;
pub mod store;
pub mod trust;

pub use gate::{Gate, Subject};
pub use policy::{Denied, Permission};
pub use pseudonym::{Pseudonyms, Readers};
pub use roles::{Actor, Place, Role, Side};
pub use trust::{Trust, TrustedKeys};
