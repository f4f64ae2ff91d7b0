//! Sessions, as questions to the database: the head and roster of one ([`sheet`]), lists ([`lists`]), booking ([`request`]) and
//! recording ([`record`]).

pub mod lists;
pub mod record;
pub mod request;
pub mod sheet;
