//! Who looked at one patient's record: for health on the screen, and for the patient on paper in the patient's language. Whoever
//! treats is shown what he himself has opened; reviewers and the head all of it.

pub mod pages;
mod store;
