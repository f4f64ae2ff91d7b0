//! The gate: the only way to a database transaction. It finds the facts of the subject, asks the policy, records the access
//! and hands out a transaction of the right side. A read whose row cannot be made durable is not shown: the receipts it
//! leaves with the request are awaited before the page leaves the server. A write carries its row in its own transaction.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};

use super::names::{self, Named, Whom};
use super::policy::{Denied, Facts, Opening, Permission, decide};
use super::recorder::{AccessEntry, Receipt, Recorder, insert_entries};
use super::roles::{Actor, Side};
use crate::error::{AppError, Result};
use crate::kit::clock::Clock;
use crate::kit::db::{CareTx, Conn, CustodyTx, DbError, HasConn, Pools, ProofTx, SystemTx};
use crate::kit::ids::{FacilityId, ListId, PackageId, PersonId, ReferralId, SlotId, TransferId, UserId, WingId};
use crate::{sql_all, sql_optional};

/// What a request is about. The gate looks up where it belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A list or a board of one facility.
    Facility(FacilityId),
    /// An unlock list of one wing.
    Wing(FacilityId, WingId),
    /// A person or a patient.
    Person(PersonId),
    /// A booked session.
    Slot(SlotId),
    /// A list as it was printed.
    List(ListId),
    /// A referral, of whichever side.
    Referral(ReferralId),
    /// A person's planned move. It stays with the facility that planned it, also when the person has gone.
    Move(TransferId),
    /// A package on its way: it is open to the health unit that it was sent to, and to nobody before it was sent.
    Package(PackageId),
    /// The user's own account.
    Own,
    /// Somebody else's account.
    User(UserId),
    /// Something that belongs to no facility.
    System,
}

/// What the gate leaves with a request: the rows of reads that must be durable before its page may leave, and whom the page may name.
#[derive(Debug, Clone, Default)]
pub struct Receipts {
    rows: Arc<Mutex<Vec<Receipt>>>,
    pub named: Named,
}

impl Receipts {
    fn add(&self, receipt: Receipt) {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner).push(receipt);
    }

    /// Waits until every row is durable; an error means that the page must not be sent.
    pub async fn settle(&self) -> Result<()> {
        let held = std::mem::take(&mut *self.rows.lock().unwrap_or_else(PoisonError::into_inner));
        for receipt in held {
            receipt.await.map_err(|_| AppError::Busy)?.map_err(|()| AppError::Busy)?;
        }
        Ok(())
    }
}

/// Pools, clock and recorder of this server; cheap to clone.
#[derive(Debug, Clone)]
pub struct Gate {
    pools: Pools,
    recorder: Recorder,
    pub clock: Clock,
}

macro_rules! doors {
    ($($read:ident, $write:ident, $tx:ident, $side:expr;)*) => {$(
        /// What reads.
        pub async fn $read(&self, actor: &Actor, receipts: &Receipts, permission: Permission, subject: Subject, object: &'static str) -> Result<$tx> {
            let mut conn = self.pools.read($side).await?;
            let entries = self.admit(&mut conn, ($side, actor, receipts), permission, subject, object).await;
            self.keep(entries, receipts)?;
            Ok($tx(conn))
        }

        /// A transaction that writes; its access row is part of it.
        pub async fn $write(&self, actor: &Actor, receipts: &Receipts, permission: Permission, subject: Subject, object: &'static str) -> Result<$tx> {
            let mut conn = self.pools.write($side).await?;
            match self.admit(&mut conn, ($side, actor, receipts), permission, subject, object).await {
                Ok(entries) => {
                    insert_entries(&mut conn, &entries).await?;
                    Ok($tx(conn))
                }
                refused => {
                    drop(conn);
                    self.keep(refused, receipts)?;
                    Err(AppError::Internal)
                }
            }
        }
    )*};
}

/// A refusal with the row that tells of it, or another error.
type Refused = (AppError, Option<AccessEntry>);

impl Gate {
    #[must_use]
    pub fn new(pools: Pools, recorder: Recorder, clock: Clock) -> Self {
        Self { pools, recorder, clock }
    }

    doors! {
        care, care_write, CareTx, Side::Care;
        custody, custody_write, CustodyTx, Side::Custody;
        system, system_write, SystemTx, Side::System;
    }

    /// What is one's own lies on the system side for users of every side: language, password, sign-ins.
    pub async fn own_write(
        &self,
        actor: &Actor,
        permission: Permission,
        subject: Subject,
        object: &'static str,
    ) -> Result<SystemTx> {
        decide(actor, permission, &Facts { own: subject == Subject::Own, ..Facts::default() })?;
        let mut conn = self.pools.write(Side::System).await?;
        let mut entry = AccessEntry::new(&self.clock, actor, permission, object);
        entry.describe(subject);
        insert_entries(&mut conn, [&entry]).await?;
        Ok(SystemTx(conn))
    }

    /// The user's own second factor, to change it; its access row is part of the transaction.
    pub async fn own_proof(&self, actor: &Actor, object: &'static str) -> Result<ProofTx> {
        let mut conn = self.pools.write(Side::Proof).await?;
        let mut entry = AccessEntry::new(&self.clock, actor, Permission::OwnAccount, object);
        entry.describe(Subject::Own);
        insert_entries(&mut conn, [&entry]).await?;
        Ok(ProofTx(conn))
    }

    /// The door of whoever compares what was typed, and of nobody else: no page shows what lies behind it but the user's own.
    pub(super) async fn proof_read(&self) -> Result<ProofTx, DbError> {
        Ok(ProofTx(self.pools.read(Side::Proof).await?))
    }

    /// As [`Self::proof_read`], for writing.
    pub(super) async fn proof_write(&self) -> Result<ProofTx, DbError> {
        Ok(ProofTx(self.pools.write(Side::Proof).await?))
    }

    /// The door of sign-in, sessions and jobs, where there is no actor yet or none at all. Reaches the system side only.
    pub async fn unattended_read(&self) -> Result<SystemTx, DbError> {
        Ok(SystemTx(self.pools.read(Side::System).await?))
    }

    /// As [`Self::unattended_read`], for writing.
    pub async fn unattended_write(&self) -> Result<SystemTx, DbError> {
        Ok(SystemTx(self.pools.write(Side::System).await?))
    }

    /// The door of the job that places series ahead. Nobody is shown what it reads; what it books stands under the name of whoever
    /// made the series, and that was recorded then.
    pub async fn unattended_care(&self) -> Result<CareTx, DbError> {
        Ok(CareTx(self.pools.read(Side::Care).await?))
    }

    /// As [`Self::unattended_care`], for writing.
    pub async fn unattended_care_write(&self) -> Result<CareTx, DbError> {
        Ok(CareTx(self.pools.write(Side::Care).await?))
    }

    /// For the job that takes up the files of the prison's own system: it writes what a coordinator might, and reads nothing
    /// clinical either.
    pub async fn unattended_custody_write(&self) -> Result<CustodyTx, DbError> {
        Ok(CustodyTx(self.pools.write(Side::Custody).await?))
    }

    #[must_use]
    pub fn engine(&self) -> crate::kit::db::Engine {
        self.pools.engine()
    }

    fn keep(&self, admitted: Result<Vec<AccessEntry>, Refused>, receipts: &Receipts) -> Result<()> {
        match admitted {
            Ok(entries) => {
                receipts.add(self.recorder.submit(entries));
                Ok(())
            }
            Err((error, entry)) => {
                if let Some(entry) = entry {
                    receipts.add(self.recorder.submit(vec![entry]));
                }
                Err(error)
            }
        }
    }

    async fn admit(
        &self,
        conn: &mut Conn,
        (side, actor, receipts): (Side, &Actor, &Receipts),
        permission: Permission,
        subject: Subject,
        object: &'static str,
    ) -> Result<Vec<AccessEntry>, Refused> {
        let found = facts(conn, side, actor, subject, self.clock.now()).await.map_err(|error| (error.into(), None))?;
        let mut entry = AccessEntry::new(&self.clock, actor, permission, object);
        entry.describe(subject);
        let Some(facts) = found else { return Err((AppError::NotFound, None)) };
        entry.facility_id = facts.facility.or(entry.facility_id);
        let decision = if side == actor.side { decide(actor, permission, &facts) } else { Err(Denied::NotYourSide) };
        match decision {
            Ok(()) => {
                let people = people_of(conn, side, subject).await.map_err(|error| (error.into(), None))?;
                if side == Side::Care {
                    let whom =
                        whom(conn, actor, &facts, self.clock.now()).await.map_err(|error| (error.into(), None))?;
                    receipts.named.allow(whom);
                }
                Ok(entry.for_each(&self.clock, &people))
            }
            Err(denied) => {
                let error = match subject {
                    Subject::Person(person) if denied.remedy().is_some() => AppError::Closed(denied, person),
                    _ => AppError::Denied(denied),
                };
                Err((error, Some(entry.refused(denied))))
            }
        }
    }
}

/// Whom a session, a referral, a move or a package is about: each of them finds the access under the own name.
async fn people_of(conn: &mut Conn, side: Side, subject: Subject) -> Result<Vec<PersonId>, DbError> {
    let people = match (side, subject) {
        (Side::Care, Subject::Slot(slot)) => {
            sql_all!(conn, (PersonId,), "select person_id from custody_slot_person where slot_id = $1", slot)?
        }
        (Side::Care, Subject::Referral(referral)) => sql_all!(
            conn,
            (PersonId,),
            "select person_id from care_referral where id = $1 union select person_id from custody_referral where id = $1",
            referral
        )?,
        (Side::Care, Subject::Package(package)) => {
            sql_all!(conn, (PersonId,), "select patient_id from care_transfer where id = $1", package)?
        }
        (Side::Custody, Subject::Move(transfer)) => {
            sql_all!(conn, (PersonId,), "select person_id from custody_transfer where id = $1", transfer)?
        }
        _ => Vec::new(),
    };
    Ok(people.into_iter().map(|(person,)| person).collect())
}

/// Whom the user may name where the facts hold. Only somebody who reads under pseudonyms and has opened a record is asked about further.
async fn whom(conn: &mut Conn, actor: &Actor, facts: &Facts, now: DateTime<Utc>) -> Result<Whom, DbError> {
    if names::outright(actor, facts) {
        return Ok(Whom::Everybody);
    }
    if actor.opened_until().is_none() {
        return Ok(Whom::Opened(Vec::new()));
    }
    let people = sql_all!(
        conn,
        (PersonId,),
        "select person_id from access_opening where user_id = $1 and until_at > $2 and ended_at is null",
        actor.id,
        now
    )?;
    Ok(Whom::Opened(people.into_iter().map(|(person,)| person).collect()))
}

/// What the policy must know of the subject; `None` when there is no such thing.
async fn facts(
    conn: &mut Conn,
    side: Side,
    actor: &Actor,
    subject: Subject,
    now: DateTime<Utc>,
) -> Result<Option<Facts>, DbError> {
    Ok(match subject {
        Subject::Facility(facility) => Some(Facts { facility: Some(facility), ..Facts::default() }),
        Subject::Wing(facility, wing) => Some(Facts { facility: Some(facility), wing: Some(wing), ..Facts::default() }),
        Subject::Own => Some(Facts { own: true, ..Facts::default() }),
        Subject::System | Subject::User(_) => Some(Facts::default()),
        Subject::Person(person) if side == Side::Care => person_facts_for_care(conn, person, actor.id, now).await?,
        Subject::Person(person) => sql_optional!(
            conn,
            (FacilityId, Option<WingId>),
            "select facility_id, wing_id from custody_person where id = $1",
            person
        )?
        .map(|(facility, wing)| Facts { facility: Some(facility), wing, ..Facts::default() }),
        Subject::Move(transfer) => {
            sql_optional!(conn, (FacilityId,), "select from_facility_id from custody_transfer where id = $1", transfer)?
                .map(|(facility,)| Facts { facility: Some(facility), ..Facts::default() })
        }
        // The other sides have no privilege on packages, and no question about one either.
        Subject::Package(_) if side != Side::Care => None,
        Subject::Package(package) => sql_optional!(
            conn,
            (FacilityId,),
            "select to_facility_id from care_transfer where id = $1 and status in ('sent', 'received')",
            package
        )?
        .map(|(facility,)| Facts { facility: Some(facility), ..Facts::default() }),
        Subject::Slot(slot) => {
            sql_optional!(conn, (FacilityId,), "select facility_id from custody_slot where id = $1", slot)?
                .map(|(facility,)| Facts { facility: Some(facility), ..Facts::default() })
        }
        Subject::List(list) if side == Side::Custody => sql_optional!(
            conn,
            (FacilityId, Option<WingId>),
            "select facility_id, wing_id from custody_list where id = $1",
            list
        )?
        .map(|(facility, wing)| Facts { facility: Some(facility), wing, ..Facts::default() }),
        Subject::Referral(referral) if side == Side::Care => sql_optional!(
            conn,
            (FacilityId,),
            "select facility_id from care_referral where id = $1
             union select facility_id from custody_referral where id = $1",
            referral
        )?
        .map(|(facility,)| Facts { facility: Some(facility), ..Facts::default() }),
        // Only care opens a referral by itself; custody has its list. Printed lists are custody's alone.
        Subject::List(_) | Subject::Referral(_) => None,
    })
}

/// An open record belongs to the unit that treats, wherever the person is housed: after a move the old unit still has to send
/// the package. A record that is closed, or was never opened, goes where the person is, whose unit may open it.
async fn person_facts_for_care(
    conn: &mut impl HasConn,
    person: PersonId,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<Option<Facts>, DbError> {
    let row = sql_optional!(
        conn,
        (FacilityId, Option<WingId>, bool, Option<Opening>),
        "select coalesce((select c.facility_id from care_patient c where c.person_id = p.id and c.status = 'open'), p.facility_id) as facility_id,
           p.wing_id, exists (select 1 from care_team t where t.patient_id = p.id and t.user_id = $2),
           -- Broken glass opens more than a reason, and comes first by its name.
           (select min(o.kind) from access_opening o
            where o.user_id = $2 and o.person_id = p.id and o.until_at > $3 and o.ended_at is null)
         from custody_person p where p.id = $1",
        person,
        user,
        now
    )?;
    Ok(row.map(|(facility, wing, treating, opened)| Facts {
        facility: Some(facility),
        wing,
        treating,
        own: false,
        of_patient: true,
        opened,
    }))
}
