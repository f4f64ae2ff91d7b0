//! Calendars that are subscribed to: the coordinator of the first facility has the whole facility and its first room, its first
//! practitioner the own sessions.

use app::access::feeds::token_hash;
use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{FeedId, RoomId, UserId};

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
    let Some(practitioner) = staff.practitioners.first() else { return Ok(()) };
    let (Some(room), at) = (facility.large.first(), calendar.beginning()) else { return Ok(()) };
    let mut rows =
        Rows::new("access_feed", &["id", "user_id", "kind", "facility_id", "room_id", "token_hash", "created_at"]);
    let held: [(UserId, &str, Option<RoomId>); 3] = [
        (staff.coordinator.id, "facility", None),
        (staff.coordinator.id, "room", Some(room.id)),
        (practitioner.id, "own", None),
    ];
    for (token, (user, kind, room)) in TOKENS.into_iter().zip(held) {
        rows.push(cells![chance.id::<FeedId>(at), user, kind, facility.id, room, token_hash(token), at]);
    }
    rows.insert(tx).await
}
