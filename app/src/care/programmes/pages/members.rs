//! Joining a programme, and what becomes of its members.

use axum::extract::Path;
use axum::response::Response;

use super::super::model::{MemberStatus, Programme, ProgrammeStatus};
use super::super::rules::{self, Places, Refused};
use super::super::store::{self, Counts};
use super::show::show;
use crate::access::{Permission, Subject};
use crate::care::series::store::leave;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
use crate::kit::ids::{PersonId, ProgrammeId};
use crate::routes;
use crate::web::Ctx;

/// How the places are taken now.
#[must_use]
pub fn places(programme: &Programme, counts: Counts) -> Places {
    let count = |n: i64| usize::try_from(n).unwrap_or_default();
    Places {
        intake: programme.intake,
        capacity: programme.capacity,
        active: count(counts.active),
        waiting: count(counts.waiting),
    }
}

async fn open(ctx: &Ctx, id: ProgrammeId) -> Result<(CareTx, Programme)> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::ProgrammeWrite, Subject::Facility(facility), "programme").await?;
    let programme = store::programme(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    if programme.status == ProgrammeStatus::Ended {
        return Err(AppError::Stale);
    }
    Ok((tx, programme))
}

pub async fn join(ctx: Ctx, Path(id): Path<ProgrammeId>, mut fields: Fields) -> Result<Response> {
    let number = fields.required("number", 40);
    if fields.is_refused() {
        return show(&ctx, id, &fields).await;
    }
    let facility = ctx.place()?.id;
    let (mut tx, programme) = open(&ctx, id).await?;
    let Some(patient) = store::patient(&mut tx, facility, &number).await? else {
        drop(tx);
        fields.error("number", Msg::new("programmes-nobody"));
        return show(&ctx, id, &fields).await;
    };
    let status = rules::joins(places(&programme, store::counts(&mut tx, id).await?));
    let before = store::member(&mut tx, id, patient).await?;
    store::join(&mut tx, id, patient, status, ctx.today()).await?;
    tx.commit().await?;
    let flash = if before.is_some() {
        "flash-member-already"
    } else if status == MemberStatus::Active {
        "flash-member-active"
    } else {
        "flash-member-waiting"
    };
    Ok(ctx.redirect_with(&routes::programme(id), flash))
}

pub async fn change(
    ctx: Ctx,
    Path((id, patient)): Path<(ProgrammeId, PersonId)>,
    mut fields: Fields,
) -> Result<Response> {
    let field = format!("status-{patient}");
    let to: MemberStatus = fields.get(&field).parse().map_err(|_| AppError::BadRequest)?;
    let (mut tx, programme) = open(&ctx, id).await?;
    let member = store::member(&mut tx, id, patient).await?.ok_or(AppError::NotFound)?;
    if member.status == to {
        return Ok(ctx.redirect_with(&routes::programme(id), "flash-member-changed"));
    }
    let is_next = store::first_waiting(&mut tx, id).await?.is_none_or(|first| first.patient_id == patient);
    let counts = store::counts(&mut tx, id).await?;
    let refused = match rules::change(member.status, to, places(&programme, counts), is_next) {
        Err(Refused::Full) => Some("programmes-full"),
        Err(Refused::Closed) => Some("programmes-closed"),
        Err(Refused::NotNext) => Some("programmes-not-next"),
        Ok(()) if store::set_status(&mut tx, (id, patient), to, ctx.today(), fields.version()).await? => None,
        Ok(()) | Err(Refused::NotPossible) => Some("programmes-stale"),
    };
    let Some(key) = refused else {
        if to != MemberStatus::Active {
            leave(&mut tx, id, patient, ctx.now()).await?;
        }
        tx.commit().await?;
        return Ok(ctx.redirect_with(&routes::programme(id), "flash-member-changed"));
    };
    drop(tx);
    fields.error(field, Msg::new(key));
    show(&ctx, id, &fields).await
}

/// One place further to the front of those who wait.
pub async fn forward(ctx: Ctx, Path((id, patient)): Path<(ProgrammeId, PersonId)>) -> Result<Response> {
    let (mut tx, _) = open(&ctx, id).await?;
    let member = store::member(&mut tx, id, patient).await?.filter(|member| member.status == MemberStatus::Waiting);
    let member = member.ok_or(AppError::Stale)?;
    if let Some(before) = store::waiting_before(&mut tx, id, member.position).await? {
        if !store::swap(&mut tx, id, &before, &member).await? {
            return Err(AppError::Stale);
        }
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::programme(id), "flash-member-changed"))
}
