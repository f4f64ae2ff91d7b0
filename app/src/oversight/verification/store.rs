//! The state of the seals, without walking the chain.

use chrono::{DateTime, Utc};

use crate::kit::db::{CareTx, DbError, HasConn, SystemTx};
use crate::{sql_all, sql_one, sql_optional};

/// The end of the sealed chain.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct LastBatch {
    /// Rows are numbered without gaps, so this is how many are sealed.
    pub last_seq: i64,
    pub first_seq: i64,
    pub key_id: String,
    pub sealed_at: DateTime<Utc>,
}

pub async fn last_batch(tx: &mut SystemTx) -> Result<Option<LastBatch>, DbError> {
    sql_optional!(
        tx,
        LastBatch,
        "select last_seq, first_seq, key_id, sealed_at from access_seal_batch order by last_seq desc limit 1"
    )
}

/// The installation's keys with the day since which each has signed.
pub async fn keys(tx: &mut impl HasConn) -> Result<Vec<(String, DateTime<Utc>)>, DbError> {
    sql_all!(tx, (String, DateTime<Utc>), "select key_id, since from access_key order by since, key_id")
}

/// How many notes are signed, and when the last was.
pub async fn signed_notes(tx: &mut CareTx) -> Result<(i64, Option<DateTime<Utc>>), DbError> {
    sql_one!(tx, (i64, Option<DateTime<Utc>>), "select count(*), max(signed_at) from care_note")
}
