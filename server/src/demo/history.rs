//! A facility's week as it went: every session with its two halves, who came, what was written and how goals were rated.

use app::care::sessions::GroupRatings;
use app::cells;
use app::kit::ids::{GoalId, ProgrammeId, SlotId, UserId};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::attainment::addressed;
use super::batch::Batch;
use super::calendar::{Calendar, instant};
use super::caseload::{Patient, Unit};
use super::chance::Chance;
use super::measures;
use super::notes::{Scribe, Written};
use super::outcome::{self, Came, Outcome, Paperwork};
use super::places::{Facility, ZONE};
use super::programmes;
use super::timetable::{Activities, Activity, Planned, day, days};
use super::users::User;
use super::words;

/// Of the last days every mark of the officers is told, of older ones the last alone.
const MARKS_OF_DAYS: i64 = 14;

/// What every session of a facility's week has in common.
#[derive(Debug)]
pub struct Week<'a> {
    pub calendar: Calendar,
    pub facility: &'a Facility,
    pub activities: &'a Activities,
    pub scribe: &'a Scribe<'a>,
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
    pub activity: &'a Activity,
    pub mode: &'static str,
    /// What everybody who took part shares.
    pub narrative: &'static str,
    pub lead: UserId,
    pub starts: DateTime<Utc>,
    pub ends: DateTime<Utc>,
    pub age: i64,
    pub signed: Option<DateTime<Utc>>,
    pub recorded: Option<DateTime<Utc>>,
    pub programme: Option<ProgrammeId>,
    /// How a group that has been recorded was.
    pub ratings: GroupRatings,
}

impl Week<'_> {
    /// Tells the week.
    pub fn tell(&mut self, chance: &mut Chance, units: &mut [Unit], batch: &mut Batch) {
        let quiet = if self.facility.sketch.not_brought > 5 { 4 } else { 2 };
        for date in days(self.calendar, self.number) {
            let lockdown = chance.percent(quiet);
            for (place, planned) in day(chance, self.calendar, self.facility, units, date).iter().enumerate() {
                if let Some(unit) = units.get_mut(planned.unit) {
                    self.tell_session(chance, unit, planned, (lockdown, place), batch);
                }
            }
        }
        for unit in units {
            measures::take(self, unit, batch);
        }
    }

    fn tell_session(
        &mut self,
        chance: &mut Chance,
        unit: &mut Unit,
        planned: &Planned,
        (lockdown, place): (bool, usize),
        batch: &mut Batch,
    ) {
        let Some(activity) = self.activity(unit, planned) else { return };
        let age = (self.calendar.today - planned.date).num_days();
        let outcome = outcome::of_session(chance, age, lockdown, place);
        let asked = self.asked_at();
        let starts = instant(planned.date, planned.cell.start);
        let ends = starts + TimeDelta::minutes(planned.cell.minutes);
        let (signed, recorded) = self.paperwork(chance, outcome, ends, &mut unit.signed);
        let session = Session {
            id: chance.id(asked),
            planned,
            activity,
            mode: mode(planned, activity),
            narrative: if recorded.is_some() { words::narrative(chance, planned.is_group()) } else { "" },
            lead: unit.practitioner.id,
            starts,
            ends,
            age,
            signed,
            recorded,
            programme: planned.group.and_then(|group| unit.programmes.get(group)).copied(),
            ratings: if recorded.is_some() && planned.is_group() {
                programmes::ratings(self.sessions)
            } else {
                GroupRatings::default()
            },
        };
        self.add_slot(chance, &session, outcome, asked, batch);
        self.add_session(&session, asked, batch);
        batch.holds(session.id);
        for member in &planned.members {
            if let Some(patient) = unit.patients.get_mut(*member) {
                self.tell_person(chance, (&session, &unit.practitioner), outcome, patient, batch);
            }
        }
    }

    /// What is done: in a group what the room is for, alone what the first goal is about.
    fn activity<'b>(&self, unit: &Unit, planned: &Planned) -> Option<&'b Activity>
    where
        Self: 'b,
    {
        let turn = unit.number + self.number as usize / 13;
        if planned.is_group() {
            return self.activities.for_room(planned.room.kind, planned.cell.part == "eve", turn);
        }
        let alone = planned.members.first().and_then(|member| unit.patients.get(*member));
        let area = alone.and_then(|patient| patient.goals.first()).map_or("leisure", |goal| goal.text().area);
        self.activities.for_area(area, turn)
    }

    /// A week before, one millisecond after the other.
    fn asked_at(&mut self) -> DateTime<Utc> {
        self.sessions += 1;
        let asked = instant(self.calendar.monday(self.number), 8 * 60) - TimeDelta::days(7);
        let latest = self.calendar.now() - TimeDelta::hours(6);
        asked.min(latest) + TimeDelta::milliseconds(i64::try_from(self.sessions).unwrap_or(0))
    }

    /// When the session was signed and when recorded. She signs in the order of her sessions, so that each patient's notes
    /// follow each other: what waits makes the next ones wait.
    fn paperwork(
        &self,
        chance: &mut Chance,
        outcome: Outcome,
        ends: DateTime<Utc>,
        last: &mut Option<DateTime<Utc>>,
    ) -> (Option<DateTime<Utc>>, Option<DateTime<Utc>>) {
        let latest = self.calendar.now() - TimeDelta::minutes(5);
        match outcome {
            Outcome::Held(Paperwork::Signed { late }) => {
                let after = if late {
                    TimeDelta::hours(chance.between(26, 32))
                } else {
                    TimeDelta::minutes(chance.between(10, 120))
                };
                let next = last.map_or(ends, |last| last + TimeDelta::minutes(6));
                let signed = (ends + after).max(next).min(latest);
                *last = Some(signed);
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
            Outcome::Held(Paperwork::Signed { .. }) => ("completed", None, None),
            Outcome::Ahead { confirmed: true } | Outcome::Held(_) => ("confirmed", None, None),
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
            1,
            session.activity.kit_id,
            session.starts.with_timezone(&ZONE).date_naive()
        ];
        batch.slots.push(row);
    }

    fn add_session(&self, session: &Session<'_>, asked: DateTime<Utc>, batch: &mut Batch) {
        let row = cells![
            session.id,
            self.facility.id,
            session.mode,
            session.activity.code.clone(),
            session.lead,
            words::purpose(&session.activity.kind),
            session.narrative,
            session.recorded,
            session.signed,
            session.lead,
            asked,
            1,
            session.programme,
            session.ratings.cohesion,
            session.ratings.group_participation,
            session.ratings.rule_keeping,
            session.ratings.mutual_help
        ];
        batch.sessions.push(row);
    }

    fn tell_person(
        &self,
        chance: &mut Chance,
        (session, author): (&Session<'_>, &User),
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
            batch.session_goals.push(cells![session.id, *goal, patient.person.id]);
        }
        let (Some(came), Some(recorded)) = (came, session.recorded) else { return };
        let line = words::of_person(words::line(chance, came.took_part(), came.trend), patient.person.woman);
        let next_step = if came.took_part() { words::next_step(chance) } else { "" };
        let row = cells![
            session.id,
            patient.person.id,
            self.facility.id,
            came.attendance,
            came.health_reason,
            came.minutes,
            came.participation,
            came.assistance,
            line.clone(),
            next_step,
            None::<DateTime<Utc>>,
            session.lead,
            recorded,
            1
        ];
        batch.participations.push(row);
        let with_patient = chance.percent(70);
        let goals = match version.filter(|_| came.took_part()) {
            Some(version) => {
                self.rate(chance, session, patient, (version, &addressed, came.trend, with_patient), batch)
            }
            None => Vec::new(),
        };
        if let Some(signed) = session.signed {
            let written = Written { line, next_step, goals, with_patient };
            self.scribe.sign(chance, (self.facility, author), (session, signed), patient, (&came, written), batch);
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
            patient.person.id,
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
            batch.movements.push(cells![id, session.id, patient.person.id, movement, reason, at, officer, at]);
        }
    }
}

fn mode(planned: &Planned, activity: &Activity) -> &'static str {
    match (planned.is_group(), planned.room.kind) {
        (true, "garden") if activity.kind == "gardening" => "outdoor",
        (true, _) => "group",
        (false, "ward") => "ward",
        (false, _) => "individual",
    }
}
