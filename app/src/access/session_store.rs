//! Sessions in the database, for tower-sessions: the identifier is kept hashed, so that a copy of the database opens no
//! session; each is listed for its user, and can be ended from another place.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{self, Error, SessionStore};

use super::gate::Gate;
use super::roles::Actor;
use super::rules::{ABSOLUTE, SEEN_EVERY, is_live};
use super::store::{self, SessionTimes};
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
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        self.save(record).await
    }

    async fn save(&self, record: &Record) -> session_store::Result<()> {
        let user: Option<UserId> =
            record.data.get(SESSION_USER).and_then(|value| serde_json::from_value(value.clone()).ok());
        let data = serde_json::to_string(&record.data).map_err(|error| Error::Encode(error.to_string()))?;
        let now = self.gate.clock.now();
        let expires = now + ABSOLUTE;
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

    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
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
        let times = SessionTimes { created_at: created, seen_at: seen, expires_at: expires };
        if !still_open(&self.gate, *id, times).await.map_err(backend)? {
            return Ok(None);
        }
        let data = serde_json::from_str(&data).map_err(|error| Error::Decode(error.to_string()))?;
        let expiry_date = time::OffsetDateTime::from_unix_timestamp(expires.timestamp())
            .map_err(|error| Error::Decode(error.to_string()))?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
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

/// Who is signed in with a session. The session's own data is not asked for: what a request needs of it stands in columns.
pub async fn actor_of(gate: &Gate, id: Id) -> Result<Option<Actor>, DbError> {
    let mut tx = gate.unattended_read().await?;
    let found = store::actor_of_session(&mut tx, &id_hash(id), gate.clock.now()).await?;
    drop(tx);
    let Some((actor, times)) = found else { return Ok(None) };
    Ok(still_open(gate, id, times).await?.then_some(actor))
}

/// Whether a session may still be used; if so, its use is written down from time to time.
async fn still_open(gate: &Gate, id: Id, times: SessionTimes) -> Result<bool, DbError> {
    let now = gate.clock.now();
    if !is_live(times.created_at, times.seen_at, now) || times.expires_at <= now {
        return Ok(false);
    }
    if now - times.seen_at >= SEEN_EVERY {
        let mut tx = gate.unattended_write().await?;
        store::mark_seen(&mut tx, &id_hash(id), now).await?;
        tx.commit().await?;
    }
    Ok(true)
}
