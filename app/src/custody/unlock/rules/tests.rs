//! The rules of the unlock list as tables.

use super::*;
use crate::custody::people::Presence;
use crate::custody::slots::{EscortMode, RoomKind};

const REASON: CustodyReason = CustodyReason::Court;
const BACK_TO_EXPECTED: Mark = Mark::BackTo(Movement::Expected);

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn row(person: u128, status: SlotStatus, room_kind: RoomKind, movement: Movement) -> UnlockRow {
    UnlockRow {
        slot_id: uuid::Uuid::from_u128(100 + person).into(),
        person_id: uuid::Uuid::from_u128(person).into(),
        family_name: "Family".to_owned(),
        given_name: "Given".to_owned(),
        prison_number: "A-1".to_owned(),
        cell: "C2-14".to_owned(),
        presence: Presence::Present,
        starts_at: at("2026-07-01T08:00:00Z"),
        ends_at: at("2026-07-01T09:30:00Z"),
        label_letter: "B".to_owned(),
        status,
        cancel_reason: None,
        escort_officers: 0,
        escort_mode: EscortMode::None,
        room: "Kitchen".to_owned(),
        room_kind,
        movement,
        custody_reason: None,
        moved_at: None,
        version: 1,
        is_away: false,
    }
}

#[test]
fn a_person_moves_along_these_ways_and_no_others() {
    use Movement::{Arrived, ArrivedLate, Expected, NotBrought, Returned, Unlocked};
    let allowed = [
        (Mark::Unlocked, Expected, Unlocked),
        (Mark::Arrived, Expected, Arrived),
        (Mark::Arrived, Unlocked, Arrived),
        (Mark::ArrivedLate, Expected, ArrivedLate),
        (Mark::ArrivedLate, Unlocked, ArrivedLate),
        (Mark::NotBrought(REASON), Expected, NotBrought),
        (Mark::NotBrought(REASON), Unlocked, NotBrought),
        (Mark::Returned, Unlocked, Returned),
        (Mark::Returned, Arrived, Returned),
        (Mark::Returned, ArrivedLate, Returned),
        (Mark::BackTo(Expected), Unlocked, Expected),
        (Mark::BackTo(Expected), NotBrought, Expected),
        (Mark::BackTo(Unlocked), Arrived, Unlocked),
        (Mark::BackTo(Unlocked), ArrivedLate, Unlocked),
        (Mark::BackTo(Arrived), Returned, Arrived),
    ];
    for mark in PLAIN.into_iter().chain([Mark::NotBrought(REASON), Mark::BackTo(Returned), Mark::BackTo(NotBrought)]) {
        for from in Movement::ALL {
            let expected =
                allowed.iter().find(|(named, start, _)| *named == mark && start == from).map(|(_, _, to)| *to);
            let reason = expected.and_then(|to| (to == NotBrought).then_some(REASON));
            assert_eq!(mark.leads_to(*from), expected.map(|to| (to, reason)), "{mark:?} from {from:?}");
        }
    }
}

#[test]
fn the_same_mark_twice_changes_nothing() {
    for (mark, movement, reason, said) in [
        (Mark::Unlocked, Movement::Unlocked, None, true),
        (Mark::Unlocked, Movement::Expected, None, false),
        (Mark::Arrived, Movement::ArrivedLate, None, false),
        (Mark::NotBrought(REASON), Movement::NotBrought, Some(REASON), true),
        (Mark::NotBrought(REASON), Movement::NotBrought, Some(CustodyReason::Visit), false),
        (Mark::BackTo(Movement::Expected), Movement::Expected, None, true),
        (Mark::BackTo(Movement::Unlocked), Movement::Arrived, None, false),
    ] {
        assert_eq!(mark.is_said_by(movement, reason), said, "{mark:?} {movement:?}");
    }
}

#[test]
fn a_mark_comes_back_from_its_word() {
    for mark in PLAIN {
        assert_eq!(Mark::from_code(mark.code(), None), Some(mark));
    }
    assert_eq!(Mark::from_code("not_brought", Some(REASON)), Some(Mark::NotBrought(REASON)));
    assert_eq!(Mark::from_code("not_brought", None), None);
    assert_eq!(Mark::from_code("expected", None), None);
}

#[test]
fn only_people_of_a_session_that_takes_place_are_marked() {
    for status in SlotStatus::ALL {
        let takes_place = matches!(status, SlotStatus::Confirmed | SlotStatus::InProgress);
        for mark in [Mark::Unlocked, Mark::Arrived, Mark::NotBrought(REASON), Mark::BackTo(Movement::Expected)] {
            assert_eq!(mark.fits(*status), takes_place, "{mark:?} {status:?}");
        }
        assert_eq!(Mark::Returned.fits(*status), takes_place || *status == SlotStatus::Completed, "{status:?}");
    }
}

#[test]
fn a_row_offers_the_next_steps() {
    let early = at("2026-07-01T07:50:00Z");
    let late = at("2026-07-01T08:11:00Z");
    for (status, movement, now, offered, not_brought) in [
        (SlotStatus::Confirmed, Movement::Expected, early, vec![Mark::Unlocked, Mark::Arrived], true),
        (SlotStatus::Confirmed, Movement::Expected, late, vec![Mark::Unlocked, Mark::Arrived, Mark::ArrivedLate], true),
        (SlotStatus::Confirmed, Movement::Unlocked, early, vec![Mark::Arrived, BACK_TO_EXPECTED], true),
        (
            SlotStatus::InProgress,
            Movement::Arrived,
            late,
            vec![Mark::Returned, Mark::BackTo(Movement::Unlocked)],
            false,
        ),
        (SlotStatus::InProgress, Movement::NotBrought, late, vec![BACK_TO_EXPECTED], false),
        (SlotStatus::InProgress, Movement::Returned, late, vec![Mark::BackTo(Movement::Arrived)], false),
        (SlotStatus::Completed, Movement::Arrived, late, vec![Mark::Returned], false),
        (SlotStatus::Completed, Movement::Expected, late, vec![], false),
        (SlotStatus::Cancelled, Movement::Expected, early, vec![], false),
    ] {
        let row = row(1, status, RoomKind::Activity, movement);
        assert_eq!(buttons(&row, now), offered, "{status:?} {movement:?} {now}");
        assert_eq!(may_be_not_brought(&row), not_brought, "{status:?} {movement:?}");
    }
}

#[test]
fn unmarked_attendance_is_open_for_a_week_and_marked_attendance_for_the_day() {
    use Movement::{Arrived, Expected, NotBrought, Unlocked};
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (movement, marked_on, made_on, expected) in [
        (Expected, None, "2026-06-30", Window::Ahead),
        (Expected, None, "2026-07-01", Window::Open),
        (Expected, None, "2026-07-08", Window::Open),
        (Expected, None, "2026-07-09", Window::Corrections),
        // Unlocked only: nobody has said yet what became of the person.
        (Unlocked, Some("2026-07-01"), "2026-07-02", Window::Open),
        (Unlocked, Some("2026-07-01"), "2026-07-09", Window::Corrections),
        (Arrived, Some("2026-07-01"), "2026-07-01", Window::Open),
        (Arrived, Some("2026-07-01"), "2026-07-02", Window::Corrections),
        // Marked late: it may be put right on that day.
        (NotBrought, Some("2026-07-05"), "2026-07-05", Window::Open),
        (NotBrought, Some("2026-07-05"), "2026-07-06", Window::Corrections),
        // Marks of a phone that come together on the next day.
        (Arrived, Some("2026-07-02"), "2026-07-01", Window::Open),
        // Taken back: unmarked again.
        (Expected, Some("2026-07-01"), "2026-07-03", Window::Open),
    ] {
        let found = window(day("2026-07-01"), movement, marked_on.map(day), day(made_on));
        assert_eq!(found, expected, "{movement:?} {marked_on:?} {made_on}");
    }
}

#[test]
fn officers_open_today_and_tomorrow() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for (date, plans, open) in [
        ("2026-06-30", false, false),
        ("2026-07-01", false, true),
        ("2026-07-02", false, true),
        ("2026-07-03", false, false),
        ("2026-06-30", true, true),
        ("2027-01-01", true, true),
    ] {
        assert_eq!(may_open(day(date), day("2026-07-01"), plans), open, "{date} {plans}");
    }
}

#[test]
fn the_head_counts_people_once_and_no_cancelled_session() {
    use Movement::Expected;
    let rows = [
        row(1, SlotStatus::Confirmed, RoomKind::Kitchen, Expected),
        row(1, SlotStatus::Confirmed, RoomKind::Cell, Expected),
        row(2, SlotStatus::InProgress, RoomKind::Cell, Expected),
        row(3, SlotStatus::Cancelled, RoomKind::Kitchen, Expected),
        row(4, SlotStatus::Completed, RoomKind::Ward, Expected),
        row(5, SlotStatus::Confirmed, RoomKind::Garden, Expected),
    ];
    assert_eq!(head(&rows), Head { people: 4, leaving: 2, staying: 2 });
    assert_eq!(head(&[]), Head::default());
}
