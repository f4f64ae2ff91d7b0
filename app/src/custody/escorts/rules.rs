//! The count of officers, and the order of an escort's steps. Pure.

use chrono::{Datelike as _, NaiveDate};

use super::model::{Event, Gender, Need, Step, Supply};
use crate::custody::slots::{Part, SlotStatus};

/// Days that the plan looks ahead, today among them.
pub const DAYS: u64 = 14;
pub const MOST_OFFICERS: i32 = 99;

/// Officers needed and left in one part of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Balance {
    pub needed: i32,
    /// More that requests would need.
    pub asked: i32,
    /// Nothing where nobody has said how many there are.
    pub supply: Option<i32>,
    pub left: Option<i32>,
    pub women_short: i32,
    pub men_short: i32,
}

impl Balance {
    #[must_use]
    pub fn is_short(&self) -> bool {
        self.left.is_some_and(|left| left < 0) || self.women_short > 0 || self.men_short > 0
    }
}

/// What holds on a day: the exception of that date, else the weekday's.
#[must_use]
pub fn supply_on(supply: &[Supply], date: NaiveDate, part: Part) -> Option<&Supply> {
    let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(1);
    let of_part = || supply.iter().filter(move |row| row.part == part);
    of_part().find(|row| row.on_date == Some(date)).or_else(|| of_part().find(|row| row.weekday == Some(weekday)))
}

#[must_use]
pub fn balance(supply: Option<&Supply>, needs: &[&Need]) -> Balance {
    let sum =
        |fits: &dyn Fn(&Need) -> bool| needs.iter().filter(|need| fits(need)).map(|need| need.escort_officers).sum();
    let agreed = |need: &Need| need.status.is_live() && need.status != SlotStatus::Requested;
    let needed: i32 = sum(&agreed);
    let women: i32 = sum(&|need| agreed(need) && need.escort_gender == Gender::Women);
    let men: i32 = sum(&|need| agreed(need) && need.escort_gender == Gender::Men);
    let short = |wanted: i32, there: i32| (wanted - there).max(0);
    Balance {
        needed,
        asked: sum(&|need| need.status == SlotStatus::Requested),
        supply: supply.map(|row| row.officers),
        left: supply.map(|row| row.officers - needed),
        women_short: supply.map_or(0, |row| short(women, row.women)),
        men_short: supply.map_or(0, |row| short(men, row.officers - row.women)),
    }
}

/// The steps that hold, in order: what was taken back is left out.
#[must_use]
pub fn standing(events: &[Event]) -> Vec<&Event> {
    let mut standing = Vec::new();
    for event in events {
        if event.step == Step::TakenBack {
            standing.pop();
        } else {
            standing.push(event);
        }
    }
    standing
}

/// The steps that may follow. Collected without being accepted: on the day an officer simply goes.
#[must_use]
pub const fn next(last: Option<Step>) -> &'static [Step] {
    match last {
        None => &[Step::Accepted, Step::Declined, Step::Collected],
        Some(Step::Accepted) => &[Step::Collected, Step::Declined, Step::TakenBack],
        Some(Step::Declined) => &[Step::Accepted, Step::TakenBack],
        Some(Step::Collected) => &[Step::Arrived, Step::TakenBack],
        Some(Step::Arrived) => &[Step::Returned, Step::TakenBack],
        Some(Step::Returned) => &[Step::TakenBack],
        Some(Step::TakenBack) => &[],
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::custody::slots::EscortMode;
    use crate::kit::ids::SlotId;

    fn supply(weekday: Option<i32>, on_date: Option<&str>, officers: i32, women: i32) -> Supply {
        let on_date = on_date.map(|text| text.parse().unwrap());
        Supply { id: Uuid::from_u128(1), weekday, on_date, part: Part::Am, officers, women, version: 1 }
    }

    fn need(status: SlotStatus, escort_officers: i32, escort_gender: Gender) -> Need {
        let id = SlotId(Uuid::from_u128(1));
        let (at, mode) = (DateTime::UNIX_EPOCH, EscortMode::InSight);
        Need {
            id,
            facility_id: Uuid::from_u128(2).into(),
            starts_at: at,
            ends_at: at,
            part: Part::Am,
            label_letter: String::new(),
            room: String::new(),
            status,
            escort_officers,
            escort_mode: mode,
            escort_gender,
            people: 1,
            version: 1,
        }
    }

    #[test]
    fn a_date_stands_before_its_weekday() {
        let held = [supply(Some(2), None, 5, 1), supply(None, Some("2026-11-24"), 2, 0)];
        let on = |text: &str, part| supply_on(&held, text.parse().unwrap(), part).map(|row| row.officers);
        assert_eq!(on("2026-11-24", Part::Am), Some(2));
        assert_eq!(on("2026-12-01", Part::Am), Some(5));
        assert_eq!(on("2026-11-25", Part::Am), None);
        assert_eq!(on("2026-11-24", Part::Pm), None);
    }

    #[test]
    fn officers_are_counted() {
        use Gender::{Any, Men, Women};
        use SlotStatus::{Cancelled, Confirmed, Requested};
        let needs =
            [need(Confirmed, 2, Any), need(Confirmed, 2, Women), need(Requested, 3, Any), need(Cancelled, 9, Men)];
        let needs: Vec<&Need> = needs.iter().collect();
        for (row, left, women_short, short) in [
            (None, None, 0, false),
            (Some(supply(Some(1), None, 4, 2)), Some(0), 0, false),
            (Some(supply(Some(1), None, 3, 2)), Some(-1), 0, true),
            (Some(supply(Some(1), None, 6, 1)), Some(2), 1, true),
        ] {
            let balance = balance(row.as_ref(), &needs);
            assert_eq!((balance.needed, balance.asked, balance.left), (4, 3, left));
            assert_eq!((balance.women_short, balance.men_short, balance.is_short()), (women_short, 0, short));
        }
    }

    #[test]
    fn a_step_that_was_taken_back_does_not_stand() {
        let event = |step_no, step| Event {
            slot_id: SlotId(Uuid::from_u128(1)),
            step_no,
            step,
            reason: None,
            at: DateTime::UNIX_EPOCH,
            by: String::new(),
        };
        let events = [event(1, Step::Accepted), event(2, Step::Collected), event(3, Step::TakenBack)];
        let last = standing(&events).last().map(|event| event.step);
        assert_eq!(last, Some(Step::Accepted));
        assert!(next(last).contains(&Step::Collected) && !next(last).contains(&Step::Returned));
        assert!(next(None).iter().all(|step| *step != Step::TakenBack));
    }
}
