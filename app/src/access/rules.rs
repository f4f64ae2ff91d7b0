//! Rules of signing in: how long an account rests after wrong passwords, when a sign-in lapses, and for how long a proof of who sits
//! there counts.

use chrono::{DateTime, TimeDelta, Utc};

/// A session unused for this long has lapsed: the PCs are shared.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// No sign-in outlives a shift.
pub const ABSOLUTE: TimeDelta = TimeDelta::hours(12);
/// An account that nobody has signed in with for so many days is shut until an administrator lets it in again; the setting says it
/// otherwise.
pub const DORMANT_DAYS: i32 = 90;
/// After signing in, or giving password or code again, what weighs most can be done for this long without being asked once more:
/// enough for a file and the next one, too short for a cup of coffee.
pub const FRESH: TimeDelta = TimeDelta::minutes(10);
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
pub fn is_dormant(last_used: DateTime<Utc>, now: DateTime<Utc>, days: i32) -> bool {
    now - last_used > TimeDelta::days(days.into())
}

/// Whether the proof that a session gave still counts. One from the future is a clock that was put back, and counts for nothing.
#[must_use]
pub fn is_fresh(proved: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    proved.is_some_and(|at| at <= now && now - at < FRESH)
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
    fn an_account_sleeps_after_the_days_that_were_set() {
        let used = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        for (days, set, dormant) in
            [(0, 90, false), (89, 90, false), (90, 90, false), (91, 90, true), (31, 30, true), (91, 120, false)]
        {
            assert_eq!(is_dormant(used, used + TimeDelta::days(days), set), dormant, "{days} of {set}");
        }
    }

    #[test]
    fn a_proof_counts_for_ten_minutes() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let ago = |seconds| Some(now - TimeDelta::seconds(seconds));
        for (proved, fresh) in [
            (None, false),
            (ago(0), true),
            (ago(599), true),
            (ago(600), false),
            (ago(86_400), false),
            (ago(-60), false),
        ] {
            assert_eq!(is_fresh(proved, now), fresh, "{proved:?}");
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
