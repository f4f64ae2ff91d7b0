//! Black-box tests through `boot`: a real server on a free port, a real client with a cookie jar, on SQLite and on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test ends by panicking, also in the functions that it shares with others"
)]

mod admin;
mod blind;
mod canary;
mod consents;
mod custody;
mod elsewhere;
mod escorts;
mod evaluations;
mod fhir;
mod files;
mod guarding;
mod harness;
mod keeping;
mod keys;
mod leaving;
mod library;
mod lists;
mod lockdowns;
mod measures;
mod migrations;
mod moves;
mod notes;
mod oversight;
mod patients;
mod places;
mod plan_goals;
mod plans;
mod prison_files;
mod processes;
mod programmes;
mod pseudonyms;
mod referrals;
mod refusals;
mod reports;
mod review;
mod routes;
mod samples;
mod seal;
mod second_factor;
mod series;
mod sessions;
mod signing_in;
mod statements;
mod tools;
mod training;
mod turns;
mod voice;
mod walls;
