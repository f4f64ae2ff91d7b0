//! The register of counts, as questions that corrections and auditors ask alike.

use chrono::{DateTime, Utc};

use super::model::{CountRow, RegisterLine, ToolDue};
use crate::kit::db::{DbError, HasConn, places};
use crate::kit::ids::{CountId, FacilityId, RoomId};
use crate::{sql_all, sql_all_in, sql_one};

/// What the register is asked for. An empty text and a missing room ask for all.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub facility: FacilityId,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    pub room: Option<RoomId>,
    pub tool: String,
    pub only_differing: bool,
}

macro_rules! registered {
    ($what:literal, $rest:literal) => {
        concat!(
            "select ",
            $what,
            " from custody_tool_count c join custody_facility f on f.id = c.facility_id join custody_room m on m.id = c.room_id
             join access_user a on a.id = c.counted_by join access_user b on b.id = c.second_by
             left join custody_tool_decision d on d.count_id = c.id
             where c.facility_id = $1 and c.session_at >= $2 and c.session_at < $3 and ($4 is null or c.room_id = $4)
               and ($5 = '' or exists (select 1 from custody_tool_count_row r where r.count_id = c.id and r.tool_code = $5))
               and ($6 = $7 or c.differs = $6)",
            $rest
        )
    };
}

pub async fn register_count(tx: &mut impl HasConn, wanted: &Wanted) -> Result<i64, DbError> {
    let row = sql_one!(
        tx,
        (i64,),
        registered!("count(*)", ""),
        wanted.facility,
        wanted.from,
        wanted.to,
        wanted.room,
        &wanted.tool,
        wanted.only_differing,
        false
    )?;
    Ok(row.0)
}

/// The newest sessions first, and of each its counts in order.
pub async fn register(
    tx: &mut impl HasConn,
    wanted: &Wanted,
    limit: i64,
    offset: i64,
) -> Result<Vec<RegisterLine>, DbError> {
    sql_all!(
        tx,
        RegisterLine,
        registered!(
            "c.id, c.slot_id, f.name as facility, m.name as room, c.label_letter, c.session_at, c.number, c.kind, c.differs, c.counted_at,
             a.display_name as counted_by, c.counted_initials, b.display_name as second_by, c.second_initials, d.reason as answer",
            " order by c.session_at desc, c.slot_id, c.number limit $8 offset $9"
        ),
        wanted.facility,
        wanted.from,
        wanted.to,
        wanted.room,
        &wanted.tool,
        wanted.only_differing,
        false,
        limit,
        offset
    )
}

/// The tools of these counts, in one question.
pub async fn rows_of(tx: &mut impl HasConn, counts: &[CountId]) -> Result<Vec<CountRow>, DbError> {
    let sql = format!(
        "select r.count_id, r.tool_code, r.expected, r.counted, t.name_en, t.name_sq, t.name_sr
         from custody_tool_count_row r join custody_tool t on t.code = r.tool_code where r.count_id in ({}) order by t.class, t.code",
        places(1, counts.len())
    );
    sql_all_in!(tx, CountRow, sql, counts)
}

pub async fn tools(tx: &mut impl HasConn) -> Result<Vec<ToolDue>, DbError> {
    sql_all!(tx, ToolDue, "select code, class, 0 as count, name_en, name_sq, name_sr from custody_tool order by code")
}
