//! Notes while they are being written. A draft is its author's, and the supervisor may read it; it stands in no report and in no
//! export. It is kept as it is typed, and signing it makes a link of the patient's chain with the draft's own identifier, so
//! that a form sent twice finds the note that the first made.

pub mod api;
pub mod form;
mod model;
pub mod since;
pub mod store;

pub use model::{Draft, Format, Section, Texts};
