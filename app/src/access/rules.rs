//! Rules of signing in: how long an account rests after wrong passwords, and when a sign-in lapses.

use chrono::{DateTime, TimeDelta, Utc};

/// A session unused for this long has lapsed: the PCs are shared.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// No sign-in outlives a shift.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// An account that nobody has signed in with for this long is shut until an administrator lets it in again.
pub const DORMANT: TimeDelta = TimeDelta::days(90);
/// How often the last use of a session is written down.
pub const SEEN_EVERY: TimeDelta = TimeDelta::seconds(60);

/// How long an account rests after its n-th wrong password in a row. The limit is on the account and not on the address,
/// since a whole prison comes from one address: five are free, then 30 seconds doubling up to half an hour.
#[must_use]
pub fn rest_after(failures: i32) -> Option<TimeDelta> {
    let over = failures - 5;
    if over < 0 {
        return None;
    }
    let doubled = 30_i64 << over.min(6);
    Some(TimeDelta::seconds(doubled.min(1800)))
}

/// Whether an account has lain unused for too long.
#[must_use]
pub fn is_dormant(last_used: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - last_used > DORMANT
}

/// Whether a session may still be used.
#[must_use]
pub fn is_live(created: DateTime<Utc>, seen: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - seen < IDLE && now - created < ABSOLUTE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_rests_longer_each_time() {
        for (failures, seconds) in
            [(1, None), (4, None), (5, Some(30)), (6, Some(60)), (9, Some(480)), (11, Some(1800)), (60, Some(1800))]
        {
            assert_eq!(rest_after(failures), seconds.map(TimeDelta::seconds), "{failures}");
        }
    }

    #[test]
    fn an_account_sleeps_after_ninety_days() {
        let used = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        for (days, dormant) in [(0, false), (89, false), (90, false), (91, true)] {
            assert_eq!(is_dormant(used, used + TimeDelta::days(days)), dormant, "{days}");
        }
    }

    #[test]
    fn a_session_lapses_idle_and_absolutely() {
        let start = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let after = |minutes| start + TimeDelta::minutes(minutes);
        for (seen, now, live) in [(0, 29, true), (0, 30, false), (719, 719, true), (719, 720, false)] {
            assert_eq!(is_live(start, after(seen), after(now)), live, "{seen} {now}");
        }
    }
}
