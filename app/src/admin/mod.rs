//! Reference data and users: imports from files, accounts and roles.

pub mod approvals;
pub mod backups;
pub mod import;
pub mod settings;
pub mod users;
