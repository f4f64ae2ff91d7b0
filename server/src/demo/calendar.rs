//! When sessions are: a week's timetable inside the regime, in the facilities' own time.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, TimeDelta, TimeZone as _, Utc};

use super::places::ZONE;

/// A place in the day's timetable that one practitioner can fill with one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub part: &'static str,
    /// Minutes after local midnight.
    pub start: i64,
    pub minutes: i64,
}

pub const CELLS: [Cell; 4] = [
    Cell { part: "am", start: 8 * 60 + 15, minutes: 60 },
    Cell { part: "am", start: 9 * 60 + 30, minutes: 90 },
    Cell { part: "pm", start: 13 * 60 + 15, minutes: 60 },
    Cell { part: "pm", start: 14 * 60 + 30, minutes: 90 },
];
pub const EVENING: Cell = Cell { part: "eve", start: 17 * 60 + 45, minutes: 75 };

/// The instant of a local clock time.
pub fn instant(date: NaiveDate, minute: i64) -> DateTime<Utc> {
    let local = date.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(minute);
    // Clocks change at night; nothing here is at night.
    ZONE.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

/// The story's time: from the first Monday, through `weeks`, to the end of the week after this one.
#[derive(Debug, Clone, Copy)]
pub struct Calendar {
    pub today: NaiveDate,
    pub weeks: u32,
}

impl Calendar {
    pub fn this_monday(self) -> NaiveDate {
        self.today - Days::new(u64::from(self.today.weekday().num_days_from_monday()))
    }

    pub fn monday(self, week: u32) -> NaiveDate {
        self.this_monday() - Days::new(7 * u64::from(self.weeks)) + Days::new(7 * u64::from(week))
    }

    /// The weeks to tell of: the past ones, this one and the next.
    pub fn all_weeks(self) -> std::ops::Range<u32> {
        0..self.weeks + 2
    }

    /// Before everything: when facilities, users and people were entered.
    pub fn beginning(self) -> DateTime<Utc> {
        instant(self.monday(0) - Days::new(42), 9 * 60)
    }

    /// The moment the story has come to.
    pub fn now(self) -> DateTime<Utc> {
        self.today.and_time(chrono::NaiveTime::MIN).and_utc()
    }
}

pub fn is_weekend(date: NaiveDate) -> bool {
    date.weekday().num_days_from_monday() >= 5
}

/// The letter of the `n`-th session of a day: A … Z, AA, AB …
pub fn letters(n: usize) -> String {
    let last = char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if n < 26 { last.to_string() } else { format!("{}{last}", letters(n / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([0, 25, 26, 51, 52, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "AAA"]);
    }

    #[test]
    fn local_mornings_move_with_summer_time() {
        let hour = |month| instant(NaiveDate::from_ymd_opt(2026, month, 5).unwrap(), 480).format("%H:%M").to_string();
        assert_eq!([hour(1), hour(7)], ["07:00", "06:00"]);
    }
}
