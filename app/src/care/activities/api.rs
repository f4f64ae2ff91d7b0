//! What can be done with the library: draft, propose, approve or return, retire. Each passes the gate and writes in one
//! transaction.

use super::analysis::Analysis;
use super::library::Tool;
use super::model::{VersionLine, VersionStatus};
use super::store;
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::kit::db::CareTx;
use crate::kit::ids::KitId;
use crate::web::Ctx;

/// An activity with its versions, the newest first.
#[derive(Debug)]
pub struct Held {
    pub versions: Vec<VersionLine>,
    pub tools: Vec<Tool>,
}

impl Held {
    #[must_use]
    pub fn with(&self, status: VersionStatus) -> Option<&VersionLine> {
        self.versions.iter().find(|line| line.status == status)
    }

    #[must_use]
    pub fn draft(&self) -> Option<&VersionLine> {
        self.with(VersionStatus::Draft)
    }

    /// The version that a page shows first: what is followed, or the newest.
    #[must_use]
    pub fn current(&self) -> Option<&VersionLine> {
        self.with(VersionStatus::Approved).or_else(|| self.versions.first())
    }
}

pub async fn held(tx: &mut CareTx, code: &str) -> Result<Held> {
    let versions = store::versions(tx, code).await?;
    if versions.is_empty() {
        return Err(AppError::NotFound);
    }
    Ok(Held { versions, tools: store::tools(tx).await? })
}

/// The kept analysis of a version that is known to be there.
pub async fn content(tx: &mut CareTx, code: &str, version_no: i32) -> Result<Analysis> {
    store::content(tx, code, version_no).await?.ok_or(AppError::Internal)
}

/// What became of a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    Done,
    /// There is an activity of this code already.
    CodeTaken,
    /// Somebody has saved or decided meanwhile.
    Stale,
}

/// Saves a draft; with `propose`, the head is asked to approve it. `seen` is 0 for a draft that is not there yet.
pub async fn save(
    ctx: &Ctx,
    analysis: &Analysis,
    tools: &[Tool],
    seen: i32,
    is_new: bool,
    propose: bool,
) -> Result<Saved> {
    let now = ctx.now();
    let proposed = propose.then_some(now);
    let mut tx = ctx.care_write(Permission::ActivityWrite, Subject::System, "activity").await?;
    if is_new {
        if store::is_there(&mut tx, &analysis.code).await? {
            return Ok(Saved::CodeTaken);
        }
        let placed = Analysis { position: store::last_position(&mut tx).await? + 10, ..analysis.clone() };
        store::add_activity(&mut tx, &placed).await?;
        store::add_draft(&mut tx, ctx.new_id(), &placed, tools, proposed, (ctx.actor.id, now)).await?;
        tx.commit().await?;
        return Ok(Saved::Done);
    }
    let held = held(&mut tx, &analysis.code).await?;
    match held.draft() {
        None if seen == 0 => {
            store::add_draft(&mut tx, ctx.new_id(), analysis, tools, proposed, (ctx.actor.id, now)).await?;
        }
        Some(draft) if store::save_draft(&mut tx, (draft.id, seen), analysis, tools, proposed).await? => {}
        _ => return Ok(Saved::Stale),
    }
    tx.commit().await?;
    Ok(Saved::Done)
}

/// Approves a proposed draft: corrections get its kit, unless they would see the same as before, and the version before retires.
pub async fn approve(ctx: &Ctx, code: &str, seen: i32) -> Result<()> {
    let now = ctx.now();
    let mut tx = ctx.care_write(Permission::ActivityApprove, Subject::System, "activity").await?;
    let held = held(&mut tx, code).await?;
    let draft = held.draft().ok_or(AppError::Stale)?;
    let analysis = content(&mut tx, code, draft.version_no).await?;
    let before = held.with(VersionStatus::Approved);
    let mut kit: Option<KitId> = None;
    if let Some(line) = before {
        let followed = content(&mut tx, code, line.version_no).await?;
        kit = line.kit_id.filter(|_| followed.prison.same_kit(&analysis.prison));
        if let (None, Some(ended)) = (kit, line.kit_id) {
            store::end_kit(&mut tx, ended, now).await?;
        }
        store::retire(&mut tx, (line.id, line.version)).await?;
    }
    let kit = match kit {
        Some(kit) => kit,
        None => {
            let id = ctx.new_id();
            store::add_kit(&mut tx, id, &analysis, now).await?;
            id
        }
    };
    if !store::approve(&mut tx, (draft.id, seen), kit, (ctx.actor.id, now)).await? {
        return Err(AppError::Stale);
    }
    store::rename_activity(&mut tx, &analysis).await?;
    tx.commit().await?;
    Ok(())
}

/// Gives a proposed draft back to those who write, with what is to be changed.
pub async fn give_back(ctx: &Ctx, code: &str, seen: i32, comment: &str) -> Result<()> {
    let mut tx = ctx.care_write(Permission::ActivityApprove, Subject::System, "activity").await?;
    let held = held(&mut tx, code).await?;
    let draft = held.draft().ok_or(AppError::Stale)?;
    if !store::return_draft(&mut tx, (draft.id, seen), comment).await? {
        return Err(AppError::Stale);
    }
    tx.commit().await?;
    Ok(())
}

/// Takes an activity out of use; sessions that were held keep it.
pub async fn retire(ctx: &Ctx, code: &str, seen: i32) -> Result<()> {
    let mut tx = ctx.care_write(Permission::ActivityApprove, Subject::System, "activity").await?;
    let held = held(&mut tx, code).await?;
    let followed = held.with(VersionStatus::Approved).ok_or(AppError::Stale)?;
    if !store::retire(&mut tx, (followed.id, seen)).await? {
        return Err(AppError::Stale);
    }
    if let Some(kit) = followed.kit_id {
        store::end_kit(&mut tx, kit, ctx.now()).await?;
    }
    tx.commit().await?;
    Ok(())
}
