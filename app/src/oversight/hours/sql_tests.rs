//! The database's sums against the rule, on the real schema of each engine and over the whole cross product of what a booking
//! can be; and the lists of a week on the small unit of the fixture.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::rules::{Booking, Hours, hours};
use super::store::{Order, PatientWeek, Window, hours_of_person, week_by_patient, weeks_of_facility, weeks_of_patient};
use super::weeks::Week;
use crate::care::identity::HeldNumber;
use crate::care::sessions::Attendance;
use crate::custody::slots::{CancelSide, CustodyReason, Movement, SlotStatus};
use crate::kit::db::{Conn, Engine, open_owner};
use crate::kit::ids::{FacilityId, PersonId, UserId};
use crate::oversight::fixture::{self, Unit, at, id, on_both_engines, this_week};
use crate::sql_exec;

const PLANNED: i64 = 60;
/// Bookings of one person: more would make the search for those booked again slow, which is not what is tested.
const CHUNK: usize = 100;

/// A booking as rows: the marks are custody's before the present one, in their order.
#[derive(Debug, Clone)]
struct Case {
    booking: Booking,
    movement: Movement,
    marks: Vec<Movement>,
}

fn fates() -> Vec<(SlotStatus, Option<CancelSide>)> {
    SlotStatus::ALL
        .iter()
        .flat_map(|status| {
            if status.is_live() {
                vec![(*status, None)]
            } else {
                CancelSide::ALL.iter().map(|side| (*status, Some(*side))).collect()
            }
        })
        .collect()
}

/// The state, the reason, and the marks before it.
fn movements() -> Vec<(Movement, Option<CustodyReason>, Vec<Movement>)> {
    use Movement::{Arrived, ArrivedLate, Expected, NotBrought, Returned, Unlocked};
    let plain = [Expected, Unlocked, Arrived, ArrivedLate].map(|movement| (movement, None, vec![]));
    let not_brought = CustodyReason::ALL.iter().map(|reason| (NotBrought, Some(*reason), vec![]));
    let back =
        [vec![], vec![Arrived], vec![Unlocked, ArrivedLate], vec![ArrivedLate, Arrived], vec![ArrivedLate, Returned]];
    plain.into_iter().chain(not_brought).chain(back.map(|marks| (Returned, None, marks))).collect()
}

fn attendances() -> Vec<(Option<Attendance>, i64)> {
    let told =
        Attendance::ALL.iter().flat_map(|attendance| [0, 45, 60, 70].map(|minutes| (Some(*attendance), minutes)));
    std::iter::once((None, 0)).chain(told).collect()
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (status, cancel_side) in fates() {
        for (movement, custody_reason, marks) in movements() {
            for (attendance, attended_minutes) in attendances() {
                let came = if movement == Movement::Returned {
                    marks.iter().rev().find(|mark| **mark != Movement::Returned).copied().unwrap_or(Movement::Arrived)
                } else {
                    movement
                };
                let booking = Booking {
                    planned_minutes: PLANNED,
                    replaced: false,
                    status,
                    cancel_side,
                    movement: came,
                    custody_reason,
                    attendance,
                    attended_minutes,
                };
                cases.push(Case { booking, movement, marks: marks.clone() });
            }
        }
    }
    cases
}

/// Writes literals as each engine reads them; ids are numbers that differ.
struct Writer {
    conn: Conn,
    engine: Engine,
    next: u128,
    _dir: tempfile::TempDir,
}

impl Writer {
    async fn new(engine: Engine) -> Self {
        let (dir, database) = fixture::database(engine).await;
        let mut conn = open_owner(&database).await.unwrap();
        // Rows that only the sums need are left out: patients, rooms, practitioners.
        match &mut conn {
            Conn::Sqlite(tx) => sqlx::raw_sql("pragma defer_foreign_keys = on").execute(&mut **tx).await.map(|_| ()),
            Conn::Postgres(tx) => {
                sqlx::raw_sql("set local session_replication_role = replica").execute(&mut **tx).await.map(|_| ())
            }
        }
        .unwrap();
        Self { conn, engine, next: 1 << 100, _dir: dir }
    }

    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    fn literal(&self, id: Uuid) -> String {
        fixture::literal(self.engine, id)
    }

    async fn insert(&mut self, into: &str, rows: &[String]) {
        if !rows.is_empty() {
            let sql = format!("insert into {into} values {}", rows.join(", "));
            sql_exec!(&mut self.conn, AssertSqlSafe(sql.clone())).unwrap();
        }
    }

    /// Writes bookings of one person, each beginning at its own time.
    async fn book(&mut self, person: Uuid, cases: &[(DateTime<Utc>, Case)]) {
        let (room, practitioner, facility) = (self.id(), self.id(), self.id());
        let [person, room, practitioner, facility] = [person, room, practitioner, facility].map(|id| self.literal(id));
        let (mut slots, mut people, mut marks, mut told) = (vec![], vec![], vec![], vec![]);
        for (at, case) in cases {
            let slot = self.id();
            let slot = self.literal(slot);
            let (from, to) =
                (format!("'{}'", at.to_rfc3339()), format!("'{}'", (*at + TimeDelta::minutes(PLANNED)).to_rfc3339()));
            let text = |word: Option<&str>| word.map_or("null".to_owned(), |word| format!("'{word}'"));
            let side = case.booking.cancel_side.map(CancelSide::as_str);
            slots.push(format!(
                "({slot}, {facility}, {room}, {practitioner}, {from}, {to}, 'am', 'A', '{}', {}, {}, 0, 'none', {practitioner}, {from}, 1)",
                case.booking.status,
                text(side),
                text(side.map(|_| "other"))
            ));
            let reason = text(case.booking.custody_reason.map(CustodyReason::as_str));
            people
                .push(format!("({slot}, {person}, {facility}, {from}, {to}, '{}', {reason}, null, 1)", case.movement));
            for (minute, mark) in case.marks.iter().chain([&case.movement]).enumerate() {
                let mark_id = self.id();
                let at = format!("'{}'", (*at + TimeDelta::minutes(i64::try_from(minute).unwrap())).to_rfc3339());
                marks.push(format!(
                    "({}, {slot}, {person}, '{mark}', null, {at}, {practitioner}, {at})",
                    self.literal(mark_id)
                ));
            }
            if let Some(attendance) = case.booking.attendance {
                let minutes = case.booking.attended_minutes;
                told.push(format!(
                    "({slot}, {person}, {facility}, '{attendance}', null, {minutes}, null, null, '', '', null, {practitioner}, {from}, 1)"
                ));
            }
        }
        let slot_person = "custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, custody_reason, moved_at, version)";
        self.insert("custody_slot (id, facility_id, room_id, practitioner_id, starts_at, ends_at, part, label_letter, status, cancel_side, cancel_reason, escort_officers, escort_mode, created_by, created_at, version)", &slots).await;
        self.insert(slot_person, &people).await;
        self.insert(
            "custody_movement (id, slot_id, person_id, movement, custody_reason, at, recorded_by, recorded_at)",
            &marks,
        )
        .await;
        self.insert("care_participation (session_id, patient_id, facility_id, attendance, health_reason, minutes, participation, assistance, individual_note, next_step, signed_at, created_by, created_at, version)", &told).await;
    }

    async fn sums(&mut self, person: Uuid) -> Vec<(DateTime<Utc>, Hours)> {
        let far = DateTime::from_timestamp(4_000_000_000, 0).unwrap();
        let rows = hours_of_person(&mut self.conn, PersonId(person), DateTime::default(), far).await.unwrap();
        rows.iter().map(|row| (row.starts_at, row.sums.into())).collect()
    }
}

fn moment(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap() + TimeDelta::hours(hours)
}

on_both_engines! {
    async fn the_sums_say_what_the_rule_says(engine) {
        let mut writer = Writer::new(engine).await;
        let mut hour = 0;
        let mut compared = 0;
        for chunk in cases().chunks(CHUNK) {
            let person = writer.id();
            let mut dated: Vec<(DateTime<Utc>, Case)> = Vec::new();
            for case in chunk {
                hour += 2;
                dated.push((moment(hour), case.clone()));
            }
            writer.book(person, &dated).await;
            let sums = writer.sums(person).await;
            for (start, case) in &dated {
                let summed = sums.iter().find(|(summed, _)| summed == start).map_or(Hours::default(), |(_, hours)| *hours);
                assert_eq!(summed, hours(&case.booking), "{case:?}");
                compared += 1;
            }
        }
        assert!(compared > 8000, "{compared}");
    }

    async fn overlapping_bookings_count_once(engine) {
        let mut writer = Writer::new(engine).await;
        let half_past = |hours| moment(hours) + TimeDelta::minutes(30);
        let person = writer.id();
        let rows = vec![
            // Declined, and then confirmed in another room.
            (moment(0), declined()),
            (moment(0), confirmed()),
            // Declined twice: lost once.
            (moment(10), declined()),
            (half_past(10), declined()),
            // One after the other: nothing overlaps.
            (moment(20), declined()),
            (moment(21), confirmed()),
        ];
        writer.book(person, &rows).await;
        let sum: Hours = writer.sums(person).await.into_iter().map(|(_, hours)| hours).sum();
        assert_eq!(sum, Hours { planned: 4 * PLANNED, lost_custody: 2 * PLANNED, ..Hours::default() });
    }

    async fn a_facilitys_weeks_add_up_its_bookings(engine) {
        let unit = Unit::new(engine).await;
        let weeks = weeks_of_facility(&mut unit.care().await, FacilityId(id("here")), &this_week().back(2, fixture::ZONE)).await.unwrap();
        assert_eq!(weeks.iter().map(|held| held.week.code()).collect::<Vec<_>>(), ["2026-W46", "2026-W47"]);
        assert_eq!((weeks[0].hours, weeks[0].target), (Hours::default(), 900));
        let expected = Hours { planned: 360, offered: 180, attended: 90, lost_custody: 60, lost_health: 0, lost_patient: 90 };
        assert_eq!((weeks[1].hours, weeks[1].hours.open()), (expected, 120));
    }

    async fn a_patients_weeks_are_held_against_the_plan_of_their_time(engine) {
        let unit = Unit::new(engine).await;
        let weeks = weeks_of_patient(&mut unit.care().await, PersonId(id("agim")), &this_week().back(12, fixture::ZONE)).await.unwrap();
        // The first plan took effect in week 37, the second in week 45.
        let targets: Vec<(u32, i64)> = weeks.iter().map(|held| (held.week.number, held.target)).collect();
        assert_eq!(targets[0], (36, 0));
        assert_eq!((targets[1], targets[8], targets[9]), ((37, 300), (44, 300), (45, 600)));
        let last = weeks[11].hours;
        assert_eq!((last.planned, last.attended, last.lost_patient, last.open()), (240, 90, 30, 120));
    }

    async fn the_furthest_from_the_target_come_first(engine) {
        let unit = Unit::new(engine).await;
        let mut tx = unit.care().await;
        let here = FacilityId(id("here"));
        let window = |order, descending| Window { order, descending, limit: 50, offset: 0 };
        let numbers = |rows: Vec<PatientWeek>| rows.into_iter().map(|row| row.number).collect::<Vec<_>>();
        for (order, descending, expected) in [
            // Besa has nothing of her target, Agim some; who has no target cannot be behind it.
            (Order::Share, false, ["A-2", "A-1", "A-3"]),
            (Order::Share, true, ["A-1", "A-2", "A-3"]),
            (Order::Custody, true, ["A-3", "A-1", "A-2"]),
            (Order::Number, true, ["A-3", "A-2", "A-1"]),
            (Order::Lead, true, ["A-3", "A-1", "A-2"]),
        ] {
            let rows = week_by_patient(&mut tx, here, None, &this_week(), window(order, descending)).await.unwrap();
            assert_eq!(numbers(rows), expected.map(HeldNumber::of), "{order:?} {descending}");
        }
        let own = week_by_patient(&mut tx, here, Some(UserId(id("ben"))), &this_week(), window(Order::Share, false)).await.unwrap();
        assert_eq!((own.len(), own[0].hours().lost_custody, own[0].target), (1, 60, 0));
        let second = Window { limit: 1, offset: 1, ..window(Order::Share, false) };
        assert_eq!(numbers(week_by_patient(&mut tx, here, None, &this_week(), second).await.unwrap()), [HeldNumber::of("A-1")]);
        let quiet = Week::of(at("2026-01-05T12:00:00Z").date_naive(), fixture::ZONE);
        let rows = week_by_patient(&mut tx, here, None, &quiet, window(Order::Share, false)).await.unwrap();
        assert!(rows.len() == 3 && rows.iter().all(|row| row.hours() == Hours::default()));
    }
}

fn plain(status: SlotStatus, cancel_side: Option<CancelSide>) -> Case {
    let booking = Booking {
        planned_minutes: PLANNED,
        replaced: false,
        status,
        cancel_side,
        movement: Movement::Expected,
        custody_reason: None,
        attendance: None,
        attended_minutes: 0,
    };
    Case { booking, movement: Movement::Expected, marks: vec![] }
}

fn declined() -> Case {
    plain(SlotStatus::Declined, Some(CancelSide::Custody))
}

fn confirmed() -> Case {
    plain(SlotStatus::Confirmed, None)
}
