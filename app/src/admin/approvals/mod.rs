//! Roles in care that an administrator has asked for and that do not hold yet: the head of the health department approves
//! them or not. No administrator can give a role in care alone.

pub mod file;
pub mod pages;
mod store;
