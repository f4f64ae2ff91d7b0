//! The pages of leaving treatment: [`write`] the summary beside what the record says, and the patient's own [`copy`], with the
//! [`plain_words`] for it.

pub mod copy;
pub mod parts;
pub mod plain_words;
pub mod write;
