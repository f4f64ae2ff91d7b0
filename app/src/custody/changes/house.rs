//! What both sides are told when the house changes: another regime, or something that is closed, whether by hand or by a file.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::model::{ChangeKind, MadeBy, NewChange};
use super::store::note;
use crate::custody::places::model::Week;
use crate::custody::places::{rules, store};
use crate::kit::clock::Clock;
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{FacilityId, RoomId};

/// A closure that is new.
#[derive(Debug, Clone, Copy)]
pub struct Closed {
    pub facility: FacilityId,
    pub room: Option<RoomId>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

/// How the regime differs from what it was before, and how many sessions ahead no longer fit.
pub async fn regime(
    tx: &mut impl HasConn,
    (facility, zone): (FacilityId, Tz),
    before: &Week,
    clock: &Clock,
) -> Result<(), DbError> {
    let after = store::week(tx, facility).await?;
    let Some((earlier, later)) = rules::difference(before, &after) else { return Ok(()) };
    let times = store::coming_times(tx, facility, clock.now()).await?;
    let touched =
        times.into_iter().filter(|(from, to, part)| !rules::fits_at((*from, *to), *part, &after, zone)).count();
    note(tx, house(facility, ChangeKind::RegimeChanged, (earlier, later), touched, clock)).await
}

/// What is closed, and how many sessions lie in it. Of what is past nobody is told.
pub async fn closure(tx: &mut impl HasConn, closed: &Closed, clock: &Clock) -> Result<(), DbError> {
    if closed.ends_at <= clock.now() {
        return Ok(());
    }
    let span = (closed.starts_at, closed.ends_at);
    let touched = store::touched(tx, (closed.facility, closed.room), span).await?.len();
    let times = (closed.starts_at.to_rfc3339(), closed.ends_at.to_rfc3339());
    note(tx, house(closed.facility, ChangeKind::RoomClosed, times, touched, clock)).await
}

/// A change that is about nobody.
fn house(
    facility: FacilityId,
    kind: ChangeKind,
    (earlier, later): (String, String),
    touched: usize,
    clock: &Clock,
) -> NewChange {
    NewChange {
        id: clock.new_id(),
        facility,
        person: None,
        slot: None,
        kind,
        reason: None,
        earlier,
        later,
        touched: i32::try_from(touched).unwrap_or(i32::MAX),
        by: MadeBy::Nobody,
        at: clock.now(),
    }
}
