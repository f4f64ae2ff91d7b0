//! The times that hours are reported for. All are whole weeks, since a target is for a week: a month is the weeks whose Thursday
//! lies in it, so weeks add up to months, months to quarters and years, and no day is counted in two.

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate, Utc, Weekday};
use chrono_tz::Tz;

use super::weeks::Week;
use crate::i18n::Lang;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    Week,
    Month,
    Quarter,
    Year,
}

/// Whole weeks, the earliest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    pub length: Length,
    /// As an address has it: `2026-W47`, `2026-11`, `2026-Q4`, `2026`.
    pub code: String,
    pub weeks: Vec<Week>,
}

/// A part of a period: a week, or a month of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub code: String,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    pub weeks: Vec<Week>,
}

/// The weeks whose Thursday lies from `first` until before `next`.
fn weeks_between(first: NaiveDate, next: NaiveDate, zone: Tz) -> Vec<Week> {
    let ahead = (7 + Weekday::Thu.num_days_from_monday() - first.weekday().num_days_from_monday()) % 7;
    let thursday = first.checked_add_days(Days::new(u64::from(ahead)));
    std::iter::successors(thursday, |day| day.checked_add_days(Days::new(7)))
        .take_while(|day| *day < next)
        .map(|day| Week::of(day, zone))
        .collect()
}

impl Period {
    fn months(length: Length, code: String, year: i32, month: u32, count: u32, zone: Tz) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let weeks = weeks_between(first, first.checked_add_months(Months::new(count))?, zone);
        Some(Self { length, code, weeks })
    }

    #[must_use]
    pub fn week(week: Week) -> Self {
        Self { length: Length::Week, code: week.code(), weeks: vec![week] }
    }

    /// Reads an address.
    #[must_use]
    pub fn parse(code: &str, zone: Tz) -> Option<Self> {
        let code = code.trim();
        if let Some(week) = Week::parse(code, zone) {
            return Some(Self::week(week));
        }
        let year_of = |text: &str| text.parse::<i32>().ok().filter(|year| (1900..=2200).contains(year));
        match code.split_once('-') {
            None => {
                let year = year_of(code)?;
                Self::months(Length::Year, format!("{year:04}"), year, 1, 12, zone)
            }
            Some((year, part)) => {
                let year = year_of(year)?;
                if let Some(quarter) = part.strip_prefix('Q') {
                    let quarter = quarter.parse::<u32>().ok().filter(|quarter| (1..=4).contains(quarter))?;
                    return Self::months(
                        Length::Quarter,
                        format!("{year:04}-Q{quarter}"),
                        year,
                        quarter * 3 - 2,
                        3,
                        zone,
                    );
                }
                let month = part.parse::<u32>().ok().filter(|month| (1..=12).contains(month))?;
                Self::months(Length::Month, format!("{year:04}-{month:02}"), year, month, 1, zone)
            }
        }
    }

    /// The period of this length that the week of a day belongs to.
    #[must_use]
    pub fn holding(length: Length, day: NaiveDate, zone: Tz) -> Self {
        let week = Week::of(day, zone);
        let thursday = week.monday.checked_add_days(Days::new(3)).unwrap_or(week.monday);
        let code = match length {
            Length::Week => week.code(),
            Length::Month => format!("{:04}-{:02}", thursday.year(), thursday.month()),
            Length::Quarter => format!("{:04}-Q{}", thursday.year(), thursday.month0() / 3 + 1),
            Length::Year => format!("{:04}", thursday.year()),
        };
        Self::parse(&code, zone).unwrap_or_else(|| Self::week(week))
    }

    #[must_use]
    pub fn from(&self) -> DateTime<Utc> {
        self.weeks.first().map(|week| week.from).unwrap_or_default()
    }

    #[must_use]
    pub fn to(&self) -> DateTime<Utc> {
        self.weeks.last().map(|week| week.to).unwrap_or_default()
    }

    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.weeks.first().map(|week| week.monday).unwrap_or_default()
    }

    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.weeks.last().map(Week::sunday).unwrap_or_default()
    }

    /// The one before, of the same length.
    #[must_use]
    pub fn before(&self, zone: Tz) -> Self {
        let day = self.first_day().checked_sub_days(Days::new(4)).unwrap_or_default();
        Self::holding(self.length, day, zone)
    }

    /// The one after, of the same length.
    #[must_use]
    pub fn after(&self, zone: Tz) -> Self {
        let day = self.last_day().checked_add_days(Days::new(1)).unwrap_or_default();
        Self::holding(self.length, day, zone)
    }

    /// The same a year earlier, for what has a name in every year.
    #[must_use]
    pub fn year_before(&self, zone: Tz) -> Self {
        let (year, rest) = self.code.split_at(self.code.find('-').unwrap_or(self.code.len()));
        let earlier = year.parse::<i32>().ok().and_then(|year| Self::parse(&format!("{:04}{rest}", year - 1), zone));
        earlier.unwrap_or_else(|| self.before(zone))
    }

    /// All of it as one part.
    #[must_use]
    pub fn whole(&self) -> Part {
        Part::of(self)
    }

    /// Its weeks; of a year, its months.
    #[must_use]
    pub fn parts(&self, zone: Tz) -> Vec<Part> {
        if self.length == Length::Year {
            let month = |month: u32| Self::parse(&format!("{}-{month:02}", self.code), zone);
            return (1..=12).filter_map(month).map(|held| Part::of(&held)).collect();
        }
        self.weeks.iter().map(|week| Part::of(&Self::week(*week))).collect()
    }

    /// For a list to choose from: what has a name of its own needs no days.
    #[must_use]
    pub fn choice(&self, lang: Lang) -> String {
        if self.length == Length::Week { self.label(lang) } else { name(lang, &self.code) }
    }

    /// For a heading.
    #[must_use]
    pub fn label(&self, lang: Lang) -> String {
        if let (Length::Week, Some(week)) = (self.length, self.weeks.first()) {
            return week.label(lang);
        }
        let days = [("from", lang.date(self.first_day()).into()), ("to", lang.date(self.last_day()).into())];
        let [from, to] = days;
        lang.t_with("hours-period", &[("name", name(lang, &self.code).into()), from, to])
    }
}

impl Part {
    fn of(period: &Period) -> Self {
        Self { code: period.code.clone(), from: period.from(), to: period.to(), weeks: period.weeks.clone() }
    }
}

/// What a period is called, from its code.
#[must_use]
pub fn name(lang: Lang, code: &str) -> String {
    match code.split_once('-') {
        None => code.to_owned(),
        Some((_, week)) if week.starts_with('W') => {
            lang.t_with("oversight-week-short", &[("n", week.trim_start_matches(['W', '0']).into())])
        }
        Some((year, quarter)) if quarter.starts_with('Q') => {
            lang.t_with("hours-quarter", &[("n", quarter.trim_start_matches('Q').into()), ("year", year.into())])
        }
        Some((year, month)) => format!("{} {year}", lang.code_label("hours-month", month)),
    }
}
