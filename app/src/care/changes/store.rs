//! Changes as the health unit reads them: those of its patients, and those of the house.

use chrono::{DateTime, Utc};

use crate::custody::changes::ChangeLine;
use crate::custody::changes::store::change_lines;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{ChangeId, FacilityId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one};

/// What the unit has not seen yet, the oldest first. Who is no patient of it is none of its concern.
pub async fn open(tx: &mut CareTx, facility: FacilityId, offset: i64) -> Result<Vec<ChangeLine>, DbError> {
    sql_all!(
        tx,
        ChangeLine,
        change_lines!(
            "c.care_seen_at is null and (c.person_id is null or exists (select 1 from care_patient t where t.person_id = c.person_id))
             order by c.created_at, c.id limit $2 offset $3"
        ),
        facility,
        PAGE_SIZE,
        offset
    )
}

/// What the unit has seen, the latest first.
pub async fn seen(tx: &mut CareTx, facility: FacilityId, offset: i64) -> Result<Vec<ChangeLine>, DbError> {
    sql_all!(
        tx,
        ChangeLine,
        change_lines!(
            "c.care_seen_at is not null and (c.person_id is null or exists (select 1 from care_patient t where t.person_id = c.person_id))
             order by c.created_at desc, c.id desc limit $2 offset $3"
        ),
        facility,
        PAGE_SIZE,
        offset
    )
}

/// How many wait to be seen.
pub async fn waiting(tx: &mut CareTx, facility: FacilityId) -> Result<i64, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_change c where c.facility_id = $1 and c.care_seen_at is null
           and (c.person_id is null or exists (select 1 from care_patient t where t.person_id = c.person_id))",
        facility
    )?;
    Ok(count)
}

pub async fn seen_size(tx: &mut CareTx, facility: FacilityId) -> Result<i64, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_change c where c.facility_id = $1 and c.care_seen_at is not null
           and (c.person_id is null or exists (select 1 from care_patient t where t.person_id = c.person_id))",
        facility
    )?;
    Ok(count)
}

/// Says that the unit has seen these. Those that a colleague has seen before keep the first name.
pub async fn acknowledge(
    tx: &mut CareTx,
    facility: FacilityId,
    ids: &[ChangeId],
    (by, now): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    for id in ids {
        sql_exec!(
            tx,
            "update custody_change set care_seen_by = $3, care_seen_at = $4, version = version + 1
             where id = $1 and facility_id = $2 and care_seen_at is null",
            *id,
            facility,
            by,
            now
        )?;
    }
    Ok(())
}
