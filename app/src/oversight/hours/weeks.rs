//! ISO weeks of a facility: from Monday's midnight at the place to the next. Their bounds are found here as instants and bound
//! into the questions, since the two engines have no common words for weeks and zones.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc, Weekday};
use chrono_tz::Tz;

use crate::i18n::Lang;

/// One week, from `from` until just before `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    pub year: i32,
    pub number: u32,
    pub monday: NaiveDate,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
}

impl Week {
    /// The week that a day lies in.
    #[must_use]
    pub fn of(day: NaiveDate, zone: Tz) -> Self {
        let monday = day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day);
        let next = monday.checked_add_days(Days::new(7)).unwrap_or(monday);
        let week = monday.iso_week();
        Self { year: week.year(), number: week.week(), monday, from: midnight(monday, zone), to: midnight(next, zone) }
    }

    /// Reads `2026-W48`, as an address has it.
    #[must_use]
    pub fn parse(code: &str, zone: Tz) -> Option<Self> {
        let (year, number) = code.trim().split_once("-W")?;
        let year = year.parse().ok().filter(|year| (1900..=2200).contains(year))?;
        Some(Self::of(NaiveDate::from_isoywd_opt(year, number.parse().ok()?, Weekday::Mon)?, zone))
    }

    /// As `2026-W48`.
    #[must_use]
    pub fn code(&self) -> String {
        format!("{:04}-W{:02}", self.year, self.number)
    }

    /// The week so many weeks later, or earlier.
    #[must_use]
    pub fn plus(&self, weeks: i64, zone: Tz) -> Self {
        Self::of(self.monday.checked_add_signed(TimeDelta::weeks(weeks)).unwrap_or(self.monday), zone)
    }

    /// `count` weeks of which this is the last, the earliest first.
    #[must_use]
    pub fn back(&self, count: u32, zone: Tz) -> Vec<Self> {
        (0..i64::from(count)).rev().map(|weeks| self.plus(-weeks, zone)).collect()
    }

    #[must_use]
    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && at < self.to
    }

    /// The last day, Sunday.
    #[must_use]
    pub fn sunday(&self) -> NaiveDate {
        self.monday.checked_add_days(Days::new(6)).unwrap_or(self.monday)
    }

    /// For a heading.
    #[must_use]
    pub fn label(&self, lang: Lang) -> String {
        lang.t_with(
            "oversight-week",
            &[
                ("n", self.number.into()),
                ("from", lang.date(self.monday).into()),
                ("to", lang.date(self.sunday()).into()),
            ],
        )
    }

    /// For a column of a chart.
    #[must_use]
    pub fn short(&self, lang: Lang) -> String {
        lang.t_with("oversight-week-short", &[("n", self.number.into())])
    }
}

/// The first instant of a day at a place. Where clocks are put forward at midnight the day begins an hour later.
#[must_use]
pub fn midnight(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let start = day.and_time(NaiveTime::MIN);
    (0..=3)
        .find_map(|hours| zone.from_local_datetime(&(start + TimeDelta::hours(hours))).earliest())
        .map_or_else(|| start.and_utc(), |at| at.to_utc())
}
