//! The coordinator's decision about a slot, as it comes from the board's button or from the slot's own forms.

use axum::extract::Path;
use axum::response::Response;

use super::super::api;
use super::super::model::{CancelReason, Escort, EscortMode, OverrideReason};
use super::super::rules::{Decision, custody_reasons};
use super::slot::show;
use crate::custody::moves::api::{self as moves, Outcome};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::SlotId;
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

pub async fn submit(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let Some((decision, flash)) = parse(&mut fields)? else { return show(&ctx, id, fields).await };
    let although_closed = fields.optional::<OverrideReason>("override");
    if let Decision::Cancel(reason) = decision
        && let Some(outcome) = moves::ask_to_cancel(&ctx, id, fields.version(), reason).await?
    {
        return asked(&ctx, id, fields, outcome).await;
    }
    match api::decide(&ctx, id, fields.version(), decision, although_closed).await? {
        // The board leads back to the slot's place on it, where its new state is in sight.
        Ok(_) if fields.get("back").starts_with(routes::BOARD) => Ok(redirect(fields.get("back"))),
        Ok(slot) => Ok(ctx.redirect_with(&routes::slot(slot.id), flash)),
        Err(refused) => {
            for said in refused.said {
                fields.error("", said);
            }
            if refused.closed {
                fields.error("override", Msg::new("slot-although-choose"));
            }
            show(&ctx, id, fields).await
        }
    }
}

/// Health is asked before a session is cancelled that one of its people's notices protects.
async fn asked(ctx: &Ctx, id: SlotId, mut fields: Fields, outcome: Outcome) -> Result<Response> {
    let message = match outcome {
        Outcome::AlreadyAsked => return Ok(ctx.redirect_with(&routes::slot(id), "flash-move-asked-before")),
        Outcome::Done | Outcome::Asked => return Ok(ctx.redirect_with(&routes::slot(id), "flash-move-asked")),
        Outcome::InTheWay(obstacle) => Msg::new(obstacle.key()),
        Outcome::Refused(message) => message,
    };
    fields.error("", message);
    show(ctx, id, fields).await
}

/// The step with what will be said of it; nothing when an error was left at a field.
fn parse(fields: &mut Fields) -> Result<Option<(Decision, &'static str)>> {
    let step = fields.get("step").to_owned();
    Ok(match step.as_str() {
        // The board's button sends no escort: the one that is set stays.
        "confirm" if !fields.has("officers") => Some((Decision::Confirm(None), "flash-slot-confirmed")),
        "confirm" => escort(fields).map(|escort| (Decision::Confirm(Some(escort)), "flash-slot-confirmed")),
        "escort" => escort(fields).map(|escort| (Decision::SetEscort(escort), "flash-slot-escort")),
        "decline" => reason(fields).map(|reason| (Decision::Decline(reason), "flash-slot-declined")),
        "cancel" => reason(fields).map(|reason| (Decision::Cancel(reason), "flash-slot-cancelled")),
        _ => return Err(AppError::BadRequest),
    })
}

fn escort(fields: &mut Fields) -> Option<Escort> {
    let officers = fields.number("officers", 0, Escort::MOST);
    let mode = fields.choice::<EscortMode>("mode");
    let (officers, mode) = (officers?, mode?);
    let escort = Escort::new(officers, mode);
    if escort.is_none() {
        let (field, key) = if officers == 0 {
            ("officers", "slot-escort-without-officers")
        } else {
            ("mode", "slot-escort-without-mode")
        };
        fields.error(field, Msg::new(key));
    }
    escort
}

fn reason(fields: &mut Fields) -> Option<CancelReason> {
    let reason = fields.choice::<CancelReason>("reason")?;
    if custody_reasons().any(|offered| offered == reason) {
        return Some(reason);
    }
    fields.error("reason", Msg::new("form-choose"));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_becomes_a_decision_or_an_error_at_its_field() {
        let escort = |officers, mode| Escort::new(officers, mode).unwrap();
        for (sent, expected) in [
            ("step=confirm", Ok(Decision::Confirm(None))),
            ("step=confirm&officers=2&mode=in_room", Ok(Decision::Confirm(Some(escort(2, EscortMode::InRoom))))),
            ("step=confirm&officers=0&mode=none", Ok(Decision::Confirm(Some(escort(0, EscortMode::None))))),
            ("step=confirm&officers=0&mode=in_room", Err("officers")),
            ("step=escort&officers=1&mode=none", Err("mode")),
            ("step=escort&officers=10&mode=in_room", Err("officers")),
            ("step=escort&officers=x&mode=in_room", Err("officers")),
            ("step=decline&reason=lockdown", Ok(Decision::Decline(CancelReason::Lockdown))),
            ("step=decline", Err("reason")),
            ("step=cancel&reason=health", Err("reason")),
            ("step=cancel&reason=no_escort", Ok(Decision::Cancel(CancelReason::NoEscort))),
        ] {
            let mut fields = Fields::parse(sent.as_bytes()).unwrap();
            let parsed = parse(&mut fields).unwrap().map(|(decision, _)| decision);
            match expected {
                Ok(decision) => assert_eq!((parsed, fields.is_refused()), (Some(decision), false), "{sent}"),
                Err(field) => assert!(parsed.is_none() && fields.error_at(field).is_some(), "{sent}"),
            }
        }
        assert!(parse(&mut Fields::parse(b"step=hold").unwrap()).is_err());
    }
}
