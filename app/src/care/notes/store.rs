//! Notes, as questions to the database. They are only ever added.

use chrono::{DateTime, Utc};

use super::chain::{GENESIS, SealedNote};
use super::filed::Filed;
use super::model::{NoteKind, SignedNote};
use crate::care::identity::HeldName;
use crate::kit::db::{CareTx, Conn, DbError, HasConn, SystemTx};
use crate::kit::ids::{FacilityId, NoteId, PersonId, UserId};
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// Notes on one page: each is as long as its author made it.
pub const NOTES_ON_A_PAGE: i64 = 20;

/// The number and hash of a patient's last note.
pub async fn end_of_chain(tx: &mut impl HasConn, patient: PersonId) -> Result<(i32, Vec<u8>), DbError> {
    let last = sql_optional!(
        tx,
        (i32, Vec<u8>),
        "select chain_no, hash from care_note where patient_id = $1 order by chain_no desc limit 1",
        patient
    )?;
    Ok(last.unwrap_or_else(|| (0, GENESIS.to_vec())))
}

/// Keeps a sealed note. The columns beside the payload serve searching; the verifier compares them with it.
pub async fn append(tx: &mut impl HasConn, sealed: &SealedNote) -> Result<(), DbError> {
    let note = &sealed.note;
    sql_exec!(
        tx,
        "insert into care_note (id, patient_id, facility_id, session_id, kind, sensitivity, occurred_at, signed_at, author_id, chain_no, payload,
            prev_hash, hash, signature, key_id, about_id, replaces_id, needs_cosign)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        note.id,
        note.patient.id,
        note.place.id,
        note.session.as_ref().map(|session| session.id),
        note.kind,
        note.sensitivity,
        note.occurred_at,
        note.signed_at,
        note.author.id,
        note.chain_no,
        &sealed.payload,
        &sealed.prev_hash,
        &sealed.hash,
        &sealed.signature,
        &note.key_id,
        note.about,
        note.replaces,
        note.needs_cosign
    )?;
    Ok(())
}

/// Which of a patient's notes are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NoteFilter {
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
    pub kind: Option<NoteKind>,
}

/// Notes as a page shows them.
#[derive(Debug, Default)]
pub struct NotesPage {
    /// The latest first, each with the links of the chain that are about it or follow it as the next version.
    pub notes: Vec<Filed>,
    /// How many there are on all pages.
    pub total: i64,
    /// When what the first of all the patient's notes tells of happened, for the choice of years.
    pub first: Option<DateTime<Utc>>,
}

/// A page of notes, in one statement. Each question leaves out what is not asked for by binding nothing there.
pub async fn page(tx: &mut CareTx, patient: PersonId, filter: NoteFilter, offset: i64) -> Result<NotesPage, DbError> {
    let (from, to) = bounds(filter);
    let kind = filter.kind.map_or("", NoteKind::as_str);
    type Row = (Option<bool>, Option<String>, Option<i64>, Option<DateTime<Utc>>);
    let rows = sql_all!(
        tx,
        Row,
        "with held as (
           select id, payload from care_note
           where patient_id = $1 and occurred_at >= $2 and occurred_at < $3 and about_id is null and ($4 = '' or kind = $4)
           order by occurred_at desc, chain_no desc limit $5 offset $6)
         select null, null, count(*), (select min(occurred_at) from care_note where patient_id = $1) from care_note
           where patient_id = $1 and occurred_at >= $2 and occurred_at < $3 and about_id is null and ($4 = '' or kind = $4)
         union all select $7, payload, null, null from held
         union all select $8, l.payload, null, null from held join care_note l on l.about_id = held.id
         union all select $8, l.payload, null, null from held join care_note l on l.replaces_id = held.id",
        patient,
        from,
        to,
        kind,
        NOTES_ON_A_PAGE,
        offset,
        false,
        true
    )?;
    let mut page = NotesPage::default();
    let (mut notes, mut later) = (Vec::new(), Vec::new());
    for (is_later, payload, total, first) in rows {
        match (is_later, payload) {
            (Some(true), Some(payload)) => later.push((payload,)),
            (_, Some(payload)) => notes.push((payload,)),
            _ => (page.total, page.first) = (total.unwrap_or_default(), first),
        }
    }
    let (mut notes, mut later) = (read(notes), read(later));
    notes.sort_by_key(|note| std::cmp::Reverse((note.occurred_at, note.chain_no)));
    later.sort_by_key(|link| link.chain_no);
    page.notes = Filed::all(notes, &later);
    Ok(page)
}

/// All signed notes of a patient, the latest first.
pub async fn of_patient(tx: &mut CareTx, patient: PersonId) -> Result<Vec<SignedNote>, DbError> {
    let rows = sql_all!(
        tx,
        (String,),
        "select payload from care_note where patient_id = $1 and about_id is null order by occurred_at desc, chain_no desc",
        patient
    )?;
    Ok(read(rows))
}

/// One note with what has become of it. An act has no page of its own.
pub async fn find(tx: &mut CareTx, patient: PersonId, id: NoteId) -> Result<Option<Filed>, DbError> {
    let rows = sql_all!(
        tx,
        (String,),
        "select payload from care_note where (id = $1 and patient_id = $2) or (about_id = $1 and patient_id = $2)
           or (replaces_id = $1 and patient_id = $2) order by chain_no",
        id,
        patient
    )?;
    let mut notes = read(rows);
    let Some(at) = notes.iter().position(|note| note.id == id) else { return Ok(None) };
    let note = notes.swap_remove(at);
    notes.sort_by_key(|note| note.chain_no);
    Ok(Some(Filed { note, later: notes }))
}

/// Who co-signs what the user signs today.
pub async fn supervisor_of(tx: &mut CareTx, user: UserId) -> Result<Option<UserId>, DbError> {
    Ok(sql_optional!(
        tx,
        (UserId,),
        "select supervisor_id from care_supervision where user_id = $1 and ended_on is null",
        user
    )?
    .map(|row| row.0))
}

/// Whose notes the user co-signs today.
pub async fn supervised_by(tx: &mut CareTx, user: UserId) -> Result<Vec<UserId>, DbError> {
    let rows = sql_all!(
        tx,
        (UserId,),
        "select user_id from care_supervision where supervisor_id = $1 and ended_on is null",
        user
    )?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

/// The advisory lock under which notes are chained on PostgreSQL: "ergonnot".
const LOCK: i64 = 0x6572_676f_6e6e_6f74;

/// Waits until nobody else is signing: two signatures for one patient at once would take the same number of the chain. On
/// SQLite the transaction holds the one write lock already.
pub async fn lock_chains(tx: &mut CareTx) -> Result<(), DbError> {
    if matches!(tx.conn(), Conn::Postgres(_)) {
        sql_exec!(tx, "select pg_advisory_xact_lock($1)", LOCK)?;
    }
    Ok(())
}

/// Whether the public half of the key is where pages find it.
pub async fn key_is_known(tx: &mut SystemTx, key_id: &str) -> Result<bool, DbError> {
    Ok(sql_one!(tx, (bool,), "select exists (select 1 from access_key where key_id = $1)", key_id)?.0)
}

/// The patient as named today, and the facility that treats.
#[derive(Debug, sqlx::FromRow)]
pub struct PatientToSign {
    #[sqlx(flatten)]
    pub who: HeldName,
    pub facility_id: FacilityId,
    pub facility_name: String,
}

pub async fn patient_to_sign(tx: &mut CareTx, patient: PersonId) -> Result<Option<PatientToSign>, DbError> {
    sql_optional!(
        tx,
        PatientToSign,
        "select p.prison_number, p.family_name, p.given_name, c.facility_id, f.name as facility_name
         from care_patient c join custody_person p on p.id = c.person_id join custody_facility f on f.id = c.facility_id
         where c.person_id = $1",
        patient
    )
}

fn bounds(filter: NoteFilter) -> (DateTime<Utc>, DateTime<Utc>) {
    // Years 1 and 9999: both databases keep them, and nothing lies outside.
    let earliest = DateTime::from_timestamp(-62_135_596_800, 0).unwrap_or_default();
    let latest = DateTime::from_timestamp(253_370_764_800, 0).unwrap_or_default();
    (filter.from.unwrap_or(earliest), filter.to.unwrap_or(latest))
}

/// A text that cannot be read as a note is no note: the verifier names its row.
fn read(rows: Vec<(String,)>) -> Vec<SignedNote> {
    rows.into_iter()
        .filter_map(|(payload,)| {
            let note = SignedNote::parse(&payload);
            if note.is_none() {
                tracing::error!("a kept note cannot be read; run the verification");
            }
            note
        })
        .collect()
}
