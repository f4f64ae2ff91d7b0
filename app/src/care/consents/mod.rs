//! What a patient has agreed to, scope by scope, and what he has taken back. Where nothing is recorded, the answer is no. What
//! rests on a consent ends with it: see [`store::end_what_rests_on`].

pub mod model;
pub mod pages;
pub mod rules;
pub mod store;

pub use model::{Consent, Decision, Record, Scope};
pub use rules::{Standing, live, standing};
pub use store::{not_permitting, of_patient};
