//! Everything of one patient in a handful of questions; and who the patients are, a page at a time.

use super::audit::EntryRow;
use super::consent::ConsentRow;
use super::goal::GoalRow;
use super::impression::{EvaluationRow, SectionRow};
use super::observation::{RatingRow, ResultRow};
use super::patient::PersonRow;
use super::plan::PlanRow;
use super::record::{Record, Signed, WaitingRow};
use super::referral::ReferralRow;
use super::session::SessionRow;
use crate::care::notes::model::SignedNote;
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{FacilityId, PersonId, PlanId, SlotId};
use crate::{sql_all, sql_optional};

/// Patients of one page.
pub const PAGE: i64 = 100;

/// The patients of a facility, or of all, that come after one of them.
pub async fn patients(
    tx: &mut impl HasConn,
    facility: Option<FacilityId>,
    after: PersonId,
) -> Result<Vec<(PersonId, FacilityId)>, DbError> {
    sql_all!(
        tx,
        (PersonId, FacilityId),
        "select person_id, facility_id from care_patient where person_id > $1 and ($2 or facility_id = $3) order by person_id limit $4",
        after,
        facility.is_none(),
        facility.unwrap_or_else(|| uuid::Uuid::nil().into()),
        PAGE
    )
}

/// `None` where nobody of this identifier is a patient.
pub async fn load(tx: &mut impl HasConn, patient: PersonId) -> Result<Option<Record>, DbError> {
    let person = sql_optional!(
        tx,
        PersonRow,
        "select f.code as facility, p.prison_number, p.family_name, p.given_name, p.birth_date, p.sex, p.language, (c.status = 'open') as is_open
         from care_patient c join custody_person p on p.id = c.person_id join custody_facility f on f.id = p.facility_id
         where c.person_id = $1",
        patient
    )?;
    let Some(person) = person else { return Ok(None) };
    Ok(Some(Record {
        person,
        referrals: referrals(tx, patient).await?,
        plans: plans(tx, patient).await?,
        goals: goals(tx, patient).await?,
        ratings: ratings(tx, patient).await?,
        results: results(tx, patient).await?,
        sessions: sessions(tx, patient).await?,
        session_plans: session_plans(tx, patient).await?,
        waiting: waiting(tx, patient).await?,
        evaluations: evaluations(tx, patient).await?,
        sections: sections(tx, patient).await?,
        consents: consents(tx, patient).await?,
        entries: entries(tx, patient).await?,
        chain: chain(tx, patient).await?,
    }))
}

async fn referrals(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<ReferralRow>, DbError> {
    sql_all!(
        tx,
        ReferralRow,
        "select id, source, reason, urgency, received_on, first_contact_on, status, decision_reason, created_at
         from care_referral where person_id = $1 order by received_on, id",
        patient
    )
}

async fn plans(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<PlanRow>, DbError> {
    sql_all!(
        tx,
        PlanRow,
        "select p.id, p.status, p.title, p.summary, p.starts_on, p.expected_end, p.approach, p.sessions_per_week, p.minutes_per_session,
           p.session_mix, p.precautions, p.lead_id, u.display_name as lead_name, p.created_at
         from care_plan p join access_user u on u.id = p.lead_id where p.patient_id = $1 order by p.version_no",
        patient
    )
}

async fn goals(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<GoalRow>, DbError> {
    sql_all!(
        tx,
        GoalRow,
        "select g.id, g.plan_id, g.description, g.patient_words, g.area, g.lifecycle, g.achievement, g.target_date, g.step_m2, g.step_m1,
           g.step_0, g.step_p1, g.step_p2, g.expressed_by, p.starts_on, p.lead_id, u.display_name as lead_name, g.created_at
         from care_goal g join care_plan p on p.id = g.plan_id join access_user u on u.id = p.lead_id
         where g.patient_id = $1 order by p.version_no, g.position",
        patient
    )
}

async fn ratings(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<RatingRow>, DbError> {
    sql_all!(
        tx,
        RatingRow,
        "select r.id, r.goal_id, r.rated_on, r.level, r.evidence, r.rated_by, u.display_name as rated_by_name, r.created_at
         from care_goal_rating r join access_user u on u.id = r.rated_by where r.patient_id = $1 order by r.rated_on, r.id",
        patient
    )
}

async fn results(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<ResultRow>, DbError> {
    sql_all!(
        tx,
        ResultRow,
        "select r.id, r.measure_code, r.definition_no, r.taken_on, r.language, r.answers, r.score_milli, r.second_score_milli, r.comment,
           r.note_id, r.created_by as taken_by, u.display_name as taken_by_name, r.created_at
         from care_measure_result r join access_user u on u.id = r.created_by where r.patient_id = $1 order by r.taken_on, r.id",
        patient
    )
}

async fn sessions(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<SessionRow>, DbError> {
    sql_all!(
        tx,
        SessionRow,
        "select s.id, s.starts_at, s.ends_at, s.status, s.cancel_reason, sp.movement, sp.custody_reason, c.mode, c.activity_code, a.title_en,
           a.title_sq, a.title_sr, c.lead_id, u.display_name as lead_name, s.created_at, t.attendance, t.health_reason, t.minutes,
           t.participation, t.assistance, t.mood_before, t.mood_after
         from custody_slot_person sp join custody_slot s on s.id = sp.slot_id join care_session c on c.id = s.id
           join care_activity a on a.code = c.activity_code join access_user u on u.id = c.lead_id
           left join care_participation t on t.session_id = s.id and t.patient_id = sp.person_id and t.signed_at is not null
         where sp.person_id = $1 order by s.starts_at, s.id",
        patient
    )
}

async fn session_plans(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<(SlotId, PlanId)>, DbError> {
    sql_all!(
        tx,
        (SlotId, PlanId),
        "select t.session_id, g.plan_id from care_participation_goal t join care_goal g on g.id = t.goal_id
         where t.patient_id = $1 and g.patient_id = $1",
        patient
    )
}

async fn waiting(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<WaitingRow>, DbError> {
    sql_all!(
        tx,
        WaitingRow,
        "select m.programme_id, p.title, m.since from care_programme_member m join care_programme p on p.id = m.programme_id
         where m.patient_id = $1 and m.status = 'waiting' order by m.since, m.programme_id",
        patient
    )
}

async fn evaluations(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<EvaluationRow>, DbError> {
    sql_all!(
        tx,
        EvaluationRow,
        "select e.id, e.occurred_on, e.author_id, u.display_name as author_name, e.note_id
         from care_evaluation e join access_user u on u.id = e.author_id
         where e.patient_id = $1 and e.note_id is not null order by e.occurred_on, e.id",
        patient
    )
}

async fn sections(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<SectionRow>, DbError> {
    sql_all!(
        tx,
        SectionRow,
        "select s.evaluation_id, s.section, s.content from care_evaluation e join care_evaluation_section s on s.evaluation_id = e.id
         where e.patient_id = $1 and e.note_id is not null order by s.evaluation_id, s.section",
        patient
    )
}

async fn consents(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<ConsentRow>, DbError> {
    sql_all!(
        tx,
        ConsentRow,
        "select id, scope, decision, given_on, ends_on, withdrawn_on, created_at from care_consent
         where patient_id = $1 order by given_on, id",
        patient
    )
}

async fn entries(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<EntryRow>, DbError> {
    sql_all!(
        tx,
        EntryRow,
        "select id, at, user_id, user_name, role, permission, outcome, reason, object from access_entry
         where person_id = $1 and side = 'care' order by at, id",
        patient
    )
}

/// What cannot be read as a note is not one; `ergon verify` names it.
async fn chain(tx: &mut impl HasConn, patient: PersonId) -> Result<Vec<Signed>, DbError> {
    let rows = sql_all!(
        tx,
        (String, Vec<u8>),
        "select payload, signature from care_note where patient_id = $1 order by chain_no",
        patient
    )?;
    let read = |(payload, signature): (String, Vec<u8>)| Some(Signed { note: SignedNote::parse(&payload)?, signature });
    Ok(rows.into_iter().filter_map(read).collect())
}
