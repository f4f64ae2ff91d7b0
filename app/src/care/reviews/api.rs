//! What can be done with a review: saving its draft and signing it, each in one transaction. A save that somebody else was faster
//! than, and a review of a plan that is no longer the one followed, are values, so that the form comes back with what was typed.

use chrono::{DateTime, NaiveTime, Utc};

use super::model::{Decision, Draft, GoalDecision, Held, Known};
use super::rules::{Way, way};
use super::{store, wording};
use crate::access::{Permission, Subject};
use crate::care::goals::{self, Goal};
use crate::care::notes::{Document, NoteKind, Signer};
use crate::care::plans::api::{self as plans, Stored};
use crate::care::plans::{Achievement, Lifecycle};
use crate::error::{AppError, Result};
use crate::kit::db::{CareTx, DbError, Refusal};
use crate::kit::ids::{GoalId, PersonId};
use crate::kit::local_time::local_date;
use crate::web::Ctx;

/// What came of it.
#[derive(Debug)]
pub enum Outcome {
    /// Holds the row version as it is now.
    Saved(i32),
    Signed(Way),
    /// The review has been signed before: by the first press of a button pressed twice, or by a colleague.
    SignedAlready,
    /// Somebody else has saved in the meantime.
    Conflict(Box<Held>),
    /// Another version of the plan is followed now than the form was made from.
    PlanChanged,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Then {
    Keep,
    /// Holds why the note is late; empty when it is not.
    Sign(String),
}

pub async fn write(ctx: &Ctx, patient: PersonId) -> Result<CareTx> {
    ctx.care_write(Permission::ReviewWrite, Subject::Person(patient), "review").await
}

/// Saves what was typed and, if asked, signs it. Callers have looked for gaps and asked for the password.
pub async fn save(ctx: &Ctx, patient: PersonId, draft: &Draft, known: Known, then: &Then) -> Result<Outcome> {
    // When another request comes between our look and our write, what it left behind is looked at anew, once.
    for _ in 0..2 {
        if let Some(outcome) = attempt(ctx, patient, draft, known, then).await? {
            return Ok(outcome);
        }
    }
    Err(AppError::Busy)
}

/// `None` when another request was faster by a moment.
async fn attempt(ctx: &Ctx, patient: PersonId, draft: &Draft, known: Known, then: &Then) -> Result<Option<Outcome>> {
    let signer = Signer::new(ctx).await?;
    let mut tx = write(ctx, patient).await?;
    if store::is_signed(&mut tx, patient, known.review).await? {
        return Ok(Some(Outcome::SignedAlready));
    }
    let active = plans::load_active(&mut tx, patient).await?.filter(|active| active.plan.id == known.plan);
    let Some(active) = active else { return Ok(Some(Outcome::PlanChanged)) };
    let written = match store::draft(&mut tx, patient).await? {
        Some(held) if held.known.review != known.review => return Ok(Some(Outcome::Conflict(Box::new(held)))),
        Some(held) if held.known.version != known.version && *then == Then::Keep && held.draft == *draft => {
            // The same form sent twice.
            return Ok(Some(Outcome::Saved(held.known.version)));
        }
        Some(held) if held.known.version != known.version => return Ok(Some(Outcome::Conflict(Box::new(held)))),
        Some(_) => store::update(&mut tx, known, &draft.terms).await,
        None => store::insert(&mut tx, patient, known, &draft.terms, (ctx.actor.id, ctx.now())).await,
    };
    match written {
        Ok(true) => {}
        Ok(false) => return Ok(None),
        Err(error) if matches!(error.refusal(), Some(Refusal::Duplicate(_))) => return Ok(None),
        Err(error) => return Err(error.into()),
    }
    let decided = decided(&active, draft);
    let rows: Vec<(GoalId, &GoalDecision)> = decided.iter().map(|(goal, decided)| (goal.id, *decided)).collect();
    store::write_parts(&mut tx, known.review, draft, &rows).await?;
    let outcome = match then {
        Then::Keep => Outcome::Saved(known.version + 1),
        Then::Sign(late_reason) => {
            let levels = goals::latest_levels(&mut tx, patient).await?;
            let document = document(ctx, draft, &wording::goals(ctx.lang, &decided, &levels), late_reason);
            let note = signer.sign(&mut tx, patient, document).await?;
            if !store::sign(&mut tx, known.review, note, ctx.now()).await? {
                return Ok(None);
            }
            Outcome::Signed(follow(ctx, &mut tx, patient, &active, draft).await?)
        }
    };
    tx.commit().await?;
    Ok(Some(outcome))
}

/// The decisions with the goals that they are about, in the order of the plan.
fn decided<'a>(active: &'a Stored, draft: &'a Draft) -> Vec<(&'a Goal, &'a GoalDecision)> {
    let about = |goal: &Goal| draft.goals.iter().find(|decided| decided.thread_id == goal.thread_id);
    active.goals.iter().filter_map(|goal| Some((goal, about(goal)?))).collect()
}

fn document(ctx: &Ctx, draft: &Draft, goals: &str, late_reason: &str) -> Document {
    let lang = ctx.lang;
    let terms = &draft.terms;
    let mut document = Document::new(NoteKind::Review, held_at(ctx, draft))
        .part("reviews-attendees", wording::attendees(lang, &draft.attendees))
        .part("reviews-summary", &terms.summary)
        .part("plans-goals", goals)
        .part("reviews-view", &terms.patient_view)
        .part("reviews-fate", wording::fate(lang, terms))
        .part("reviews-actions", wording::actions(lang, &draft.actions));
    late_reason.clone_into(&mut document.late_reason);
    document
}

/// A review held today is held now; of an earlier day noon is what is known.
pub fn held_at(ctx: &Ctx, draft: &Draft) -> DateTime<Utc> {
    let day = draft.terms.held_on;
    if day >= local_date(ctx.now(), ctx.zone()) {
        return ctx.now();
    }
    day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default())
        .and_local_timezone(ctx.zone())
        .earliest()
        .map_or_else(|| ctx.now(), |at| at.with_timezone(&Utc))
}

/// What the signature brings about for goals, plan and regime.
async fn follow(ctx: &Ctx, tx: &mut CareTx, patient: PersonId, active: &Stored, draft: &Draft) -> Result<Way> {
    let decided = decided(active, draft);
    let waiting = plans::load_draft(tx, patient).await?;
    let decisions: Vec<Decision> = decided.iter().map(|(_, decided)| decided.decision).collect();
    let way = way(draft.terms.plan_fate, &decisions, waiting.is_some());
    let mut ended = Vec::new();
    for (goal, decided) in &decided {
        let lifecycle = match decided.decision {
            Decision::Achieved => Lifecycle::Completed,
            Decision::Discontinue => Lifecycle::Cancelled,
            Decision::Continue | Decision::Modify => continue,
        };
        if lifecycle == Lifecycle::Completed {
            store::set_achievement(tx, goal.id, Achievement::Achieved).await?;
        }
        plans::end_goal(tx, goal.id, lifecycle).await?;
        ended.push(goal.thread_id);
    }
    match way {
        Way::Stays => {}
        Way::NextActive => plans::follow_next(ctx, tx, patient, active, &ended).await?,
        Way::NextDraft => plans::open_next(ctx, tx, patient, active, waiting.as_ref(), &ended).await?,
        Way::Ends => plans::end(tx, patient).await?,
    }
    if way != Way::Ends {
        store::set_next_review(tx, patient, draft.terms.next_review_on).await?;
    }
    agree(ctx, tx, patient, draft).await?;
    Ok(way)
}

async fn agree(ctx: &Ctx, tx: &mut CareTx, patient: PersonId, draft: &Draft) -> Result<(), DbError> {
    for agreed in &draft.actions {
        let Some(due_on) = agreed.due_on else { continue };
        let days = (draft.terms.held_on, due_on);
        store::agree(tx, (ctx.new_id(), patient), *agreed, days, ctx.now()).await?;
    }
    Ok(())
}
