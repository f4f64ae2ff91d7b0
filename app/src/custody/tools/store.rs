//! Tools and counts, as questions to the database. Health and auditors read some of them through their own doors.

use chrono::{DateTime, Utc};

use super::model::{Answer, Colleague, Count, CountRow, DaySlot, Missing, RoomTool, ToolDue, ToolSlot, Way};
use super::rules::Counted;
use crate::cells;
use crate::kit::db::{CustodyTx, DbError, HasConn, Rows};
use crate::kit::ids::{CountId, FacilityId, KitId, RoomId, SlotId, UserId};
use crate::{sql_all, sql_exec, sql_optional};

pub async fn slot(tx: &mut CustodyTx, id: SlotId) -> Result<Option<ToolSlot>, DbError> {
    sql_optional!(
        tx,
        ToolSlot,
        "select s.id, s.facility_id, s.room_id, r.name as room, s.label_letter, s.starts_at, s.ends_at, s.status, s.practitioner_id, s.kit_id,
                k.neutral, k.number as kit_number, k.count_tools
         from custody_slot s join custody_room r on r.id = s.room_id left join custody_kit k on k.id = s.kit_id where s.id = $1",
        id
    )
}

/// What the kit holds in this room, the sharp things first.
pub async fn due(tx: &mut CustodyTx, kit: KitId, room: RoomId) -> Result<Vec<ToolDue>, DbError> {
    sql_all!(
        tx,
        ToolDue,
        "select t.code, t.class, coalesce(r.count, k.count) as count, t.name_en, t.name_sq, t.name_sr
         from custody_tool t
         left join custody_kit_tool k on k.kit_id = $1 and k.tool_code = t.code
         left join custody_kit_room_tool r on r.kit_id = $1 and r.room_id = $2 and r.tool_code = t.code
         where coalesce(r.count, k.count, 0) > 0
         order by case t.class when 'none' then 1 else 0 end, t.class, t.code",
        kit,
        room
    )
}

pub async fn counts(tx: &mut impl HasConn, slot: SlotId) -> Result<Vec<Count>, DbError> {
    sql_all!(
        tx,
        Count,
        "select c.id, c.number, c.kind, c.differs, c.counted_at, c.counted_by, c.counted_initials, c.second_initials,
                d.reason as answer, u.display_name as answered_by, d.decided_at as answered_at
         from custody_tool_count c
         left join custody_tool_decision d on d.count_id = c.id left join access_user u on u.id = d.decided_by
         where c.slot_id = $1 order by c.number",
        slot
    )
}

pub async fn count_rows(tx: &mut impl HasConn, slot: SlotId) -> Result<Vec<CountRow>, DbError> {
    sql_all!(
        tx,
        CountRow,
        "select r.count_id, r.tool_code, r.expected, r.counted, t.name_en, t.name_sq, t.name_sr
         from custody_tool_count c join custody_tool_count_row r on r.count_id = c.id join custody_tool t on t.code = r.tool_code
         where c.slot_id = $1 order by c.number, t.class, t.code",
        slot
    )
}

/// Who else works in the facility, and whoever holds the session.
pub async fn colleagues(
    tx: &mut CustodyTx,
    facility: FacilityId,
    practitioner: UserId,
    me: UserId,
) -> Result<Vec<Colleague>, DbError> {
    sql_all!(
        tx,
        Colleague,
        "select u.id, u.display_name, u.profession from access_user u
         where u.id <> $3 and u.active = $4 and (u.id = $2 or exists (
           select 1 from access_grant g where g.user_id = u.id and g.role in ('officer', 'coordinator') and g.approved_at is not null
             and g.ended_at is null and (g.facility_id is null or g.facility_id = $1)))
         order by case when u.id = $2 then 0 else 1 end, u.display_name, u.id",
        facility,
        practitioner,
        me,
        true
    )
}

#[derive(Debug)]
pub struct NewCount<'a> {
    pub id: CountId,
    pub number: i32,
    pub way: Way,
    pub at: DateTime<Utc>,
    pub by: (UserId, &'a str),
    pub second: (UserId, &'a str),
    pub differs: bool,
    pub rows: &'a [Counted<'a>],
}

pub async fn add(tx: &mut CustodyTx, slot: &ToolSlot, new: &NewCount<'_>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_tool_count (id, slot_id, facility_id, room_id, label_letter, session_at, number, kind, counted_at, counted_by,
            counted_initials, second_by, second_initials, differs)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        new.id,
        slot.id,
        slot.facility_id,
        slot.room_id,
        &slot.label_letter,
        slot.starts_at,
        new.number,
        new.way,
        new.at,
        new.by.0,
        new.by.1,
        new.second.0,
        new.second.1,
        new.differs
    )?;
    let mut rows = Rows::new("custody_tool_count_row", &["count_id", "tool_code", "expected", "counted"]);
    for row in new.rows {
        rows.push(cells![new.id, row.tool.to_owned(), row.expected, row.counted]);
    }
    rows.insert_within_walls(tx).await
}

pub async fn answer(
    tx: &mut CustodyTx,
    count: CountId,
    answer: Answer,
    by: UserId,
    at: DateTime<Utc>,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "insert into custody_tool_decision (count_id, reason, decided_by, decided_at) values ($1, $2, $3, $4)
         on conflict (count_id) do nothing",
        count,
        answer,
        by,
        at
    )?;
    Ok(touched > 0)
}

/// The sessions of a day whose tools are counted, with the last count of each.
pub async fn of_day(
    tx: &mut CustodyTx,
    facility: FacilityId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<DaySlot>, DbError> {
    sql_all!(
        tx,
        DaySlot,
        "select s.id, r.name as room, s.label_letter, s.starts_at, s.ends_at, c.kind, c.differs, d.reason as answer
         from custody_slot s join custody_room r on r.id = s.room_id join custody_kit k on k.id = s.kit_id
         left join custody_tool_count c on c.slot_id = s.id
           and c.number = (select max(m.number) from custody_tool_count m where m.slot_id = s.id)
         left join custody_tool_decision d on d.count_id = c.id
         where s.facility_id = $1 and s.starts_at >= $2 and s.starts_at < $3 and k.count_tools = $4
           and (c.id is not null or s.status in ('confirmed', 'in_progress'))
         order by s.starts_at, r.name, s.id",
        facility,
        from,
        to,
        true
    )
}

/// The tools that are missing now: the last count of their session differs, and nobody has answered for it.
pub async fn missing(tx: &mut impl HasConn, facility: FacilityId) -> Result<Vec<Missing>, DbError> {
    sql_all!(
        tx,
        Missing,
        "select c.slot_id, t.name_en, t.name_sq, t.name_sr
         from custody_tool_count c join custody_tool_count_row r on r.count_id = c.id join custody_tool t on t.code = r.tool_code
         where c.facility_id = $1 and c.differs = $2 and r.expected <> r.counted
           and not exists (select 1 from custody_tool_decision d where d.count_id = c.id)
           and not exists (select 1 from custody_tool_count m where m.slot_id = c.slot_id and m.number > c.number)
         order by c.session_at, t.code limit 20",
        facility,
        true
    )
}

pub async fn room_tools(tx: &mut CustodyTx, kit: KitId, facility: FacilityId) -> Result<Vec<RoomTool>, DbError> {
    sql_all!(
        tx,
        RoomTool,
        "select r.room_id, m.name as room, r.tool_code, r.count, t.name_en, t.name_sq, t.name_sr
         from custody_kit_room_tool r join custody_room m on m.id = r.room_id join custody_tool t on t.code = r.tool_code
         where r.kit_id = $1 and m.facility_id = $2 order by m.name, t.code",
        kit,
        facility
    )
}

/// A number for a room, in place of the kit's or of an earlier one.
pub async fn set_room_tool(
    tx: &mut CustodyTx,
    (kit, room, tool): (KitId, RoomId, &str),
    count: i32,
    by: UserId,
    at: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_kit_room_tool (kit_id, room_id, tool_code, count, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (kit_id, room_id, tool_code) do update set count = excluded.count, changed_by = excluded.changed_by,
           changed_at = excluded.changed_at",
        kit,
        room,
        tool,
        count,
        by,
        at
    )?;
    Ok(())
}

/// The room has again what the kit says.
pub async fn clear_room_tool(tx: &mut CustodyTx, kit: KitId, room: RoomId, tool: &str) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "delete from custody_kit_room_tool where kit_id = $1 and room_id = $2 and tool_code = $3",
        kit,
        room,
        tool
    )?;
    Ok(())
}

/// The rooms of a facility as (id, name).
pub async fn rooms(tx: &mut impl HasConn, facility: FacilityId) -> Result<Vec<(RoomId, String)>, DbError> {
    sql_all!(
        tx,
        (RoomId, String),
        "select id, name from custody_room where facility_id = $1 order by name, id",
        facility
    )
}
