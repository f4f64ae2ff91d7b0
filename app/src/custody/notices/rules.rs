//! How long a notice holds. Nothing stays with custody without an end: a notice lapses by itself, and is warned of before.

use chrono::NaiveDate;

/// Days before its end from which a notice is warned of.
pub const LAPSES_SOON: i64 = 7;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Live,
    /// Holds for so many days more; 0 is until this evening.
    Lapsing {
        days: i64,
    },
    Lapsed,
    /// Ended by care before its day.
    Ended,
}

/// Where a notice stands on a day.
#[must_use]
pub fn standing(expires_on: NaiveDate, ended_on: Option<NaiveDate>, today: NaiveDate) -> Standing {
    if ended_on.is_some() {
        return Standing::Ended;
    }
    match (expires_on - today).num_days() {
        ..0 => Standing::Lapsed,
        days @ 0..=LAPSES_SOON => Standing::Lapsing { days },
        _ => Standing::Live,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_warned_of_a_week_before_it_lapses() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        for (expires, ended, expected) in [
            (30, None, Standing::Live),
            (29, None, Standing::Lapsing { days: 7 }),
            (22, None, Standing::Lapsing { days: 0 }),
            (21, None, Standing::Lapsed),
            (30, Some(22), Standing::Ended),
            (21, Some(20), Standing::Ended),
        ] {
            assert_eq!(standing(day(expires), ended.map(day), day(22)), expected, "{expires} {ended:?}");
        }
    }
}
