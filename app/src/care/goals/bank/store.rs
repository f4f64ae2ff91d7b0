//! The bank as questions to the database. Everybody sees what came with Ergon and the own facility's texts.

use chrono::{DateTime, Utc};

use super::model::{BankGoal, BankText, BankTitle};
use crate::care::plans::Area;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{BankGoalId, FacilityId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

macro_rules! goals_where {
    ($condition:literal) => {
        concat!(
            "select id, facility_id, area, language, description, step_m2, step_m1, step_0, step_p1, step_p2, retired, version
             from care_goal_bank where ",
            $condition
        )
    };
}

/// Which texts a list shows.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    pub facility: FacilityId,
    pub language: &'a str,
    pub area: Option<Area>,
    pub retired: bool,
}

pub async fn count(tx: &mut CareTx, asked: Asked<'_>) -> Result<i64, DbError> {
    let row = sql_one!(
        tx,
        (i64,),
        "select count(*) from care_goal_bank where language = $1 and (facility_id is null or facility_id = $2) and retired = $3
           and ($4 = '' or area = $4)",
        asked.language,
        asked.facility,
        asked.retired,
        asked.area.map(Area::as_str).unwrap_or_default()
    )?;
    Ok(row.0)
}

/// One page of the bank, by area.
pub async fn list(tx: &mut CareTx, asked: Asked<'_>, offset: i64) -> Result<Vec<BankGoal>, DbError> {
    sql_all!(
        tx,
        BankGoal,
        goals_where!(
            "language = $1 and (facility_id is null or facility_id = $2) and retired = $3 and ($4 = '' or area = $4)
             order by area, description, id limit $5 offset $6"
        ),
        asked.language,
        asked.facility,
        asked.retired,
        asked.area.map(Area::as_str).unwrap_or_default(),
        PAGE_SIZE,
        offset
    )
}

/// What a plan's editor offers. Beyond this many nobody looks through a list.
pub async fn titles(tx: &mut CareTx, facility: FacilityId, language: &str) -> Result<Vec<BankTitle>, DbError> {
    sql_all!(
        tx,
        BankTitle,
        "select id, area, description from care_goal_bank
         where language = $1 and (facility_id is null or facility_id = $2) and retired = $3 order by area, description, id limit 300",
        language,
        facility,
        false
    )
}

pub async fn goal(tx: &mut CareTx, facility: FacilityId, id: BankGoalId) -> Result<Option<BankGoal>, DbError> {
    sql_optional!(tx, BankGoal, goals_where!("id = $1 and (facility_id is null or facility_id = $2)"), id, facility)
}

pub async fn insert(
    tx: &mut CareTx,
    id: BankGoalId,
    facility: FacilityId,
    text: &BankText,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_goal_bank (id, facility_id, area, language, description, step_m2, step_m1, step_0, step_p1, step_p2,
           retired, created_by, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)",
        id,
        facility,
        text.area,
        text.language.as_str(),
        text.description.as_str(),
        text.ladder.step_m2.as_str(),
        text.ladder.step_m1.as_str(),
        text.ladder.step_0.as_str(),
        text.ladder.step_p1.as_str(),
        text.ladder.step_p2.as_str(),
        false,
        by,
        now
    )?;
    Ok(())
}

/// Writes a facility's own text over the version it was read at; `false` when that is no longer the newest.
pub async fn update(
    tx: &mut CareTx,
    facility: FacilityId,
    (id, version): (BankGoalId, i32),
    text: &BankText,
) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_goal_bank set area = $4, language = $5, description = $6, step_m2 = $7, step_m1 = $8, step_0 = $9,
           step_p1 = $10, step_p2 = $11, version = version + 1
         where id = $1 and facility_id = $2 and version = $3",
        id,
        facility,
        version,
        text.area,
        text.language.as_str(),
        text.description.as_str(),
        text.ladder.step_m2.as_str(),
        text.ladder.step_m1.as_str(),
        text.ladder.step_0.as_str(),
        text.ladder.step_p1.as_str(),
        text.ladder.step_p2.as_str()
    )?;
    Ok(changed > 0)
}

/// Takes a facility's own text out of what is offered, or offers it again. `false` when it is not the facility's.
pub async fn retire(tx: &mut CareTx, facility: FacilityId, id: BankGoalId, retired: bool) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_goal_bank set retired = $3, version = version + 1 where id = $1 and facility_id = $2",
        id,
        facility,
        retired
    )?;
    Ok(changed > 0)
}
