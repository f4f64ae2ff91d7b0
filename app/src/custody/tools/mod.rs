//! Tools: counted out before a session and in after it, by two people. A session is not over while what went out has not come
//! back, or a coordinator has not answered for it; both sides are told which tool is missing, and nothing else.

pub mod api;
pub mod model;
pub mod pages;
pub mod register;
pub mod rules;
pub mod store;
pub mod words;

pub use model::Missing;
pub use rules::Stage;
pub use store::missing;
