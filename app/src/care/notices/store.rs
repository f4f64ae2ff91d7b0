//! Notices as care writes and reads them: one row on each side of the wall, in one transaction.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{CareNotice, NewNotice, NoticeBasis};
use crate::care::identity::HeldName;
use crate::custody::notices::Terms;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, NoticeId, PersonId, UserId};
use crate::{sql_all, sql_exec};

/// Every notice that was ever given about a patient, those that hold first.
pub async fn of_patient(tx: &mut CareTx, patient: PersonId) -> Result<Vec<CareNotice>, DbError> {
    sql_all!(
        tx,
        CareNotice,
        "select n.id, n.kind, n.number, n.tool_class, n.language, n.starts_on, n.expires_on, n.ended_on, n.acknowledged_at,
           n.version, c.basis, c.reason, u.display_name as given_by
         from care_notice c join custody_notice n on n.id = c.notice_id join access_user u on u.id = c.created_by
         where c.patient_id = $1
         order by case when n.ended_on is null then 0 else 1 end, n.expires_on desc, n.id desc",
        patient
    )
}

/// Gives a notice; `false` when this very form has been taken before.
pub async fn give(tx: &mut CareTx, new: &NewNotice) -> Result<bool, DbError> {
    let added = sql_exec!(
        tx,
        "insert into custody_notice (id, facility_id, person_id, kind, number, tool_class, language, starts_on, expires_on,
           sharing_agreed, created_at, version)
         select $1, c.facility_id, c.person_id, $3, $4, $5, $6, $7, $8, $9, $10, 1 from care_patient c where c.person_id = $2
         on conflict (id) do nothing",
        new.id,
        new.patient,
        new.terms.kind,
        new.terms.number,
        new.terms.tool_class,
        new.terms.language,
        new.starts_on,
        new.expires_on,
        new.basis == NoticeBasis::Consent,
        new.at
    )?;
    if added == 0 {
        return Ok(false);
    }
    sql_exec!(
        tx,
        "insert into care_notice (notice_id, patient_id, facility_id, consent_id, basis, reason, created_by, created_at)
         select $1, c.person_id, c.facility_id, $3, $4, $5, $6, $7 from care_patient c where c.person_id = $2",
        new.id,
        new.patient,
        new.consent,
        new.basis,
        new.reason.as_str(),
        new.by,
        new.at
    )?;
    Ok(true)
}

/// Ends a notice; `false` when it is no longer of the version that was seen.
pub async fn end(
    tx: &mut CareTx,
    patient: PersonId,
    (id, version): (NoticeId, i32),
    on: NaiveDate,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update custody_notice set ended_on = $4, version = version + 1
         where id = $1 and person_id = $2 and version = $3 and ended_on is null",
        id,
        patient,
        version,
        on
    )?;
    Ok(touched > 0)
}

/// A notice that ends within days.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct LapsingNotice {
    pub patient_id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    #[sqlx(flatten)]
    pub terms: Terms,
    pub expires_on: NaiveDate,
    pub acknowledged_at: Option<DateTime<Utc>>,
}

/// Whose notices are asked for, and between which days they end.
#[derive(Debug, Clone, Copy)]
pub struct Lapse {
    pub facility: FacilityId,
    /// Only of the patients whom this user leads.
    pub lead: Option<UserId>,
    pub from: NaiveDate,
    pub until: NaiveDate,
}

/// Notices of open patients that lapse soon, the first first.
pub async fn lapsing(tx: &mut CareTx, lapse: Lapse, most: i64) -> Result<Vec<LapsingNotice>, DbError> {
    sql_all!(
        tx,
        LapsingNotice,
        "select h.patient_id, p.family_name, p.given_name, p.prison_number, n.kind, n.number, n.tool_class, n.language,
           n.expires_on, n.acknowledged_at
         from custody_notice n join care_notice h on h.notice_id = n.id join care_patient c on c.person_id = h.patient_id
           join custody_person p on p.id = h.patient_id
         where n.facility_id = $1 and n.expires_on >= $2 and n.expires_on <= $3 and n.ended_on is null and c.status = 'open'
           and (c.lead_id = $4 or $4 is null)
         order by n.expires_on, p.sort_name, n.id limit $5",
        lapse.facility,
        lapse.from,
        lapse.until,
        lapse.lead,
        most
    )
}
