//! Days and times that come again: on which dates a rule falls, and what the clock of a place makes of each. Pure, over calendar
//! dates: an instant comes out only at the end, so that a day on which clocks change shifts nothing.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::local_time::{instant, local_date, minute_of_day};

/// On which dates something comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    /// At most so many dates.
    pub most: Option<i32>,
    /// ISO weekdays as bits: 1 is Monday, 64 is Sunday.
    pub weekdays: i32,
    pub every_weeks: i32,
}

/// The bit of a date's weekday.
#[must_use]
pub fn weekday_bit(date: NaiveDate) -> i32 {
    1 << date.weekday().num_days_from_monday()
}

impl Rule {
    /// Every date of the rule, in order. Weeks are counted from the one that it starts in.
    pub fn dates(self) -> impl Iterator<Item = NaiveDate> {
        let monday =
            self.starts_on.checked_sub_days(Days::new(u64::from(self.starts_on.weekday().num_days_from_monday())));
        let step = u64::try_from(self.every_weeks.max(1)).unwrap_or(1) * 7;
        let weeks = (0_u64..).map_while(move |week| monday?.checked_add_days(Days::new(week * step)));
        let days = weeks.flat_map(|monday| (0..7).filter_map(move |day| monday.checked_add_days(Days::new(day))));
        let most = self.most.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(0));
        // A rule without a weekday would look for one for ever.
        days.take_while(move |date| self.weekdays & 127 != 0 && self.ends_on.is_none_or(|end| *date <= end))
            .filter(move |date| *date >= self.starts_on && self.weekdays & weekday_bit(*date) != 0)
            .take(most)
    }

    /// Its dates from one day to another, both included.
    #[must_use]
    pub fn between(self, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        self.dates().skip_while(|date| *date < from).take_while(|date| *date <= to).collect()
    }
}

/// A part of a day, in minutes after local midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours<P> {
    pub part: P,
    pub start: i32,
    pub end: i32,
}

/// What the time of day depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing<P> {
    /// So many minutes after the beginning of a part, whenever the day's regime begins it.
    Part { part: P, after: i32 },
    /// What the clock shows, in minutes after midnight.
    Clock { minute: i32 },
}

/// Why a date has no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTime {
    /// The day has no such part.
    NoPart,
    /// No part of the day holds the whole of it.
    OutsideHours,
    /// The clock skips that time on that day.
    NoSuchTime,
}

/// From when to when it is on a date, and in which part of that day.
pub fn times<P: Copy + PartialEq>(
    date: NaiveDate,
    timing: Timing<P>,
    minutes: i32,
    hours: &[Hours<P>],
    zone: Tz,
) -> Result<(DateTime<Utc>, DateTime<Utc>, P), NoTime> {
    let start = match timing {
        Timing::Clock { minute } => minute,
        Timing::Part { part, after } => {
            hours.iter().find(|hours| hours.part == part).ok_or(NoTime::NoPart)?.start + after
        }
    };
    let starts_at = instant(date, start, zone).map_err(|_| NoTime::NoSuchTime)?;
    let ends_at = starts_at + TimeDelta::minutes(i64::from(minutes));
    // The end is read off the clock again: where clocks change meanwhile it shows another time.
    let past_midnight = if local_date(ends_at, zone) > date { 1440 } else { 0 };
    let end = minute_of_day(ends_at, zone) + past_midnight;
    let holds = |hours: &&Hours<P>| match timing {
        Timing::Part { part, .. } if hours.part != part => false,
        _ => hours.start <= start && end <= hours.end,
    };
    hours.iter().find(holds).map(|hours| (starts_at, ends_at, hours.part)).ok_or(NoTime::OutsideHours)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn rules_as_people_say_them() {
        let rule = |starts_on, ends_on: Option<&str>, most, weekdays, every_weeks| Rule {
            starts_on: day(starts_on),
            ends_on: ends_on.map(day),
            most,
            weekdays,
            every_weeks,
        };
        // 23 November 2026 is a Monday.
        for (rule, dates) in [
            (rule("2026-11-23", None, Some(3), 1, 1), vec!["2026-11-23", "2026-11-30", "2026-12-07"]),
            (rule("2026-11-25", None, Some(3), 0b101, 2), vec!["2026-11-25", "2026-12-07", "2026-12-09"]),
            (rule("2026-11-24", Some("2026-12-08"), None, 0b10, 1), vec!["2026-11-24", "2026-12-01", "2026-12-08"]),
            (rule("2026-11-24", Some("2026-11-23"), None, 0b10, 1), vec![]),
            (rule("2026-11-24", None, Some(0), 0b10, 1), vec![]),
            (rule("2026-11-24", None, None, 0, 1), vec![]),
        ] {
            assert_eq!(rule.dates().take(9).collect::<Vec<_>>(), dates.into_iter().map(day).collect::<Vec<_>>());
        }
    }

    fn dates() -> impl Strategy<Value = NaiveDate> {
        (0_u64..6000).prop_map(|days| day("2020-01-01") + Days::new(days))
    }

    fn rules() -> impl Strategy<Value = Rule> {
        (dates(), proptest::option::of(0_u64..500), proptest::option::of(0..80), 1..128, 1..13).prop_map(
            |(starts_on, length, most, weekdays, every_weeks)| Rule {
                starts_on,
                ends_on: length.map(|days| starts_on + Days::new(days)),
                most,
                weekdays,
                every_weeks,
            },
        )
    }

    fn zones() -> impl Strategy<Value = Tz> {
        // One where clocks change at midnight, one on the other half of the world, one that never changes.
        prop_oneof![
            Just(chrono_tz::Europe::Belgrade),
            Just(chrono_tz::America::Santiago),
            Just(chrono_tz::Australia::Lord_Howe),
            Just(chrono_tz::UTC)
        ]
    }

    fn monday(date: NaiveDate) -> NaiveDate {
        date - Days::new(u64::from(date.weekday().num_days_from_monday()))
    }

    proptest! {
        /// The rule gives exactly the days that its words describe, looked at one by one.
        #[test]
        fn a_rule_is_what_its_words_say(rule in rules(), from in 0_u64..400, length in 0_u64..200) {
            let all: Vec<NaiveDate> = rule.starts_on.iter_days().take(900)
                .filter(|date| rule.weekdays & weekday_bit(*date) != 0)
                .filter(|date| (monday(*date) - monday(rule.starts_on)).num_weeks() % i64::from(rule.every_weeks) == 0)
                .filter(|date| rule.ends_on.is_none_or(|end| *date <= end))
                .take(rule.most.map_or(usize::MAX, |most| usize::try_from(most).unwrap()))
                .collect();
            let (from, to) = (rule.starts_on + Days::new(from), rule.starts_on + Days::new(from + length));
            let expected: Vec<NaiveDate> = all.into_iter().filter(|date| *date >= from && *date <= to).collect();
            prop_assert_eq!(rule.between(from, to), expected);
        }

        /// What is asked for in two windows is what is asked for in both at once: a job that runs daily misses nothing and
        /// doubles nothing.
        #[test]
        fn windows_join(rule in rules(), from in 0_u64..300, first in 0_u64..90, second in 1_u64..90) {
            let at = |days| rule.starts_on + Days::new(days);
            let mut joined = rule.between(at(from), at(from + first));
            joined.extend(rule.between(at(from + first + 1), at(from + first + second)));
            prop_assert_eq!(joined, rule.between(at(from), at(from + first + second)));
        }

        /// By the clock: every session shows the same time, in summer and in winter, or is reported.
        #[test]
        fn the_clock_shows_the_same_time(date in dates(), zone in zones(), minute in 0..1380, minutes in 5..60) {
            let hours = [Hours { part: 'd', start: 0, end: 1440 }];
            match times(date, Timing::Clock { minute }, minutes, &hours, zone) {
                Ok((from, to, _)) => {
                    prop_assert_eq!((local_date(from, zone), minute_of_day(from, zone)), (date, minute));
                    prop_assert_eq!((to - from).num_minutes(), i64::from(minutes));
                }
                Err(why) => {
                    prop_assert_eq!(why, NoTime::NoSuchTime);
                    prop_assert!(instant(date, minute, zone).is_err());
                }
            }
        }

        /// By the regime: a part that begins later takes the session with it; a day without the part has none.
        #[test]
        fn a_part_takes_its_sessions_along(
            date in dates(), zone in zones(), start in 300..900, length in 30..300, shift in -120..120, after in 0..120, minutes in 5..120
        ) {
            let timing = Timing::Part { part: 'a', after };
            let hours = |start| [Hours { part: 'e', start: 1200, end: 1320 }, Hours { part: 'a', start, end: start + length }];
            match (times(date, timing, minutes, &hours(start), zone), times(date, timing, minutes, &hours(start + shift), zone)) {
                (Ok((before, _, part)), Ok((later, end, _))) => {
                    prop_assert_eq!(part, 'a');
                    prop_assert_eq!((later - before).num_minutes(), i64::from(shift));
                    prop_assert!(minute_of_day(end, zone) <= start + shift + length);
                }
                // The part's length did not change: it holds the session at either time or at neither.
                (before, later) => prop_assert_eq!(before.err(), later.err()),
            }
            prop_assert_eq!(times(date, timing, minutes, &hours(start)[..1], zone), Err(NoTime::NoPart));
        }
    }
}
