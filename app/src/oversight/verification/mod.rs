//! The proof that nothing was altered: the state of the seal for everybody who may ask, and the checks that each side can make
//! of its own rows. `ergon verify` makes them all, without the server.

pub mod pages;
mod parts;
mod store;

pub use pages::{page, verify_now};
