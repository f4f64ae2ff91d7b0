//! The pages of leaving treatment: [`write`] the summary beside what the record says, and the patient's own [`copy`].

pub mod copy;
pub mod parts;
pub mod write;
