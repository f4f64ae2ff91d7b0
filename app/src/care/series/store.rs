//! Series as health writes them.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{CareSeries, NewSeries};
use super::rules::Placed;
use crate::care::activities::ActivityTitle;
use crate::care::sessions::store::request::Candidate;
use crate::custody::series::model::SeriesSlot;
use crate::custody::series::{DayReason, Series};
use crate::custody::slots::{CancelReason, CancelSide};
use crate::kit::db::{CareTx, DbError, places};
use crate::kit::ids::{FacilityId, GoalId, PersonId, ProgrammeId, SeriesId, SlotId};
use crate::{sql_all, sql_all_in, sql_exec, sql_one, sql_optional};

pub async fn care(tx: &mut CareTx, id: SeriesId) -> Result<Option<CareSeries>, DbError> {
    sql_optional!(
        tx,
        CareSeries,
        "select c.mode, c.activity_code, a.title_en, a.title_sq, a.title_sr, c.purpose, c.programme_id, p.title as programme
         from care_series c join care_activity a on a.code = c.activity_code left join care_programme p on p.id = c.programme_id
         where c.id = $1",
        id
    )
}

/// What each of these series does.
pub async fn titles(tx: &mut CareTx, ids: &[SeriesId]) -> Result<Vec<(SeriesId, ActivityTitle)>, DbError> {
    #[derive(sqlx::FromRow)]
    struct Titled {
        id: SeriesId,
        #[sqlx(flatten)]
        title: ActivityTitle,
    }
    let sql = format!(
        "select c.id, a.title_en, a.title_sq, a.title_sr from care_series c join care_activity a on a.code = c.activity_code where c.id in ({})",
        places(1, ids.len())
    );
    let found = sql_all_in!(tx, Titled, sql, ids)?;
    Ok(found.into_iter().map(|row| (row.id, row.title)).collect())
}

/// Who takes part now: the active members of its programme, or those it was made for. Who has left, or is not there, does not.
pub async fn people(
    tx: &mut CareTx,
    id: SeriesId,
    programme: Option<ProgrammeId>,
    facility: FacilityId,
) -> Result<Vec<Candidate>, DbError> {
    sql_all!(
        tx,
        Candidate,
        "select p.id, p.prison_number, p.family_name, p.given_name, p.cell, w.code as wing_code
         from care_patient c join custody_person p on p.id = c.person_id left join custody_wing w on w.id = p.wing_id
         where c.facility_id = $3 and c.status = 'open' and p.facility_id = $3 and p.presence in ('present', 'court', 'hospital')
           and (($2 is null and p.id in (select m.patient_id from care_series_member m where m.series_id = $1))
             or p.id in (select m.patient_id from care_programme_member m where m.programme_id = $2 and m.status = 'active'))
         order by p.sort_name, p.id",
        id,
        programme,
        facility
    )
}

/// The goals it was made for that are still worked on.
pub async fn goals(tx: &mut CareTx, id: SeriesId) -> Result<Vec<(GoalId, PersonId)>, DbError> {
    sql_all!(
        tx,
        (GoalId, PersonId),
        "select sg.goal_id, sg.patient_id from care_series_goal sg join care_goal g on g.id = sg.goal_id join care_plan pl on pl.id = g.plan_id
         where sg.series_id = $1 and pl.status = 'active' and g.lifecycle in ('planned', 'accepted', 'active') order by sg.goal_id",
        id
    )
}

/// The days of a series that have a session, whatever became of it.
pub async fn placed(tx: &mut CareTx, id: SeriesId, from: NaiveDate) -> Result<Vec<NaiveDate>, DbError> {
    let days = sql_all!(
        tx,
        (NaiveDate,),
        "select series_date from custody_slot where series_id = $1 and series_date >= $2",
        id,
        from
    )?;
    Ok(days.into_iter().map(|(day,)| day).collect())
}

/// Members of a programme who are not yet on the list of a coming session of its series.
pub async fn missing(tx: &mut CareTx, id: SeriesId, after: DateTime<Utc>) -> Result<Vec<(SlotId, PersonId)>, DbError> {
    sql_all!(
        tx,
        (SlotId, PersonId),
        "select s.id, m.patient_id from custody_slot s join care_series c on c.id = s.series_id
           join care_programme_member m on m.programme_id = c.programme_id and m.status = 'active'
           join care_patient p on p.person_id = m.patient_id and p.status = 'open' and p.facility_id = s.facility_id
         where s.series_id = $1 and s.starts_at > $2 and s.status in ('requested', 'confirmed')
           and not exists (select 1 from custody_slot_person sp where sp.slot_id = s.id and sp.person_id = m.patient_id)
         order by s.starts_at, m.position limit 500",
        id,
        after
    )
}

pub async fn add_person(
    tx: &mut CareTx,
    slot: &SeriesSlot,
    facility: FacilityId,
    person: PersonId,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, version)
         values ($1, $2, $3, $4, $5, 'expected', 1)",
        slot.id,
        person,
        facility,
        slot.starts_at,
        slot.ends_at
    )?;
    Ok(())
}

/// Takes somebody who has left a programme off the lists of its coming sessions. Whom an officer has marked already stays.
pub async fn leave(
    tx: &mut CareTx,
    programme: ProgrammeId,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "delete from custody_slot_person where person_id = $2 and starts_at > $3
           and slot_id in (select s.id from custody_slot s join care_series c on c.id = s.series_id
                           where c.programme_id = $1 and s.starts_at > $3 and s.status in ('requested', 'confirmed'))
           and not exists (select 1 from custody_movement m
                           where m.slot_id = custody_slot_person.slot_id and m.person_id = custody_slot_person.person_id)",
        programme,
        person,
        now
    )?;
    Ok(())
}

async fn insert(tx: &mut CareTx, series: &Series, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_series (id, facility_id, room_id, practitioner_id, weekdays, every_weeks, follows, part, start_minute, minutes,
            starts_on, ends_on, most, kit_id, people_expected, created_by, created_at, version, continues)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $4, $16, 1, $17)",
        series.id,
        series.facility_id,
        series.room_id,
        series.practitioner_id,
        series.weekdays,
        series.every_weeks,
        series.follows,
        series.part,
        series.start_minute,
        series.minutes,
        series.starts_on,
        series.ends_on,
        series.most,
        series.kit_id,
        series.people_expected,
        now,
        series.continues
    )?;
    Ok(())
}

/// Writes both halves of a new series.
pub async fn create(tx: &mut CareTx, new: &NewSeries, series: &Series, now: DateTime<Utc>) -> Result<(), DbError> {
    insert(tx, series, now).await?;
    let session = &new.session;
    sql_exec!(
        tx,
        "insert into care_series (id, facility_id, mode, activity_code, purpose, programme_id, created_by, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        new.id,
        session.facility,
        session.mode,
        &session.activity,
        &session.purpose,
        session.programme,
        session.practitioner,
        now
    )?;
    for person in &session.people {
        sql_exec!(tx, "insert into care_series_member (series_id, patient_id) values ($1, $2)", new.id, *person)?;
    }
    for (goal, patient) in &session.goals {
        sql_exec!(
            tx,
            "insert into care_series_goal (series_id, goal_id, patient_id) values ($1, $2, $3)",
            new.id,
            *goal,
            *patient
        )?;
    }
    Ok(())
}

/// From `later.starts_on` on it is a series of its own, with the sessions that it has from then on.
pub async fn split(tx: &mut CareTx, of: SeriesId, later: &Series, now: DateTime<Utc>) -> Result<(), DbError> {
    insert(tx, later, now).await?;
    for sql in [
        "insert into care_series (id, facility_id, mode, activity_code, purpose, programme_id, created_by, created_at, version)
         select $2, facility_id, mode, activity_code, purpose, programme_id, created_by, created_at, 1 from care_series where id = $1",
        "insert into care_series_member (series_id, patient_id) select $2, patient_id from care_series_member where series_id = $1",
        "insert into care_series_goal (series_id, goal_id, patient_id)
         select $2, goal_id, patient_id from care_series_goal where series_id = $1",
    ] {
        sql_exec!(tx, sql, of, later.id)?;
    }
    for sql in [
        "update custody_slot set series_id = $2 where series_id = $1 and series_date >= $3",
        "update custody_series_day set series_id = $2 where series_id = $1 and series_date >= $3",
    ] {
        sql_exec!(tx, sql, of, later.id, later.starts_on)?;
    }
    Ok(())
}

/// Writes what a series is from now on; `false` when somebody has changed it since.
pub async fn save(tx: &mut CareTx, series: &Series) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_series set room_id = $3, follows = $4, part = $5, start_minute = $6, minutes = $7, ends_on = $8, ended_at = $9,
            weekdays = $10, version = version + 1
         where id = $1 and version = $2",
        series.id,
        series.version,
        series.room_id,
        series.follows,
        series.part,
        series.start_minute,
        series.minutes,
        series.ends_on,
        series.ended_at,
        series.weekdays
    )?;
    Ok(touched == 1)
}

/// Says why a day has no session; said already, it stays as it is.
pub async fn note(
    tx: &mut CareTx,
    id: SeriesId,
    date: NaiveDate,
    reason: DayReason,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_series_day (series_id, series_date, reason, noted_at) values ($1, $2, $3, $4)
         on conflict (series_id, series_date) do update set reason = excluded.reason, noted_at = excluded.noted_at",
        id,
        date,
        reason,
        now
    )?;
    Ok(())
}

/// A day that has found its session has nothing to say any more.
pub async fn forget(tx: &mut CareTx, id: SeriesId, date: NaiveDate) -> Result<(), DbError> {
    sql_exec!(tx, "delete from custody_series_day where series_id = $1 and series_date = $2", id, date)?;
    Ok(())
}

/// Moves a session that is still ahead. Moved by health, it is a request again; moved by the regime, it stays what it was.
pub async fn shift(tx: &mut CareTx, slot: &SeriesSlot, placed: Placed, to: &SeriesSlot) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_slot set room_id = $3, starts_at = $4, ends_at = $5, part = $6, status = $7, series_moved = $8,
            held_on = $9, label_letter = $10, version = version + 1
         where id = $1 and version = $2 and status in ('requested', 'confirmed')",
        slot.id,
        slot.version,
        to.room_id,
        placed.starts_at,
        placed.ends_at,
        placed.part,
        to.status,
        to.series_moved,
        to.series_date,
        to.label_letter.as_str()
    )?;
    Ok(touched == 1)
}

/// Takes a session out of its series, so that its day can be held again.
pub async fn detach(tx: &mut CareTx, slot: &SeriesSlot) -> Result<(), DbError> {
    sql_exec!(tx, "update custody_slot set series_id = null where id = $1", slot.id)?;
    Ok(())
}

/// Cancels a session that is still ahead.
pub async fn cancel(
    tx: &mut CareTx,
    slot: &SeriesSlot,
    side: CancelSide,
    reason: CancelReason,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_slot set status = 'cancelled', cancel_side = $3, cancel_reason = $4, version = version + 1
         where id = $1 and version = $2 and status in ('requested', 'confirmed')",
        slot.id,
        slot.version,
        side,
        reason
    )?;
    Ok(touched == 1)
}

/// Whether this server is the one that places series now; for PostgreSQL.
pub async fn is_first(tx: &mut CareTx) -> Result<bool, DbError> {
    Ok(sql_one!(tx, (bool,), "select pg_try_advisory_xact_lock($1)", 0x00e7_6071_8018_i64)?.0)
}
