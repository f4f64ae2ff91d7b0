//! Who is slipping, and why: each patient is listed with the reasons. The thresholds are these constants and nothing else.
//!
//! - **Attendance falls**: the share attended of what was offered in the last four weeks is [`FALL`] points or more below that
//!   of the four weeks before, with at least [`ENOUGH`] minutes offered in each of the two.
//! - **No progress**: neither of a goal's last two ratings is above where it stood before them, and it is still below what was
//!   expected.
//! - **Rated lower**: a goal's last rating, of the last four weeks, is below the one before it.
//! - **Few hours**: less than half of the target was attended in the last four whole weeks.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::store::GoalStand;
use crate::care::identity::HeldNumber;
use crate::kit::ids::PersonId;
use crate::oversight::hours::{Hours, PatientWeek};
use crate::text_enum;

/// Whole weeks that are looked at, and as many before them.
pub const WEEKS: u32 = 4;
/// Percentage points by which attendance must fall.
pub const FALL: i64 = 20;
/// Minutes offered below which a share says nothing.
pub const ENOUGH: i64 = 240;
/// Of the target, in per cent: below this hours are few.
pub const HALF: i64 = 50;

text_enum! {
    pub enum Reason label "slipping" {
        Attendance = "attendance",
        NoProgress = "no_progress",
        Lower = "lower",
        Hours = "hours",
    }
}

/// A reason with the figures that it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// Per cent of what was offered, before and now.
    Attendance {
        before: i64,
        now: i64,
    },
    NoProgress {
        goal: String,
        level: i32,
    },
    Lower {
        goal: String,
        from: i32,
        to: i32,
    },
    /// Minutes attended, and those of the target.
    Hours {
        attended: i64,
        target: i64,
    },
}

impl Slip {
    #[must_use]
    pub const fn reason(&self) -> Reason {
        match self {
            Self::Attendance { .. } => Reason::Attendance,
            Self::NoProgress { .. } => Reason::NoProgress,
            Self::Lower { .. } => Reason::Lower,
            Self::Hours { .. } => Reason::Hours,
        }
    }
}

/// A patient who is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slipping {
    pub person_id: PersonId,
    pub number: HeldNumber,
    pub lead: String,
    pub slips: Vec<Slip>,
}

/// How attendance went from four weeks to the next four.
#[must_use]
pub fn attendance(before: Hours, now: Hours) -> Option<Slip> {
    if before.offered < ENOUGH || now.offered < ENOUGH {
        return None;
    }
    let share = |hours: Hours| hours.attended * 100 / hours.offered.max(1);
    let (before, now) = (share(before), share(now));
    (before - now >= FALL).then_some(Slip::Attendance { before, now })
}

/// What was attended in four weeks against a weekly target.
#[must_use]
pub fn few_hours(attended: i64, weekly_target: i64) -> Option<Slip> {
    let target = weekly_target * i64::from(WEEKS);
    (target > 0 && attended * 100 < target * HALF).then_some(Slip::Hours { attended, target })
}

/// What a goal's last three ratings say; `since` is the day from which a fall is news.
#[must_use]
pub fn goal(stand: &GoalStand, since: NaiveDate) -> Option<Slip> {
    let (level, previous) = (stand.level?, stand.previous?);
    let earlier = stand.earlier.unwrap_or(stand.baseline);
    if level < previous && stand.rated_on.is_some_and(|on| on >= since) {
        return Some(Slip::Lower { goal: stand.description.clone(), from: previous, to: level });
    }
    (level < 0 && level <= earlier && previous <= earlier)
        .then(|| Slip::NoProgress { goal: stand.description.clone(), level })
}

/// Everybody who is listed, those with the most reasons first. `before` and `now` are the two times four weeks, empty for those
/// who may not see one patient's hours.
#[must_use]
pub fn slipping(goals: &[GoalStand], before: &[PatientWeek], now: &[PatientWeek], since: NaiveDate) -> Vec<Slipping> {
    let mut listed: BTreeMap<PersonId, Slipping> = BTreeMap::new();
    let mut list = |person_id: PersonId, number: &HeldNumber, lead: &str, slip: Option<Slip>| {
        let Some(slip) = slip else { return };
        let entry = listed.entry(person_id).or_insert_with(|| Slipping {
            person_id,
            number: number.clone(),
            lead: lead.to_owned(),
            slips: Vec::new(),
        });
        entry.slips.push(slip);
    };
    let earlier: BTreeMap<PersonId, Hours> = before.iter().map(|row| (row.person_id, row.hours())).collect();
    for row in now {
        let was = earlier.get(&row.person_id).copied().unwrap_or_default();
        list(row.person_id, &row.number, &row.lead, attendance(was, row.hours()));
        list(row.person_id, &row.number, &row.lead, few_hours(row.hours().attended, row.target));
    }
    for stand in goals {
        list(stand.person_id, &stand.number, &stand.lead, goal(stand, since));
    }
    let mut all: Vec<Slipping> = listed.into_values().collect();
    all.sort_by(|a, b| b.slips.len().cmp(&a.slips.len()).then_with(|| a.number.cmp(&b.number)));
    all
}

/// How goals that stand at one level came there at their last rating.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LevelCount {
    pub goals: i64,
    pub rising: i64,
    pub level: i64,
    pub falling: i64,
}

/// Goals by the level of their last rating, `None` for those never rated, each counted by the way it went. A first rating is held
/// against the baseline.
#[must_use]
pub fn by_level(goals: &[GoalStand]) -> BTreeMap<Option<i32>, LevelCount> {
    let mut counts: BTreeMap<Option<i32>, LevelCount> = BTreeMap::new();
    for stand in goals {
        let count = counts.entry(stand.level).or_default();
        count.goals += 1;
        let Some(level) = stand.level else { continue };
        match level.cmp(&stand.previous.unwrap_or(stand.baseline)) {
            std::cmp::Ordering::Greater => count.rising += 1,
            std::cmp::Ordering::Equal => count.level += 1,
            std::cmp::Ordering::Less => count.falling += 1,
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oversight::fixture::{id, today};

    fn offered(attended: i64, offered: i64) -> Hours {
        Hours { attended, offered, ..Hours::default() }
    }

    #[test]
    fn attendance_falls_by_twenty_points() {
        for (before, now, falls) in [
            ((480, 480), (384, 480), Some((100, 80))),
            ((480, 480), (385, 480), Some((100, 80))),
            ((480, 480), (389, 480), None),
            ((240, 240), (0, 240), Some((100, 0))),
            // Too little was offered to say.
            ((239, 239), (0, 480), None),
            ((480, 480), (0, 239), None),
            // It rises, or was never there.
            ((0, 480), (480, 480), None),
            ((0, 480), (0, 480), None),
        ] {
            let found = attendance(offered(before.0, before.1), offered(now.0, now.1));
            assert_eq!(found, falls.map(|(before, now)| Slip::Attendance { before, now }), "{before:?} {now:?}");
        }
    }

    #[test]
    fn hours_are_few_below_half_of_the_target() {
        for (attended, weekly, few) in
            [(0, 0, false), (0, 60, true), (119, 60, true), (120, 60, false), (4000, 1500, false)]
        {
            assert_eq!(few_hours(attended, weekly).is_some(), few, "{attended} of four times {weekly}");
        }
    }

    fn stand(baseline: i32, levels: [Option<i32>; 3], days_ago: i64) -> GoalStand {
        let [earlier, previous, level] = levels;
        GoalStand {
            person_id: PersonId(id("agim")),
            number: HeldNumber::of("A-1"),
            lead: "Ana A".to_owned(),
            description: "Reads".to_owned(),
            baseline,
            rated_on: level.map(|_| today() - chrono::TimeDelta::days(days_ago)),
            level,
            previous,
            earlier,
        }
    }

    #[test]
    fn a_goal_that_does_not_move() {
        let stands_still = |level| Some(Slip::NoProgress { goal: "Reads".to_owned(), level });
        let fell = |from, to| Some(Slip::Lower { goal: "Reads".to_owned(), from, to });
        for (baseline, levels, days_ago, slip) in [
            (-2, [None, None, None], 0, None),
            // One rating says nothing yet.
            (-2, [None, None, Some(-2)], 1, None),
            (-2, [None, Some(-2), Some(-2)], 1, stands_still(-2)),
            (-2, [None, Some(-1), Some(-1)], 1, None),
            (-2, [Some(-1), Some(-1), Some(-1)], 1, stands_still(-1)),
            (-2, [Some(-2), Some(-1), Some(-1)], 1, None),
            // As expected is not slipping, however long it stays.
            (-2, [Some(0), Some(0), Some(0)], 1, None),
            (-2, [Some(-2), Some(1), Some(-1)], 1, fell(1, -1)),
            // A fall of long ago is no news, unless it has not got better.
            (-2, [Some(-2), Some(1), Some(-1)], 29, None),
            (-2, [Some(-1), Some(-1), Some(-2)], 29, stands_still(-2)),
        ] {
            let found = goal(&stand(baseline, levels, days_ago), today() - chrono::TimeDelta::days(28));
            assert_eq!(found, slip, "{levels:?} {days_ago} days ago");
        }
    }

    #[test]
    fn goals_by_level_and_the_way_they_went() {
        let counts = by_level(&[
            stand(-2, [None, None, None], 0),
            stand(-2, [None, None, Some(-1)], 1),
            stand(-2, [None, Some(-1), Some(-1)], 1),
            stand(-2, [None, Some(0), Some(-1)], 1),
        ]);
        assert_eq!(counts.get(&None), Some(&LevelCount { goals: 1, ..LevelCount::default() }));
        assert_eq!(counts.get(&Some(-1)), Some(&LevelCount { goals: 3, rising: 1, level: 1, falling: 1 }));
    }
}
