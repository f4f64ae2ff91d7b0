//! Data from CSV files: facilities, rooms, the regime, staff, people, where they are, whom to keep apart, what is closed and who
//! is taken where. A file is read, every bad row is named with
//! its line, column and reason, and only a file without any is applied, in one transaction. Applying the same file again
//! changes nothing. The command line and the pages use the same functions: [`file::decode`], [`plan::prepare`] and
//! [`plan::Prepared::write`].
//!
//! To add a kind of file: a line in [`file::Kind`] with its columns, and a module that makes rows to write of it.

mod closures;
mod facilities;
pub mod fault;
pub mod file;
mod housing;
mod keep_apart;
mod known;
pub mod listed;
mod outings;
pub mod pages;
mod people;
pub mod plan;
mod regime;
mod rooms;
mod row;
pub mod staff;
mod store;
#[cfg(test)]
mod tests;
pub mod views;

pub use fault::Fault;
pub use file::{Kind, decode};
pub use plan::{Prepared, Stamp, prepare};
pub use store::Upload;
