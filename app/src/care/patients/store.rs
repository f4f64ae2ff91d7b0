//! Patients as questions to the database. The number of statements of each page is the same however long its list.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Alert, Candidate, CaseloadFilter, CaseloadLine, CaseloadOrder, Colleague, PatientHead};
use crate::custody::outings::model::Away;
use crate::custody::people::{AlertKind, Presence};
use crate::kit::db::{CareTx, DbError, places};
use crate::kit::ids::{FacilityId, PersonId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_all_in, sql_exec, sql_one, sql_optional};

pub async fn head(tx: &mut CareTx, user: UserId, patient: PersonId) -> Result<Option<PatientHead>, DbError> {
    sql_optional!(
        tx,
        PatientHead,
        "select c.person_id as id, c.facility_id, c.status, c.opened_on, c.lead_id, u.display_name as lead_name,
           p.prison_number, p.family_name, p.given_name, p.birth_date, p.sex, p.legal_status, p.presence, w.name as wing,
           p.cell, p.language, c.version,
           exists (select 1 from care_team t where t.patient_id = c.person_id and t.user_id = $2) as treating,
           -- The last word about treatment was no, or took a yes back. Not to have been asked is another thing.
           coalesce((select k.decision = 'deny' or k.withdrawn_on is not null from care_consent k
             where k.patient_id = c.person_id and k.scope = 'treatment'
             order by k.given_on desc, k.created_at desc, k.id desc limit 1), $3) as treatment_refused
         from care_patient c join custody_person p on p.id = c.person_id join access_user u on u.id = c.lead_id
         left join custody_wing w on w.id = p.wing_id
         where c.person_id = $1",
        patient,
        user,
        false
    )
}

/// Alerts, and when the person is away, the latest first. Every page of a patient asks for both: they are one statement.
pub async fn cautions(tx: &mut CareTx, person: PersonId) -> Result<(Vec<Alert>, Vec<Away>), DbError> {
    type Row = (Option<AlertKind>, Option<NaiveDate>, Option<NaiveDate>, Option<DateTime<Utc>>, Option<DateTime<Utc>>);
    let rows = sql_all!(
        tx,
        Row,
        "select kind, starts_on, ends_on, null, null from custody_alert where person_id = $1
         union all
         select null, null, null, starts_at, ends_at from (
           select starts_at, ends_at from custody_outing where person_id = $1 and ended_at is null
           order by starts_at desc, id limit 50) o",
        person
    )?;
    let (mut alerts, mut away) = (Vec::new(), Vec::new());
    for (kind, starts_on, ends_on, starts_at, ends_at) in rows {
        alerts.extend(kind.zip(starts_on).map(|(kind, starts_on)| Alert { kind, starts_on, ends_on }));
        away.extend(starts_at.zip(ends_at).map(|(starts_at, ends_at)| Away { person_id: person, starts_at, ends_at }));
    }
    alerts.sort_by_key(|alert| (alert.kind.as_str(), alert.starts_on));
    Ok((alerts, away))
}

// The people of a facility come in the order of their index, and each is looked up in the caseload: fifty are found without
// sorting the rest. `cross join` keeps SQLite to that order; PostgreSQL chooses for itself.
macro_rules! caseload_sql {
    ($columns:literal, $joins:literal, $($tail:tt)*) => {
        concat!(
            "select ",
            $columns,
            " from custody_person p cross join care_patient c ",
            $joins,
            " where p.facility_id = $1 and c.person_id = p.id and c.facility_id = p.facility_id and c.status = 'open'
                and (c.lead_id = $2 or $3) ",
            $($tail)*
        )
    };
}

// A search is a text of its own: PostgreSQL plans a statement once for every value, takes three unknown patterns for a narrow search, and
// would sort the whole facility for a page that has none.
macro_rules! searched_sql {
    () => {
        "and (p.sort_name like $4 escape '\\' or lower(p.prison_number) like $4 escape '\\')
         and (p.sort_name like $5 escape '\\' or lower(p.prison_number) like $5 escape '\\')
         and (p.sort_name like $6 escape '\\' or lower(p.prison_number) like $6 escape '\\') "
    };
}

macro_rules! caseload_page_sql {
    ($search:expr, $order:literal, $page:literal) => {
        caseload_sql!(
            "p.id, p.prison_number, p.family_name, p.given_name, p.presence, w.name as wing, p.cell,
             coalesce(a.status, d.status) as plan_status, a.next_review_on, u.display_name as lead_name",
            "join access_user u on u.id = c.lead_id left join custody_wing w on w.id = p.wing_id
             left join care_plan a on a.patient_id = c.person_id and a.status = 'active'
             left join care_plan d on d.patient_id = c.person_id and d.status = 'draft'",
            $search,
            "order by ",
            $order,
            $page
        )
    };
}

/// One order as two texts: everybody's page, and the page of a search.
macro_rules! caseload_in_order {
    ($order:literal) => {
        [
            caseload_page_sql!("", $order, " limit $4 offset $5"),
            caseload_page_sql!(searched_sql!(), $order, " limit $7 offset $8"),
        ]
    };
}

/// One page of the caseload.
pub async fn caseload(
    tx: &mut CareTx,
    filter: &CaseloadFilter,
    order: CaseloadOrder,
    descending: bool,
    offset: i64,
) -> Result<Vec<CaseloadLine>, DbError> {
    // A review that nobody has set comes last, whichever way the others run.
    let [everybody, searched] = match (order, descending) {
        (CaseloadOrder::Name, false) => caseload_in_order!("p.sort_name, p.id"),
        (CaseloadOrder::Name, true) => caseload_in_order!("p.sort_name desc, p.id desc"),
        (CaseloadOrder::Number, false) => caseload_in_order!("p.prison_number, p.id"),
        (CaseloadOrder::Number, true) => caseload_in_order!("p.prison_number desc, p.id desc"),
        (CaseloadOrder::Housing, false) => caseload_in_order!("w.name, p.cell, p.id"),
        (CaseloadOrder::Housing, true) => caseload_in_order!("w.name desc, p.cell desc, p.id desc"),
        (CaseloadOrder::Review, false) => {
            caseload_in_order!(
                "case when a.next_review_on is null then 1 else 0 end, a.next_review_on, p.sort_name, p.id"
            )
        }
        (CaseloadOrder::Review, true) => {
            caseload_in_order!(
                "case when a.next_review_on is null then 1 else 0 end, a.next_review_on desc, p.sort_name, p.id"
            )
        }
        (CaseloadOrder::Entry, _) => caseload_in_order!("p.id"),
        (CaseloadOrder::ReviewUnnamed, false) => {
            caseload_in_order!("case when a.next_review_on is null then 1 else 0 end, a.next_review_on, p.id")
        }
        (CaseloadOrder::ReviewUnnamed, true) => {
            caseload_in_order!("case when a.next_review_on is null then 1 else 0 end, a.next_review_on desc, p.id")
        }
    };
    let lead = filter.lead.unwrap_or(NOBODY);
    let whoever = filter.lead.is_none();
    if let Some(people) = &filter.people {
        return caseload_of(tx, filter, people, offset).await;
    }
    if filter.is_everybody() {
        return sql_all!(tx, CaseloadLine, everybody, filter.facility, lead, whoever, PAGE_SIZE, offset);
    }
    let [first, second, third] = &filter.words;
    sql_all!(
        tx,
        CaseloadLine,
        searched,
        filter.facility,
        lead,
        whoever,
        first.as_str(),
        second.as_str(),
        third.as_str(),
        PAGE_SIZE,
        offset
    )
}

/// One page of some of the caseload, who were found by their pseudonyms.
async fn caseload_of(
    tx: &mut CareTx,
    filter: &CaseloadFilter,
    people: &[PersonId],
    offset: i64,
) -> Result<Vec<CaseloadLine>, DbError> {
    let window = usize::try_from(PAGE_SIZE).unwrap_or_default();
    let people: Vec<&PersonId> =
        people.iter().skip(usize::try_from(offset).unwrap_or(usize::MAX)).take(window).collect();
    let sql = caseload_page_sql!("and p.id in (@) ", "p.id", "").replacen('@', &places(4, people.len()), 1);
    let (lead, whoever) = (filter.lead.unwrap_or(NOBODY), filter.lead.is_none());
    sql_all_in!(tx, CaseloadLine, sql, people, filter.facility, lead, whoever)
}

/// Everybody in the caseload of a facility by id alone, to find those behind a pseudonym.
pub async fn caseload_ids(tx: &mut CareTx, facility: FacilityId) -> Result<Vec<PersonId>, DbError> {
    let rows = sql_all!(
        tx,
        (PersonId,),
        "select c.person_id from care_patient c where c.facility_id = $1 and c.status = 'open' order by c.person_id",
        facility
    )?;
    Ok(rows.into_iter().map(|(person,)| person).collect())
}

/// How many patients the filter finds. Without a search nobody's name is read for it.
pub async fn caseload_size(tx: &mut CareTx, filter: &CaseloadFilter) -> Result<i64, DbError> {
    let lead = filter.lead.unwrap_or(NOBODY);
    let whoever = filter.lead.is_none();
    if let Some(people) = &filter.people {
        return Ok(i64::try_from(people.len()).unwrap_or(i64::MAX));
    }
    let (count,) = if filter.is_everybody() {
        sql_one!(
            tx,
            (i64,),
            "select count(*) from care_patient c where c.facility_id = $1 and c.status = 'open' and (c.lead_id = $2 or $3)",
            filter.facility,
            lead,
            whoever
        )?
    } else {
        let [first, second, third] = &filter.words;
        sql_one!(
            tx,
            (i64,),
            caseload_sql!("count(*)", "", searched_sql!()),
            filter.facility,
            lead,
            whoever,
            first.as_str(),
            second.as_str(),
            third.as_str()
        )?
    };
    Ok(count)
}

/// Stands where no user is asked for, so that the parameter has its type on either engine.
const NOBODY: UserId = UserId(uuid::Uuid::nil());

macro_rules! candidate_sql {
    ($columns:literal, $joins:literal, $($tail:tt)*) => {
        concat!(
            "select ",
            $columns,
            " from custody_person p ",
            $joins,
            " where p.facility_id = $1 and p.presence not in ('transferred', 'released')
                and not exists (select 1 from care_patient c where c.person_id = p.id and c.status = 'open')
                and (p.sort_name like $2 escape '\\' or lower(p.prison_number) like $2 escape '\\')
                and (p.sort_name like $3 escape '\\' or lower(p.prison_number) like $3 escape '\\')
                and (p.sort_name like $4 escape '\\' or lower(p.prison_number) like $4 escape '\\') ",
            $($tail)*
        )
    };
}

/// The people of a facility who are not in the caseload, one page by name.
pub async fn candidates(
    tx: &mut CareTx,
    facility: FacilityId,
    words: &[String; 3],
    offset: i64,
) -> Result<Vec<Candidate>, DbError> {
    let [first, second, third] = words;
    sql_all!(
        tx,
        Candidate,
        candidate_sql!(
            "p.id, p.prison_number, p.family_name, p.given_name, p.birth_date, p.presence, w.name as wing, p.cell",
            "left join custody_wing w on w.id = p.wing_id",
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

pub async fn candidates_size(tx: &mut CareTx, facility: FacilityId, words: &[String; 3]) -> Result<i64, DbError> {
    let [first, second, third] = words;
    let (count,) = sql_one!(
        tx,
        (i64,),
        candidate_sql!("count(*)", "", ""),
        facility,
        first.as_str(),
        second.as_str(),
        third.as_str()
    )?;
    Ok(count)
}

pub async fn presence(tx: &mut CareTx, person: PersonId) -> Result<Option<Presence>, DbError> {
    Ok(sql_optional!(tx, (Presence,), "select presence from custody_person where id = $1", person)?
        .map(|(presence,)| presence))
}

/// Opens a record, or opens a closed one again; one that is open stays with its lead.
pub async fn open(
    tx: &mut CareTx,
    person: PersonId,
    lead: UserId,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_patient (person_id, facility_id, lead_id, status, opened_on, closed_on, created_by, created_at, version)
         select p.id, p.facility_id, $2, 'open', $3, null, $2, $4, 1 from custody_person p where p.id = $1
         on conflict (person_id) do update
           set status = 'open', lead_id = excluded.lead_id, facility_id = excluded.facility_id, opened_on = excluded.opened_on,
             closed_on = null, version = care_patient.version + 1
           where care_patient.status = 'closed'",
        person,
        lead,
        today,
        now
    )?;
    Ok(())
}

/// The team that treats a patient, by name.
pub async fn team(tx: &mut CareTx, patient: PersonId) -> Result<Vec<Colleague>, DbError> {
    sql_all!(
        tx,
        Colleague,
        "select u.id, u.display_name as name, u.profession,
           u.active = $2 and exists (
             select 1 from access_grant g
             where g.user_id = u.id and g.role = 'practitioner' and (g.facility_id = t.facility_id or g.facility_id is null)
               and g.ended_at is null and g.approved_at is not null) as may_lead
         from (select m.user_id, c.facility_id from care_team m join care_patient c on c.person_id = m.patient_id
               where m.patient_id = $1) t
         join access_user u on u.id = t.user_id
         order by u.display_name, u.id",
        patient,
        true
    )
}

/// Those who may be asked into a team: practitioners and other health staff with a role in the facility.
pub async fn colleagues(tx: &mut CareTx, facility: FacilityId) -> Result<Vec<Colleague>, DbError> {
    sql_all!(
        tx,
        Colleague,
        "select u.id, u.display_name as name, u.profession, max(case when g.role = 'practitioner' then 1 else 0 end) = 1 as may_lead
         from access_grant g join access_user u on u.id = g.user_id
         where g.role in ('practitioner', 'clinician') and (g.facility_id = $1 or g.facility_id is null)
           and g.ended_at is null and g.approved_at is not null and u.active = $2
         group by u.id, u.display_name, u.profession
         order by u.display_name, u.id",
        facility,
        true
    )
}

pub async fn add_to_team(tx: &mut CareTx, patient: PersonId, user: UserId, today: NaiveDate) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_team (patient_id, user_id, since) values ($1, $2, $3) on conflict (patient_id, user_id) do nothing",
        patient,
        user,
        today
    )?;
    Ok(())
}

pub async fn remove_from_team(tx: &mut CareTx, patient: PersonId, user: UserId) -> Result<(), DbError> {
    sql_exec!(tx, "delete from care_team where patient_id = $1 and user_id = $2", patient, user)?;
    Ok(())
}

/// Hands the lead over; `false` when somebody else has changed the record since.
pub async fn set_lead(tx: &mut CareTx, patient: PersonId, version: i32, lead: UserId) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_patient set lead_id = $3, version = version + 1 where person_id = $1 and version = $2 and status = 'open'",
        patient,
        version,
        lead
    )?;
    Ok(changed > 0)
}
