//! Custody's referrals, as questions to the database.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Referable, ReferralLine, Said, WingName};
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::ids::{FacilityId, PersonId, ReferralId, UserId, WingId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// Stands where no wing is asked for, so that the parameter has its type on either engine.
const NO_WING: WingId = WingId(uuid::Uuid::nil());

/// The wings of a facility in their order.
pub async fn wings(tx: &mut CustodyTx, facility: FacilityId) -> Result<Vec<WingName>, DbError> {
    sql_all!(tx, WingName, "select id, name from custody_wing where facility_id = $1 order by code, id", facility)
}

/// One page of the referrals of a facility or of one wing, the newest first.
pub async fn list(
    tx: &mut CustodyTx,
    facility: FacilityId,
    wing: Option<WingId>,
    offset: i64,
) -> Result<Vec<ReferralLine>, DbError> {
    sql_all!(
        tx,
        ReferralLine,
        "select r.id, r.reason, r.status, r.received_on, u.display_name as referred_by, p.prison_number, p.family_name,
           p.given_name, w.code as wing, case when p.facility_id = r.facility_id then p.cell else '' end as cell
         from custody_referral r join custody_person p on p.id = r.person_id join access_user u on u.id = r.created_by
         left join custody_wing w on w.id = p.wing_id and w.facility_id = r.facility_id
         where r.facility_id = $1 and (p.wing_id = $2 or $3)
         order by r.created_at desc, r.id desc limit $4 offset $5",
        facility,
        wing.unwrap_or(NO_WING),
        wing.is_none(),
        PAGE_SIZE,
        offset
    )
}

pub async fn count(tx: &mut CustodyTx, facility: FacilityId, wing: Option<WingId>) -> Result<i64, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_referral r join custody_person p on p.id = r.person_id
         where r.facility_id = $1 and (p.wing_id = $2 or $3)",
        facility,
        wing.unwrap_or(NO_WING),
        wing.is_none()
    )?;
    Ok(count)
}

macro_rules! people_sql {
    ($columns:literal, $tail:literal) => {
        concat!(
            "select ",
            $columns,
            " from custody_person p left join custody_wing w on w.id = p.wing_id
              where p.facility_id = $1 and p.presence not in ('transferred', 'released') and (p.wing_id = $2 or $3)
                and (p.sort_name like $4 escape '\\' or lower(p.prison_number) like $4 escape '\\')
                and (p.sort_name like $5 escape '\\' or lower(p.prison_number) like $5 escape '\\')
                and (p.sort_name like $6 escape '\\' or lower(p.prison_number) like $6 escape '\\') ",
            $tail
        )
    };
}

/// Those of a facility or of one wing who can be referred, one page by name.
pub async fn people(
    tx: &mut CustodyTx,
    facility: FacilityId,
    wing: Option<WingId>,
    words: &[String; 3],
    offset: i64,
) -> Result<Vec<Referable>, DbError> {
    let [first, second, third] = words;
    sql_all!(
        tx,
        Referable,
        people_sql!(
            "p.id, p.facility_id, p.prison_number, p.family_name, p.given_name, p.presence, w.code as wing, p.cell",
            "order by p.sort_name, p.id limit $7 offset $8"
        ),
        facility,
        wing.unwrap_or(NO_WING),
        wing.is_none(),
        first.as_str(),
        second.as_str(),
        third.as_str(),
        PAGE_SIZE,
        offset
    )
}

pub async fn people_count(
    tx: &mut CustodyTx,
    facility: FacilityId,
    wing: Option<WingId>,
    words: &[String; 3],
) -> Result<i64, DbError> {
    let [first, second, third] = words;
    let (count,) = sql_one!(
        tx,
        (i64,),
        people_sql!("count(*)", ""),
        facility,
        wing.unwrap_or(NO_WING),
        wing.is_none(),
        first.as_str(),
        second.as_str(),
        third.as_str()
    )?;
    Ok(count)
}

pub async fn person(tx: &mut CustodyTx, person: PersonId) -> Result<Option<Referable>, DbError> {
    sql_optional!(
        tx,
        Referable,
        "select p.id, p.facility_id, p.prison_number, p.family_name, p.given_name, p.presence, w.code as wing, p.cell
         from custody_person p left join custody_wing w on w.id = p.wing_id where p.id = $1",
        person
    )
}

/// Keeps a referral, unless there is one of this id already.
// One row by its values, not by a `select`: of many rows SQLite would look for those of care that refer to them, and here it may
// not look there.
pub async fn insert(
    tx: &mut CustodyTx,
    (id, facility): (ReferralId, FacilityId),
    said: &Said,
    (received_on, due): (NaiveDate, NaiveDate),
    (by, at): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_referral
           (id, facility_id, person_id, reason, words, status, received_on, first_contact_due, created_by, created_at, version)
         values ($1, $2, $3, $4, $5, 'received', $6, $7, $8, $9, 1) on conflict (id) do nothing",
        id,
        facility,
        said.person,
        said.reason,
        said.words.as_str(),
        received_on,
        due,
        by,
        at
    )?;
    Ok(())
}
