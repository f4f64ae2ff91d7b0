//! What can be done with a plan, each in one transaction: saving the draft, activating it, making the next version,
//! discarding a draft. A save that somebody else was faster than is a value, so that the page can show both texts.

use std::collections::HashMap;

use super::model::{Achievement, Agreement, Draft, Lifecycle, Plan, Terms};
use super::{rules, store};
use crate::access::{Permission, Subject};
use crate::care::goals::ladder::raised;
use crate::care::goals::{self, Goal, Level};
use crate::error::{AppError, Result};
use crate::kit::db::{CareTx, DbError, Refusal};
use crate::kit::ids::{GoalId, GoalThreadId, PersonId, PlanId};
use crate::web::Ctx;

/// The draft that a form was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub plan: PlanId,
    pub version: i32,
}

/// A plan version with its goals, as the record has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub plan: Plan,
    pub goals: Vec<Goal>,
}

impl Stored {
    #[must_use]
    pub const fn known(&self) -> Known {
        Known { plan: self.plan.id, version: self.plan.version }
    }

    /// Its words, as the form has them.
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft { terms: self.plan.terms.clone(), goals: Draft::goals_of(&self.goals) }
    }

    /// Whether a form says the same, as it does when it was sent twice.
    fn says_the_same(&self, sent: &Draft) -> bool {
        let without_threads = |mut draft: Draft| {
            draft.goals.iter_mut().for_each(|goal| goal.thread = None);
            draft
        };
        without_threads(self.draft()) == without_threads(sent.clone())
    }
}

/// What came of a save.
#[derive(Debug)]
pub enum Outcome {
    /// Holds the row as it is now.
    Done(Known),
    /// Somebody else was faster. Holds the draft as it is now; `None` when there is no draft any more.
    Conflict(Option<Box<Stored>>),
    /// The database found a ladder with a gap.
    LadderIncomplete,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    Keep,
    Activate,
}

/// A draft with its goals.
pub async fn load_draft(tx: &mut CareTx, patient: PersonId) -> Result<Option<Stored>, DbError> {
    let plan = store::draft(tx, patient).await?;
    with_goals(tx, plan).await
}

/// The active plan with its goals.
pub async fn load_active(tx: &mut CareTx, patient: PersonId) -> Result<Option<Stored>, DbError> {
    let plan = store::active(tx, patient).await?;
    with_goals(tx, plan).await
}

pub async fn with_goals(tx: &mut CareTx, plan: Option<Plan>) -> Result<Option<Stored>, DbError> {
    let Some(plan) = plan else { return Ok(None) };
    let goals = goals::goals_of_plan(tx, plan.id).await?;
    Ok(Some(Stored { plan, goals }))
}

/// Saves what was typed and, if asked, activates it. Callers have looked for gaps; the database looks again.
pub async fn save(ctx: &Ctx, patient: PersonId, draft: &Draft, known: Option<Known>, then: Then) -> Result<Outcome> {
    // When another request comes between our look and our write, what it left behind is looked at anew, once.
    for _ in 0..2 {
        if let Some(outcome) = attempt(ctx, patient, draft, known, then).await? {
            return Ok(outcome);
        }
    }
    Err(AppError::Busy)
}

/// `None` when another request was faster by a moment.
async fn attempt(
    ctx: &Ctx,
    patient: PersonId,
    draft: &Draft,
    known: Option<Known>,
    then: Then,
) -> Result<Option<Outcome>> {
    let mut tx = write(ctx, patient).await?;
    let held = load_draft(&mut tx, patient).await?;
    if held.is_none()
        && then == Then::Activate
        && let Some(active) = active_already(&mut tx, patient, known, draft).await?
    {
        return Ok(Some(Outcome::Done(active)));
    }
    let written = match (known, held) {
        // A form that began a draft has its identifier from the beginning, so that what is saved on the way is the same one.
        (begun, None) if begun.is_none_or(|known| known.version == 0) => {
            match insert_as(ctx, &mut tx, begun.map_or_else(|| ctx.new_id(), |known| known.plan), patient, draft).await
            {
                // Not in the caseload, so there is no record to put a plan into.
                Ok(None) => return Err(AppError::NotFound),
                made => made,
            }
        }
        (Some(known), Some(held)) if known == held.known() => update(ctx, &mut tx, &held, draft).await,
        // The same form sent twice.
        (_, Some(held)) if held.says_the_same(draft) => Ok(Some(held.known())),
        (_, held) => return Ok(Some(Outcome::Conflict(held.map(Box::new)))),
    };
    let known = match written {
        Ok(Some(known)) => known,
        Ok(None) => return Ok(None),
        Err(error) if is_duplicate(&error) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    if then == Then::Activate {
        match activate(ctx, &mut tx, patient, known, draft).await {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(error) if error.refusal() == Some(Refusal::LadderIncomplete) => {
                return Ok(Some(Outcome::LadderIncomplete));
            }
            Err(error) if is_duplicate(&error) => return Ok(None),
            Err(error) => return Err(error.into()),
        }
    }
    tx.commit().await?;
    Ok(Some(Outcome::Done(known)))
}

/// Copies the active plan into the draft of the next version, with the same goal threads. A draft that is there already is
/// left as it is. `false` when there is no active plan to copy.
pub async fn next_version(ctx: &Ctx, patient: PersonId) -> Result<bool> {
    let mut tx = write(ctx, patient).await?;
    if store::draft(&mut tx, patient).await?.is_some() {
        return Ok(true);
    }
    let Some(active) = load_active(&mut tx, patient).await? else {
        return Ok(false);
    };
    match insert(ctx, &mut tx, patient, &begun_from(&active)).await {
        Ok(Some(_)) => tx.commit().await?,
        Ok(None) => return Err(AppError::NotFound),
        // The same button pressed twice: the first press has made the draft.
        Err(error) if is_duplicate(&error) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(true)
}

/// The next version as it begins: what the patient agreed to was the version before, and a new one is asked about anew.
#[must_use]
pub fn begun_from(active: &Stored) -> Draft {
    let Draft { terms, goals } = active.draft();
    Draft { terms: Terms { agreement: Agreement::NotAsked, agreed_on: None, starts_on: None, ..terms }, goals }
}

/// Makes the next version without the goals that ended and activates it at once, as a review does that changes nothing else:
/// what the patient agreed to still holds.
pub async fn follow_next(
    ctx: &Ctx,
    tx: &mut CareTx,
    patient: PersonId,
    active: &Stored,
    ended: &[GoalThreadId],
) -> Result<()> {
    let mut draft = active.draft();
    draft.terms.starts_on = None;
    draft.keep_goals(|_, goal| !goal.thread.is_some_and(|thread| ended.contains(&thread)));
    let known = insert(ctx, tx, patient, &draft).await?.ok_or(AppError::NotFound)?;
    if activate(ctx, tx, patient, known, &draft).await? { Ok(()) } else { Err(AppError::Busy) }
}

/// Opens the next version for writing without the goals that ended; one that is being written already goes on without them.
pub async fn open_next(
    ctx: &Ctx,
    tx: &mut CareTx,
    patient: PersonId,
    active: &Stored,
    waiting: Option<&Stored>,
    ended: &[GoalThreadId],
) -> Result<()> {
    let mut draft = waiting.map_or_else(|| begun_from(active), Stored::draft);
    draft.keep_goals(|_, goal| !goal.thread.is_some_and(|thread| ended.contains(&thread)));
    let written = match waiting {
        Some(held) => update(ctx, tx, held, &draft).await?,
        None => insert(ctx, tx, patient, &draft).await?,
    };
    written.map(|_| ()).ok_or(AppError::Busy)
}

/// Ends the plan that is followed, and its goals by where the patient stands.
pub async fn end(tx: &mut CareTx, patient: PersonId) -> Result<(), DbError> {
    end_dropped_goals(tx, patient, &Draft::default()).await?;
    store::complete_active(tx, patient).await
}

/// Ends one goal, apart from what becomes of its plan.
pub async fn end_goal(tx: &mut CareTx, goal: GoalId, lifecycle: Lifecycle) -> Result<(), DbError> {
    store::set_lifecycle(tx, goal, lifecycle).await
}

/// Puts a goal with a higher ladder in the place of one that has been reached, in the draft of the next version, which is begun
/// for it when there is none. It is a goal of its own, since ratings on the old ladder say nothing about the new one; the old
/// one ends as reached when the version is activated. Gives its place; `None` when the draft does not hold the goal.
pub async fn raise_goal(ctx: &Ctx, patient: PersonId, thread: GoalThreadId) -> Result<Option<usize>> {
    let mut tx = write(ctx, patient).await?;
    let levels = goals::latest_levels(&mut tx, patient).await?;
    let held = load_draft(&mut tx, patient).await?;
    let mut draft = match &held {
        Some(held) => held.draft(),
        None => begun_from(&load_active(&mut tx, patient).await?.ok_or(AppError::NotFound)?),
    };
    let Some(place) = draft.goals.iter().position(|goal| goal.thread == Some(thread)) else { return Ok(None) };
    let level = levels.get(&thread).copied().filter(|level| *level >= Level::EXPECTED).unwrap_or(Level::EXPECTED);
    if let Some(goal) = draft.goals.get_mut(place) {
        goal.ladder = raised(&goal.ladder, level);
        (goal.thread, goal.baseline, goal.target_date) = (None, Level::START, None);
    }
    let written = match &held {
        Some(held) => update(ctx, &mut tx, held, &draft).await,
        None => insert(ctx, &mut tx, patient, &draft).await,
    };
    match written {
        Ok(Some(_)) => tx.commit().await?,
        Ok(None) => return Err(AppError::Stale),
        // The button pressed twice: the first press has raised it.
        Err(error) if is_duplicate(&error) => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    Ok(Some(place))
}

/// Drops a draft. `false` when it is no longer the one that was seen.
pub async fn discard(ctx: &Ctx, patient: PersonId, known: Known) -> Result<bool> {
    let mut tx = write(ctx, patient).await?;
    let held = store::draft(&mut tx, patient).await?;
    if held.is_none_or(|held| held.id != known.plan || held.version != known.version) {
        return Ok(false);
    }
    store::delete_goals(&mut tx, known.plan).await?;
    let dropped = store::discard_draft(&mut tx, known.plan, known.version).await?;
    if dropped {
        tx.commit().await?;
    }
    Ok(dropped)
}

async fn write(ctx: &Ctx, patient: PersonId) -> Result<CareTx> {
    ctx.care_write(Permission::PlanWrite, Subject::Person(patient), "plan").await
}

fn is_duplicate(error: &DbError) -> bool {
    matches!(error.refusal(), Some(Refusal::Duplicate(_)))
}

/// The button pressed twice: the first press has activated this very plan with these very words.
async fn active_already(
    tx: &mut CareTx,
    patient: PersonId,
    known: Option<Known>,
    draft: &Draft,
) -> Result<Option<Known>, DbError> {
    let active = load_active(tx, patient).await?;
    Ok(active.and_then(|active| {
        let starts_on = draft.terms.starts_on.or(active.plan.terms.starts_on);
        let terms = Terms { starts_on, ..draft.terms.clone() };
        let sent = Draft { terms, goals: draft.goals.clone() };
        let is_it = known.is_none_or(|known| known.plan == active.plan.id) && active.says_the_same(&sent);
        is_it.then(|| active.known())
    }))
}

async fn insert(ctx: &Ctx, tx: &mut CareTx, patient: PersonId, draft: &Draft) -> Result<Option<Known>, DbError> {
    insert_as(ctx, tx, ctx.new_id(), patient, draft).await
}

async fn insert_as(
    ctx: &Ctx,
    tx: &mut CareTx,
    plan: PlanId,
    patient: PersonId,
    draft: &Draft,
) -> Result<Option<Known>, DbError> {
    if !store::insert_draft(tx, plan, patient, &draft.terms, ctx.actor.id, ctx.now()).await? {
        return Ok(None);
    }
    write_goals(ctx, tx, patient, plan, &[], draft).await?;
    Ok(Some(Known { plan, version: 1 }))
}

async fn update(ctx: &Ctx, tx: &mut CareTx, held: &Stored, draft: &Draft) -> Result<Option<Known>, DbError> {
    let Known { plan, version } = held.known();
    if !store::update_draft(tx, plan, version, &draft.terms).await? {
        return Ok(None);
    }
    write_goals(ctx, tx, held.plan.patient_id, plan, &held.goals, draft).await?;
    Ok(Some(Known { plan, version: version + 1 }))
}

/// Writes the goals of a draft anew, since their places may all have moved. A goal keeps its id and its thread; a thread
/// that is not this patient's, or that another goal of the draft holds already, is not taken over from the form.
async fn write_goals(
    ctx: &Ctx,
    tx: &mut CareTx,
    patient: PersonId,
    plan: PlanId,
    held: &[Goal],
    draft: &Draft,
) -> Result<(), DbError> {
    let mut free = store::threads(tx, patient).await?;
    let before: HashMap<GoalThreadId, &Goal> = held.iter().map(|goal| (goal.thread_id, goal)).collect();
    store::delete_goals(tx, plan).await?;
    let mut own = |sent: Option<GoalThreadId>| {
        let held = sent.and_then(|sent| free.iter().position(|thread| *thread == sent));
        held.map_or_else(|| ctx.new_id(), |at| free.swap_remove(at))
    };
    let threads: Vec<GoalThreadId> = draft.goals.iter().map(|goal| own(goal.thread)).collect();
    for ((position, goal), thread) in (1..).zip(&draft.goals).zip(&threads) {
        let before = before.get(thread);
        let row = store::GoalRow {
            id: before.map_or_else(|| ctx.new_id(), |goal| goal.id),
            plan,
            thread: *thread,
            position,
            achievement: before.map_or(Achievement::InProgress, |goal| goal.achievement),
            parent: goal.parent.and_then(|at| threads.get(at)).copied(),
            by: ctx.actor.id,
            at: ctx.now(),
        };
        store::insert_goal(tx, row, goal).await?;
    }
    Ok(())
}

/// Ends the version followed until now and puts this one in its place. `false` when the draft is no longer as it was saved.
async fn activate(ctx: &Ctx, tx: &mut CareTx, patient: PersonId, known: Known, draft: &Draft) -> Result<bool, DbError> {
    end_dropped_goals(tx, patient, draft).await?;
    store::complete_active(tx, patient).await?;
    let today = ctx.today();
    let starts_on = draft.terms.starts_on.unwrap_or(today);
    let activation = store::Activation {
        starts_on,
        next_review_on: rules::first_review(starts_on, today, draft.terms.review_interval_days),
        at: ctx.now(),
        by: ctx.actor.id,
    };
    let activated = store::activate(tx, known.plan, known.version, activation).await?;
    store::set_goals_active(tx, known.plan).await?;
    Ok(activated)
}

async fn end_dropped_goals(tx: &mut CareTx, patient: PersonId, draft: &Draft) -> Result<(), DbError> {
    let before = goals::active_goals(tx, patient).await?;
    let kept: Vec<GoalThreadId> = draft.goals.iter().filter_map(|goal| goal.thread).collect();
    let dropped: Vec<&Goal> = before.iter().filter(|goal| !kept.contains(&goal.thread_id)).collect();
    if dropped.is_empty() {
        return Ok(());
    }
    let levels = goals::latest_levels(tx, patient).await?;
    for goal in dropped {
        let level = goals::rules::level_now(goal, &levels);
        store::set_lifecycle(tx, goal.id, rules::lifecycle_when_dropped(level)).await?;
    }
    Ok(())
}
