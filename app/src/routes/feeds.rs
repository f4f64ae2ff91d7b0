//! Calendars to subscribe to.

use crate::access::feeds;
use crate::access::policy::Permission as P;
use crate::kit::ids::FeedId;
use crate::web::{Needs, Routes};

pub const FEEDS: &str = "/account/feeds";

#[must_use]
pub fn feed_revoke(id: FeedId) -> String {
    format!("{FEEDS}/{id}/revoke")
}

/// The secret address of a calendar. It needs no sign-in: the calendar is its owner's, with what the owner may see.
#[must_use]
pub fn feed(token: &str) -> String {
    format!("/feeds/{token}.ics")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(FEEDS, P::OwnAccount, feeds::page)
        .post(FEEDS, P::OwnAccount, feeds::make)
        .post("/account/feeds/{id}/revoke", P::OwnAccount, feeds::revoke)
        .get("/feeds/{file}", Needs::Nobody, feeds::fetch)
}
