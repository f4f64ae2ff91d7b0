//! Joining a programme, and what becomes of its members.

use axum::extract::Path;
use axum::response::Response;

use super::super::model::{Member, MemberStatus, Programme, ProgrammeStatus};
use super::super::rules::{self, Places, Refused};
use super::super::store;
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
pub fn places(programme: &Programme, members: &[Member]) -> Places {
    let count = |status: MemberStatus| members.iter().filter(|member| member.status == status).count();
    Places {
        intake: programme.intake,
        capacity: programme.capacity,
        active: count(MemberStatus::Active),
        waiting: count(MemberStatus::Waiting),
    }
}

async fn open(ctx: &Ctx, id: ProgrammeId) -> Result<(CareTx, Programme, Vec<Member>)> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::ProgrammeWrite, Subject::Facility(facility), "programme").await?;
    let programme = store::programme(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    if programme.status == ProgrammeStatus::Ended {
        return Err(AppError::Stale);
    }
    let members = store::members(&mut tx, id).await?;
    Ok((tx, programme, members))
}

pub async fn join(ctx: Ctx, Path(id): Path<ProgrammeId>, mut fields: Fields) -> Result<Response> {
    let number = fields.required("number", 40);
    if fields.is_refused() {
        return show(&ctx, id, &fields).await;
    }
    let facility = ctx.place()?.id;
    let (mut tx, programme, members) = open(&ctx, id).await?;
    let Some(patient) = store::patient(&mut tx, facility, &number).await? else {
        drop(tx);
        fields.error("number", Msg::new("programmes-nobody"));
        return show(&ctx, id, &fields).await;
    };
    let status = rules::joins(places(&programme, &members));
    store::join(&mut tx, id, patient, status, ctx.today()).await?;
    tx.commit().await?;
    let flash = if members.iter().any(|member| member.patient_id == patient) {
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
    let (mut tx, programme, members) = open(&ctx, id).await?;
    let member = members.iter().find(|member| member.patient_id == patient).ok_or(AppError::NotFound)?;
    if member.status == to {
        return Ok(ctx.redirect_with(&routes::programme(id), "flash-member-changed"));
    }
    let first = members.iter().find(|member| member.status == MemberStatus::Waiting);
    let is_next = first.is_none_or(|first| first.patient_id == patient);
    let refused = match rules::change(member.status, to, places(&programme, &members), is_next) {
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
    let (mut tx, _, members) = open(&ctx, id).await?;
    let waiting: Vec<&Member> = members.iter().filter(|member| member.status == MemberStatus::Waiting).collect();
    let at = waiting.iter().position(|member| member.patient_id == patient).ok_or(AppError::Stale)?;
    if let (Some(before), Some(member)) = (at.checked_sub(1).and_then(|at| waiting.get(at)), waiting.get(at)) {
        if !store::swap(&mut tx, id, before, member).await? {
            return Err(AppError::Stale);
        }
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::programme(id), "flash-member-changed"))
}
