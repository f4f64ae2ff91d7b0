//! Who treats whom: every practitioner has a caseload of some two dozen patients, most of them in a group, each with a plan
//! whose first version began when the patient was taken in and whose second came with a review.

use app::care::notes::GENESIS;
use app::kit::ids::{GoalId, GoalThreadId, PlanId, ProgrammeId, UserId};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::calendar::Calendar;
use super::chance::{Chance, nth};
use super::course::{COURSES, Course};
use super::goals::{BANK, BankGoal};
use super::people::Person;
use super::places::SKETCHES;
use super::users::User;

/// Patients of one practitioner at most.
pub const CASELOAD: usize = 24;
/// How large the groups of a practitioner are, in this order.
pub const GROUPS: [usize; 4] = [8, 6, 4, 3];

#[derive(Debug)]
pub struct Goal {
    pub thread: GoalThreadId,
    pub bank: usize,
    pub baseline: i32,
    pub importance: i32,
    pub difficulty: i32,
    /// The goal as the first and, when there is one, the second version of the plan states it.
    pub ids: [GoalId; 2],
    pub rated: Option<(NaiveDate, i32)>,
}

impl Goal {
    pub fn text(&self) -> BankGoal {
        nth(BANK, self.bank)
    }

    /// What the ladder says at a level from -2 to 2.
    pub fn step(&self, level: i32) -> &'static str {
        usize::try_from(level + 2).ok().and_then(|at| self.text().steps.get(at).copied()).unwrap_or_default()
    }
}

#[derive(Debug)]
pub struct Plan {
    pub id: PlanId,
    pub active_from: NaiveDate,
}

#[derive(Debug)]
pub struct Patient {
    pub person: Person,
    pub course: Course,
    pub group: Option<usize>,
    pub opened: NaiveDate,
    pub closed: Option<NaiveDate>,
    /// The versions of the plan in order, one or two; none while the patient is still being evaluated.
    pub plans: Vec<Plan>,
    pub goals: Vec<Goal>,
    /// Signed notes so far, and the hash of the last.
    pub notes: i32,
    pub last_hash: Vec<u8>,
}

impl Patient {
    pub fn is_open(&self, date: NaiveDate) -> bool {
        self.opened <= date && self.closed.is_none_or(|closed| date < closed)
    }

    /// Which version of the plan is active on a day.
    pub fn version_on(&self, date: NaiveDate) -> Option<usize> {
        self.plans.iter().rposition(|plan| plan.active_from <= date)
    }

    /// The day on which the evaluation was signed, two days or more before the plan that came of it.
    pub fn evaluated(&self) -> Option<NaiveDate> {
        self.plans.first().map(|_| shifted(self.opened, 3))
    }

    /// Whether anything is signed about the patient on a day: nobody is treated before having been evaluated.
    pub fn is_treated(&self, date: NaiveDate) -> bool {
        self.is_open(date) && self.evaluated().is_none_or(|evaluated| date > evaluated)
    }

    /// Days since the first plan began.
    pub fn days(&self, date: NaiveDate) -> i64 {
        self.plans.first().map_or(0, |plan| (date - plan.active_from).num_days())
    }
}

/// One practitioner with the patients in her care.
#[derive(Debug)]
pub struct Unit {
    pub facility: usize,
    /// Which of the facility's practitioners this is.
    pub number: usize,
    pub practitioner: User,
    pub clinician: UserId,
    pub patients: Vec<Patient>,
    /// The programme of each of the groups, in their order.
    pub programmes: [ProgrammeId; GROUPS.len()],
    /// Whose turn an individual session is.
    pub turn: usize,
    /// When the practitioner signed last: she signs in the order in which sessions were held.
    pub signed: Option<DateTime<Utc>>,
}

/// How many patients each facility has.
pub fn shares(patients: usize) -> [usize; 4] {
    let mut shares = SKETCHES.map(|sketch| patients * sketch.share as usize / 100);
    let given: usize = shares.iter().sum();
    if let Some(first) = shares.first_mut() {
        *first += patients - given;
    }
    shares
}

pub fn practitioners(shares: [usize; 4]) -> [usize; 4] {
    shares.map(|patients| patients.div_ceil(CASELOAD).max(1))
}

/// Which group the `n`-th of `of` patients belongs to; every ninth is seen alone.
fn group(n: usize) -> Option<usize> {
    if n % 9 == 8 {
        return None;
    }
    let mut place = n - n / 9;
    for (group, size) in GROUPS.into_iter().enumerate() {
        if place < size {
            return Some(group);
        }
        place -= size;
    }
    None
}

/// One patient as the `n`-th of a caseload of `of`.
pub fn patient(chance: &mut Chance, calendar: Calendar, person: Person, (n, of): (usize, usize)) -> Patient {
    let first = calendar.monday(0);
    let length = i64::from(calendar.weeks) * 7;
    let made = calendar.beginning();
    // Most are known from before, and some came on the way. The last but one of a caseload is new, and the last so new that
    // the plan is still a draft.
    let draft = of > 3 && n + 1 == of;
    let opened = match n {
        _ if draft => shifted(calendar.today, -chance.between(2, 5)),
        _ if of > 3 && n + 2 == of => shifted(calendar.today, -chance.between(12, 18)),
        _ if chance.percent(75) => shifted(first, chance.between(-20, 14).min(length - 2)),
        _ => shifted(first, chance.between(14, (length - 40).max(15)).min(length - 2)),
    };
    let closed = (n % 17 == 16)
        .then(|| shifted(calendar.today, -chance.between(4, 60)))
        .filter(|closed| *closed > opened + Days::new(60));
    let mut patient = Patient {
        person,
        course: nth(&COURSES, n),
        group: group(n),
        opened,
        closed,
        plans: Vec::new(),
        goals: Vec::new(),
        notes: 0,
        last_hash: GENESIS.to_vec(),
    };
    let begins = shifted(opened, chance.between(5, 11));
    if draft || begins >= calendar.today {
        // A draft: two goals, as far as they have been written.
        patient.goals = goals(chance, made, n, 2);
        return patient;
    }
    let count = usize::try_from(chance.between(2, 4)).unwrap_or(2);
    patient.goals = goals(chance, made, n, count);
    patient.plans.push(Plan { id: chance.id(made), active_from: begins });
    let lasted = (calendar.today - begins).num_days();
    if lasted > 84 && chance.percent(60) {
        patient.plans.push(Plan { id: chance.id(made), active_from: shifted(begins, 28 * (lasted / 56)) });
    }
    patient
}

fn goals(chance: &mut Chance, made: DateTime<Utc>, n: usize, count: usize) -> Vec<Goal> {
    (0..count)
        .map(|k| Goal {
            thread: chance.id(made),
            // Seven has no divisor in common with the bank's size, so a patient's goals differ.
            bank: n * 3 + k * 7,
            baseline: if chance.percent(60) { -2 } else { -1 },
            importance: i32::try_from(chance.between(1, 3)).unwrap_or(2),
            difficulty: i32::try_from(chance.between(1, 3)).unwrap_or(2),
            ids: [chance.id(made), chance.id(made)],
            rated: None,
        })
        .collect()
}

pub fn shifted(date: NaiveDate, days: i64) -> NaiveDate {
    date + TimeDelta::days(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_patient_has_a_facility() {
        for patients in [1, 7, 120, 20_000] {
            assert_eq!(shares(patients).iter().sum::<usize>(), patients);
        }
        assert_eq!(practitioners(shares(120)), [3, 2, 1, 1]);
    }

    #[test]
    fn groups_are_filled_in_their_order() {
        let sizes: Vec<usize> = (0..4).map(|g| (0..CASELOAD).filter(|n| group(*n) == Some(g)).count()).collect();
        assert_eq!(sizes, [8, 6, 4, 3]);
        assert_eq!(BANK.len() % 7, 2);
    }
}
