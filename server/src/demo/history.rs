//! A facility's week as it went: every session with its two halves, who came, what was written and how goals were rated.

use app::cells;
use app::kit::ids::{GoalId, SlotId, UserId};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::attainment::addressed;
use super::batch::Batch;
use super::calendar::{Calendar, instant};
use super::caseload::{Patient, Unit};
use super::chance::Chance;
use super::outcome::{self, Came, Outcome, Paperwork};
use super::places::Facility;
use super::timetable::{Activities, Planned, day, days};
use super::words;

/// Of the last days every mark of the officers is told, of older ones the last alone.
const MARKS_OF_DAYS: i64 = 14;

/// What every session of a facility's week has in common.
#[derive(Debug)]
pub struct Week<'a> {
    pub calendar: Calendar,
    pub facility: &'a Facility,
    pub activities: &'a Activities,
    pub coordinator: UserId,
    pub officers: &'a [UserId],
    pub number: u32,
    /// Sessions of all facilities so far: identifiers rise with it.
    pub sessions: u64,
}

/// A session being written down.
#[derive(Debug)]
pub struct Session<'a> {
    pub id: SlotId,
    pub planned: &'a Planned,
    pub lead: UserId,
    pub starts: DateTime<Utc>,
    pub ends: DateTime<Utc>,
    pub age: i64,
    pub signed: Option<DateTime<Utc>>,
    pub recorded: Option<DateTime<Utc>>,
}

impl Week<'_> {
    /// Tells the week.
    pub fn tell(&mut self, chance: &mut Chance, units: &mut [Unit], batch: &mut Batch) {
        let quiet = if self.facility.sketch.not_brought > 5 { 4 } else { 2 };
        for date in days(self.calendar, self.number) {
            let lockdown = chance.percent(quiet);
            for (place, planned) in day(chance, self.calendar, self.facility, units, date).iter().enumerate() {
                if let Some(unit) = units.get_mut(planned.unit) {
                    self.tell_session(chance, unit, planned, lockdown, place, batch);
                }
            }
        }
    }

    fn tell_session(
        &mut self,
        chance: &mut Chance,
        unit: &mut Unit,
        planned: &Planned,
        lockdown: bool,
        place: usize,
        batch: &mut Batch,
    ) {
        let age = (self.calendar.today - planned.date).num_days();
        let outcome = outcome::of_session(chance, age, lockdown, place);
        let asked = self.asked_at();
        let starts = instant(planned.date, planned.cell.start);
        let ends = starts + TimeDelta::minutes(planned.cell.minutes);
        let (signed, recorded) = self.paperwork(chance, outcome, ends);
        let session =
            Session { id: chance.id(asked), planned, lead: unit.practitioner.id, starts, ends, age, signed, recorded };
        self.add_slot(chance, &session, outcome, asked, batch);
        let first = planned.members.first().and_then(|n| unit.patients.get(*n));
        self.add_session(chance, &session, unit.number, first, asked, batch);
        batch.holds(session.id);
        for member in &planned.members {
            if let Some(patient) = unit.patients.get_mut(*member) {
                self.tell_person(chance, &session, outcome, patient, batch);
            }
        }
    }

    /// A week before, one millisecond after the other.
    fn asked_at(&mut self) -> DateTime<Utc> {
        self.sessions += 1;
        let asked = instant(self.calendar.monday(self.number), 8 * 60) - TimeDelta::days(7);
        let latest = self.calendar.now() - TimeDelta::hours(6);
        asked.min(latest) + TimeDelta::milliseconds(i64::try_from(self.sessions).unwrap_or(0))
    }

    fn paperwork(
        &self,
        chance: &mut Chance,
        outcome: Outcome,
        ends: DateTime<Utc>,
    ) -> (Option<DateTime<Utc>>, Option<DateTime<Utc>>) {
        let latest = self.calendar.now() - TimeDelta::minutes(5);
        match outcome {
            Outcome::Held(Paperwork::Signed { late }) => {
                let after = if late {
                    TimeDelta::hours(chance.between(26, 60))
                } else {
                    TimeDelta::minutes(chance.between(10, 240))
                };
                let signed = (ends + after).min(latest);
                (Some(signed), Some(signed - TimeDelta::minutes(4)))
            }
            Outcome::Held(Paperwork::Draft) => {
                (None, Some((ends + TimeDelta::minutes(chance.between(10, 90))).min(latest)))
            }
            _ => (None, None),
        }
    }

    fn add_slot(
        &self,
        chance: &mut Chance,
        session: &Session<'_>,
        outcome: Outcome,
        asked: DateTime<Utc>,
        batch: &mut Batch,
    ) {
        let (status, side, reason) = match outcome {
            Outcome::Ahead { confirmed: false } => ("requested", None, None),
            Outcome::Ahead { confirmed: true } | Outcome::Held(Paperwork::Nothing) => ("confirmed", None, None),
            Outcome::Held(_) => ("completed", None, None),
            Outcome::Stopped(status, side, reason) => (status, Some(side), Some(reason)),
        };
        let (officers, mode) = match self.facility.sketch.code {
            _ if status == "requested" => (0, "none"),
            "HSP" => (2, chance.pick(&["in_room", "in_sight"])),
            "DUB" if session.planned.is_group() => (1, "in_sight"),
            "DUB" => (chance.between(0, 1), "out_of_hearing"),
            _ => (0, "none"),
        };
        let mode = if officers == 0 { "none" } else { mode };
        let planned = session.planned;
        let row = cells![
            session.id,
            self.facility.id,
            planned.room.id,
            session.lead,
            session.starts,
            session.ends,
            planned.cell.part,
            planned.letter.clone(),
            status,
            side,
            reason,
            i32::try_from(officers).unwrap_or(0),
            mode,
            session.lead,
            asked,
            1
        ];
        batch.slots.push(row);
    }

    fn add_session(
        &self,
        chance: &mut Chance,
        session: &Session<'_>,
        unit: usize,
        first: Option<&Patient>,
        asked: DateTime<Utc>,
        batch: &mut Batch,
    ) {
        let planned = session.planned;
        let turn = unit + self.number as usize / 13;
        let area = first.and_then(|patient| patient.goals.first()).map_or("leisure", |goal| goal.text().area);
        let activity = if planned.is_group() {
            self.activities.for_room(planned.room.kind, planned.cell.part == "eve", turn)
        } else {
            self.activities.for_area(area, turn)
        };
        let Some((code, kind, _)) = activity else { return };
        let mode = match (planned.is_group(), planned.room.kind) {
            (true, "garden") if kind == "gardening" => "outdoor",
            (true, _) => "group",
            (false, "ward") => "ward",
            (false, _) => "individual",
        };
        let narrative = if session.recorded.is_some() { words::narrative(chance, planned.is_group()) } else { "" };
        let row = cells![
            session.id,
            self.facility.id,
            mode,
            code.clone(),
            session.lead,
            words::purpose(kind),
            narrative,
            session.recorded,
            session.signed,
            session.lead,
            asked,
            1
        ];
        batch.sessions.push(row);
    }

    fn tell_person(
        &self,
        chance: &mut Chance,
        session: &Session<'_>,
        outcome: Outcome,
        patient: &mut Patient,
        batch: &mut Batch,
    ) {
        let date = session.planned.date;
        let came = match outcome {
            Outcome::Held(_) => {
                Some(outcome::of_person(chance, &self.facility.sketch, patient, date, session.planned.cell.minutes))
            }
            _ => None,
        };
        self.add_movement(chance, session, patient, came.as_ref(), batch);
        let version = patient.version_on(date);
        let addressed: Vec<GoalId> =
            version.map(|version| addressed(patient, version, self.number)).unwrap_or_default();
        for goal in &addressed {
            batch.session_goals.push(cells![session.id, *goal, patient.person]);
        }
        let (Some(came), Some(recorded)) = (came, session.recorded) else {
            return;
        };
        let note = words::line(chance, came.took_part(), came.trend);
        let next = if came.took_part() { words::next_step(chance) } else { "" };
        let row = cells![
            session.id,
            patient.person,
            self.facility.id,
            came.attendance,
            came.health_reason,
            came.minutes,
            came.participation,
            came.assistance,
            note,
            next,
            None::<DateTime<Utc>>,
            session.lead,
            recorded,
            1
        ];
        batch.participations.push(row);
        if let (true, Some(version)) = (came.took_part(), version) {
            self.rate(chance, session, patient, (version, &addressed, came.trend), batch);
        }
    }

    fn add_movement(
        &self,
        chance: &mut Chance,
        session: &Session<'_>,
        patient: &Patient,
        came: Option<&Came>,
        batch: &mut Batch,
    ) {
        let mut marks: Vec<(&'static str, Option<&'static str>, DateTime<Utc>)> = Vec::new();
        if let Some(came) = came {
            let arrived = matches!(came.movement, "arrived" | "arrived_late");
            if arrived && session.age <= MARKS_OF_DAYS {
                marks.push(("unlocked", None, session.starts - TimeDelta::minutes(chance.between(6, 14))));
            }
            let late = if came.movement == "arrived_late" { chance.between(8, 20) } else { -chance.between(0, 4) };
            marks.push((came.movement, came.custody_reason, session.starts + TimeDelta::minutes(late)));
            if arrived && session.age <= MARKS_OF_DAYS {
                marks.push(("returned", None, session.ends + TimeDelta::minutes(chance.between(5, 12))));
            }
        }
        let (movement, reason, at) =
            marks.last().map_or(("expected", None, None), |(movement, reason, at)| (*movement, *reason, Some(*at)));
        let version = i32::try_from(marks.len()).unwrap_or(0) + 1;
        batch.people.push(cells![
            session.id,
            patient.person,
            self.facility.id,
            session.starts,
            session.ends,
            movement,
            reason,
            at,
            version
        ]);
        let officer = if self.officers.is_empty() {
            self.coordinator
        } else {
            *self.officers.get(session.planned.unit % self.officers.len()).unwrap_or(&self.coordinator)
        };
        for (movement, reason, at) in marks {
            let id: Uuid = chance.id(at);
            batch.movements.push(cells![id, session.id, patient.person, movement, reason, at, officer, at]);
        }
    }
}
