//! The training register: courses and who taught them, certificates and until when they are valid, what each unit needs, and what
//! follows for whoever signs. Both sides read it, each as far as the matrix says; the head writes it through care. No patient
//! stands in it, and no free text in which one could be named.

pub mod certificate;
pub mod cosign;
mod door;
mod lineage;
pub mod model;
pub mod pages;
pub mod requirements;
pub mod rules;
pub mod store;
mod write;
