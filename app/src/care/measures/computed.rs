//! Measures that nobody takes: what signed sessions say of participation and assistance, four weeks at a time.

use chrono::{DateTime, TimeDelta, Utc};

use super::rules::mean;
use super::store::Part;
use crate::care::sessions::Assistance;

/// How long a period is, and how many are looked at.
pub const PERIOD: TimeDelta = TimeDelta::days(28);
pub const PERIODS: i32 = 6;

/// Four weeks of sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    pub sessions: usize,
    /// Mean of the participation levels, in thousandths.
    pub participation: Option<i32>,
    /// The most frequent code; of two, the one that needs more help.
    pub assistance: Option<Assistance>,
}

/// When the first period begins.
#[must_use]
pub fn beginning(now: DateTime<Utc>) -> DateTime<Utc> {
    now - PERIOD * PERIODS
}

/// The periods up to now, the earliest first; those without a session are left out.
#[must_use]
pub fn periods(parts: &[Part], now: DateTime<Utc>) -> Vec<Period> {
    (0..PERIODS)
        .filter_map(|number| {
            let from = beginning(now) + PERIOD * number;
            let to = from + PERIOD;
            let within: Vec<&Part> =
                parts.iter().filter(|part| part.starts_at >= from && part.starts_at < to).collect();
            let levels: Vec<i32> = within.iter().filter_map(|part| part.participation).collect();
            (!within.is_empty()).then(|| Period {
                from,
                to,
                sessions: within.len(),
                participation: (!levels.is_empty()).then(|| mean(&levels)),
                assistance: most_frequent(&within),
            })
        })
        .collect()
}

/// The code that came most often. Codes that say why something was not attempted are no degree of help.
fn most_frequent(parts: &[&Part]) -> Option<Assistance> {
    const DEGREES: [Assistance; 6] = [
        Assistance::Dependent,
        Assistance::Substantial,
        Assistance::Partial,
        Assistance::Supervision,
        Assistance::SetUp,
        Assistance::Independent,
    ];
    let count = |code: Assistance| parts.iter().filter(|part| part.assistance == Some(code)).count();
    let most = DEGREES.into_iter().map(count).max().filter(|most| *most > 0)?;
    DEGREES.into_iter().find(|code| count(*code) == most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Assistance::{Independent, Partial, Refused, Supervision};

    #[test]
    fn sessions_are_gathered_four_weeks_at_a_time() {
        let now: DateTime<Utc> = "2026-11-22T12:00:00Z".parse().unwrap();
        let part = |days: i64, participation, assistance| Part {
            starts_at: now - TimeDelta::days(days),
            participation,
            assistance,
        };
        let found = periods(
            &[
                part(400, Some(1), None),
                part(40, Some(2), Some(Partial)),
                part(30, Some(3), Some(Refused)),
                part(20, Some(4), Some(Supervision)),
                part(10, Some(5), Some(Independent)),
                part(5, Some(5), Some(Supervision)),
                part(1, None, Some(Refused)),
            ],
            now,
        );
        let told: Vec<_> =
            found.iter().map(|period| (period.sessions, period.participation, period.assistance)).collect();
        assert_eq!(told, [(2, Some(2500), Some(Partial)), (4, Some(4667), Some(Supervision))]);
        assert!(periods(&[], now).is_empty());
    }

    #[test]
    fn of_two_codes_as_frequent_the_one_with_more_help_is_told() {
        let now = DateTime::UNIX_EPOCH;
        let part = |code| Part { starts_at: now, participation: None, assistance: Some(code) };
        let parts = [part(Independent), part(Partial), part(Refused), part(Refused), part(Refused)];
        assert_eq!(most_frequent(&parts.iter().collect::<Vec<_>>()), Some(Partial));
        assert_eq!(most_frequent(&[]), None);
    }
}
