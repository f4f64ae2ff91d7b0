//! Notices as custody asks for them.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::ListedNotice;
use crate::kit::db::{CustodyTx, DbError, places};
use crate::kit::ids::{FacilityId, NoticeId, UserId, WingId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all_in, sql_exec, sql_optional};

/// Which notices: those of a facility, or of some of its wings.
#[derive(Debug)]
pub struct Span<'a> {
    pub facility: FacilityId,
    pub wings: Option<&'a [WingId]>,
    pub today: NaiveDate,
}

impl Span<'_> {
    fn wings(&self) -> &[WingId] {
        self.wings.unwrap_or_default()
    }

    /// The condition about wings, with its first bind at `first`.
    fn condition(&self, first: usize) -> String {
        self.wings.map(|wings| format!(" and p.wing_id in ({})", places(first, wings.len()))).unwrap_or_default()
    }
}

/// A page of the notices that hold, those that nobody has acknowledged first, then by their end.
pub async fn live(tx: &mut CustodyTx, span: &Span<'_>, offset: i64) -> Result<Vec<ListedNotice>, DbError> {
    let sql = format!(
        "select n.id, p.family_name, p.given_name, p.prison_number, w.code as wing,
           case when p.facility_id = n.facility_id then p.cell else '' end as cell,
           case when p.facility_id = n.facility_id then p.presence else 'transferred' end as presence, n.kind, n.number,
           n.tool_class, n.language, n.starts_on, n.expires_on, n.sharing_agreed, n.acknowledged_at,
           u.display_name as acknowledged_by
         from custody_notice n join custody_person p on p.id = n.person_id
           left join custody_wing w on w.id = p.wing_id and w.facility_id = n.facility_id left join access_user u on u.id = n.acknowledged_by
         where n.facility_id = $1 and n.expires_on >= $2 and n.ended_on is null{}
         order by case when n.acknowledged_at is null then 0 else 1 end, n.expires_on, p.sort_name, n.id limit $3 offset $4",
        span.condition(5)
    );
    sql_all_in!(tx, ListedNotice, sql, span.wings(), span.facility, span.today, PAGE_SIZE, offset)
}

/// How many hold, and how many of those nobody has acknowledged.
pub async fn count(tx: &mut CustodyTx, span: &Span<'_>) -> Result<(i64, i64), DbError> {
    let sql = format!(
        "select count(*), count(*) - count(n.acknowledged_at) from custody_notice n join custody_person p on p.id = n.person_id
         where n.facility_id = $1 and n.expires_on >= $2 and n.ended_on is null{}",
        span.condition(3)
    );
    let rows = sql_all_in!(tx, (i64, i64), sql, span.wings(), span.facility, span.today)?;
    Ok(rows.first().copied().unwrap_or_default())
}

pub async fn is_here(tx: &mut CustodyTx, id: NoticeId, facility: FacilityId) -> Result<bool, DbError> {
    let found = sql_optional!(
        tx,
        (NoticeId,),
        "select id from custody_notice where id = $1 and facility_id = $2",
        id,
        facility
    )?;
    Ok(found.is_some())
}

/// Says that custody has read a notice; one that somebody has acknowledged already keeps the first name and time.
pub async fn acknowledge(tx: &mut CustodyTx, id: NoticeId, by: UserId, at: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update custody_notice set acknowledged_by = $2, acknowledged_at = $3, version = version + 1
         where id = $1 and acknowledged_at is null and ended_on is null",
        id,
        by,
        at
    )?;
    Ok(())
}
