//! The shape of a request and of a page: who asks, in which language, and how an answer leaves.
//!
//! [`context::identify`] finds the signed-in user once for each request; [`routing::Routes`] refuses a route that names no
//! permission; [`shell`] draws the frame around a page; [`answers`] makes errors into pages and holds a page back until its
//! access rows are durable.

pub mod answers;
pub mod context;
pub mod routing;
pub mod shell;

pub use context::{AppState, Ctx, Site, Visitor};
pub use routing::{Needs, Proof, RouteInfo, Routes};
