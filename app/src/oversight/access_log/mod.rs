//! Who opened what: the auditor's view of the access rows. People in custody appear under pseudonyms, nothing clinical is
//! within reach of the system side, and each row shows whether it is sealed yet.

mod file;
pub mod pages;
mod parts;
mod store;
#[cfg(test)]
mod tests;

pub use file::file;
pub use pages::page;
