//! `/regime-actions`: what is agreed and still open, by the day until which it is due, and what has been closed.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::model::{ActionLine, ActionStatus};
use super::store;
use crate::access::{Permission, Subject};
use crate::custody::people::{housing, list_name};
use crate::error::{AppError, Result};
use crate::kit::form::Fields;
use crate::kit::ids::RegimeActionId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Header, Tone, export_links, pager, post_form_inline, print_head, table_under_heading, tabs, tag,
};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    status: String,
}

impl Filter {
    /// The state that is listed: what is open, when nothing else is asked for.
    pub(super) fn status(&self) -> ActionStatus {
        ActionStatus::from_code(&self.status).unwrap_or(ActionStatus::Open)
    }
}

pub async fn list(ctx: Ctx, Query(filter): Query<Filter>, Query(query): Query<ListQuery>) -> Result<Response> {
    let lang = ctx.lang;
    let place = ctx.place()?;
    let status = filter.status();
    let mut tx = ctx.custody(Permission::RegimeActionRead, Subject::Facility(place.id), "regime_actions").await?;
    let total = store::count(&mut tx, place.id, status).await?;
    let actions = store::list(&mut tx, place.id, status, query.offset()).await?;
    drop(tx);
    let title = lang.t("regime-title");
    Ok(ctx.page(title.clone(), || {
        let links = ActionStatus::ALL
            .iter()
            .map(|status| (routes::regime_actions_of(*status), status.label(lang).into_owned()))
            .collect();
        let here = routes::regime_actions_of(status);
        let headers = vec![
            Header::new(lang.t("regime-person")),
            Header::new(lang.t("regime-what")),
            Header::new(lang.t("regime-agreed")),
            Header::new(lang.t(if status == ActionStatus::Open { "regime-due" } else { "regime-closed" })),
            Header::new(lang.t("regime-close")).away(),
        ];
        let rows = actions.iter().map(|action| row(&ctx, action)).collect();
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("regime-lead")}</p>
            {tabs(title.clone(), links, &here)}
            {table_under_heading(title.clone(), headers, rows, lang.t("regime-none"))}
            {pager(lang, &query, total, &here)}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

fn row(ctx: &Ctx, action: &ActionLine) -> AnyView {
    let lang = ctx.lang;
    let name = list_name(&action.family_name, &action.given_name);
    let place = [action.prison_number.clone(), housing(action.wing.as_deref(), &action.cell)].join(" · ");
    let late = action.status == ActionStatus::Open && action.due_on < ctx.today();
    let late = late.then(|| view! { " " {tag(Tone::Warn, lang.t("regime-late"))} });
    let day = action.closed_on.unwrap_or(action.due_on);
    let close = (action.status == ActionStatus::Open && ctx.may(Permission::RegimeActionClose)).then(|| {
        let about = format!("{name}, {}", action.action.label(lang));
        let buttons = [(ActionStatus::Done, "regime-done"), (ActionStatus::NotPossible, "regime-not-possible")].map(
            |(status, key)| {
                Button::new(lang.t(key)).about(about.clone()).quiet().named("status", status.as_str()).submit()
            },
        );
        post_form_inline(routes::regime_action(action.id), buttons.collect_view().into_any())
    });
    view! {
        <tr>
            <th scope="row">{name}" "<span class="sub">{place}</span></th>
            <td>{action.action.label(lang)}</td>
            <td>{lang.date(action.agreed_on)}</td>
            <td>{lang.date(day)}{late}</td>
            <td class="no-print">{close}</td>
        </tr>
    }
    .into_any()
}

/// Says what became of an action. Pressed twice it says the same; what a colleague has said stays.
pub async fn close(ctx: Ctx, Path(id): Path<RegimeActionId>, fields: Fields) -> Result<Response> {
    let status = match ActionStatus::from_code(fields.get("status")) {
        Some(status @ (ActionStatus::Done | ActionStatus::NotPossible)) => status,
        Some(ActionStatus::Open) | None => return Err(AppError::BadRequest),
    };
    let place = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::RegimeActionClose, Subject::Facility(place), "regime_action").await?;
    if store::close(&mut tx, (place, id), status, (ctx.actor.id, ctx.today())).await? {
        tx.commit().await?;
        return Ok(ctx.redirect_with(routes::REGIME_ACTIONS, "flash-regime-closed"));
    }
    let held = store::status(&mut tx, place, id).await?.ok_or(AppError::NotFound)?;
    let flash = if held == status { "flash-regime-closed" } else { "flash-regime-closed-before" };
    Ok(ctx.redirect_with(routes::REGIME_ACTIONS, flash))
}
