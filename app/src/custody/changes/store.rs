//! Changes as custody writes and reads them.

use chrono::{DateTime, Utc};

use super::model::{ChangeLine, MadeBy, NewChange};
use crate::cells;
use crate::kit::db::{CustodyTx, DbError, HasConn, Rows};
use crate::kit::ids::{ChangeId, FacilityId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one};

/// The line as both sides read it, with a condition on it.
macro_rules! change_lines {
    ($($rest:tt)*) => {
        concat!(
            "select c.id, c.kind, c.reason, c.earlier, c.later, c.touched, c.happened_at, c.person_id, p.family_name, p.given_name,
               p.prison_number, c.slot_id, s.starts_at as slot_starts_at, s.label_letter, b.display_name as custody_seen_by,
               c.custody_seen_at, h.display_name as care_seen_by, c.care_seen_at, t.name_en as tool_en, t.name_sq as tool_sq,
               t.name_sr as tool_sr
             from custody_change c left join custody_person p on p.id = c.person_id left join custody_slot s on s.id = c.slot_id
             left join access_user b on b.id = c.custody_seen_by left join access_user h on h.id = c.care_seen_by
             left join custody_tool t on c.kind = 'tool_missing' and t.code = c.earlier
             where c.facility_id = $1 and ",
            $($rest)*
        )
    };
}
pub(crate) use change_lines;

/// Rows of changes that wait to be written.
#[must_use]
pub fn rows() -> Rows {
    Rows::new(
        "custody_change",
        &[
            "id",
            "facility_id",
            "person_id",
            "slot_id",
            "kind",
            "reason",
            "earlier",
            "later",
            "touched",
            "happened_at",
            "created_at",
            "custody_seen_by",
            "custody_seen_at",
            "care_seen_by",
            "care_seen_at",
            "version",
        ],
    )
}

/// Adds a change to rows that are written together.
pub fn push(rows: &mut Rows, change: NewChange) {
    let (custody, care) = match change.by {
        MadeBy::Nobody => (None, None),
        MadeBy::Custody(user) => (Some(user), None),
        MadeBy::Care(user) => (None, Some(user)),
    };
    rows.push(cells![
        change.id,
        change.facility,
        change.person,
        change.slot,
        change.kind.as_str(),
        change.reason.map(crate::custody::slots::CancelReason::as_str),
        change.earlier,
        change.later,
        change.touched,
        change.at,
        change.at,
        custody,
        custody.map(|_| change.at),
        care,
        care.map(|_| change.at),
        1
    ]);
}

/// Tells both sides of one change.
pub async fn note(tx: &mut impl HasConn, change: NewChange) -> Result<(), DbError> {
    let mut rows = rows();
    push(&mut rows, change);
    rows.insert_within_walls(tx).await
}

/// What custody has not seen yet, the oldest first; or everything, the latest first.
pub async fn list(
    tx: &mut CustodyTx,
    facility: FacilityId,
    all: bool,
    offset: i64,
) -> Result<Vec<ChangeLine>, DbError> {
    if all {
        return sql_all!(
            tx,
            ChangeLine,
            change_lines!("c.created_at is not null order by c.created_at desc, c.id desc limit $2 offset $3"),
            facility,
            PAGE_SIZE,
            offset
        );
    }
    sql_all!(
        tx,
        ChangeLine,
        change_lines!("c.custody_seen_at is null order by c.created_at, c.id limit $2 offset $3"),
        facility,
        PAGE_SIZE,
        offset
    )
}

/// How many there are, and how many of them custody has not seen.
pub async fn count(tx: &mut CustodyTx, facility: FacilityId) -> Result<(i64, i64), DbError> {
    sql_one!(
        tx,
        (i64, i64),
        "select (select count(*) from custody_change where facility_id = $1),
           (select count(*) from custody_change where facility_id = $1 and custody_seen_at is null)",
        facility
    )
}

/// Says that custody has seen these. Those that somebody has seen before keep the first name.
pub async fn acknowledge(
    tx: &mut CustodyTx,
    facility: FacilityId,
    ids: &[ChangeId],
    (by, now): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    for id in ids {
        sql_exec!(
            tx,
            "update custody_change set custody_seen_by = $3, custody_seen_at = $4, version = version + 1
             where id = $1 and facility_id = $2 and custody_seen_at is null",
            *id,
            facility,
            by,
            now
        )?;
    }
    Ok(())
}
