//! Where a session could go: whether a place fits, what stands in its way, and which places to suggest. Pure.

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::model::{Busy, NewPlace, Obstacle, RoomFor, WeekPart};
use crate::custody::escorts::officers::Officers;
use crate::custody::slots::Part;
use crate::kit::ids::RoomId;
use crate::kit::local_time::instant;

/// Sessions begin at quarters of an hour when the rules choose.
const STEP: usize = 15;
/// Suggestions at once: more would have to be compared, and one is enough.
const MOST: usize = 6;

/// All that decides where one session can go.
#[derive(Debug, Clone)]
pub struct Ground {
    pub zone: Tz,
    pub now: DateTime<Utc>,
    pub minutes: i32,
    pub people: i64,
    pub rooms: Vec<RoomFor>,
    pub regime: Vec<WeekPart>,
    pub busy: Vec<Busy>,
    /// The latest of its people's 'not before', in minutes after midnight.
    pub not_before: Option<i32>,
    /// Officers that the session needs, and those there are.
    pub escort: i32,
    pub officers: Officers,
}

impl Ground {
    /// The parts of a day's regime.
    fn parts(&self, date: NaiveDate) -> impl Iterator<Item = &WeekPart> {
        let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(1);
        self.regime.iter().filter(move |row| row.weekday == weekday)
    }

    /// The session at this time in this room, or the first thing that stands in the way.
    pub fn place(&self, date: NaiveDate, minute: i32, room: RoomId) -> Result<NewPlace, Obstacle> {
        let until = minute + self.minutes;
        let part = self
            .parts(date)
            .find(|row| row.start_minute <= minute && until <= row.end_minute)
            .ok_or(Obstacle::NotInRegime)?
            .part;
        let starts_at = instant(date, minute, self.zone).map_err(|_| Obstacle::NoSuchTime)?;
        let ends_at = starts_at + TimeDelta::minutes(i64::from(self.minutes));
        if starts_at <= self.now {
            return Err(Obstacle::Past);
        }
        if self.not_before.is_some_and(|earliest| minute < earliest) {
            return Err(Obstacle::NotBefore);
        }
        let held = self.rooms.iter().find(|held| held.id == room).ok_or(Obstacle::Other)?;
        if i64::from(held.capacity) < self.people {
            return Err(Obstacle::TooSmall);
        }
        let meets = |busy: &&Busy| {
            busy.starts_at < ends_at && busy.ends_at > starts_at && busy.room.is_none_or(|taken| taken == room)
        };
        match self.busy.iter().find(meets) {
            Some(busy) => Err(busy.what),
            None => Ok(NewPlace { room, date, part, minute, starts_at, ends_at }),
        }
    }

    /// The first time that fits within a part of a day, or what stands in the way at its beginning.
    pub fn first_in(&self, date: NaiveDate, part: Part, room: RoomId) -> Result<NewPlace, Obstacle> {
        let row = self.parts(date).find(|row| row.part == part).ok_or(Obstacle::NotInRegime)?;
        (row.start_minute..row.end_minute)
            .step_by(STEP)
            .find_map(|minute| self.place(date, minute, room).ok())
            .map_or_else(|| self.place(date, row.start_minute, room), Ok)
    }

    /// At most one place in each part of each day from `first` on, the session's own room before others, where officers are left.
    #[must_use]
    pub fn suggestions(&self, first: NaiveDate, days: usize, own: RoomId) -> Vec<NewPlace> {
        let mut rooms: Vec<RoomId> = self.rooms.iter().map(|room| room.id).collect();
        rooms.sort_by_key(|room| *room != own);
        first
            .iter_days()
            .take(days)
            .flat_map(|date| self.parts(date).map(move |row| (date, row.part)))
            .filter(|(date, part)| self.officers.left(*date, *part).is_none_or(|left| left >= self.escort))
            .filter_map(|(date, part)| rooms.iter().find_map(|room| self.first_in(date, part, *room).ok()))
            .take(MOST)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::custody::escorts::model::Supply;

    fn room(n: u128) -> RoomId {
        uuid::Uuid::from_u128(n).into()
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    /// Monday 23 November, in UTC: AM 8 to 11:45 and PM 13 to 16:30 on weekdays; an hour for five people; two rooms.
    fn ground() -> Ground {
        let rooms = [(1, "Kitchen", 8), (2, "Workshop", 12), (3, "Interview room", 2)];
        Ground {
            zone: chrono_tz::UTC,
            now: at("2026-11-23T06:00:00Z"),
            minutes: 60,
            people: 5,
            rooms: rooms.map(|(id, name, capacity)| RoomFor { id: room(id), name: name.to_owned(), capacity }).to_vec(),
            regime: (1..=5)
                .flat_map(|weekday| {
                    [(Part::Am, 480, 705), (Part::Pm, 780, 990)].map(|(part, start_minute, end_minute)| WeekPart {
                        weekday,
                        part,
                        start_minute,
                        end_minute,
                    })
                })
                .collect(),
            busy: Vec::new(),
            not_before: None,
            escort: 1,
            officers: Officers::default(),
        }
    }

    fn busy(room: Option<RoomId>, from: &str, to: &str, what: Obstacle) -> Busy {
        Busy { room, starts_at: at(from), ends_at: at(to), what }
    }

    #[test]
    fn a_place_fits_or_says_what_stands_in_the_way() {
        let mut ground = ground();
        ground.busy = vec![
            busy(Some(room(1)), "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z", Obstacle::RoomTaken),
            busy(None, "2026-11-24T13:00:00Z", "2026-11-24T14:00:00Z", Obstacle::PersonTaken),
            busy(None, "2026-11-25T00:00:00Z", "2026-11-26T00:00:00Z", Obstacle::Closed),
            busy(Some(room(2)), "2026-11-26T08:00:00Z", "2026-11-26T10:00:00Z", Obstacle::KeptApart),
        ];
        for (date, minute, in_room, expected) in [
            (24, 480, 1, Err(Obstacle::RoomTaken)),
            (24, 480, 2, Ok(Part::Am)),
            (24, 540, 1, Ok(Part::Am)),
            (24, 800, 2, Err(Obstacle::PersonTaken)),
            (24, 840, 2, Ok(Part::Pm)),
            (24, 645, 1, Ok(Part::Am)),
            (24, 660, 1, Err(Obstacle::NotInRegime)),
            (24, 740, 1, Err(Obstacle::NotInRegime)),
            (28, 540, 1, Err(Obstacle::NotInRegime)),
            (25, 540, 1, Err(Obstacle::Closed)),
            (26, 540, 2, Err(Obstacle::KeptApart)),
            (26, 540, 1, Ok(Part::Am)),
            (24, 540, 3, Err(Obstacle::TooSmall)),
            (20, 540, 1, Err(Obstacle::Past)),
        ] {
            let found = ground.place(day(date), minute, room(in_room)).map(|place| place.part);
            assert_eq!(found, expected, "{date} {minute} {in_room}");
        }
        ground.not_before = Some(570);
        assert_eq!(ground.place(day(24), 540, room(1)), Err(Obstacle::NotBefore));
        assert_eq!(ground.first_in(day(24), Part::Am, room(1)).map(|place| place.minute), Ok(570));
    }

    #[test]
    fn an_hour_that_the_clocks_leave_out_is_no_place() {
        let night = WeekPart { weekday: 7, part: Part::Am, start_minute: 60, end_minute: 400 };
        let ground = Ground { zone: chrono_tz::Europe::Belgrade, regime: vec![night], ..ground() };
        let sunday = NaiveDate::from_ymd_opt(2027, 3, 28).unwrap();
        assert_eq!(ground.place(sunday, 150, room(1)), Err(Obstacle::NoSuchTime));
    }

    #[test]
    fn suggestions_keep_the_room_and_spare_the_officers() {
        let mut ground = ground();
        ground.busy = vec![busy(Some(room(1)), "2026-11-23T08:00:00Z", "2026-11-23T12:00:00Z", Obstacle::RoomTaken)];
        let supply = |on_date, part, officers| Supply {
            id: uuid::Uuid::nil(),
            weekday: None,
            on_date: Some(on_date),
            part,
            officers,
            women: 0,
            version: 1,
        };
        ground.officers = Officers {
            supply: vec![supply(day(23), Part::Pm, 2), supply(day(24), Part::Am, 2)],
            needed: vec![(day(23), Part::Pm, 2), (day(24), Part::Am, 1)],
        };
        let found: Vec<_> = ground
            .suggestions(day(23), 3, room(1))
            .iter()
            .map(|place| (place.date.day(), place.part, place.minute, place.room == room(1)))
            .collect();
        assert_eq!(
            found,
            [
                (23, Part::Am, 480, false),
                (24, Part::Am, 480, true),
                (24, Part::Pm, 780, true),
                (25, Part::Am, 480, true),
                (25, Part::Pm, 780, true)
            ]
        );
        assert_eq!(ground.suggestions(day(23), 14, room(1)).len(), MOST);
        ground.people = 40;
        assert!(ground.suggestions(day(23), 14, room(1)).is_empty());
    }
}
