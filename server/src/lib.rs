//! Ergon's one binary: settings, the HTTP server around the product, the command line, jobs and the demonstration data.
//! [`boot`] makes the server from settings; tests start exactly that.

pub mod boot;
pub mod cli;
pub mod demo;
pub mod http;
pub mod intake;
pub mod jobs;
pub mod keeping;
pub mod settings;
