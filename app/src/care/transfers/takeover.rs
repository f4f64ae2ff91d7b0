//! Receiving: the record goes over to the new unit with everything that is still open in it, in the caller's transaction. What
//! belongs to the old place ends there; what is signed stays as it is.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::care::discharges::store::end_bookings;
use crate::custody::slots::turn;
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{FacilityId, PackageId, PersonId, UserId};
use crate::{sql_all, sql_exec};

/// Who takes over what.
#[derive(Debug, Clone, Copy)]
pub struct TakeOver {
    pub package: PackageId,
    pub patient: PersonId,
    pub from: FacilityId,
    pub to: FacilityId,
    pub by: UserId,
    pub at: DateTime<Utc>,
    pub today: NaiveDate,
}

/// `false` when the package was received or withdrawn meanwhile.
pub async fn take_over(
    tx: &mut impl HasConn,
    over: &TakeOver,
    mut new_id: impl FnMut() -> Uuid,
) -> Result<bool, DbError> {
    let received = sql_exec!(
        tx,
        "update care_transfer set status = 'received', received_by = $2, received_at = $3, version = version + 1
         where id = $1 and status = 'sent'",
        over.package,
        over.by,
        over.at
    )?;
    if received == 0 {
        return Ok(false);
    }
    sql_exec!(
        tx,
        "update care_patient set facility_id = $2, lead_id = $3, version = version + 1 where person_id = $1",
        over.patient,
        over.to,
        over.by
    )?;
    sql_exec!(tx, "delete from care_team where patient_id = $1", over.patient)?;
    sql_exec!(
        tx,
        "insert into care_team (patient_id, user_id, since) values ($1, $2, $3)",
        over.patient,
        over.by,
        over.today
    )?;
    follow(tx, over).await?;
    end_here(tx, over).await?;
    move_notices(tx, over, &mut new_id).await?;
    Ok(true)
}

/// What is open follows the patient: plans that are followed or written with their goals, and whatever is not signed yet.
async fn follow(tx: &mut impl HasConn, over: &TakeOver) -> Result<(), DbError> {
    for sql in [
        "update care_goal set facility_id = $2, version = version + 1
         where patient_id = $1 and plan_id in (select p.id from care_plan p where p.patient_id = $1 and p.status in ('draft', 'active', 'on_hold'))",
        "update care_plan set facility_id = $2, version = version + 1 where patient_id = $1 and status in ('draft', 'active', 'on_hold')",
        "update care_evaluation set facility_id = $2, version = version + 1 where patient_id = $1 and signed_at is null",
        "update care_review set facility_id = $2, version = version + 1 where patient_id = $1 and signed_at is null",
        "update care_discharge set facility_id = $2, version = version + 1 where patient_id = $1 and signed_at is null",
        "update care_note_draft set facility_id = $2, version = version + 1 where patient_id = $1",
        "update care_disclosure set facility_id = $2, version = version + 1 where patient_id = $1 and status in ('proposed', 'approved')",
    ] {
        sql_exec!(tx, sql, over.patient, over.to)?;
    }
    sql_exec!(
        tx,
        "update care_plan set lead_id = $2, version = version + 1 where patient_id = $1 and status = 'draft'",
        over.patient,
        over.by
    )?;
    Ok(())
}

/// Groups and bookings of the old place go on without the patient.
async fn end_here(tx: &mut impl HasConn, over: &TakeOver) -> Result<(), DbError> {
    turn::take(tx, over.from).await?;
    sql_exec!(
        tx,
        "update care_programme_member set status = 'transferred', since = $3, version = version + 1
         where patient_id = $1 and status in ('waiting', 'active', 'paused')
           and programme_id in (select g.id from care_programme g where g.facility_id = $2)",
        over.patient,
        over.from,
        over.today
    )?;
    end_bookings(tx, over.patient, Some(over.from), over.at).await
}

/// A notice is addressed to the custody of one facility. It ends there and is given again here, on the same basis and for the
/// same time, to be acknowledged by those who now open the doors.
async fn move_notices(
    tx: &mut impl HasConn,
    over: &TakeOver,
    new_id: &mut impl FnMut() -> Uuid,
) -> Result<(), DbError> {
    let held = sql_all!(
        tx,
        (Uuid,),
        "select n.id from custody_notice n join care_notice c on c.notice_id = n.id
         where c.patient_id = $1 and n.facility_id = $2 and n.ended_on is null and n.expires_on >= $3 order by n.id",
        over.patient,
        over.from,
        over.today
    )?;
    for (notice,) in held {
        let next = new_id();
        sql_exec!(
            tx,
            "insert into custody_notice
               (id, facility_id, person_id, kind, number, tool_class, language, starts_on, expires_on, sharing_agreed, created_at, version)
             select $2, $3, n.person_id, n.kind, n.number, n.tool_class, n.language, $4, n.expires_on, n.sharing_agreed, $5, 1
             from custody_notice n where n.id = $1",
            notice,
            next,
            over.to,
            over.today,
            over.at
        )?;
        sql_exec!(
            tx,
            "insert into care_notice (notice_id, patient_id, facility_id, consent_id, basis, reason, created_by, created_at)
             select $2, c.patient_id, $3, c.consent_id, c.basis, c.reason, $4, $5 from care_notice c where c.notice_id = $1",
            notice,
            next,
            over.to,
            over.by,
            over.at
        )?;
        sql_exec!(
            tx,
            "update custody_notice set ended_on = $2, version = version + 1 where id = $1",
            notice,
            over.today
        )?;
    }
    Ok(())
}
