//! One series in each facility: a small group that goes on after the timetable ends, placed as far ahead as the job would.

use std::collections::HashSet;

use app::care::series::place::DAYS_AHEAD;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{PersonId, uuid_at};
use app::{cells, sql_all};
use chrono::{Days, NaiveDate, TimeDelta};
use uuid::Uuid;

use super::calendar::{Calendar, Cell, instant};
use super::caseload::Unit;
use super::places::Facility;

/// Mondays after lunch.
const CELL: Cell = Cell { part: "pm", start: 13 * 60 + 15, minutes: 60 };
/// No notice asks for a group smaller than that.
const PEOPLE: usize = 3;
const ACTIVITY: &str = "paper_card";
const PURPOSE: &str = "Finishing a small thing each week, together.";

pub async fn build(
    tx: &mut Conn,
    calendar: Calendar,
    facilities: &[Facility],
    units: &[Vec<Unit>],
) -> Result<(), DbError> {
    // Whoever is kept apart from somebody, or may not use some tool, is in no series.
    let apart: HashSet<PersonId> = sql_all!(
        tx,
        (PersonId,),
        "select person_a from custody_keep_apart union select person_b from custody_keep_apart
         union select person_id from custody_notice where kind in ('small_group', 'no_tools_of_class')"
    )?
    .into_iter()
    .map(|(id,)| id)
    .collect();
    let mut tables = Tables::new();
    for (index, (facility, units)) in facilities.iter().zip(units).enumerate() {
        let Some(unit) = units.first() else { continue };
        let people: Vec<PersonId> = unit
            .patients
            .iter()
            .filter(|patient| patient.is_treated(calendar.today) && patient.is_open(calendar.today))
            .map(|patient| patient.person.id)
            .filter(|person| !apart.contains(person))
            .take(PEOPLE)
            .collect();
        if !people.is_empty() {
            tables.add(calendar, index, facility, unit, &people);
        }
    }
    tables.insert(tx).await
}

/// The n-th identifier of a facility's series; the 0th is the series' own.
fn id(calendar: Calendar, facility: usize, n: u64) -> Uuid {
    let [facility, n] = [u64::try_from(facility).unwrap_or(u64::MAX), n].map(|n| u8::try_from(n).unwrap_or(u8::MAX));
    uuid_at(calendar.now(), [facility, n, 0x5e, 0x5e, 0x5e, 0x5e, 0x5e, 0x5e, 0x5e, 0x5e])
}

struct Tables {
    series: Rows,
    care: Rows,
    members: Rows,
    slots: Rows,
    people: Rows,
    sessions: Rows,
}

impl Tables {
    fn new() -> Self {
        Self {
            series: Rows::new(
                "custody_series",
                &[
                    "id",
                    "facility_id",
                    "room_id",
                    "practitioner_id",
                    "weekdays",
                    "every_weeks",
                    "follows",
                    "part",
                    "start_minute",
                    "minutes",
                    "starts_on",
                    "people_expected",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
            care: Rows::new(
                "care_series",
                &["id", "facility_id", "mode", "activity_code", "purpose", "created_by", "created_at", "version"],
            ),
            members: Rows::new("care_series_member", &["series_id", "patient_id"]),
            slots: Rows::new(
                "custody_slot",
                &[
                    "id",
                    "facility_id",
                    "room_id",
                    "practitioner_id",
                    "starts_at",
                    "ends_at",
                    "part",
                    "label_letter",
                    "status",
                    "escort_officers",
                    "escort_mode",
                    "created_by",
                    "created_at",
                    "version",
                    "series_id",
                    "series_date",
                    "series_moved",
                    "held_on",
                ],
            ),
            people: Rows::new(
                "custody_slot_person",
                &["slot_id", "person_id", "facility_id", "starts_at", "ends_at", "movement", "version"],
            ),
            sessions: Rows::new(
                "care_session",
                &[
                    "id",
                    "facility_id",
                    "mode",
                    "activity_code",
                    "lead_id",
                    "purpose",
                    "shared_narrative",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
        }
    }

    async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        self.series.insert(tx).await?;
        self.care.insert(tx).await?;
        self.members.insert(tx).await?;
        self.slots.insert(tx).await?;
        self.people.insert(tx).await?;
        self.sessions.insert(tx).await
    }

    fn add(&mut self, calendar: Calendar, index: usize, facility: &Facility, unit: &Unit, people: &[PersonId]) {
        let Some(room) = facility.large.first() else { return };
        let (series, lead, at) = (id(calendar, index, 0), unit.practitioner.id, calendar.now());
        let first = calendar.this_monday() + Days::new(14);
        let minute = i32::try_from(CELL.start).unwrap_or(0);
        let minutes = i32::try_from(CELL.minutes).unwrap_or(60);
        let expected = i32::try_from(people.len()).unwrap_or(1);
        let row = cells![
            series,
            facility.id,
            room.id,
            lead,
            1,
            1,
            "clock",
            CELL.part,
            minute,
            minutes,
            first,
            expected,
            lead,
            at,
            1
        ];
        self.series.push(row);
        let mode = if people.len() > 1 { "group" } else { "individual" };
        self.care.push(cells![series, facility.id, mode, ACTIVITY, PURPOSE, lead, at, 1]);
        for person in people {
            self.members.push(cells![series, *person]);
        }
        let last = calendar.today + TimeDelta::days(DAYS_AHEAD);
        let mondays = (0..).map(|week| first + Days::new(7 * week)).take_while(|date| *date <= last);
        for (date, n) in mondays.zip(1..) {
            self.session(calendar, (series, id(calendar, index, n), date), (facility, room.id.0, unit), (mode, people));
        }
    }

    fn session(
        &mut self,
        calendar: Calendar,
        (series, slot, date): (Uuid, Uuid, NaiveDate),
        (facility, room, unit): (&Facility, Uuid, &Unit),
        (mode, people): (&'static str, &[PersonId]),
    ) {
        let (lead, at) = (unit.practitioner.id, calendar.now());
        let from = instant(date, CELL.start);
        let to = from + TimeDelta::minutes(CELL.minutes);
        let row = cells![
            slot,
            facility.id,
            room,
            lead,
            from,
            to,
            CELL.part,
            "A",
            "requested",
            0,
            "none",
            lead,
            at,
            1,
            series,
            date,
            false,
            date
        ];
        self.slots.push(row);
        for person in people {
            self.people.push(cells![slot, *person, facility.id, from, to, "expected", 1]);
        }
        self.sessions.push(cells![slot, facility.id, mode, ACTIVITY, lead, PURPOSE, "", lead, at, 1]);
    }
}
