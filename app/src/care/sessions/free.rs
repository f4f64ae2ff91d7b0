//! Free places for a session that is about to be asked for: the people, the practitioner and a room. They are found by the rules by
//! which custody moves sessions; what stands in the way of the others is told to nobody.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::store::request::{self, OfferedRoom};
use crate::custody::escorts::officers::Officers;
use crate::custody::moves::model::{Busy, NewPlace, Obstacle, RoomFor};
use crate::custody::moves::rules::Ground;
use crate::custody::moves::store as moves;
use crate::custody::slots::hindrances::{BETWEEN, near};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::db::CareTx;
use crate::kit::ids::{PersonId, RoomId, SlotId};
use crate::kit::local_time::{clock_text, day_bounds};
use crate::web::Ctx;

/// Days that are looked at.
const AHEAD: usize = 10;
/// What a session lasts unless somebody says otherwise.
const USUAL: i32 = 60;

/// A place that can be taken with one button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Free {
    /// What the form reads when the button was pressed.
    pub value: String,
    pub label: String,
}

/// Free places from one day on, for these people and whoever asks.
pub async fn places(ctx: &Ctx, tx: &mut CareTx, people: &[PersonId], first: NaiveDate) -> Result<Vec<Free>> {
    let place = ctx.place()?;
    let first = first.max(ctx.today());
    let last = first.checked_add_days(Days::new(AHEAD as u64)).unwrap_or(first);
    let (from, to) = (day_bounds(first, place.zone).0, day_bounds(last, place.zone).1);
    let rooms = request::rooms(tx, place.id).await?;
    let wanted: Vec<Uuid> = std::iter::once(ctx.actor.id.0)
        .chain(people.iter().map(|person| person.0))
        .chain(rooms.iter().map(|room| room.id.0))
        .collect();
    let is_room = |id: Uuid| rooms.iter().find(|room| room.id.0 == id).map(|room| room.id);
    let taken = request::taken(tx, &wanted, from, to).await?.into_iter().map(|taken| Busy {
        room: is_room(taken.resource_id),
        starts_at: taken.starts_at,
        ends_at: taken.ends_at,
        what: Obstacle::RoomTaken,
    });
    let closed = moves::closures(tx, place.id, from, to).await?.into_iter().map(|closed| Busy {
        room: closed.room_id,
        starts_at: closed.starts_at,
        ends_at: closed.ends_at,
        what: Obstacle::Closed,
    });
    let still = moves::standing_still(tx, place.id, people, (from, to)).await?;
    let near = near(tx, people, SlotId(Uuid::nil()), (from, to), (first, last)).await?.into_iter().map(|near| Busy {
        room: Some(near.room_id),
        starts_at: near.starts_at - BETWEEN,
        ends_at: near.ends_at + BETWEEN,
        what: Obstacle::KeptApart,
    });
    let ground = Ground {
        zone: place.zone,
        now: ctx.now(),
        minutes: USUAL,
        people: i64::try_from(people.len()).unwrap_or(i64::MAX),
        regime: moves::week(tx, place.id).await?,
        busy: taken.chain(closed).chain(still).chain(near).collect(),
        not_before: moves::not_before_of(tx, people, first).await?,
        escort: 0,
        officers: Officers::default(),
        rooms: rooms
            .iter()
            .map(|room| RoomFor { id: room.id, name: room.name.clone(), capacity: room.capacity })
            .collect(),
    };
    let own = rooms.first().map_or(RoomId(Uuid::nil()), |room| room.id);
    Ok(ground.suggestions(first, AHEAD, own).iter().map(|found| free(ctx.lang, &rooms, found)).collect())
}

fn free(lang: Lang, rooms: &[OfferedRoom], place: &NewPlace) -> Free {
    let room = rooms.iter().find(|room| room.id == place.room).map_or("", |room| room.name.as_str());
    let (start, end) = (clock_text(place.minute), clock_text(place.minute + USUAL));
    Free {
        value: format!("{} {} {start} {}", place.date, place.part, place.room),
        label: format!("{} {start}–{end} · {room}", lang.long_date(place.date)),
    }
}

/// Date, part, start and room of the button that was pressed; nothing when it is none of these.
#[must_use]
pub fn picked(value: &str) -> Option<[(&'static str, &str); 4]> {
    let mut words = value.split(' ');
    let found = [("date", words.next()?), ("part", words.next()?), ("start", words.next()?), ("room", words.next()?)];
    words.next().is_none().then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_says_the_whole_place() {
        let room = "00000000-0000-0000-0000-000000000001";
        let value = format!("2026-11-24 am 09:15 {room}");
        assert_eq!(picked(&value), Some([("date", "2026-11-24"), ("part", "am"), ("start", "09:15"), ("room", room)]));
        for wrong in ["", "2026-11-24", "2026-11-24 am 09:15", "a b c d e"] {
            assert_eq!(picked(wrong), None, "{wrong}");
        }
    }
}
