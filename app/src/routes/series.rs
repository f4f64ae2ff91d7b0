//! Series of sessions, as health makes them and as corrections plan around them.

use crate::access::policy::Permission as P;
use crate::care::series::pages::{list, show};
use crate::custody::series::pages as board;
use crate::kit::ids::SeriesId;
use crate::web::Routes;

pub const SERIES: &str = "/series";
pub const SERIES_BOARD: &str = "/board/series";

/// One series; what changes it is sent to the same address.
#[must_use]
pub fn series(id: SeriesId) -> String {
    format!("{SERIES}/{id}")
}

#[must_use]
pub fn series_leave_out(id: SeriesId) -> String {
    format!("{SERIES}/{id}/leave-out")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(SERIES, P::SessionRequest, list::page)
        .get("/series/{id}", P::SessionRequest, show::page)
        .post("/series/{id}", P::SessionRequest, show::change)
        .post("/series/{id}/leave-out", P::SessionRequest, show::leave_out)
        .get(SERIES_BOARD, P::BoardRead, board::page)
}
