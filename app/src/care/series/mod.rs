//! Series: sessions that come again. A series is made from the request of its first session, placed sixty days ahead by a job
//! ([`place`]), and changed or ended from its page; what could not be placed is listed there with the reason.

pub mod api;
pub mod facts;
pub mod form;
pub mod model;
pub mod pages;
pub mod place;
pub mod rules;
pub mod store;

pub use model::{NewSeries, Scope};
