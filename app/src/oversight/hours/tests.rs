//! The rule as a table with its reasons, its sums as properties, and the database's sums against the rule.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::rules::{Booking, Hours, hours};
use super::weeks::Week;
use crate::care::sessions::Attendance;
use crate::custody::slots::{CancelSide, CustodyReason, Movement, SlotStatus};

const PLANNED: i64 = 60;

fn booking(status: SlotStatus) -> Booking {
    Booking {
        planned_minutes: PLANNED,
        replaced: false,
        status,
        cancel_side: None,
        movement: Movement::Expected,
        custody_reason: None,
        attendance: None,
        attended_minutes: 0,
    }
}

fn ended(status: SlotStatus, side: CancelSide) -> Booking {
    Booking { cancel_side: Some(side), ..booking(status) }
}

fn moved(movement: Movement, reason: Option<CustodyReason>) -> Booking {
    Booking { movement, custody_reason: reason, ..booking(SlotStatus::Completed) }
}

fn told(attendance: Attendance, minutes: i64) -> Booking {
    Booking {
        attendance: Some(attendance),
        attended_minutes: minutes,
        movement: Movement::Arrived,
        ..booking(SlotStatus::Completed)
    }
}

/// Offered, attended, lost to custody, to health, to the patient.
fn parts(hours: Hours) -> [i64; 5] {
    [hours.offered, hours.attended, hours.lost_custody, hours.lost_health, hours.lost_patient]
}

#[test]
fn each_fate_of_a_booking_with_its_reason() {
    let late = |attendance, minutes| Booking { movement: Movement::ArrivedLate, ..told(attendance, minutes) };
    let not_brought = |reason| moved(Movement::NotBrought, Some(reason));
    let cases = [
        ("asked for, nobody has answered yet", booking(SlotStatus::Requested), [0, 0, 0, 0, 0]),
        ("confirmed and still ahead", booking(SlotStatus::Confirmed), [0, 0, 0, 0, 0]),
        ("under way", moved(Movement::Arrived, None), [0, 0, 0, 0, 0]),
        ("held and not recorded yet: nobody has lost it", booking(SlotStatus::Completed), [0, 0, 0, 0, 0]),
        ("custody declined", ended(SlotStatus::Declined, CancelSide::Custody), [0, 0, 60, 0, 0]),
        ("custody cancelled", ended(SlotStatus::Cancelled, CancelSide::Custody), [0, 0, 60, 0, 0]),
        ("not held for a reason of custody", ended(SlotStatus::NotHeld, CancelSide::Custody), [0, 0, 60, 0, 0]),
        ("health cancelled", ended(SlotStatus::Cancelled, CancelSide::Health), [0, 0, 0, 60, 0]),
        ("not held for a reason of health", ended(SlotStatus::NotHeld, CancelSide::Health), [0, 0, 0, 60, 0]),
        ("not brought: planned, not offered", not_brought(CustodyReason::NoEscort), [0, 0, 60, 0, 0]),
        ("at court: the prison chose the hour", not_brought(CustodyReason::Court), [0, 0, 60, 0, 0]),
        ("moved to another prison: custody's decision", not_brought(CustodyReason::Transferred), [0, 0, 60, 0, 0]),
        ("care says not brought", told(Attendance::NotBrought, 0), [0, 0, 60, 0, 0]),
        ("there from beginning to end", told(Attendance::Full, 60), [60, 60, 0, 0, 0]),
        ("more minutes than were booked count as the booking", told(Attendance::Full, 75), [60, 60, 0, 0, 0]),
        ("there to the end of a session that was cut short", told(Attendance::Full, 45), [45, 45, 0, 15, 0]),
        ("brought late, then there to the end", late(Attendance::Full, 45), [45, 45, 15, 0, 0]),
        ("brought late, and late as care tells it", late(Attendance::Late, 40), [40, 40, 20, 0, 0]),
        ("came late on his own", told(Attendance::Late, 40), [60, 40, 0, 0, 20]),
        ("took part in a part", told(Attendance::Part, 20), [60, 20, 0, 0, 40]),
        ("left early", told(Attendance::LeftEarly, 50), [60, 50, 0, 0, 10]),
        ("declined: it was offered", told(Attendance::Declined, 0), [60, 0, 0, 0, 60]),
        ("unwell: illness is nobody's choice", told(Attendance::Unwell, 0), [0, 0, 0, 60, 0]),
        ("excused by a clinician", told(Attendance::Excused, 0), [0, 0, 0, 60, 0]),
        ("not suitable today: a clinician's decision", told(Attendance::NotSuitableToday, 0), [0, 0, 0, 60, 0]),
        ("taken off the list of a session that was held", told(Attendance::Cancelled, 0), [0, 0, 0, 60, 0]),
        ("minutes beside an absence are a slip", told(Attendance::Declined, 30), [60, 0, 0, 0, 60]),
        (
            "custody marked him not brought, but the clinician met him",
            Booking {
                movement: Movement::NotBrought,
                custody_reason: Some(CustodyReason::Clash),
                ..told(Attendance::Full, 60)
            },
            [60, 60, 0, 0, 0],
        ),
        (
            "custody marked him not brought, and he had declined at his door",
            Booking {
                movement: Movement::NotBrought,
                custody_reason: Some(CustodyReason::Other),
                ..told(Attendance::Declined, 0)
            },
            [60, 0, 0, 0, 60],
        ),
    ];
    for (reason, booking, expected) in cases {
        let counted = hours(&booking);
        assert_eq!(parts(counted), expected, "{reason}");
        assert_eq!(counted.planned, PLANNED, "{reason}");
    }
}

#[test]
fn what_fell_away_is_not_planned() {
    let free = moved(Movement::NotBrought, Some(CustodyReason::Released));
    let again = Booking { replaced: true, ..ended(SlotStatus::Cancelled, CancelSide::Custody) };
    for (reason, booking) in
        [("released: nobody loses an hour by going home", free), ("booked again over the same time", again)]
    {
        assert_eq!(hours(&booking), Hours::default(), "{reason}");
    }
}

fn any_booking() -> impl Strategy<Value = Booking> {
    let one_of = proptest::sample::select::<SlotStatus>;
    (
        (
            0_i64..600,
            any::<bool>(),
            one_of(SlotStatus::ALL.to_vec()),
            proptest::option::of(proptest::sample::select(CancelSide::ALL.to_vec())),
        ),
        proptest::sample::select(Movement::ALL.to_vec()),
        proptest::option::of(proptest::sample::select(CustodyReason::ALL.to_vec())),
        proptest::option::of(proptest::sample::select(Attendance::ALL.to_vec())),
        -30_i64..700,
    )
        .prop_map(
            |(
                (planned_minutes, replaced, status, cancel_side),
                movement,
                custody_reason,
                attendance,
                attended_minutes,
            )| Booking {
                planned_minutes,
                replaced,
                status,
                cancel_side,
                movement,
                custody_reason,
                attendance,
                attended_minutes,
            },
        )
}

proptest! {
    #[test]
    fn the_parts_make_up_what_was_planned(bookings in proptest::collection::vec(any_booking(), 1..20)) {
        for booking in &bookings {
            let held = hours(booking);
            prop_assert!(parts(held).into_iter().chain([held.open()]).all(|part| (0..=held.planned).contains(&part)));
            prop_assert_eq!(held.offered, held.attended + held.lost_patient);
            prop_assert!(held.planned == 0 || held.planned == booking.planned_minutes);
        }
        let sum: Hours = bookings.iter().map(hours).sum();
        prop_assert_eq!(sum.planned, sum.offered + sum.lost_custody + sum.lost_health + sum.open());
        prop_assert_eq!(sum.planned, bookings.iter().map(|booking| hours(booking).planned).sum::<i64>());
    }
}

#[test]
fn weeks_begin_and_end_at_the_places_midnight() {
    let pristina = chrono_tz::Europe::Belgrade;
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    let week = Week::of(day(2026, 11, 22), pristina);
    assert_eq!((week.code().as_str(), week.monday), ("2026-W47", day(2026, 11, 16)));
    assert_eq!(week.from.to_rfc3339(), "2026-11-15T23:00:00+00:00");
    // The week in which clocks go back has an hour more, that in which they go forward an hour less.
    assert_eq!(
        (Week::of(day(2026, 10, 25), pristina).to - Week::of(day(2026, 10, 25), pristina).from).num_hours(),
        169
    );
    assert_eq!((Week::of(day(2026, 3, 29), pristina).to - Week::of(day(2026, 3, 29), pristina).from).num_hours(), 167);
    // ISO weeks belong to the year of their Thursday.
    assert_eq!(Week::of(day(2027, 1, 1), pristina).code(), "2026-W53");
    assert_eq!(Week::parse("2026-W53", pristina), Some(Week::of(day(2027, 1, 3), pristina)));
    for wrong in ["2026-W54", "2025-W53", "2026W01", "x-W1", "99999-W01"] {
        assert_eq!(Week::parse(wrong, pristina), None, "{wrong}");
    }
    let weeks = week.back(3, pristina);
    assert_eq!(weeks.iter().map(Week::code).collect::<Vec<_>>(), ["2026-W45", "2026-W46", "2026-W47"]);
    assert!(weeks.windows(2).all(|pair| pair[0].to == pair[1].from));
}

#[test]
fn a_day_that_begins_without_midnight_begins_at_one() {
    // In Beirut clocks go forward at midnight.
    let day = NaiveDate::from_ymd_opt(2026, 3, 29).unwrap();
    assert_eq!(super::weeks::midnight(day, chrono_tz::Asia::Beirut).to_rfc3339(), "2026-03-28T22:00:00+00:00");
}
