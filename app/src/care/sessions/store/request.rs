//! Booking a session: what the form offers, the transaction that writes both halves, and the second read that says what was in
//! the way when the database refused.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use crate::care::sessions::model::Mode;
use crate::care::sessions::rules::PartHours;
use crate::custody::slots::overrides::{self, NewOverride};
use crate::custody::slots::{OverrideReason, Part, turn};
use crate::kit::db::{CareTx, DbError, places};
use crate::kit::ids::{FacilityId, GoalId, KitId, PersonId, ProgrammeId, RoomId, SeriesId, SlotId, UserId};
use crate::kit::local_time::day_bounds;
use crate::{sql_all, sql_all_in, sql_exec, sql_optional};

/// People offered at once; a search finds the others.
pub const OFFERED: i64 = 40;

/// An open patient who may be asked for.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Candidate {
    pub id: PersonId,
    pub prison_number: String,
    pub family_name: String,
    pub given_name: String,
    pub cell: String,
    pub wing_code: Option<String>,
}

impl Candidate {
    #[must_use]
    pub fn name(&self) -> String {
        crate::care::patients::person_name(&self.family_name, &self.given_name)
    }

    /// Name with number and housing, as one label.
    #[must_use]
    pub fn label(&self) -> String {
        let housing = housing(self.wing_code.as_deref(), &self.cell);
        [self.name(), self.prison_number.clone(), housing]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

/// The cell, with its wing before it where the cell's own name does not begin with that.
#[must_use]
pub fn housing(wing: Option<&str>, cell: &str) -> String {
    match wing {
        Some(wing) if !cell.starts_with(wing) => format!("{wing} {cell}").trim_end().to_owned(),
        _ => cell.to_owned(),
    }
}

macro_rules! candidates {
    ($where:literal) => {
        concat!(
            "select p.id, p.prison_number, p.family_name, p.given_name, p.cell, w.code as wing_code
             from care_patient c join custody_person p on p.id = c.person_id left join custody_wing w on w.id = p.wing_id
             where c.facility_id = $1 and c.status = 'open' and ",
            $where
        )
    };
}

/// Without a search the patients whom this practitioner treats; with one, every open patient of the facility who matches.
pub async fn candidates(
    tx: &mut CareTx,
    facility: FacilityId,
    user: UserId,
    search: &str,
) -> Result<Vec<Candidate>, DbError> {
    if search.is_empty() {
        return sql_all!(
            tx,
            Candidate,
            candidates!(
                "(c.lead_id = $2 or exists (select 1 from care_team t where t.patient_id = c.person_id and t.user_id = $2))
                 order by p.sort_name, p.id limit $3"
            ),
            facility,
            user,
            OFFERED
        );
    }
    let (name, number) =
        (format!("%{}%", plain(&crate::kit::page::sort_key(search))), format!("{}%", plain(&search.to_lowercase())));
    sql_all!(
        tx,
        Candidate,
        candidates!("(p.sort_name like $2 or lower(p.prison_number) like $3) order by p.sort_name, p.id limit $4"),
        facility,
        name,
        number,
        OFFERED
    )
}

/// A search text without the marks that `like` reads as any letter.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect()
}

/// Those of `ids` who are open patients of the facility, by name.
pub async fn chosen(tx: &mut CareTx, facility: FacilityId, ids: &[PersonId]) -> Result<Vec<Candidate>, DbError> {
    let sql = format!(candidates!("p.id in ({}) order by p.sort_name, p.id"), places(2, ids.len()));
    sql_all_in!(tx, Candidate, sql, ids, facility)
}

/// An active goal that a session may address.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct OfferedGoal {
    pub id: GoalId,
    pub patient_id: PersonId,
    pub description: String,
}

pub async fn goals(tx: &mut CareTx, people: &[PersonId]) -> Result<Vec<OfferedGoal>, DbError> {
    let sql = format!(
        "select g.id, g.patient_id, g.description from care_goal g join care_plan pl on pl.id = g.plan_id
         where pl.status = 'active' and g.lifecycle in ('planned', 'accepted', 'active') and g.patient_id in ({})
         order by g.patient_id, g.position, g.id",
        places(1, people.len())
    );
    sql_all_in!(tx, OfferedGoal, sql, people)
}

/// When each part of a weekday begins and ends; a part that is not there is not open on that day.
pub async fn regime(tx: &mut CareTx, facility: FacilityId, weekday: i32) -> Result<Vec<PartHours>, DbError> {
    sql_all!(
        tx,
        PartHours,
        "select part, start_minute, end_minute from custody_regime where facility_id = $1 and weekday = $2 order by start_minute",
        facility,
        weekday
    )
}

/// A room that occupational therapy may use.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct OfferedRoom {
    pub id: RoomId,
    pub name: String,
    pub capacity: i32,
}

pub async fn rooms(tx: &mut CareTx, facility: FacilityId) -> Result<Vec<OfferedRoom>, DbError> {
    sql_all!(
        tx,
        OfferedRoom,
        "select id, name, capacity from custody_room where facility_id = $1 and usable_by_ot = $2 order by name, id",
        facility,
        true
    )
}

/// Something that is taken at some time: a room, a practitioner or a person.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Taken {
    pub resource_id: Uuid,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

/// What of these is taken between two moments of one day, in order. No slot is longer than a day, so that what lies further
/// back need not be looked at.
pub async fn taken(
    tx: &mut CareTx,
    of: &[Uuid],
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Taken>, DbError> {
    let sql = format!(
        "select resource_id, starts_at, ends_at from custody_claim
         where active = $1 and starts_at > $2 and starts_at < $4 and ends_at > $3 and resource_id in ({}) order by starts_at, resource_id",
        places(5, of.len())
    );
    sql_all_in!(tx, Taken, sql, of, true, from - TimeDelta::days(1), from, to)
}

/// A session to be booked, checked as far as can be before the database has its say.
#[derive(Debug, Clone, PartialEq)]
pub struct NewSession {
    pub id: SlotId,
    pub facility: FacilityId,
    pub practitioner: UserId,
    pub mode: Mode,
    pub activity: String,
    pub people: Vec<PersonId>,
    pub goals: Vec<(GoalId, PersonId)>,
    pub room: RoomId,
    pub part: Part,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub purpose: String,
    /// The programme that the session belongs to.
    pub programme: Option<ProgrammeId>,
    /// Why it is asked for although notices of health's own speak against it.
    pub although: Option<OverrideReason>,
    /// Which day of which series it is.
    pub series: Option<(SeriesId, NaiveDate)>,
}

/// Who asked for the session with this id, when there is one: the same form sent twice.
pub async fn requested_by(tx: &mut CareTx, id: SlotId) -> Result<Option<UserId>, DbError> {
    Ok(sql_optional!(tx, (UserId,), "select practitioner_id from custody_slot where id = $1", id)?.map(|row| row.0))
}

/// The kit that the activity's approved version brings.
pub async fn kit_of(tx: &mut CareTx, activity: &str) -> Result<Option<KitId>, DbError> {
    let found = sql_optional!(
        tx,
        (Option<KitId>,),
        "select kit_id from care_activity_version where code = $1 and status = 'approved'",
        activity
    )?;
    Ok(found.and_then(|(kit,)| kit))
}

/// Writes both halves. `day` is the day at the place on which it is held: its letter is the next one of that day. `set_aside` are the notices that somebody has reasons to book against.
pub async fn book(
    tx: &mut CareTx,
    new: &NewSession,
    set_aside: &[NewOverride],
    (day, zone): (NaiveDate, Tz),
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    turn::take(tx, new.facility).await?;
    let letter = turn::letter(tx, (new.facility, new.id), None, day_bounds(day, zone)).await?;
    sql_exec!(
        tx,
        "insert into custody_slot (id, facility_id, room_id, practitioner_id, starts_at, ends_at, part, label_letter, status, escort_officers,
            escort_mode, created_by, created_at, version, kit_id, series_id, series_date, held_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'requested', 0, 'none', $4, $9, 1,
            (select kit_id from care_activity_version where code = $10 and status = 'approved'), $11, $12, $13)",
        new.id,
        new.facility,
        new.room,
        new.practitioner,
        new.starts_at,
        new.ends_at,
        new.part,
        letter.as_str(),
        now,
        &new.activity,
        new.series.map(|(id, _)| id),
        new.series.map(|(_, date)| date),
        day
    )?;
    for notice in set_aside {
        overrides::add(tx, notice).await?;
    }
    for person in &new.people {
        sql_exec!(
            tx,
            "insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, version)
             values ($1, $2, $3, $4, $5, 'expected', 1)",
            new.id,
            *person,
            new.facility,
            new.starts_at,
            new.ends_at
        )?;
    }
    sql_exec!(
        tx,
        "insert into care_session (id, facility_id, mode, activity_code, lead_id, purpose, shared_narrative, created_by, created_at, version,
            programme_id)
         values ($1, $2, $3, $4, $5, $6, '', $5, $7, 1, $8)",
        new.id,
        new.facility,
        new.mode,
        &new.activity,
        new.practitioner,
        &new.purpose,
        now,
        new.programme
    )?;
    for (goal, patient) in &new.goals {
        sql_exec!(
            tx,
            "insert into care_session_goal (session_id, goal_id, patient_id) values ($1, $2, $3)",
            new.id,
            *goal,
            *patient
        )?;
    }
    Ok(())
}

/// What stands in the way of a booking that was refused.
pub async fn in_the_way(tx: &mut CareTx, new: &NewSession) -> Result<Vec<Taken>, DbError> {
    let wanted: Vec<Uuid> =
        [new.room.0, new.practitioner.0].into_iter().chain(new.people.iter().map(|person| person.0)).collect();
    taken(tx, &wanted, new.starts_at, new.ends_at).await
}
