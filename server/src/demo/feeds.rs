//! Calendars that are subscribed to: the coordinator of the first facility has the whole facility, its first practitioner the own
//! sessions, and the coordinator of the last facility a room.

use app::access::feeds::token_hash;
use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{FacilityId, FeedId, RoomId, UserId};
use chrono::TimeDelta;

use super::calendar::Calendar;
use super::chance::Chance;
use super::places::Facility;
use super::users::Users;

/// The secret part of each address, which in demonstration data is no secret.
pub const TOKENS: [&str; 3] = ["demo-facility", "demo-room", "demo-own"];

pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facilities: &[Facility],
    users: &Users,
) -> Result<(), DbError> {
    let (Some(facility), Some(staff)) = (facilities.first(), users.staff.first()) else { return Ok(()) };
    let (Some(last), Some(elsewhere)) = (facilities.last(), users.staff.last()) else { return Ok(()) };
    let (Some(practitioner), Some(room)) = (staff.practitioners.first(), last.large.first()) else { return Ok(()) };
    let mut rows = Rows::new(
        "access_feed",
        &["id", "user_id", "kind", "facility_id", "room_id", "token_hash", "created_at", "fetched_at"],
    );
    let held: [(UserId, &str, FacilityId, Option<RoomId>); 3] = [
        (staff.coordinator.id, "facility", facility.id, None),
        (elsewhere.coordinator.id, "room", last.id, Some(room.id)),
        (practitioner.id, "own", facility.id, None),
    ];
    let (at, fetched) = (calendar.beginning(), calendar.beginning() + TimeDelta::days(7));
    for (token, (user, kind, facility, room)) in TOKENS.into_iter().zip(held) {
        rows.push(cells![chance.id::<FeedId>(at), user, kind, facility, room, token_hash(token), at, fetched]);
    }
    rows.insert(tx).await
}
