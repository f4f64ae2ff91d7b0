//! Sessions in the database, for tower-sessions: the identifier is kept hashed, so that a copy of the database opens no
//! session; each is listed for its user, and can be ended from another place.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result, SessionStore};

use super::gate::Gate;
use super::rules::{SEEN_EVERY, is_live};
use crate::kit::db::DbError;
use crate::kit::ids::{SessionPublicId, UserId};
use crate::web::context::SESSION_USER;
use crate::{sql_exec, sql_optional};

#[derive(Debug, Clone)]
pub struct DbSessions {
    gate: Arc<Gate>,
}

impl DbSessions {
    #[must_use]
    pub fn new(gate: Gate) -> Self {
        Self { gate: Arc::new(gate) }
    }
}

/// What the database keeps in place of a session's identifier.
#[must_use]
pub fn id_hash(id: Id) -> Vec<u8> {
    Sha256::digest(id.0.to_be_bytes()).to_vec()
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that `map_err` wants")]
fn backend(error: DbError) -> Error {
    tracing::error!(%error, "session store");
    Error::Backend("the session store is not available".to_owned())
}

#[async_trait]
impl SessionStore for DbSessions {
    /// The identifier is 128 random bits: a second of its kind is not to be expected, and the primary key would refuse it.
    async fn create(&self, record: &mut Record) -> Result<()> {
        self.save(record).await
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let user: Option<UserId> =
            record.data.get(SESSION_USER).and_then(|value| serde_json::from_value(value.clone()).ok());
        let data = serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))?;
        let expires = DateTime::<Utc>::from_timestamp(record.expiry_date.unix_timestamp(), 0).unwrap_or_default();
        let now = self.gate.clock.now();
        let public: SessionPublicId = self.gate.clock.new_id();
        let mut tx = self.gate.unattended_write().await.map_err(backend)?;
        sql_exec!(
            &mut tx,
            "insert into access_session (id_hash, user_id, public_id, data, agent, created_at, seen_at, expires_at)
             values ($1, $2, $3, $4, '', $5, $5, $6)
             on conflict (id_hash) do update set user_id = excluded.user_id, data = excluded.data, expires_at = excluded.expires_at",
            id_hash(record.id),
            user,
            public,
            data,
            now,
            expires
        )
        .map_err(backend)?;
        tx.commit().await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let mut tx = self.gate.unattended_read().await.map_err(backend)?;
        let row = sql_optional!(
            &mut tx,
            (String, DateTime<Utc>, DateTime<Utc>, DateTime<Utc>),
            "select data, created_at, seen_at, expires_at from access_session where id_hash = $1 and ended_at is null",
            id_hash(*id)
        )
        .map_err(backend)?;
        drop(tx);
        let Some((data, created, seen, expires)) = row else { return Ok(None) };
        let now = self.gate.clock.now();
        if !is_live(created, seen, now) || expires <= now {
            return Ok(None);
        }
        if now - seen >= SEEN_EVERY {
            self.mark_seen(*id, now).await?;
        }
        let data = serde_json::from_str(&data).map_err(|error| Error::Decode(error.to_string()))?;
        let expiry_date = time::OffsetDateTime::from_unix_timestamp(expires.timestamp())
            .map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let mut tx = self.gate.unattended_write().await.map_err(backend)?;
        let now = self.gate.clock.now();
        sql_exec!(
            &mut tx,
            "update access_session set ended_at = $2 where id_hash = $1 and ended_at is null",
            id_hash(*id),
            now
        )
        .map_err(backend)?;
        tx.commit().await.map_err(backend)
    }
}

impl DbSessions {
    async fn mark_seen(&self, id: Id, now: DateTime<Utc>) -> Result<()> {
        let mut tx = self.gate.unattended_write().await.map_err(backend)?;
        sql_exec!(
            &mut tx,
            "update access_session set seen_at = $2 where id_hash = $1 and seen_at < $2",
            id_hash(id),
            now
        )
        .map_err(backend)?;
        tx.commit().await.map_err(backend)
    }
}
