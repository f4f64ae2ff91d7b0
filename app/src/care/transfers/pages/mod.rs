//! The pages of packages: [`prepare`] in the old unit, [`inbox`] and [`incoming`] in the new one, [`parts`] of both.

pub mod file;
pub mod inbox;
pub mod incoming;
mod parts;
pub mod prepare;
