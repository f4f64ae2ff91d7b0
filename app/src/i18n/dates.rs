//! Dates and times as people write them: `22.11.2026` in Albanian and Serbian, `22 Nov 2026` in English; the day's name
//! from the language files; clock times in the facility's zone with 24 hours.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;

use super::Lang;

impl Lang {
    /// A short date.
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        match self {
            Self::En => {
                format!("{} {} {}", date.day(), self.t(&format!("kit-month-short-{}", date.month())), date.year())
            }
            Self::Sq => format!("{:02}.{:02}.{}", date.day(), date.month(), date.year()),
            Self::Sr => format!("{}. {}. {}.", date.day(), date.month(), date.year()),
        }
    }

    /// Weekday, day and month in words, for a page's heading.
    #[must_use]
    pub fn long_date(self, date: NaiveDate) -> String {
        let weekday = self.t(&format!("kit-weekday-{}", date.weekday().number_from_monday()));
        let month = self.t(&format!("kit-month-{}", date.month()));
        match self {
            Self::En => format!("{weekday} {} {month} {}", date.day(), date.year()),
            Self::Sq => format!("{weekday}, {} {month} {}", date.day(), date.year()),
            Self::Sr => format!("{weekday}, {}. {month} {}.", date.day(), date.year()),
        }
    }

    /// The clock time of an instant in a zone.
    #[must_use]
    pub fn time(self, at: DateTime<Utc>, zone: Tz) -> String {
        let local = at.with_timezone(&zone);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// From and to, with the date of what ends on another day.
    #[must_use]
    pub fn times(self, from: DateTime<Utc>, to: DateTime<Utc>, zone: Tz) -> String {
        let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        // Until midnight is still that day.
        if day(from) >= day(to - TimeDelta::seconds(1)) {
            format!("{}–{}", self.time(from, zone), self.time(to, zone))
        } else {
            format!("{} – {}", self.time(from, zone), self.date_time(to, zone))
        }
    }

    /// Date and clock time.
    #[must_use]
    pub fn date_time(self, at: DateTime<Utc>, zone: Tz) -> String {
        format!("{} {}", self.date(at.with_timezone(&zone).date_naive()), self.time(at, zone))
    }

    /// Hours with one decimal, from minutes.
    #[must_use]
    pub fn hours(self, minutes: i64) -> String {
        let tenths = (minutes.abs() * 10 + 30) / 60;
        let sign = if minutes < 0 { "−" } else { "" };
        let mark = if self == Self::En { '.' } else { ',' };
        format!("{sign}{}{mark}{}", tenths / 10, tenths % 10)
    }

    /// A decimal number with `places` digits after the mark.
    #[must_use]
    pub fn decimal(self, number: f64, places: usize) -> String {
        let text = format!("{number:.places$}").replace('-', "−");
        if self == Self::En { text } else { text.replace('.', ",") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_writes_its_own_way() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
        assert_eq!(
            [Lang::En.date(date), Lang::Sq.date(date), Lang::Sr.date(date)],
            ["2 Nov 2026", "02.11.2026", "2. 11. 2026."]
        );
        assert_eq!([Lang::En.hours(95), Lang::Sq.hours(90), Lang::Sr.hours(-30)], ["1.6", "1,5", "−0,5"]);
        assert_eq!(Lang::Sr.decimal(-1.25, 1), "−1,2");
    }

    #[test]
    fn what_ends_on_another_day_says_so() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let zone = chrono_tz::Europe::Belgrade;
        for (from, to, expected) in [
            ("2026-11-02T09:00:00Z", "2026-11-02T10:00:00Z", "10:00–11:00"),
            ("2026-11-02T21:00:00Z", "2026-11-02T23:00:00Z", "22:00–00:00"),
            ("2025-10-25T21:30:00Z", "2025-10-26T02:00:00Z", "23:30 – 26 Oct 2025 03:00"),
        ] {
            assert_eq!(Lang::En.times(at(from), at(to), zone), expected);
        }
    }
}
