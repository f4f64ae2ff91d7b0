//! Settings of the installation: which roles must have a second factor, and after how long without use an account is shut.

mod form;
pub mod pages;
