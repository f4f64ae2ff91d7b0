//! Black-box tests through `boot`: a real server on a free port, a real client with a cookie jar, on SQLite and on PostgreSQL.

mod admin;
mod canary;
mod custody;
mod harness;
mod migrations;
mod oversight;
mod patients;
mod plans;
mod routes;
mod seal;
mod sessions;
mod signing_in;
mod statements;
mod walls;
