//! The rule over random histories against a count that knows no rule for overlaps: every minute of a patient's time is coloured, one
//! by one, and the colours are counted. And the targets of weeks.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::rules::{Booking, Dated, Hours, of_history};
use super::targets::{self, Version};
use super::weeks::Week;
use crate::care::sessions::Attendance;
use crate::custody::slots::{CancelSide, CustodyReason, Movement, SlotStatus};
use crate::kit::ids::{PersonId, SlotId, UserId};

/// Minutes of the time that the histories lie in: three days of eight hours.
const LENGTH: usize = 1440;

/// What one minute was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Colour {
    Attended,
    Custody,
    Health,
    Patient,
    Open,
}

/// As a person would explain it: first the time attended, then whoever ended it, or whoever was missing.
fn colour(booking: &Booking, minute: i64) -> Colour {
    use Attendance::{Cancelled, Declined, Excused, Full, Late, LeftEarly, NotBrought, NotSuitableToday, Part, Unwell};
    if matches!(booking.status, SlotStatus::Declined | SlotStatus::Cancelled | SlotStatus::NotHeld) {
        return if booking.cancel_side == Some(CancelSide::Custody) { Colour::Custody } else { Colour::Health };
    }
    match booking.attendance {
        Some(Full | Part | Late | LeftEarly) if minute < booking.attended_minutes => Colour::Attended,
        Some(Full | Part | Late | LeftEarly) if booking.movement == Movement::ArrivedLate => Colour::Custody,
        Some(Part | Late | LeftEarly | Declined) => Colour::Patient,
        Some(Full | Unwell | Excused | NotSuitableToday | Cancelled) => Colour::Health,
        Some(NotBrought) => Colour::Custody,
        None if booking.movement == Movement::NotBrought => Colour::Custody,
        None => Colour::Open,
    }
}

fn went_home(booking: &Booking) -> bool {
    booking.custody_reason == Some(CustodyReason::Released)
        && !matches!(
            booking.attendance,
            Some(Attendance::Full | Attendance::Part | Attendance::Late | Attendance::LeftEarly)
        )
}

fn minute_of(at: DateTime<Utc>) -> usize {
    usize::try_from((at - DateTime::default()).num_minutes()).unwrap()
}

/// Colours minute after minute. What stands takes its time first, then what was given up, the latest first; whoever finds any
/// minute of his taken by another goes without, and still keeps those that come after from taking the same.
fn minute_by_minute(bookings: &[Dated]) -> Hours {
    let mut taken = [false; LENGTH];
    let mut painted: Vec<Option<Colour>> = vec![None; LENGTH];
    let mut order: Vec<&Dated> = bookings.iter().collect();
    let given_up = |dated: &Dated| {
        matches!(dated.booking.status, SlotStatus::Declined | SlotStatus::Cancelled | SlotStatus::NotHeld)
    };
    order.sort_by_key(|dated| (given_up(dated), std::cmp::Reverse(dated.slot)));
    for dated in order {
        let span = minute_of(dated.from)..minute_of(dated.to);
        let free = !taken[span.clone()].contains(&true);
        taken[span.clone()].fill(true);
        if !free || went_home(&dated.booking) {
            continue;
        }
        for (minute, at) in span.enumerate() {
            assert!(painted[at].is_none(), "a minute counted twice");
            painted[at] = Some(colour(&dated.booking, i64::try_from(minute).unwrap()));
        }
    }
    let count = |wanted: Option<Colour>| {
        let minutes = painted.iter().flatten().filter(|colour| wanted.is_none_or(|wanted| wanted == **colour)).count();
        i64::try_from(minutes).unwrap()
    };
    let (attended, patient) = (count(Some(Colour::Attended)), count(Some(Colour::Patient)));
    Hours {
        planned: count(None),
        offered: attended + patient,
        attended,
        lost_custody: count(Some(Colour::Custody)),
        lost_health: count(Some(Colour::Health)),
        lost_patient: patient,
    }
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    proptest::sample::select(all)
}

fn booking() -> impl Strategy<Value = (i64, i64, Booking)> {
    let told = proptest::option::of(one_of(Attendance::ALL));
    (
        (0_i64..280, 1_i64..8),
        one_of(SlotStatus::ALL),
        one_of(CancelSide::ALL),
        one_of(Movement::ALL),
        one_of(CustodyReason::ALL),
        told,
        0_i64..60,
    )
        .prop_map(|((start, length), status, side, movement, reason, attendance, minutes)| {
            let booking = Booking {
                planned_minutes: length * 5,
                replaced: false,
                status,
                cancel_side: (!status.is_live()).then_some(side),
                movement,
                custody_reason: (movement == Movement::NotBrought).then_some(reason),
                attendance,
                attended_minutes: minutes,
            };
            (start * 5, length * 5, booking)
        })
}

/// A history as the database lets it come about: what stands overlaps nothing else that stands.
fn history() -> impl Strategy<Value = Vec<Dated>> {
    proptest::collection::vec(booking(), 1..60).prop_map(|drawn| {
        let mut history: Vec<Dated> = Vec::new();
        for (number, (start, length, booking)) in drawn.into_iter().enumerate() {
            let from = DateTime::<Utc>::default() + TimeDelta::minutes(start);
            let to = from + TimeDelta::minutes(length);
            let clash = |other: &Dated| other.booking.status.is_live() && other.from < to && other.to > from;
            if !(booking.status.is_live() && history.iter().any(clash)) {
                let slot = SlotId(Uuid::from_u128(u128::try_from(number).unwrap()));
                history.push(Dated { slot, from, to, booking });
            }
        }
        history
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_rule_counts_every_minute_once(history in history()) {
        prop_assert_eq!(of_history(&history), minute_by_minute(&history));
    }
}

#[test]
fn a_week_is_held_against_the_plan_of_its_time() {
    let zone = chrono_tz::Europe::Belgrade;
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let version = |who: u128, number, (month, date), minutes| Version {
        patient_id: PersonId(Uuid::from_u128(who)),
        lead_id: UserId(Uuid::nil()),
        activated_at: day(month, date).and_hms_opt(9, 0, 0).unwrap().and_utc(),
        version_no: number,
        minutes,
        came_on: None,
        left_on: None,
        closed_on: None,
    };
    let two = [version(1, 1, (9, 7), 300), version(1, 2, (11, 4), 600)];
    let left = |on| [Version { left_on: Some(on), ..version(1, 1, (9, 7), 300) }];
    let came = |on| [Version { came_on: Some(on), ..version(1, 1, (9, 7), 300) }];
    let closed = |on| [Version { closed_on: Some(on), ..version(1, 1, (9, 7), 300) }];
    let both = [version(1, 1, (9, 7), 300), version(2, 1, (9, 8), 450)];
    let cases: [(&str, &[Version], NaiveDate, i64); 11] = [
        ("before any plan", &two, day(9, 3), 0),
        ("the first version", &two, day(10, 20), 300),
        ("it changed on the Wednesday: the new one holds for the week", &two, day(11, 2), 600),
        ("and not for the week before", &two, day(11, 1), 300),
        ("two patients", &both, day(10, 20), 750),
        ("moved away within the week: counted where he went", &left(day(10, 21)), day(10, 20), 0),
        ("moved away in the week after", &left(day(10, 26)), day(10, 20), 300),
        ("came within the week", &came(day(10, 22)), day(10, 20), 300),
        ("came in the week after", &came(day(10, 26)), day(10, 20), 0),
        ("discharged within the week: his until then", &closed(day(10, 21)), day(10, 20), 300),
        ("discharged before the week", &closed(day(10, 19)), day(10, 20), 0),
    ];
    for (reason, versions, date, minutes) in cases {
        assert_eq!(targets::of_week(&Week::of(date, zone), versions), minutes, "{reason}");
    }
}
