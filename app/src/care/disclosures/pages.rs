//! `/patients/{id}/disclosures`, the log of one patient with its forms, and `/disclosures`, what waits for the head.

use axum::extract::{Path, Query};
use axum::response::Response;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::model::{Basis, NewDisclosure, Status, Waiting};
use super::rules::{self, Refused};
use super::store;
use super::view::{Shown, view};
use crate::access::{Permission, Subject};
use crate::care::consents;
use crate::care::patients;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{ConsentId, DisclosureId, PersonId};
use crate::kit::page::ListQuery;
use crate::kit::ui::{Button, Header, export_links, pager, table_under_heading};
use crate::routes;
use crate::web::Ctx;

const LONGEST: usize = 4000;

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>, Query(list): Query<ListQuery>) -> Result<Response> {
    show(&ctx, id, Fields::new(), list).await
}

pub async fn propose(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let recipient = fields.required("recipient", 300);
    let content = fields.required("content", LONGEST);
    let basis = fields.choice::<Basis>("basis");
    let reason = fields.required("reason", LONGEST);
    let mut tx = ctx.care_write(Permission::DisclosureWrite, Subject::Person(id), "disclosure").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    if !head.is_open() {
        return Err(AppError::Stale);
    }
    let consent = fields.get("consent").parse::<ConsentId>().ok().filter(|_| basis == Some(Basis::Consent));
    let records = consents::store::records(&mut tx, id).await?;
    if basis.is_some_and(|basis| !rules::holds(basis, consent, &records, ctx.today())) {
        fields.error(if records.is_empty() { "basis" } else { "consent" }, Msg::new(Refused::NoConsent.key()));
    }
    let Some(basis) = basis.filter(|_| !fields.is_refused()) else {
        drop(tx);
        return show(&ctx, id, fields, ListQuery::default()).await;
    };
    let new = NewDisclosure {
        id: ctx.id_of_form(&fields, "disclosure"),
        patient: id,
        recipient,
        content,
        basis,
        consent,
        reason,
        by: ctx.actor.id,
        at: ctx.now(),
    };
    store::propose(&mut tx, &new).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::patient_disclosures(id), "flash-disclosure-proposed"))
}

/// The second pair of eyes.
pub async fn decide(
    ctx: Ctx,
    Path((id, disclosure)): Path<(PersonId, DisclosureId)>,
    mut fields: Fields,
) -> Result<Response> {
    let (status, flash) = match fields.get("do") {
        "approve" => (Status::Approved, "flash-disclosure-approved"),
        "refuse" => (Status::Refused, "flash-disclosure-refused"),
        _ => return Err(AppError::BadRequest),
    };
    let reason = if status == Status::Refused { fields.required("why", 1000) } else { fields.text("why", 1000) };
    let mut tx = ctx.care_write(Permission::DisclosureApprove, Subject::Person(id), "disclosure").await?;
    let held = store::one(&mut tx, id, disclosure).await?.ok_or(AppError::NotFound)?;
    if held.status == status {
        // Pressed twice.
        return Ok(ctx.redirect_with(&routes::patient_disclosures(id), flash));
    }
    let records = consents::store::records(&mut tx, id).await?;
    let basis_holds = rules::holds(held.basis, held.consent_id, &records, ctx.today());
    let people = (held.proposed_by, ctx.actor.id);
    if let Err(refused) = rules::decide(held.status, people, status == Status::Approved, basis_holds) {
        fields.error("", Msg::new(refused.key()));
    }
    if !fields.is_refused() {
        let seen = (disclosure, fields.version());
        if store::decide(&mut tx, seen, status, (ctx.actor.id, ctx.today()), &reason).await? {
            tx.commit().await?;
            return Ok(ctx.redirect_with(&routes::patient_disclosures(id), flash));
        }
        fields.error("", Msg::new(Refused::NotNow.key()));
    }
    drop(tx);
    fields.set("decided", disclosure.to_string());
    show(&ctx, id, fields, ListQuery::default()).await
}

pub async fn sent(
    ctx: Ctx,
    Path((id, disclosure)): Path<(PersonId, DisclosureId)>,
    mut fields: Fields,
) -> Result<Response> {
    let on = consents::pages::list::day_up_to(&mut fields, "sent_on", ctx.today());
    let mut tx = ctx.care_write(Permission::DisclosureWrite, Subject::Person(id), "disclosure").await?;
    let held = store::one(&mut tx, id, disclosure).await?.ok_or(AppError::NotFound)?;
    if held.status == Status::Sent {
        return Ok(ctx.redirect_with(&routes::patient_disclosures(id), "flash-disclosure-sent"));
    }
    let records = consents::store::records(&mut tx, id).await?;
    if let Err(refused) = rules::send(held.status, rules::holds(held.basis, held.consent_id, &records, ctx.today())) {
        fields.error("", Msg::new(refused.key()));
    }
    if on.zip(held.decided_on).is_some_and(|(on, decided)| on < decided) {
        fields.error("sent_on", Msg::new("disclosures-sent-before"));
    }
    if let Some(on) = on.filter(|_| !fields.is_refused()) {
        if store::mark_sent(&mut tx, (disclosure, fields.version()), on).await? {
            tx.commit().await?;
            return Ok(ctx.redirect_with(&routes::patient_disclosures(id), "flash-disclosure-sent"));
        }
        fields.error("", Msg::new(Refused::NotNow.key()));
    }
    drop(tx);
    fields.set("decided", disclosure.to_string());
    show(&ctx, id, fields, ListQuery::default()).await
}

async fn show(ctx: &Ctx, id: PersonId, mut fields: Fields, list: ListQuery) -> Result<Response> {
    let mut tx = ctx.care(Permission::DisclosureRead, Subject::Person(id), "disclosures").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let total = store::count_of_patient(&mut tx, id).await?;
    let disclosures = store::of_patient(&mut tx, id, list.offset()).await?;
    let records = consents::store::records(&mut tx, id).await?;
    drop(tx);
    if !fields.has("disclosure") {
        fields.set("disclosure", ctx.new_id::<DisclosureId>().to_string());
    }
    let title = format!("{} · {}", ctx.lang.t("disclosures-title"), head.name(ctx));
    let shown = Shown { head, disclosures, total, list, permitted: rules::permitted(&records, ctx.today()) };
    let body = || view(ctx, &shown, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// What waits for a second approval at the place.
pub async fn worklist(ctx: Ctx, Query(list): Query<ListQuery>) -> Result<Response> {
    let lang = ctx.lang;
    let place = ctx.place()?.clone();
    let mut tx = ctx.care(Permission::DisclosureApprove, Subject::Facility(place.id), "disclosures").await?;
    let total = store::count_waiting(&mut tx, place.id).await?;
    let waiting = store::waiting(&mut tx, place.id, list.offset()).await?;
    drop(tx);
    let title = lang.t("disclosures-waiting");
    Ok(ctx.page(title.clone(), || {
        let rows = waiting.iter().map(|held| waiting_row(&ctx, held)).collect();
        let headers = vec![
            Header::new(lang.t("patients-name")),
            Header::new(lang.t("disclosures-recipient")),
            Header::new(lang.t("disclosures-basis")),
            Header::new(lang.t("disclosures-proposed-by")),
            Header::new(lang.t("kit-actions")).away(),
        ];
        view! {
            <h1>{title.clone()}</h1>
            <p class="lead">{place.name.clone()}</p>
            {table_under_heading(title.clone(), headers, rows, lang.t("disclosures-none-waiting"))}
            {pager(lang, &list, total, routes::DISCLOSURES)}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

fn waiting_row(ctx: &Ctx, held: &Waiting) -> AnyView {
    let lang = ctx.lang;
    let who = held.who.shown(ctx, held.patient_id).identity();
    let on: NaiveDate = held.created_at.with_timezone(&ctx.zone()).date_naive();
    view! {
        <tr>
            <td>{who.clone()}</td>
            <td>{held.recipient.clone()}</td>
            <td>{held.basis.label(lang)}</td>
            <td>{held.proposed_name.clone()}<span class="sub">{lang.date(on)}</span></td>
            <td>{Button::new(lang.t("disclosures-look")).quiet().about(who).link(routes::patient_disclosures(held.patient_id))}</td>
        </tr>
    }
    .into_any()
}
