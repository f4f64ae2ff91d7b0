//! Alerts and pairs as questions to the database.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Alert, Pair, Term, Which};
use super::rules::REVIEWS_AHEAD;
use crate::custody::people::AlertKind;
use crate::kit::db::{CustodyTx, DbError, places};
use crate::kit::ids::{AlertId, FacilityId, KeepApartId, PersonId, UserId, WingId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_all_in, sql_exec, sql_one, sql_optional};

// `$1` is the facility that reads: of who lives in another it is not told where.

macro_rules! alerts {
    ($($rest:tt)*) => {
        concat!(
            "select a.id, p.family_name, p.given_name, p.prison_number, w.code as wing,
               case when p.facility_id = $1 then p.cell else '' end as cell, a.kind, a.starts_on,
               a.ends_on, a.review_on, a.reason, a.version
             from custody_alert a join custody_person p on p.id = a.person_id
             left join custody_wing w on w.id = p.wing_id and w.facility_id = $1
             where ",
            $($rest)*
        )
    };
}

macro_rules! pairs {
    ($($rest:tt)*) => {
        concat!(
            "select k.id, p.family_name, p.given_name, p.prison_number, w.code as wing,
               case when p.facility_id = $1 then p.cell else '' end as cell,
               o.family_name as other_family_name, o.given_name as other_given_name, o.prison_number as other_number,
               v.code as other_wing, case when o.facility_id = $1 then o.cell else '' end as other_cell, k.starts_on, k.ends_on, k.review_on, k.reason, k.version
             from custody_keep_apart k join custody_person p on p.id = k.person_a
             left join custody_wing w on w.id = p.wing_id and w.facility_id = $1
             join custody_person o on o.id = k.person_b left join custody_wing v on v.id = o.wing_id and v.facility_id = $1
             where ",
            $($rest)*
        )
    };
}

/// The days between which the end and the review of what is listed must lie.
struct Bounds {
    ends_from: NaiveDate,
    ends_until: NaiveDate,
    /// Where something has no end at all.
    endless: bool,
    review_until: Option<NaiveDate>,
}

fn bounds(which: Which, today: NaiveDate) -> Bounds {
    let farthest = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(today);
    let live = Bounds { ends_from: today, ends_until: farthest, endless: true, review_until: None };
    match which {
        Which::Live => live,
        Which::Due => Bounds { review_until: today.checked_add_days(REVIEWS_AHEAD), ..live },
        Which::Past => Bounds {
            ends_from: NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(today),
            ends_until: today.pred_opt().unwrap_or(today),
            endless: false,
            review_until: None,
        },
    }
}

/// One page of alerts or of pairs: the same bounds on a table of the list, in the order of that list.
macro_rules! listed {
    ($tx:ident, $row:ty, $list:ident, $table:literal, $order:literal, $facility:ident, $which:expr, $offset:ident) => {{
        let held = bounds($which.0, $which.1);
        sql_all!(
            $tx,
            $row,
            $list!(
                $table,
                ".facility_id = $1 and ((",
                $table,
                ".ends_on >= $2 and ",
                $table,
                ".ends_on <= $3) or (",
                $table,
                ".ends_on is null and $4)) and (",
                $table,
                ".review_on <= $5 or $5 is null) order by ",
                $order,
                " limit $6 offset $7"
            ),
            $facility,
            held.ends_from,
            held.ends_until,
            held.endless,
            held.review_until,
            PAGE_SIZE,
            $offset
        )
    }};
}

pub async fn alerts(
    tx: &mut CustodyTx,
    facility: FacilityId,
    which: (Which, NaiveDate),
    offset: i64,
) -> Result<Vec<Alert>, DbError> {
    listed!(tx, Alert, alerts, "a", "p.sort_name, a.kind, a.id", facility, which, offset)
}

pub async fn pairs(
    tx: &mut CustodyTx,
    facility: FacilityId,
    which: (Which, NaiveDate),
    offset: i64,
) -> Result<Vec<Pair>, DbError> {
    listed!(tx, Pair, pairs, "k", "p.sort_name, o.sort_name, k.id", facility, which, offset)
}

/// How many alerts and pairs hold, and how many of both are due to be looked at.
pub async fn count(tx: &mut CustodyTx, facility: FacilityId, today: NaiveDate) -> Result<(i64, i64, i64), DbError> {
    let until = today.checked_add_days(REVIEWS_AHEAD).unwrap_or(today);
    sql_one!(
        tx,
        (i64, i64, i64),
        "select
           (select count(*) from custody_alert where facility_id = $1 and (ends_on is null or ends_on >= $2)),
           (select count(*) from custody_keep_apart where facility_id = $1 and (ends_on is null or ends_on >= $2)),
           (select count(*) from custody_alert where facility_id = $1 and (ends_on is null or ends_on >= $2) and review_on <= $3)
             + (select count(*) from custody_keep_apart where facility_id = $1 and (ends_on is null or ends_on >= $2) and review_on <= $3)",
        facility,
        today,
        until
    )
}

/// What holds today about those who live on some wings of a facility.
pub async fn alerts_of_wings(
    tx: &mut CustodyTx,
    facility: FacilityId,
    wings: &[WingId],
    today: NaiveDate,
) -> Result<Vec<Alert>, DbError> {
    let sql = format!(
        alerts!(
            "a.starts_on <= $2 and (a.ends_on is null or a.ends_on >= $2) and p.wing_id in ({}) order by p.sort_name, a.kind, a.id"
        ),
        places(3, wings.len())
    );
    sql_all_in!(tx, Alert, sql, wings, facility, today)
}

/// Pairs of which at least one lives on some wings of a facility.
pub async fn pairs_of_wings(
    tx: &mut CustodyTx,
    facility: FacilityId,
    wings: &[WingId],
    today: NaiveDate,
) -> Result<Vec<Pair>, DbError> {
    let sql = format!(
        pairs!(
            "k.starts_on <= $2 and (k.ends_on is null or k.ends_on >= $2) and (p.wing_id in ({}) or o.wing_id in ({}))
             order by p.sort_name, o.sort_name, k.id"
        ),
        places(3, wings.len()),
        places(3, wings.len())
    );
    sql_all_in!(tx, Pair, sql, wings, facility, today)
}

pub async fn alert(tx: &mut CustodyTx, facility: FacilityId, id: AlertId) -> Result<Option<Alert>, DbError> {
    sql_optional!(tx, Alert, alerts!("a.facility_id = $1 and a.id = $2"), facility, id)
}

pub async fn pair(tx: &mut CustodyTx, facility: FacilityId, id: KeepApartId) -> Result<Option<Pair>, DbError> {
    sql_optional!(tx, Pair, pairs!("k.facility_id = $1 and k.id = $2"), facility, id)
}

/// Who has a number in a facility.
pub async fn person(tx: &mut CustodyTx, facility: FacilityId, number: &str) -> Result<Option<PersonId>, DbError> {
    let row = sql_optional!(
        tx,
        (PersonId,),
        "select id from custody_person where facility_id = $1 and lower(prison_number) = lower($2)",
        facility,
        number
    )?;
    Ok(row.map(|(id,)| id))
}

/// Whether these two are kept apart already at any time of a term.
pub async fn is_kept_apart(
    tx: &mut CustodyTx,
    (a, b): (PersonId, PersonId),
    term: &Term,
    but: KeepApartId,
) -> Result<bool, DbError> {
    let row = sql_one!(
        tx,
        (bool,),
        "select exists (select 1 from custody_keep_apart k
           where ((k.person_a = $1 and k.person_b = $2) or (k.person_a = $2 and k.person_b = $1)) and k.id <> $5
             and (k.ends_on is null or k.ends_on >= $3) and (k.starts_on <= $4 or $4 is null))",
        a,
        b,
        term.starts_on,
        term.ends_on,
        but
    )?;
    Ok(row.0)
}

/// Sessions ahead that call both of two people.
pub async fn sessions_of_both(tx: &mut CustodyTx, id: KeepApartId, now: DateTime<Utc>) -> Result<i64, DbError> {
    let row = sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_keep_apart k join custody_slot_person a on a.person_id = k.person_a
         join custody_slot_person b on b.person_id = k.person_b and b.slot_id = a.slot_id join custody_slot s on s.id = a.slot_id
         where k.id = $1 and a.starts_at > $2 and s.status in ('requested', 'confirmed', 'in_progress')",
        id,
        now
    )?;
    Ok(row.0)
}

/// Who writes, and when.
pub type By = (UserId, DateTime<Utc>);

pub async fn add_alert(
    tx: &mut CustodyTx,
    (id, facility, person): (AlertId, FacilityId, PersonId),
    kind: AlertKind,
    term: &Term,
    (by, at): By,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_alert (id, person_id, facility_id, kind, starts_on, ends_on, review_on, reason, created_by, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1) on conflict (id) do nothing",
        id,
        person,
        facility,
        kind,
        term.starts_on,
        term.ends_on,
        term.review_on,
        term.reason.as_str(),
        by,
        at
    )?;
    Ok(())
}

pub async fn add_pair(
    tx: &mut CustodyTx,
    (id, facility): (KeepApartId, FacilityId),
    (a, b): (PersonId, PersonId),
    term: &Term,
    (by, at): By,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_keep_apart (id, facility_id, person_a, person_b, starts_on, ends_on, review_on, reason, created_by, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1) on conflict (id) do nothing",
        id,
        facility,
        a,
        b,
        term.starts_on,
        term.ends_on,
        term.review_on,
        term.reason.as_str(),
        by,
        at
    )?;
    Ok(())
}

/// Writes over the version that was seen; `false` when there is a newer one.
pub async fn change_alert(
    tx: &mut CustodyTx,
    (facility, id): (FacilityId, AlertId),
    seen: i32,
    term: &Term,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_alert set starts_on = $4, ends_on = $5, review_on = $6, reason = $7, version = version + 1
         where id = $1 and facility_id = $2 and version = $3",
        id,
        facility,
        seen,
        term.starts_on,
        term.ends_on,
        term.review_on,
        term.reason.as_str()
    )?;
    Ok(touched > 0)
}

/// As [`change_alert`], of a pair.
pub async fn change_pair(
    tx: &mut CustodyTx,
    (facility, id): (FacilityId, KeepApartId),
    seen: i32,
    term: &Term,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_keep_apart set starts_on = $4, ends_on = $5, review_on = $6, reason = $7, version = version + 1
         where id = $1 and facility_id = $2 and version = $3",
        id,
        facility,
        seen,
        term.starts_on,
        term.ends_on,
        term.review_on,
        term.reason.as_str()
    )?;
    Ok(touched > 0)
}
