//! What every feature uses: identifiers, clock, database, forms, and the pieces that pages are built from.

pub mod clock;
pub mod db;
pub mod export;
pub mod form;
pub mod ical;
pub mod ids;
pub mod local_time;
pub mod page;
pub mod recurrence;
pub mod spoken;
pub mod text_enum;
pub mod ui;
