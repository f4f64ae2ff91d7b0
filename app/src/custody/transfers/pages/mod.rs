//! The pages of moves: [`list`] of all, [`plan`] to find somebody and say where to, [`one`] to carry it out or not.

pub mod file;
pub mod list;
pub mod one;
pub mod plan;
