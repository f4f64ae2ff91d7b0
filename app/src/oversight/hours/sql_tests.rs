//! The database's sums against the rule, on the real schema of each engine and over the whole cross product of what a booking
//! can be. PostgreSQL comes from `ERGON_TEST_POSTGRES`, as for the tests of the server.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::rules::{Booking, Hours, hours};
use super::store::hours_of_person;
use crate::care::sessions::Attendance;
use crate::custody::slots::{CancelSide, CustodyReason, Movement, SlotStatus};
use crate::kit::db::{Conn, Database, migrate, open_owner};
use crate::kit::ids::PersonId;
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
            if status.is_live() { vec![(*status, None)] } else { CancelSide::ALL.iter().map(|side| (*status, Some(*side))).collect() }
        })
        .collect()
}

/// The state, the reason, and the marks before it.
fn movements() -> Vec<(Movement, Option<CustodyReason>, Vec<Movement>)> {
    use Movement::{Arrived, ArrivedLate, Expected, NotBrought, Returned, Unlocked};
    let plain = [Expected, Unlocked, Arrived, ArrivedLate].map(|movement| (movement, None, vec![]));
    let not_brought = CustodyReason::ALL.iter().map(|reason| (NotBrought, Some(*reason), vec![]));
    let back = [vec![], vec![Arrived], vec![Unlocked, ArrivedLate], vec![ArrivedLate, Arrived], vec![ArrivedLate, Returned]];
    plain.into_iter().chain(not_brought).chain(back.map(|marks| (Returned, None, marks))).collect()
}

fn attendances() -> Vec<(Option<Attendance>, i64)> {
    let told = Attendance::ALL.iter().flat_map(|attendance| [0, 45, 60, 70].map(|minutes| (Some(*attendance), minutes)));
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
    next: u128,
}

impl Writer {
    async fn new(database: &Database) -> Self {
        migrate(database).await.unwrap();
        let mut conn = open_owner(database).await.unwrap();
        // Rows that only the sums need are left out: patients, rooms, practitioners.
        match &mut conn {
            Conn::Sqlite(tx) => sqlx::raw_sql("pragma defer_foreign_keys = on").execute(&mut **tx).await.map(|_| ()),
            Conn::Postgres(tx) => sqlx::raw_sql("set local session_replication_role = replica").execute(&mut **tx).await.map(|_| ()),
        }
        .unwrap();
        Self { conn, next: 1 << 100 }
    }

    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    fn literal(&self, id: Uuid) -> String {
        match self.conn {
            Conn::Sqlite(_) => format!("x'{}'", id.simple()),
            Conn::Postgres(_) => format!("'{id}'::uuid"),
        }
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
            let (from, to) = (format!("'{}'", at.to_rfc3339()), format!("'{}'", (*at + TimeDelta::minutes(PLANNED)).to_rfc3339()));
            let text = |word: Option<&str>| word.map_or("null".to_owned(), |word| format!("'{word}'"));
            let side = case.booking.cancel_side.map(CancelSide::as_str);
            slots.push(format!(
                "({slot}, {facility}, {room}, {practitioner}, {from}, {to}, 'am', 'A', '{}', {}, {}, 0, 'none', {practitioner}, {from}, 1)",
                case.booking.status,
                text(side),
                text(side.map(|_| "other"))
            ));
            let reason = text(case.booking.custody_reason.map(CustodyReason::as_str));
            people.push(format!("({slot}, {person}, {facility}, {from}, {to}, '{}', {reason}, null, 1)", case.movement));
            for (minute, mark) in case.marks.iter().chain([&case.movement]).enumerate() {
                let mark_id = self.id();
                let at = format!("'{}'", (*at + TimeDelta::minutes(i64::try_from(minute).unwrap())).to_rfc3339());
                marks.push(format!("({}, {slot}, {person}, '{mark}', null, {at}, {practitioner}, {at})", self.literal(mark_id)));
            }
            if let Some(attendance) = case.booking.attendance {
                let minutes = case.booking.attended_minutes;
                told.push(format!(
                    "({slot}, {person}, {facility}, '{attendance}', null, {minutes}, null, null, '', '', null, {practitioner}, {from}, 1)"
                ));
            }
        }
        let slot_person = "custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, custody_reason, moved_at, version)";
        self.insert("custody_slot", &slots).await;
        self.insert(slot_person, &people).await;
        self.insert("custody_movement", &marks).await;
        self.insert("care_participation", &told).await;
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

async fn the_sums_say_what_the_rule_says(database: &Database) {
    let mut writer = Writer::new(database).await;
    let mut at = 0;
    let mut compared = 0;
    for chunk in cases().chunks(CHUNK) {
        let person = writer.id();
        let dated: Vec<(DateTime<Utc>, Case)> = chunk.iter().cloned().map(|case| { at += 2; (moment(at), case) }).collect();
        writer.book(person, &dated).await;
        let sums = writer.sums(person).await;
        for (at, case) in &dated {
            let summed = sums.iter().find(|(start, _)| start == at).map_or(Hours::default(), |(_, hours)| *hours);
            assert_eq!(summed, hours(&case.booking), "{case:?}");
            compared += 1;
        }
    }
    assert!(compared > 8000, "{compared}");
}

async fn overlapping_bookings_count_once(database: &Database) {
    let mut writer = Writer::new(database).await;
    let case = |status, cancel_side| Case {
        booking: Booking {
            planned_minutes: PLANNED,
            replaced: false,
            status,
            cancel_side,
            movement: Movement::Expected,
            custody_reason: None,
            attendance: None,
            attended_minutes: 0,
        },
        movement: Movement::Expected,
        marks: vec![],
    };
    let declined = || case(SlotStatus::Declined, Some(CancelSide::Custody));
    let half_past = |hours| moment(hours) + TimeDelta::minutes(30);
    let person = writer.id();
    let rows = vec![
        // Declined, and then confirmed in another room.
        (moment(0), declined()),
        (moment(0), case(SlotStatus::Confirmed, None)),
        // Declined twice: lost once.
        (moment(10), declined()),
        (half_past(10), declined()),
        // One after the other: nothing overlaps.
        (moment(20), declined()),
        (moment(21), case(SlotStatus::Confirmed, None)),
    ];
    writer.book(person, &rows).await;
    let sum: Hours = writer.sums(person).await.into_iter().map(|(_, hours)| hours).sum();
    let lost_twice = Hours { planned: 4 * PLANNED, lost_custody: 2 * PLANNED, ..Hours::default() };
    assert_eq!(sum, lost_twice);
}

fn sqlite() -> (tempfile::TempDir, Database) {
    let dir = tempfile::TempDir::new().unwrap();
    let database = Database::parse(&format!("sqlite://{}", dir.path().join("hours.db").display())).unwrap();
    (dir, database)
}

async fn postgres(name: &str) -> Database {
    let url = std::env::var("ERGON_TEST_POSTGRES").expect("ERGON_TEST_POSTGRES is not set: run the tests through `cargo xtask test`");
    let name = format!("{name}_{}", std::process::id());
    let mut connection = <sqlx::PgConnection as sqlx::Connection>::connect(&url).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("create database {name}"))).execute(&mut connection).await.unwrap();
    Database::parse(&format!("{}/{name}", url.rsplit_once('/').unwrap().0)).unwrap()
}

#[tokio::test]
async fn sums_on_sqlite_say_what_the_rule_says() {
    the_sums_say_what_the_rule_says(&sqlite().1).await;
}

#[tokio::test]
async fn sums_on_postgres_say_what_the_rule_says() {
    the_sums_say_what_the_rule_says(&postgres("hours_rule").await).await;
}

#[tokio::test]
async fn overlaps_count_once_on_sqlite() {
    overlapping_bookings_count_once(&sqlite().1).await;
}

#[tokio::test]
async fn overlaps_count_once_on_postgres() {
    overlapping_bookings_count_once(&postgres("hours_overlap").await).await;
}
