//! What custody may do with referrals: make one and see how far those of its wings have come.

use super::model::{Referable, ReferralLine, Said, WingName};
use super::{rules, store};
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::ids::{FacilityId, PersonId, ReferralId, WingId};
use crate::web::Ctx;

/// Where somebody looks: the whole facility, or one wing. An officer is never in the whole facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Facility,
    Wing(WingId),
    /// An officer who has been given no wing yet.
    Nowhere,
}

impl Scope {
    /// The wing asked for, or the first of one's own. Whether it is one's own is for the gate to say.
    pub fn of(ctx: &Ctx, asked: Option<WingId>) -> Result<Self> {
        let own = ctx.actor.wings(ctx.place()?.id);
        let first = own.as_ref().and_then(|own| own.first().copied());
        Ok(match (asked.or(first), own) {
            (Some(wing), _) => Self::Wing(wing),
            (None, None) => Self::Facility,
            (None, Some(_)) => Self::Nowhere,
        })
    }

    const fn wing(self) -> Option<WingId> {
        match self {
            Self::Wing(wing) => Some(wing),
            Self::Facility | Self::Nowhere => None,
        }
    }

    fn subject(self, ctx: &Ctx) -> Result<Subject> {
        let place = ctx.place()?.id;
        Ok(match self {
            Self::Wing(wing) => Subject::Wing(place, wing),
            Self::Facility | Self::Nowhere => Subject::Facility(place),
        })
    }
}

/// One page of a list, with the wings that can be chosen.
#[derive(Debug)]
pub struct Listed<T> {
    pub wings: Vec<WingName>,
    pub total: i64,
    pub lines: Vec<T>,
}

pub async fn referrals(ctx: &Ctx, scope: Scope, offset: i64) -> Result<Listed<ReferralLine>> {
    let place = ctx.place()?.id;
    let mut tx = open(ctx, scope, "referrals").await?;
    let wings = own_wings(ctx, store::wings(&mut tx, place).await?)?;
    let total = store::count(&mut tx, place, scope.wing()).await?;
    let lines = lines(&mut tx, place, scope, offset).await?;
    Ok(Listed { wings, total, lines })
}

/// The door to the referrals of a scope; [`lines`] reads them through it, however many pages there are.
pub async fn open(ctx: &Ctx, scope: Scope, object: &'static str) -> Result<CustodyTx> {
    ctx.custody(Permission::CustodyRefer, scope.subject(ctx)?, object).await
}

pub async fn lines(
    tx: &mut CustodyTx,
    place: FacilityId,
    scope: Scope,
    offset: i64,
) -> std::result::Result<Vec<ReferralLine>, DbError> {
    store::list(tx, place, scope.wing(), offset).await
}

pub async fn people(ctx: &Ctx, scope: Scope, words: &[String; 3], offset: i64) -> Result<Listed<Referable>> {
    let place = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::CustodyRefer, scope.subject(ctx)?, "people").await?;
    let wings = own_wings(ctx, store::wings(&mut tx, place).await?)?;
    let total = store::people_count(&mut tx, place, scope.wing(), words).await?;
    let lines = store::people(&mut tx, place, scope.wing(), words, offset).await?;
    Ok(Listed { wings, total, lines })
}

fn own_wings(ctx: &Ctx, mut wings: Vec<WingName>) -> Result<Vec<WingName>> {
    if let Some(own) = ctx.actor.wings(ctx.place()?.id) {
        wings.retain(|wing| own.contains(&wing.id));
    }
    Ok(wings)
}

pub async fn person(ctx: &Ctx, id: PersonId) -> Result<Referable> {
    let mut tx = ctx.custody(Permission::CustodyRefer, Subject::Person(id), "person").await?;
    store::person(&mut tx, id).await?.ok_or(AppError::NotFound)
}

/// Refers a person, once for each id. `false` when the person has left.
pub async fn refer(ctx: &Ctx, id: ReferralId, said: &Said) -> Result<bool> {
    let mut tx = ctx.custody_write(Permission::CustodyRefer, Subject::Person(said.person), "referral").await?;
    let person = store::person(&mut tx, said.person).await?.ok_or(AppError::NotFound)?;
    if !rules::may_be_referred(person.presence) {
        return Ok(false);
    }
    let received_on = ctx.today();
    let days = (received_on, rules::first_contact_due(received_on));
    store::insert(&mut tx, (id, person.facility_id), said, days, (ctx.actor.id, ctx.now())).await?;
    tx.commit().await?;
    Ok(true)
}
