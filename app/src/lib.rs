//! Ergon: an occupational therapy record for prison health units, with two faces for one booked session.
//!
//! `care` is the clinical record, `custody` the operational one, `oversight` what reviewers and auditors see, `admin` the
//! reference data, `exchange` what other systems are given. `access` decides who may do what and is the only way to a
//! transaction; `kit` is what every feature uses; `web` is the shape of a request and of a page; `routes` names every path
//! and the permission it needs. The browser gets HTML, and WebAssembly only for what stands in `islands`.

#[cfg(feature = "ssr")]
pub mod access;
#[cfg(feature = "ssr")]
pub mod admin;
#[cfg(feature = "ssr")]
pub mod care;
#[cfg(feature = "ssr")]
pub mod custody;
#[cfg(feature = "ssr")]
pub mod error;
#[cfg(feature = "ssr")]
pub mod exchange;
#[cfg(feature = "ssr")]
pub mod i18n;
pub mod islands;
#[cfg(feature = "ssr")]
pub mod kit;
#[cfg(feature = "ssr")]
pub mod oversight;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod setup;
#[cfg(feature = "ssr")]
pub mod training;
#[cfg(feature = "ssr")]
pub mod web;
