//! The seal on the access rows: every few seconds each new row is chained to the one before by SHA-256, and the end of the
//! batch is signed with the installation's key. Whoever changes, removes or slips in a row afterwards breaks the chain at
//! that row, and cannot mend it without the key.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::gate::Gate;
use super::keys::InstallationKey;
use super::recorder::AccessEntry;
use super::trust::Trust;
use crate::kit::db::{Conn, DbError, HasConn, SystemTx};
use crate::kit::ids::uuid_at;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// The chain begins from nothing.
pub const GENESIS: [u8; 32] = [0; 32];
/// Rows sealed under one signature at most.
const BATCH: i64 = 2000;
/// A row may become visible this much later than its identifier says: a slow transaction on another server.
const LATE: TimeDelta = TimeDelta::minutes(15);
/// The advisory lock of the sealer on PostgreSQL: "ergonsea".
const LOCK: i64 = 0x6572_676f_6e73_6561;

/// The text that is sealed: every column of the row, by name, in a fixed order, without spaces.
#[must_use]
pub fn canonical(entry: &AccessEntry) -> Vec<u8> {
    serde_json::to_vec(entry).unwrap_or_default()
}

/// A row's link of the chain.
#[must_use]
pub fn link(previous: &[u8], canonical: &[u8]) -> Vec<u8> {
    Sha256::new().chain_update(previous).chain_update(canonical).finalize().to_vec()
}

/// What the signature of a batch covers.
#[must_use]
pub fn batch_message(first: i64, last: i64, hash: &[u8]) -> Vec<u8> {
    [b"ergon access seal ".as_slice(), &first.to_be_bytes(), &last.to_be_bytes(), hash].concat()
}

const ENTRY_COLUMNS: &str = "e.id, e.at, e.user_id, e.user_name, e.role, e.side, e.facility_id, e.permission, e.outcome, e.reason, e.person_id, e.object, e.object_id";

/// Seals what is there to seal; gives the number of rows. One server at a time: the others find the lock taken and go on.
pub async fn seal_once(gate: &Gate, key: &InstallationKey) -> Result<usize, DbError> {
    let mut tx = gate.unattended_write().await?;
    if !take_lock(&mut tx).await? {
        return Ok(0);
    }
    let last = sql_optional!(
        &mut tx,
        (i64, Vec<u8>, Uuid),
        "select seq, hash, entry_id from access_seal order by seq desc limit 1"
    )?;
    let (mut seq, mut hash, since) = match last {
        // Only rows younger than this are searched: identifiers are ordered by time.
        Some((seq, hash, entry)) => (seq, hash, id_before(entry)),
        None => (0, GENESIS.to_vec(), Uuid::nil()),
    };
    let sql = format!(
        "select {ENTRY_COLUMNS} from access_entry e where e.id > $1 and not exists (select 1 from access_seal s where s.entry_id = e.id)
         order by e.id limit $2"
    );
    let entries = sql_all!(&mut tx, AccessEntry, sqlx::AssertSqlSafe(sql.clone()), since, BATCH)?;
    if entries.is_empty() {
        return Ok(0);
    }
    let first = seq + 1;
    for entry in &entries {
        seq += 1;
        hash = link(&hash, &canonical(entry));
        sql_exec!(&mut tx, "insert into access_seal (seq, entry_id, hash) values ($1, $2, $3)", seq, entry.id, &hash)?;
    }
    remember_key(&mut tx, key, gate.clock.now()).await?;
    sql_exec!(
        &mut tx,
        "insert into access_seal_batch (last_seq, first_seq, hash, signature, key_id, sealed_at) values ($1, $2, $3, $4, $5, $6)",
        seq,
        first,
        &hash,
        key.sign(&batch_message(first, seq, &hash)),
        key.public().id(),
        gate.clock.now()
    )?;
    tx.commit().await?;
    Ok(entries.len())
}

async fn take_lock(tx: &mut SystemTx) -> Result<bool, DbError> {
    match tx.conn() {
        // The write lock is held from the beginning of the transaction.
        Conn::Sqlite(_) => Ok(true),
        Conn::Postgres(_) => Ok(sql_one!(tx, (bool,), "select pg_try_advisory_xact_lock($1)", LOCK)?.0),
    }
}

/// The smallest identifier of the moment [`LATE`] before this one was made.
fn id_before(id: Uuid) -> Uuid {
    let made = id.get_timestamp().map_or(0, |stamp| stamp.to_unix().0);
    let since = DateTime::<Utc>::from_timestamp(i64::try_from(made).unwrap_or(0), 0).unwrap_or_default() - LATE;
    uuid_at(since, [0; 10])
}

/// Puts the public half of the key where pages can verify with it.
pub async fn remember_key(tx: &mut impl HasConn, key: &InstallationKey, now: DateTime<Utc>) -> Result<(), DbError> {
    let public = key.public();
    sql_exec!(
        tx,
        "insert into access_key (key_id, public_key, since) values ($1, $2, $3) on conflict (key_id) do nothing",
        public.id(),
        public.bytes(),
        now
    )?;
    Ok(())
}

/// Something that does not agree with what was sealed or signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The row was changed after it was sealed, or the seal was.
    Changed(Uuid),
    /// A sealed row is gone.
    Missing(Uuid),
    /// A number of the chain is missing or doubled.
    Gap(i64),
    /// The signature over the batch that ends here does not verify.
    Signature(i64),
    /// Sealed rows after the last signature.
    Unsigned(i64),
    /// The row is old enough to have been sealed, and was not.
    NotSealed(Uuid),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Changed(id) => write!(f, "access_entry {id}: changed after it was sealed"),
            Self::Missing(id) => write!(f, "access_entry {id}: sealed, and now missing"),
            Self::Gap(seq) => write!(f, "access_seal {seq}: the numbering is broken here"),
            Self::Signature(seq) => write!(f, "access_seal_batch {seq}: the signature does not verify"),
            Self::Unsigned(seq) => write!(f, "access_seal {seq}: not covered by any signature"),
            Self::NotSealed(id) => write!(f, "access_entry {id}: never sealed"),
        }
    }
}

/// What a verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    pub rows: u64,
    pub faults: Vec<Fault>,
}

#[derive(sqlx::FromRow)]
struct SealRow {
    seq: i64,
    entry_id: Uuid,
    hash: Vec<u8>,
}

/// Walks the whole chain in pages, and prints nothing of what the rows say. It ends where the chain ended when it began, so that a
/// batch which is sealed in the meantime is not taken for one without a signature.
pub async fn verify(tx: &mut impl HasConn, trusted: &impl Trust, now: DateTime<Utc>) -> Result<Verified, DbError> {
    let mut found = Verified::default();
    let mut hash = GENESIS.to_vec();
    let mut at = 0_i64;
    let mut hashes_at_end = Vec::new();
    // One statement sees one moment, and a batch is committed with its rows. Both tables are asked: the end of either may be cut off.
    let (end,) = sql_one!(
        tx,
        (i64,),
        "select coalesce(max(seq), 0) from
           (select max(seq) as seq from access_seal union all select max(last_seq) from access_seal_batch) ends"
    )?;
    let batches = sql_all!(
        tx,
        BatchRow,
        "select last_seq, first_seq, hash, signature, key_id, sealed_at from access_seal_batch where last_seq <= $1 order by last_seq",
        end
    )?;
    let ends: std::collections::HashSet<i64> = batches.iter().map(|batch| batch.last_seq).collect();
    loop {
        let seals = sql_all!(
            tx,
            SealRow,
            "select seq, entry_id, hash from access_seal where seq > $1 and seq <= $2 order by seq limit $3",
            at,
            end,
            BATCH
        )?;
        let Some(last) = seals.last().map(|row| row.seq) else { break };
        let sql = format!(
            "select {ENTRY_COLUMNS} from access_seal s join access_entry e on e.id = s.entry_id where s.seq > $1 and s.seq <= $2"
        );
        let entries: std::collections::HashMap<Uuid, AccessEntry> =
            sql_all!(tx, AccessEntry, sqlx::AssertSqlSafe(sql.clone()), at, last)?
                .into_iter()
                .map(|entry| (entry.id, entry))
                .collect();
        for seal in seals {
            if seal.seq != at + 1 {
                found.faults.push(Fault::Gap(seal.seq));
            }
            match entries.get(&seal.entry_id) {
                None => found.faults.push(Fault::Missing(seal.entry_id)),
                Some(entry) if link(&hash, &canonical(entry)) != seal.hash => {
                    found.faults.push(Fault::Changed(seal.entry_id));
                }
                Some(_) => {}
            }
            at = seal.seq;
            // The chain goes on from what was kept, so that one changed row is named alone and not all after it.
            hash = seal.hash;
            found.rows += 1;
            if ends.contains(&at) {
                hashes_at_end.push((at, hash.clone()));
            }
        }
    }
    check_batches(&batches, &hashes_at_end, trusted, at, &mut found.faults);
    let unsealed = sql_all!(
        tx,
        (Uuid,),
        "select e.id from access_entry e where e.id < $1 and not exists (select 1 from access_seal s where s.entry_id = e.id) order by e.id limit 1000",
        uuid_at(now - LATE, [0; 10])
    )?;
    found.faults.extend(unsealed.into_iter().map(|(id,)| Fault::NotSealed(id)));
    Ok(found)
}

#[derive(sqlx::FromRow)]
struct BatchRow {
    last_seq: i64,
    first_seq: i64,
    hash: Vec<u8>,
    signature: Vec<u8>,
    key_id: String,
    sealed_at: DateTime<Utc>,
}

/// Every batch must be signed, by a key that may have signed it then, and never by an earlier key than the batch before.
fn check_batches(
    batches: &[BatchRow],
    kept: &[(i64, Vec<u8>)],
    trusted: &impl Trust,
    last: i64,
    faults: &mut Vec<Fault>,
) {
    let mut covered = 0;
    let mut latest_key = 0;
    for batch in batches {
        let same = kept.iter().any(|(seq, hash)| *seq == batch.last_seq && *hash == batch.hash);
        let message = batch_message(batch.first_seq, batch.last_seq, &batch.hash);
        let signed_by = trusted
            .key(&batch.key_id, batch.sealed_at)
            .filter(|(key, place)| *place >= latest_key && key.verifies(&message, &batch.signature));
        latest_key = signed_by.map_or(latest_key, |(_, place)| place);
        if !same || signed_by.is_none() || batch.first_seq != covered + 1 {
            faults.push(Fault::Signature(batch.last_seq));
        }
        covered = batch.last_seq;
    }
    if covered < last {
        faults.push(Fault::Unsigned(covered + 1));
    }
}
