//! What waits for somebody's hand in one facility: notes to co-sign, notes that came back, drafts, and errors to confirm.

use chrono::{DateTime, Utc};

use super::model::NoteKind;
use crate::care::identity::HeldName;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, NoteId, PersonId, UserId};
use crate::kit::page::Cut;
use crate::sql_all;

/// A note or a draft that waits.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    pub id: NoteId,
    pub patient_id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    pub kind: NoteKind,
    pub author_id: UserId,
    pub author_name: String,
    pub occurred_at: DateTime<Utc>,
    /// When it was signed, saved, or asked to be declared an error.
    pub since: DateTime<Utc>,
    /// Of a note, sent back; of a draft, the next version of one; of an error, taken back.
    pub returned: bool,
}

/// Notes that are not final: those that the user wrote, and those that are the user's to co-sign. Where nobody supervises an author
/// any more, that is the patient's lead.
pub async fn unfinished(
    tx: &mut CareTx,
    facility: FacilityId,
    user: UserId,
    cut: Cut,
) -> Result<Vec<Waiting>, DbError> {
    sql_all!(
        tx,
        Waiting,
        "select n.id, n.patient_id, p.prison_number, p.family_name, p.given_name, n.kind, n.author_id, u.display_name as author_name,
           n.occurred_at, n.signed_at as since, (r.id is not null) as returned
         from care_note n join custody_person p on p.id = n.patient_id join care_patient c on c.person_id = n.patient_id
           join access_user u on u.id = n.author_id
           left join care_supervision s on s.user_id = n.author_id and s.ended_on is null
           left join care_note r on r.about_id = n.id and r.kind = 'return'
         where n.facility_id = $1 and n.needs_cosign
           and (n.author_id = $2 or s.supervisor_id = $2 or (s.id is null and c.lead_id = $2))
           and not exists (select 1 from care_note d where d.about_id = n.id and (d.kind = 'cosign' or (d.kind = 'error'
             and not exists (select 1 from care_note w where w.about_id = n.id and w.kind = 'error_withdrawn' and w.chain_no > d.chain_no))))
           and not exists (select 1 from care_note d where d.replaces_id = n.id)
         order by n.signed_at, n.id limit $3 offset $4",
        facility,
        user,
        cut.limit,
        cut.offset
    )
}

/// What the user writes, and what those write whom the user supervises.
pub async fn drafts(tx: &mut CareTx, facility: FacilityId, user: UserId, cut: Cut) -> Result<Vec<Waiting>, DbError> {
    sql_all!(
        tx,
        Waiting,
        "select d.id, d.patient_id, p.prison_number, p.family_name, p.given_name, d.kind, d.author_id, u.display_name as author_name,
           d.occurred_at, d.updated_at as since, (d.replaces_id is not null) as returned
         from care_note_draft d join custody_person p on p.id = d.patient_id join access_user u on u.id = d.author_id
           left join care_supervision s on s.user_id = d.author_id and s.ended_on is null
         where d.facility_id = $1 and (d.author_id = $2 or s.supervisor_id = $2) order by d.updated_at desc, d.id limit $3 offset $4",
        facility,
        user,
        cut.limit,
        cut.offset
    )
}

/// Errors that somebody else has asked for and nobody has confirmed; and for a while those that were taken back.
pub async fn errors(
    tx: &mut CareTx,
    facility: FacilityId,
    user: UserId,
    withdrawn_since: DateTime<Utc>,
    cut: Cut,
) -> Result<Vec<Waiting>, DbError> {
    sql_all!(
        tx,
        Waiting,
        "select n.id, n.patient_id, p.prison_number, p.family_name, p.given_name, n.kind, e.author_id, u.display_name as author_name,
           n.occurred_at, coalesce(w.signed_at, e.signed_at) as since, (w.id is not null) as returned
         from care_note e join care_note n on n.id = e.about_id join custody_person p on p.id = n.patient_id
           join access_user u on u.id = e.author_id
           left join care_note w on w.about_id = n.id and w.kind = 'error_withdrawn' and w.chain_no > e.chain_no
         where e.kind = 'error' and e.facility_id = $1 and e.author_id <> $2 and (w.id is null or w.signed_at > $3)
           and not exists (select 1 from care_note d where d.about_id = n.id and d.kind = 'error_confirmed')
           and not exists (select 1 from care_note a where a.about_id = n.id and a.kind = 'error' and a.chain_no > e.chain_no)
         order by e.signed_at, e.id limit $4 offset $5",
        facility,
        user,
        withdrawn_since,
        cut.limit,
        cut.offset
    )
}
