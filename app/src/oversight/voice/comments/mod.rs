//! Comments of the review on one version of a plan or on one signed note. They are seen beside it by those who review, by whoever
//! wrote it and by the patient's lead, who may answer; the review closes them. Every word is a row that is only ever added.

pub mod file;
pub mod list;
pub mod model;
pub mod pages;
pub mod rules;
pub mod store;
mod view;

use model::{On, Row, Thread};
use rules::Part;

use crate::access::Permission;
use crate::care::patients::PatientHead;
use crate::error::Result;
use crate::kit::db::CareTx;
use crate::kit::ids::{FacilityId, UserId};
use crate::web::Ctx;

pub use view::card_of;

/// What is said about one thing, and what the reader may do there.
#[derive(Debug)]
pub struct Voices {
    pub on: On,
    pub threads: Vec<Thread>,
    pub part: Part,
}

/// What the reader is to a comment on something that `author` wrote.
#[must_use]
pub fn part_of(ctx: &Ctx, head: &PatientHead, author: Option<UserId>) -> Part {
    rules::part(
        ctx.actor.id,
        (author, head.lead_id),
        head.may(&ctx.actor, Permission::CommentWrite),
        head.may(&ctx.actor, Permission::UnitRead),
    )
}

/// The comments on something that the reader may read anyway; none for those whom comments are not meant for.
pub async fn load(ctx: &Ctx, tx: &mut CareTx, head: &PatientHead, on: On) -> Result<Option<Voices>> {
    if !ctx.may(Permission::CommentRead) {
        return Ok(None);
    }
    let part = part_of(ctx, head, store::author_of(tx, on).await?);
    if part == Part::None {
        return Ok(None);
    }
    let rows: Vec<Row> = store::of(tx, on).await?;
    Ok(Some(Voices { on, threads: rules::threads(&rows), part }))
}

/// How many comments wait for a word of a practitioner: for the first page and the worklist.
pub async fn waiting(tx: &mut CareTx, facility: FacilityId, me: UserId) -> Result<i64> {
    Ok(store::unanswered(tx, facility, me).await?)
}
