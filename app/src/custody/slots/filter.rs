//! What of the board is asked for. It stands in the address, so that a view can be kept, sent and printed again.

use chrono::{Datelike as _, Days, NaiveDate};

use super::model::{BoardSlot, SlotStatus};
use crate::kit::form::Fields;
use crate::kit::ids::{RoomId, UserId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardFilter {
    pub date: NaiveDate,
    pub week: bool,
    /// Only rooms that hold a session.
    pub used: bool,
    pub room: Option<RoomId>,
    pub practitioner: Option<UserId>,
    pub status: Option<SlotStatus>,
    /// Only what waits for custody's answer.
    pub waits: bool,
}

impl BoardFilter {
    #[must_use]
    pub const fn day(date: NaiveDate) -> Self {
        Self { date, week: false, used: false, room: None, practitioner: None, status: None, waits: false }
    }

    /// What cannot be read is not asked for.
    pub fn parse(fields: &mut Fields, today: NaiveDate, week: bool) -> Self {
        let date = fields.date("date").filter(|date| (1900..3000).contains(&date.year())).unwrap_or(today);
        Self {
            date,
            week,
            used: fields.get("rooms") == "used",
            room: fields.get("room").parse().ok(),
            practitioner: fields.get("practitioner").parse().ok(),
            status: SlotStatus::from_code(fields.get("status")),
            waits: fields.get("waits") == "yes",
        }
    }

    /// The first day and how many there are.
    #[must_use]
    pub fn days(&self) -> (NaiveDate, usize) {
        if !self.week {
            return (self.date, 1);
        }
        let back = Days::new(u64::from(self.date.weekday().num_days_from_monday()));
        (self.date.checked_sub_days(back).unwrap_or(self.date), 7)
    }

    /// The same about another day, so many days or weeks on.
    #[must_use]
    pub fn on(&self, date: NaiveDate) -> Self {
        Self { date, ..self.clone() }
    }

    #[must_use]
    pub fn shows(&self, slot: &BoardSlot) -> bool {
        self.room.is_none_or(|room| room == slot.room_id)
            && self.practitioner.is_none_or(|user| user == slot.practitioner_id)
            && self.status.is_none_or(|status| status == slot.status)
            && (!self.waits || slot.status == SlotStatus::Requested)
    }

    /// Whether rooms without a session that is shown are left out.
    #[must_use]
    pub const fn is_narrow(&self) -> bool {
        self.used || self.practitioner.is_some() || self.status.is_some() || self.waits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written_alike() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let id = "00000000-0000-0000-0000-000000000007";
        for (sent, week, first) in [
            ("date=2026-11-25", false, 25),
            ("", true, 23),
            ("date=2026-11-29&waits=yes", true, 23),
            ("date=9999-01-01&status=perhaps&room=x", false, 25),
            (&format!("date=2026-11-25&rooms=used&status=requested&room={id}&practitioner={id}"), false, 25),
        ] {
            let mut fields = Fields::parse(sent.as_bytes()).unwrap();
            let filter = BoardFilter::parse(&mut fields, today, week);
            assert_eq!(filter.days().0.day(), first, "{sent}");
            let address = crate::routes::board_of(&filter);
            let query = address.split_once('?').unwrap().1;
            let again = BoardFilter::parse(&mut Fields::parse(query.as_bytes()).unwrap(), today, week);
            assert_eq!(again, filter, "{address}");
        }
    }
}
