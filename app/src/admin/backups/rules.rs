//! When an administrator is to be warned.

use chrono::{DateTime, TimeDelta, Utc};

/// How it stands with the last good backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    None,
    Old(DateTime<Utc>),
    Good(DateTime<Utc>),
}

#[must_use]
pub fn state(last: Option<DateTime<Utc>>, now: DateTime<Utc>, warn_after: TimeDelta) -> State {
    match last {
        None => State::None,
        Some(at) if now - at > warn_after => State::Old(at),
        Some(at) => State::Good(at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_comes_when_the_time_is_over() {
        let now = "2026-11-24T10:00:00Z".parse::<DateTime<Utc>>().unwrap();
        let ago = |hours| now - TimeDelta::hours(hours);
        let warn_after = TimeDelta::hours(48);
        let cases = [
            (None, State::None),
            (Some(ago(1)), State::Good(ago(1))),
            (Some(ago(48)), State::Good(ago(48))),
            (Some(ago(49)), State::Old(ago(49))),
        ];
        for (last, expected) in cases {
            assert_eq!(state(last, now, warn_after), expected, "{last:?}");
        }
    }
}
