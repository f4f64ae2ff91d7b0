//! Kits and clearances, as questions to the database.

use chrono::{DateTime, Utc};

use super::model::{Kit, KitLine, KitTool};
use super::rules::Decision;
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::ids::{FacilityId, KitId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// Which kits are listed: an empty text asks for all, `waiting` for those that nothing has been decided about.
macro_rules! listed {
    ($what:literal, $rest:literal) => {
        concat!(
            "select ",
            $what,
            " from custody_kit k left join custody_kit_clearance c on c.kit_id = k.id and c.facility_id = $1
             where k.ended_at is null and ($2 = '' or coalesce(c.status, 'waiting') = $2)",
            $rest
        )
    };
}

pub async fn count(tx: &mut CustodyTx, facility: FacilityId, status: &str) -> Result<i64, DbError> {
    Ok(sql_one!(tx, (i64,), listed!("count(*)", ""), facility, status)?.0)
}

/// Those that wait for a decision first, then by number.
pub async fn list(
    tx: &mut CustodyTx,
    facility: FacilityId,
    status: &str,
    offset: i64,
) -> Result<Vec<KitLine>, DbError> {
    sql_all!(
        tx,
        KitLine,
        listed!(
            "k.id, k.number, k.neutral, k.room_kind, k.max_participants, k.min_staff, k.officer_presence, c.status as clearance,
             (select count(*) from custody_kit_tool t where t.kit_id = k.id) as tools",
            " order by case when c.status is null then 0 else 1 end, k.number limit $3 offset $4"
        ),
        facility,
        status,
        PAGE_SIZE,
        offset
    )
}

pub async fn kit(tx: &mut CustodyTx, facility: FacilityId, id: KitId) -> Result<Option<Kit>, DbError> {
    sql_optional!(
        tx,
        Kit,
        "select k.id, k.number, k.neutral, k.room_kind, k.in_cell, k.max_participants, k.min_staff, k.officer_presence, k.count_tools,
                k.ended_at, c.status as clearance, c.reason, u.display_name as decided_by, c.decided_at, c.version
         from custody_kit k
         left join custody_kit_clearance c on c.kit_id = k.id and c.facility_id = $1
         left join access_user u on u.id = c.decided_by
         where k.id = $2",
        facility,
        id
    )
}

pub async fn tools(tx: &mut CustodyTx, id: KitId) -> Result<Vec<KitTool>, DbError> {
    sql_all!(
        tx,
        KitTool,
        "select t.class, k.count, t.name_en, t.name_sq, t.name_sr from custody_kit_tool k join custody_tool t on t.code = k.tool_code
         where k.kit_id = $1 order by t.class, t.code",
        id
    )
}

/// Writes a decision over the one that the coordinator has seen (0: none); `false` when there is another by now.
pub async fn decide(
    tx: &mut CustodyTx,
    (kit, facility): (KitId, FacilityId),
    decision: Decision,
    seen: i32,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<bool, DbError> {
    let touched = if seen == 0 {
        sql_exec!(
            tx,
            "insert into custody_kit_clearance (kit_id, facility_id, status, reason, decided_by, decided_at, version)
             values ($1, $2, $3, $4, $5, $6, 1) on conflict (kit_id, facility_id) do nothing",
            kit,
            facility,
            decision.status,
            decision.reason,
            by,
            now
        )?
    } else {
        sql_exec!(
            tx,
            "update custody_kit_clearance set status = $3, reason = $4, decided_by = $5, decided_at = $6, version = version + 1
             where kit_id = $1 and facility_id = $2 and version = $7",
            kit,
            facility,
            decision.status,
            decision.reason,
            by,
            now,
            seen
        )?
    };
    Ok(touched > 0)
}
