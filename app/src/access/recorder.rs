//! Access rows: what is written of each access, and the recorder that writes those of reads in batches, so that a page waits
//! for its row to be on the disk but shares the wait with every page of the same moment.

use chrono::{DateTime, Utc};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use super::gate::Subject;
use super::policy::{Denied, Permission};
use super::roles::{Actor, Side};
use crate::cells;
use crate::kit::clock::Clock;
use crate::kit::db::{Conn, DbError, HasConn, Pools, Rows};
use crate::kit::ids::{FacilityId, PersonId, UserId};

/// One access, as it is kept and sealed.
#[derive(Debug, Clone, PartialEq, serde::Serialize, sqlx::FromRow)]
pub struct AccessEntry {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub user_id: UserId,
    pub user_name: String,
    pub role: String,
    pub side: String,
    pub facility_id: Option<FacilityId>,
    pub permission: String,
    pub outcome: String,
    pub reason: String,
    pub person_id: Option<PersonId>,
    pub object: String,
    pub object_id: Option<Uuid>,
}

impl AccessEntry {
    #[must_use]
    pub fn new(clock: &Clock, actor: &Actor, permission: Permission, object: &'static str) -> Self {
        Self {
            id: clock.new_id(),
            at: clock.now(),
            user_id: actor.id,
            user_name: actor.username.clone(),
            role: actor.role().map(|role| role.as_str().to_owned()).unwrap_or_default(),
            side: actor.side.as_str().to_owned(),
            facility_id: actor.place().map(|place| place.id),
            permission: permission.as_str().to_owned(),
            outcome: "allowed".to_owned(),
            reason: String::new(),
            person_id: None,
            object: object.to_owned(),
            object_id: None,
        }
    }

    pub(super) fn describe(&mut self, subject: Subject) {
        match subject {
            Subject::Facility(facility) => self.facility_id = Some(facility),
            Subject::Wing(facility, wing) => {
                self.facility_id = Some(facility);
                self.object_id = Some(wing.0);
            }
            Subject::Person(person) => self.person_id = Some(person),
            Subject::Slot(slot) => self.object_id = Some(slot.0),
            Subject::List(list) => self.object_id = Some(list.0),
            Subject::Referral(referral) => self.object_id = Some(referral.0),
            Subject::Move(transfer) => self.object_id = Some(transfer.0),
            Subject::Package(package) => self.object_id = Some(package.0),
            Subject::Own => self.object_id = Some(self.user_id.0),
            Subject::User(user) => self.object_id = Some(user.0),
            Subject::System => {}
        }
    }

    /// The same access once more for each person whose record it opens; itself alone when it opens nobody's.
    pub(super) fn for_each(self, clock: &Clock, people: &[PersonId]) -> Vec<Self> {
        if people.is_empty() {
            return vec![self];
        }
        people.iter().map(|person| Self { id: clock.new_id(), person_id: Some(*person), ..self.clone() }).collect()
    }

    pub(super) fn refused(mut self, denied: Denied) -> Self {
        "denied".clone_into(&mut self.outcome);
        denied.as_str().clone_into(&mut self.reason);
        self
    }
}

/// Writes rows within a transaction that is open anyway.
pub async fn insert_entries<'a>(
    conn: &mut impl HasConn,
    entries: impl IntoIterator<Item = &'a AccessEntry>,
) -> Result<(), DbError> {
    let mut rows = Rows::new(
        "access_entry",
        &[
            "id",
            "at",
            "user_id",
            "user_name",
            "role",
            "side",
            "facility_id",
            "permission",
            "outcome",
            "reason",
            "person_id",
            "object",
            "object_id",
        ],
    );
    for entry in entries {
        rows.push(cells![
            entry.id,
            entry.at,
            entry.user_id.0,
            entry.user_name.clone(),
            entry.role.clone(),
            entry.side.clone(),
            entry.facility_id.map(|facility| facility.0),
            entry.permission.clone(),
            entry.outcome.clone(),
            entry.reason.clone(),
            entry.person_id.map(|person| person.0),
            entry.object.clone(),
            entry.object_id
        ]);
    }
    rows.insert_within_walls(conn).await
}

/// Resolves when the rows are durable, or could not be made so.
pub type Receipt = oneshot::Receiver<Result<(), ()>>;

/// The rows of one access and whoever waits for them.
type Order = (Vec<AccessEntry>, oneshot::Sender<Result<(), ()>>);

/// Hands rows to the one task that writes them.
#[derive(Debug, Clone)]
pub struct Recorder(mpsc::UnboundedSender<Order>);

/// More accesses than this in one batch would make the first of them wait too long.
const BATCH: usize = 512;

impl Recorder {
    /// Starts the task; it ends when the last recorder is dropped.
    #[must_use]
    pub fn start(pools: Pools) -> Self {
        let (sender, mut orders) = mpsc::unbounded_channel::<Order>();
        tokio::spawn(async move {
            let mut batch = Vec::with_capacity(BATCH);
            while orders.recv_many(&mut batch, BATCH).await > 0 {
                let outcome = write_batch(&pools, &batch).await;
                if let Err(error) = &outcome {
                    tracing::error!(%error, rows = batch.len(), "access rows could not be written; their pages are withheld");
                }
                for (_, reply) in batch.drain(..) {
                    // A request that went away has nobody waiting; its row stands all the same.
                    let _ = reply.send(if outcome.is_ok() { Ok(()) } else { Err(()) });
                }
            }
        });
        Self(sender)
    }

    /// Queues the rows of one access. A recorder that has stopped answers with a closed receipt, which withholds the page.
    #[must_use]
    pub fn submit(&self, entries: Vec<AccessEntry>) -> Receipt {
        let (reply, receipt) = oneshot::channel();
        let _ = self.0.send((entries, reply));
        receipt
    }
}

async fn write_batch(pools: &Pools, batch: &[Order]) -> Result<(), DbError> {
    let mut conn: Conn = pools.write(Side::System).await?;
    insert_entries(&mut conn, batch.iter().flat_map(|(entries, _)| entries)).await?;
    conn.commit().await
}
