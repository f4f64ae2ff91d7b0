//! Referrals as questions to the database. A referral of custody's that nobody in care has touched has no row of care's: it is
//! read beside the others as received, and gets its row, under the same id, from whoever does something about it.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Decision, NewReferral, Referable, Referral, Show};
use crate::custody::referrals::ReferralState;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, PersonId, ReferralId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// What stands where nothing has been decided or chosen yet.
const NOTHING: &str = "";

macro_rules! referrals_sql {
    ($of_care:literal, $of_custody:literal, $tail:literal) => {
        concat!(
            "select r.id as id, r.facility_id, r.person_id, r.source, k.reason as code, r.reason, r.areas, r.urgency, r.received_on,
               r.first_contact_due, r.status, r.decision_reason, r.decided_on, d.display_name as decided_by, r.first_contact_on,
               b.display_name as referred_by, r.version, p.prison_number, p.family_name, p.given_name, p.birth_date, p.presence,
               w.name as wing, p.cell,
               exists (select 1 from care_patient c where c.person_id = p.id and c.status = 'open') as is_patient,
               p.facility_id = r.facility_id as is_here,
               (r.first_contact_on is not null or r.status in ('declined', 'redirected')) as is_seen_to
             from care_referral r join custody_person p on p.id = r.person_id left join custody_wing w on w.id = p.wing_id
             left join custody_referral k on k.id = r.custody_referral_id
             join access_user b on b.id = coalesce(k.created_by, r.created_by) left join access_user d on d.id = r.decided_by
             where ",
            $of_care,
            " union all
             select k.id, k.facility_id, k.person_id, 'correctional_staff', k.reason, k.words, '', 'routine', k.received_on,
               k.first_contact_due, 'received', '', null, null, null, b.display_name, 0, p.prison_number, p.family_name,
               p.given_name, p.birth_date, p.presence, w.name, p.cell,
               exists (select 1 from care_patient c where c.person_id = p.id and c.status = 'open'),
               p.facility_id = k.facility_id, false
             from custody_referral k join custody_person p on p.id = k.person_id left join custody_wing w on w.id = p.wing_id
             join access_user b on b.id = k.created_by
             where k.status = 'received' and not exists (select 1 from care_referral r where r.custody_referral_id = k.id) and ",
            $of_custody,
            $tail
        )
    };
}

/// One page of the triage list: who is to be seen first comes first, and whoever has been seen or turned away after all others.
pub async fn list(tx: &mut CareTx, facility: FacilityId, show: Show, offset: i64) -> Result<Vec<Referral>, DbError> {
    sql_all!(
        tx,
        Referral,
        referrals_sql!(
            "r.facility_id = $1 and ($2 = 'all' or r.status = $2 or ($2 = 'open' and (r.status in ('received', 'waiting_list')
               or (r.status = 'accepted' and r.first_contact_on is null))))",
            "k.facility_id = $1 and $2 in ('all', 'open', 'received')",
            " order by is_seen_to, first_contact_due, received_on, id limit $3 offset $4"
        ),
        facility,
        show.as_str(),
        PAGE_SIZE,
        offset
    )
}

pub async fn count(tx: &mut CareTx, facility: FacilityId, show: Show) -> Result<i64, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select (select count(*) from care_referral r where r.facility_id = $1 and ($2 = 'all' or r.status = $2
             or ($2 = 'open' and (r.status in ('received', 'waiting_list')
               or (r.status = 'accepted' and r.first_contact_on is null)))))
           + (select count(*) from custody_referral k where k.facility_id = $1 and $2 in ('all', 'open', 'received')
             and k.status = 'received' and not exists (select 1 from care_referral r where r.custody_referral_id = k.id))",
        facility,
        show.as_str()
    )?;
    Ok(count)
}

pub async fn referral(tx: &mut CareTx, id: ReferralId) -> Result<Option<Referral>, DbError> {
    sql_optional!(tx, Referral, referrals_sql!("r.id = $1", "k.id = $1", ""), id)
}

macro_rules! people_sql {
    ($columns:literal, $tail:literal) => {
        concat!(
            "select ",
            $columns,
            " from custody_person p left join custody_wing w on w.id = p.wing_id
              where p.facility_id = $1 and p.presence not in ('transferred', 'released')
                and (p.sort_name like $2 escape '\\' or lower(p.prison_number) like $2 escape '\\')
                and (p.sort_name like $3 escape '\\' or lower(p.prison_number) like $3 escape '\\')
                and (p.sort_name like $4 escape '\\' or lower(p.prison_number) like $4 escape '\\') ",
            $tail
        )
    };
}

const PERSON: &str =
    "select p.id, p.prison_number, p.family_name, p.given_name, p.birth_date, p.presence, w.name as wing, p.cell,
       exists (select 1 from care_patient c where c.person_id = p.id and c.status = 'open') as is_patient
     from custody_person p left join custody_wing w on w.id = p.wing_id where p.id = $1";

/// The people of a facility, one page by name.
pub async fn people(
    tx: &mut CareTx,
    facility: FacilityId,
    words: &[String; 3],
    offset: i64,
) -> Result<Vec<Referable>, DbError> {
    let [first, second, third] = words;
    sql_all!(
        tx,
        Referable,
        people_sql!(
            "p.id, p.prison_number, p.family_name, p.given_name, p.birth_date, p.presence, w.name as wing, p.cell,
             exists (select 1 from care_patient c where c.person_id = p.id and c.status = 'open') as is_patient",
            "order by p.sort_name, p.id limit $5 offset $6"
        ),
        facility,
        first.as_str(),
        second.as_str(),
        third.as_str(),
        PAGE_SIZE,
        offset
    )
}

pub async fn people_count(tx: &mut CareTx, facility: FacilityId, words: &[String; 3]) -> Result<i64, DbError> {
    let [first, second, third] = words;
    let (count,) =
        sql_one!(tx, (i64,), people_sql!("count(*)", ""), facility, first.as_str(), second.as_str(), third.as_str())?;
    Ok(count)
}

pub async fn person(tx: &mut CareTx, person: PersonId) -> Result<Option<Referable>, DbError> {
    sql_optional!(tx, Referable, PERSON, person)
}

/// Keeps a referral, unless there is one of this id already.
pub async fn insert(
    tx: &mut CareTx,
    id: ReferralId,
    new: &NewReferral,
    due: NaiveDate,
    (by, at): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_referral (id, facility_id, person_id, source, reason, areas, urgency, received_on, first_contact_due,
           status, decision_reason, created_by, created_at, version)
         select $1, p.facility_id, p.id, $3, $4, $5, $6, $7, $8, 'received', $9, $10, $11, 1 from custody_person p where p.id = $2
         on conflict (id) do nothing",
        id,
        new.person,
        new.source,
        new.reason.as_str(),
        new.areas.to_string(),
        new.urgency,
        new.received_on,
        due,
        NOTHING,
        by,
        at
    )?;
    Ok(())
}

/// Gives a referral of custody's its row; `false` when somebody else was faster.
pub async fn pick_up(tx: &mut CareTx, id: ReferralId, by: UserId, at: DateTime<Utc>) -> Result<bool, DbError> {
    let made = sql_exec!(
        tx,
        "insert into care_referral (id, facility_id, person_id, source, custody_referral_id, reason, areas, urgency, received_on,
           first_contact_due, status, decision_reason, created_by, created_at, version)
         select k.id, k.facility_id, k.person_id, 'correctional_staff', k.id, k.words, $2, 'routine', k.received_on,
           k.first_contact_due, 'received', $2, $3, $4, 1
         from custody_referral k where k.id = $1
         on conflict (id) do nothing",
        id,
        NOTHING,
        by,
        at
    )?;
    Ok(made > 0)
}

/// Writes a decision over the row version it was made on; `false` when that is no longer the row's.
pub async fn decide(
    tx: &mut CareTx,
    (id, version): (ReferralId, i32),
    decision: &Decision,
    due: NaiveDate,
    (by, on): (UserId, NaiveDate),
) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_referral set status = $3, urgency = $4, first_contact_due = $5, decision_reason = $6, decided_by = $7,
           decided_on = $8, version = version + 1
         where id = $1 and version = $2",
        id,
        version,
        decision.status,
        decision.urgency,
        due,
        decision.reason.as_str(),
        by,
        on
    )?;
    Ok(changed > 0)
}

/// As [`decide`], for the day on which the person was first seen.
pub async fn set_first_contact(
    tx: &mut CareTx,
    (id, version): (ReferralId, i32),
    on: NaiveDate,
) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_referral set first_contact_on = $3, version = version + 1 where id = $1 and version = $2",
        id,
        version,
        on
    )?;
    Ok(changed > 0)
}

/// Tells custody how far its referral has come. Nothing is written where it would look no different.
pub async fn tell_custody(tx: &mut CareTx, id: ReferralId, state: ReferralState) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update custody_referral set status = $2, version = version + 1 where id = $1 and status <> $2",
        id,
        state
    )?;
    Ok(())
}
