//! Packages as questions to the database.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{
    Contents, LastReview, NoticeInForce, OnTheWay, OpenMatters, Package, PackageText, Place, PlannedMove,
};
use super::rules::notes_from;
use crate::care::goals::{active_goals, latest_levels};
use crate::care::notes::SignedNote;
use crate::care::plans;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, NoteId, PackageId, PersonId, UserId};
use crate::kit::page::{Cut, PAGE_SIZE};
use crate::{sql_all, sql_exec, sql_one, sql_optional};

macro_rules! package_where {
    ($condition:literal) => {
        concat!(
            "select k.id, k.patient_id, p.family_name, p.given_name, p.prison_number, k.facility_id, f.name as from_name,
               k.to_facility_id, g.name as to_name, k.summary, k.open_matters, k.patient_informed, k.objection, k.status,
               u.display_name as prepared_by, k.sent_at, r.display_name as received_by, k.received_at, k.note_id,
               p.facility_id = k.to_facility_id as arrived, k.version
             from care_transfer k join custody_person p on p.id = k.patient_id
             join custody_facility f on f.id = k.facility_id join custody_facility g on g.id = k.to_facility_id
             join access_user u on u.id = k.prepared_by left join access_user r on r.id = k.received_by
             where ",
            $condition
        )
    };
}

pub async fn find(tx: &mut CareTx, id: PackageId) -> Result<Option<Package>, DbError> {
    sql_optional!(tx, Package, package_where!("k.id = $1"), id)
}

/// The package that is being prepared or is on its way.
pub async fn open_of(tx: &mut CareTx, patient: PersonId) -> Result<Option<Package>, DbError> {
    sql_optional!(tx, Package, package_where!("k.patient_id = $1 and k.status in ('prepared', 'sent')"), patient)
}

/// Those that are over, the latest first.
pub async fn past_of(tx: &mut CareTx, patient: PersonId) -> Result<Vec<Package>, DbError> {
    sql_all!(
        tx,
        Package,
        package_where!(
            "k.patient_id = $1 and k.status in ('received', 'withdrawn') order by k.created_at desc, k.id limit 20"
        ),
        patient
    )
}

/// Packages sent to a unit: those that wait first, then the latest that were received.
pub async fn sent_to(tx: &mut CareTx, facility: FacilityId, offset: i64) -> Result<Vec<Package>, DbError> {
    sql_all!(
        tx,
        Package,
        package_where!(
            "k.to_facility_id = $1 and k.status in ('sent', 'received')
             order by case k.status when 'sent' then 0 else 1 end, k.sent_at desc, k.id limit $2 offset $3"
        ),
        facility,
        PAGE_SIZE,
        offset
    )
}

pub async fn sent_to_size(tx: &mut CareTx, facility: FacilityId) -> Result<i64, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from care_transfer where to_facility_id = $1 and status in ('sent', 'received')",
        facility
    )?;
    Ok(count)
}

/// How many packages wait to be received by a unit.
pub async fn waiting(tx: &mut CareTx, facility: FacilityId) -> Result<i64, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from care_transfer where to_facility_id = $1 and status = 'sent'",
        facility
    )?;
    Ok(count)
}

/// A unit's own patients for whom a move or a package is planned or under way.
pub async fn leaving(tx: &mut CareTx, facility: FacilityId, cut: Cut) -> Result<Vec<OnTheWay>, DbError> {
    sql_all!(
        tx,
        OnTheWay,
        "select c.person_id as patient_id, p.family_name, p.given_name, p.prison_number,
           coalesce(h.name, g.name, f.name) as place, t.planned_on, p.facility_id <> c.facility_id as gone, k.status as package
         from care_patient c join custody_person p on p.id = c.person_id
         left join custody_transfer t on t.person_id = c.person_id and t.status = 'planned'
         left join care_transfer k on k.patient_id = c.person_id and k.status in ('prepared', 'sent')
         left join custody_facility h on h.id = p.facility_id and p.facility_id <> c.facility_id
         left join custody_facility g on g.id = k.to_facility_id
         left join custody_facility f on f.id = t.to_facility_id
         where c.facility_id = $1 and c.status = 'open'
           and c.person_id in (select m.person_id from custody_transfer m where m.from_facility_id = $1 and m.status in ('planned', 'done')
                               union select s.patient_id from care_transfer s where s.facility_id = $1 and s.status in ('prepared', 'sent'))
           and (t.id is not null or k.id is not null or p.facility_id <> c.facility_id)
         order by t.planned_on, p.sort_name, c.person_id limit $2 offset $3",
        facility,
        cut.limit,
        cut.offset
    )
}

/// People who have come here and whose record is still with the unit that they left, without a package on its way.
pub async fn without_package(tx: &mut CareTx, facility: FacilityId, cut: Cut) -> Result<Vec<OnTheWay>, DbError> {
    sql_all!(
        tx,
        OnTheWay,
        "select c.person_id as patient_id, p.family_name, p.given_name, p.prison_number, f.name as place,
           cast(null as date) as planned_on, true as gone, cast(null as text) as package
         from care_patient c join custody_person p on p.id = c.person_id join custody_facility f on f.id = c.facility_id
         where c.facility_id <> $1 and c.status = 'open' and p.facility_id = $1
           and c.person_id in (select m.person_id from custody_transfer m where m.to_facility_id = $1 and m.status = 'done')
           and not exists (select 1 from care_transfer k where k.patient_id = c.person_id and k.status = 'sent')
         order by p.sort_name, c.person_id limit $2 offset $3",
        facility,
        cut.limit,
        cut.offset
    )
}

/// The latest move that custody has planned, or that has brought the person elsewhere.
pub async fn planned_move(
    tx: &mut CareTx,
    patient: PersonId,
    from: FacilityId,
) -> Result<Option<PlannedMove>, DbError> {
    sql_optional!(
        tx,
        PlannedMove,
        "select t.to_facility_id, g.name as to_name, t.planned_on, t.done_at
         from custody_transfer t join custody_facility g on g.id = t.to_facility_id join custody_person p on p.id = t.person_id
         where t.person_id = $1 and t.from_facility_id = $2
           and (t.status = 'planned' or (t.status = 'done' and p.facility_id = t.to_facility_id))
         order by t.planned_on desc, t.id desc limit 1",
        patient,
        from
    )
}

pub async fn places(tx: &mut CareTx, from: FacilityId) -> Result<Vec<Place>, DbError> {
    sql_all!(tx, Place, "select id, name from custody_facility where id <> $1 order by name, id", from)
}

/// A package to be written down.
#[derive(Debug, Clone, Copy)]
pub struct NewPackage<'a> {
    pub id: PackageId,
    pub patient: PersonId,
    pub text: &'a PackageText,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// `false` when the patient has no open record.
pub async fn insert(tx: &mut CareTx, new: &NewPackage<'_>) -> Result<bool, DbError> {
    let made = sql_exec!(
        tx,
        "insert into care_transfer
           (id, patient_id, facility_id, to_facility_id, summary, open_matters, patient_informed, objection, status, prepared_by,
            created_at, version)
         select $1, c.person_id, c.facility_id, $3, $4, $5, $6, $7, 'prepared', $8, $9, 1
         from care_patient c where c.person_id = $2 and c.status = 'open' and c.facility_id <> $3",
        new.id,
        new.patient,
        new.text.to,
        new.text.summary.as_str(),
        new.text.open_matters.as_str(),
        new.text.patient_informed,
        new.text.objection.as_str(),
        new.by,
        new.at
    )?;
    Ok(made == 1)
}

/// `false` when the row is no longer the one that was read, or has been sent.
pub async fn update(tx: &mut CareTx, id: PackageId, version: i32, text: &PackageText) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_transfer set to_facility_id = $3, summary = $4, open_matters = $5, patient_informed = $6, objection = $7,
           version = version + 1
         where id = $1 and version = $2 and status = 'prepared' and facility_id <> $3",
        id,
        version,
        text.to,
        text.summary.as_str(),
        text.open_matters.as_str(),
        text.patient_informed,
        text.objection.as_str()
    )?;
    Ok(changed == 1)
}

pub async fn set_sent(tx: &mut CareTx, id: PackageId, note: NoteId, at: DateTime<Utc>) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_transfer set status = 'sent', sent_at = $3, note_id = $2, version = version + 1
         where id = $1 and status = 'prepared'",
        id,
        note,
        at
    )?;
    Ok(changed == 1)
}

/// `false` when it was received meanwhile, or is not on its way any more.
pub async fn withdraw(tx: &mut CareTx, id: PackageId, version: i32) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_transfer set status = 'withdrawn', version = version + 1
         where id = $1 and version = $2 and status = 'sent'",
        id,
        version
    )?;
    Ok(changed == 1)
}

/// Takes back whatever is under way for a patient who does not go after all.
pub async fn drop_prepared(tx: &mut CareTx, patient: PersonId) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update care_transfer set status = 'withdrawn', version = version + 1 where patient_id = $1 and status = 'prepared'",
        patient
    )?;
    Ok(())
}

/// What goes, as it stood at a moment; with notes for those who may read them.
pub async fn contents(
    tx: &mut CareTx,
    patient: PersonId,
    until: DateTime<Utc>,
    today: NaiveDate,
    with_notes: bool,
) -> Result<Contents, DbError> {
    let plan = plans::active(tx, patient).await?;
    let goals = active_goals(tx, patient).await?;
    let levels: HashMap<_, _> = latest_levels(tx, patient).await?;
    let review = sql_optional!(
        tx,
        LastReview,
        "select held_on, summary, patient_view, next_review_on from care_review
         where patient_id = $1 and signed_at is not null order by held_on desc, id desc limit 1",
        patient
    )?;
    let notices = sql_all!(
        tx,
        NoticeInForce,
        "select n.kind, n.expires_on from custody_notice n join care_notice c on c.notice_id = n.id
         where c.patient_id = $1 and n.ended_on is null and n.expires_on >= $2 order by n.kind, n.expires_on",
        patient,
        today
    )?;
    let notes = if with_notes { Some(notes(tx, patient, until).await?) } else { None };
    Ok(Contents { plan, goals, levels, review, notices, notes })
}

/// Signed notes of the last days. What is restricted stays with those who may read it in the record, and what was declared an
/// error is not handed on.
async fn notes(tx: &mut CareTx, patient: PersonId, until: DateTime<Utc>) -> Result<Vec<SignedNote>, DbError> {
    let rows = sql_all!(
        tx,
        (String,),
        "select n.payload from care_note n
         where n.patient_id = $1 and n.occurred_at >= $2 and n.signed_at <= $3 and n.about_id is null and n.sensitivity = 'normal'
           and n.kind <> 'transfer' and not exists (select 1 from care_note e where e.about_id = n.id and e.kind in ('error', 'error_confirmed')
             and not exists (select 1 from care_note w where w.about_id = n.id and w.kind = 'error_withdrawn' and w.chain_no > e.chain_no))
         order by n.occurred_at desc, n.chain_no desc limit 400",
        patient,
        notes_from(until),
        until
    )?;
    Ok(rows.into_iter().filter_map(|(payload,)| SignedNote::parse(&payload)).collect())
}

/// What is unfinished, in one question.
pub async fn open_matters(
    tx: &mut CareTx,
    patient: PersonId,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Result<OpenMatters, DbError> {
    sql_one!(
        tx,
        OpenMatters,
        "select
           (select count(*) from care_plan p join care_goal g on g.plan_id = p.id
            where p.patient_id = $1 and p.status = 'active' and g.lifecycle = 'active') as goals,
           (select count(*) from care_note n where n.patient_id = $1 and n.occurred_at >= $4 and n.about_id is null
              and n.sensitivity = 'normal' and n.kind <> 'transfer') as notes,
           (select p.next_review_on from care_plan p where p.patient_id = $1 and p.status = 'active') as next_review_on,
           (select count(*) from care_plan p where p.patient_id = $1 and p.status = 'draft') as draft_plans,
           (select count(*) from care_evaluation e where e.patient_id = $1 and e.signed_at is null) as draft_evaluations,
           (select count(*) from care_review r where r.patient_id = $1 and r.signed_at is null) as draft_reviews,
           (select count(*) from care_note_draft d where d.patient_id = $1) as draft_notes,
           (select count(*) from custody_slot_person sp join custody_slot s on s.id = sp.slot_id join care_session c on c.id = s.id
            where sp.person_id = $1 and sp.starts_at <= $2 and c.signed_at is null
              and s.status in ('requested', 'confirmed', 'in_progress', 'completed')) as unsigned_sessions,
           (select count(*) from care_notice c join custody_notice n on n.id = c.notice_id
            where c.patient_id = $1 and n.ended_on is null and n.expires_on >= $3) as notices,
           (select count(*) from care_programme_member m where m.patient_id = $1 and m.status in ('waiting', 'active', 'paused')) as programmes,
           (select count(*) from custody_slot_person sp join custody_slot s on s.id = sp.slot_id
            where sp.person_id = $1 and sp.starts_at > $2 and s.status in ('requested', 'confirmed', 'in_progress')) as bookings,
           (select count(*) from care_disclosure d where d.patient_id = $1 and d.status in ('proposed', 'approved')) as disclosures",
        patient,
        now,
        today,
        notes_from(now)
    )
}
