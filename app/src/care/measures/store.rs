//! Measures as questions to the database.

use chrono::{DateTime, Utc};

use super::library::Catalogue;
use super::model::{FirstAndLast, Licence, NewLicence, NewResult, Taken};
use super::rules::{Change, change};
use crate::care::sessions::Assistance;
use crate::kit::db::{CareTx, DbError, HasConn};
use crate::kit::ids::{FacilityId, PersonId};
use crate::{sql_all, sql_exec, sql_one};

/// Every definition there is: the shipped ones and those added by file.
pub async fn catalogue(tx: &mut impl HasConn) -> Result<Catalogue, DbError> {
    let added =
        sql_all!(tx, (String,), "select content from care_measure_definition order by added_at, code, version_no")?;
    Ok(Catalogue::with(&added.into_iter().map(|(content,)| content).collect::<Vec<_>>()))
}

/// Keeps a definition that has been read and checked. Only the command line adds one, as the database's owner.
pub async fn add_definition(
    tx: &mut impl HasConn,
    (code, version): (&str, i32),
    content: &str,
    (by, at): (&str, DateTime<Utc>),
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_measure_definition (code, version_no, content, added_by, added_at) values ($1, $2, $3, $4, $5)",
        code,
        version,
        content,
        by,
        at
    )?;
    Ok(())
}

pub async fn licences(tx: &mut CareTx, facility: FacilityId) -> Result<Vec<Licence>, DbError> {
    sql_all!(
        tx,
        Licence,
        "select measure_code, licence, valid_until, switched_on, version from care_measure_licence where facility_id = $1",
        facility
    )
}

/// Writes what the head says about a slot; `false` when somebody else has since.
pub async fn set_licence(tx: &mut CareTx, new: &NewLicence) -> Result<bool, DbError> {
    let touched = if new.version == 0 {
        sql_exec!(
            tx,
            "insert into care_measure_licence
               (facility_id, measure_code, licence, valid_until, switched_on, changed_by, changed_at, version)
             values ($1, $2, $3, $4, $5, $6, $7, 1) on conflict (facility_id, measure_code) do nothing",
            new.facility,
            new.measure_code.as_str(),
            new.licence.as_str(),
            new.valid_until,
            new.switched_on,
            new.by,
            new.at
        )?
    } else {
        sql_exec!(
            tx,
            "update care_measure_licence set licence = $3, valid_until = $4, switched_on = $5, changed_by = $6, changed_at = $7,
               version = version + 1
             where facility_id = $1 and measure_code = $2 and version = $8",
            new.facility,
            new.measure_code.as_str(),
            new.licence.as_str(),
            new.valid_until,
            new.switched_on,
            new.by,
            new.at,
            new.version
        )?
    };
    Ok(touched > 0)
}

/// Every result of a patient, by measure and then by day. A measure is taken a few times a year: this is a short list.
pub async fn results(tx: &mut CareTx, patient: PersonId) -> Result<Vec<Taken>, DbError> {
    sql_all!(
        tx,
        Taken,
        "select r.measure_code, r.taken_on, r.score_milli, r.second_score_milli, r.comment, u.display_name as taken_by
         from care_measure_result r join access_user u on u.id = r.created_by
         where r.patient_id = $1 order by r.measure_code, r.taken_on, r.created_at, r.id limit 1000",
        patient
    )
}

/// Keeps a result; `false` when this very form has been signed before.
pub async fn insert(tx: &mut CareTx, new: &NewResult) -> Result<bool, DbError> {
    let added = sql_exec!(
        tx,
        "insert into care_measure_result (id, patient_id, facility_id, measure_code, definition_no, taken_on, language, answers,
           score_milli, second_score_milli, comment, note_id, created_by, created_at)
         select $1, c.person_id, c.facility_id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
         from care_patient c where c.person_id = $2
         on conflict (id) do nothing",
        new.id,
        new.patient,
        new.measure_code.as_str(),
        new.definition_no,
        new.taken_on,
        new.language.as_str(),
        new.answers.as_str(),
        new.score_milli,
        new.second_score_milli,
        new.comment.as_str(),
        new.note,
        new.by,
        new.at
    )?;
    Ok(added > 0)
}

/// How a patient took part in one signed session, and with how much help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Part {
    pub starts_at: DateTime<Utc>,
    pub participation: Option<i32>,
    pub assistance: Option<Assistance>,
}

/// What signed sessions say since a moment.
pub async fn parts(tx: &mut CareTx, patient: PersonId, since: DateTime<Utc>) -> Result<Vec<Part>, DbError> {
    sql_all!(
        tx,
        Part,
        "select sp.starts_at, r.participation, r.assistance
         from custody_slot_person sp join care_participation r on r.session_id = sp.slot_id and r.patient_id = sp.person_id
         where sp.person_id = $1 and sp.starts_at >= $2 and r.signed_at is not null
           and (r.participation is not null or r.assistance is not null)
         order by sp.starts_at",
        patient,
        since
    )
}

/// The first and the last result of every measure that a patient has ever taken, for summaries.
pub async fn first_and_last(tx: &mut CareTx, patient: PersonId) -> Result<Vec<FirstAndLast>, DbError> {
    let catalogue = catalogue(tx).await?;
    let taken = results(tx, patient).await?;
    Ok(taken
        .chunk_by(|a, b| a.measure_code == b.measure_code)
        .filter_map(|group| {
            let (first, last) = (group.first()?, group.last()?);
            let definition = catalogue.find(&first.measure_code);
            let judged = |definition: &super::definition::Definition| {
                change(definition.direction, definition.matters, first.score_milli, last.score_milli)
            };
            Some(FirstAndLast {
                measure_code: first.measure_code.clone(),
                titles: definition.map(|held| held.title.clone()).unwrap_or_default(),
                first: (first.taken_on, first.score_milli),
                last: (last.taken_on, last.score_milli),
                times: group.len(),
                places: definition.map_or(0, |held| held.places),
                change: definition.map_or(Change::Unknown, judged),
            })
        })
        .collect())
}

/// Whether a definition of this code and version was added before.
pub async fn is_added(tx: &mut impl HasConn, code: &str, version: i32) -> Result<bool, DbError> {
    let (count,) = sql_one!(
        tx,
        (i64,),
        "select count(*) from care_measure_definition where code = $1 and version_no >= $2",
        code,
        version
    )?;
    Ok(count > 0)
}
