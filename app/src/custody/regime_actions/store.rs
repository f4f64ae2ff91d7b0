//! Agreed actions as questions to the database.

use chrono::NaiveDate;

use super::model::{ActionLine, ActionStatus};
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::ids::{FacilityId, RegimeActionId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

pub async fn count(tx: &mut CustodyTx, facility: FacilityId, status: ActionStatus) -> Result<i64, DbError> {
    let row = sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_regime_action where facility_id = $1 and status = $2",
        facility,
        status
    )?;
    Ok(row.0)
}

/// One page of a facility's agreed actions, those due first at the top.
pub async fn list(
    tx: &mut CustodyTx,
    facility: FacilityId,
    status: ActionStatus,
    offset: i64,
) -> Result<Vec<ActionLine>, DbError> {
    sql_all!(
        tx,
        ActionLine,
        "select a.id, a.action, a.agreed_on, a.due_on, a.status, a.closed_on, a.version, p.family_name, p.given_name,
           p.prison_number, w.code as wing, case when p.facility_id = a.facility_id then p.cell else '' end as cell
         from custody_regime_action a join custody_person p on p.id = a.person_id
           left join custody_wing w on w.id = p.wing_id and w.facility_id = a.facility_id
         where a.facility_id = $1 and a.status = $2 order by a.due_on, p.sort_name, a.id limit $3 offset $4",
        facility,
        status,
        PAGE_SIZE,
        offset
    )
}

/// The state of one action of a facility.
pub async fn status(
    tx: &mut CustodyTx,
    facility: FacilityId,
    id: RegimeActionId,
) -> Result<Option<ActionStatus>, DbError> {
    let row = sql_optional!(
        tx,
        (ActionStatus,),
        "select status from custody_regime_action where id = $1 and facility_id = $2",
        id,
        facility
    )?;
    Ok(row.map(|(status,)| status))
}

/// Closes an action that is open; `false` when it is no longer.
pub async fn close(
    tx: &mut CustodyTx,
    (facility, id): (FacilityId, RegimeActionId),
    status: ActionStatus,
    (by, on): (UserId, NaiveDate),
) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update custody_regime_action set status = $3, closed_on = $4, closed_by = $5, version = version + 1
         where id = $1 and facility_id = $2 and status = 'open'",
        id,
        facility,
        status,
        on,
        by
    )?;
    Ok(changed > 0)
}
