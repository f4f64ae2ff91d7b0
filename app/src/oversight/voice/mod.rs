//! The reviewer's voice: [`comments`] beside a plan or a signed note, and [`questions`] that a practitioner answers by a day. Neither
//! touches what it is about: a plan and a note stay as they were signed, and no export of a chart carries a word of either.

pub mod comments;
pub mod questions;
mod reading;
