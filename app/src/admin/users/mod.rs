//! Users as the administrator sees them: who there is, in which roles, who may sign in. Nobody changes his own account here.

pub mod file;
pub mod pages;
pub mod removal;
pub mod rules;
mod store;
mod views;
