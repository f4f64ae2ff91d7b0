//! What other systems are given.

pub mod fhir;
