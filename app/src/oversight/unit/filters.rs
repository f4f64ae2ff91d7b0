//! The bar of filters, and filters that are kept under a name: each user's own, one of which may be the one that the page opens with.

use axum::extract::Path;
use axum::response::Response;
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use uuid::Uuid;

use super::asked::{Asked, List};
use super::rules::Reason;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::db::{CareTx, DbError};
use crate::kit::form::Fields;
use crate::kit::ids::UserId;
use crate::kit::ui::{
    Button, Field, Tone, button_quiet, get_form, hidden, link_button_quiet, options_of, post_form_inline, tag,
};
use crate::routes;
use crate::web::Ctx;
use crate::{sql_all, sql_exec};

/// As many as one user keeps.
const MOST: i64 = 12;
const LONGEST: usize = 60;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SavedFilter {
    pub id: Uuid,
    pub name: String,
    pub query: String,
    pub is_default: bool,
}

/// The user's own, in the order of their names.
pub async fn of_user(tx: &mut CareTx, user: UserId) -> Result<Vec<SavedFilter>, DbError> {
    sql_all!(
        tx,
        SavedFilter,
        "select id, name, query, is_default from care_saved_filter where user_id = $1 order by name limit $2",
        user,
        MOST
    )
}

/// Keeps a filter under its name; one of the same name is replaced.
async fn keep(tx: &mut CareTx, user: UserId, filter: &SavedFilter, at: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_saved_filter (id, user_id, name, query, is_default, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (user_id, name) do update set query = excluded.query",
        filter.id,
        user,
        filter.name.as_str(),
        filter.query.as_str(),
        false,
        at
    )?;
    Ok(())
}

/// Opens the page with one filter, or with none.
async fn make_default(tx: &mut CareTx, user: UserId, id: Option<Uuid>) -> Result<(), DbError> {
    sql_exec!(tx, "update care_saved_filter set is_default = $2 where user_id = $1 and is_default", user, false)?;
    if let Some(id) = id {
        sql_exec!(tx, "update care_saved_filter set is_default = $3 where id = $1 and user_id = $2", id, user, true)?;
    }
    Ok(())
}

async fn drop_own(tx: &mut CareTx, user: UserId, id: Uuid) -> Result<(), DbError> {
    sql_exec!(tx, "delete from care_saved_filter where id = $1 and user_id = $2", id, user)?;
    Ok(())
}

pub async fn save(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let asked = Asked::parse(fields.get("query"));
    let name = fields.required("name", LONGEST);
    let place = ctx.place()?.id;
    if fields.is_refused() {
        return super::pages::show(&ctx, &asked, fields).await;
    }
    let mut tx = ctx.care_write(Permission::UnitRead, Subject::Facility(place), "saved_filter").await?;
    let filter = SavedFilter { id: ctx.new_id(), name, query: asked.filters(), is_default: false };
    keep(&mut tx, ctx.actor.id, &filter, ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&asked.address(asked.list()), "flash-filter-saved"))
}

/// Makes a filter the one that the page opens with, or takes that from it.
pub async fn set_default(ctx: Ctx, Path(id): Path<Uuid>, fields: Fields) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::UnitRead, Subject::Facility(place), "saved_filter").await?;
    make_default(&mut tx, ctx.actor.id, fields.has("on").then_some(id)).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::UNIT, "flash-filter-default"))
}

pub async fn discard(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::UnitRead, Subject::Facility(place), "saved_filter").await?;
    drop_own(&mut tx, ctx.actor.id, id).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::UNIT, "flash-filter-discarded"))
}

/// By whom and by what to filter, what was saved, and the way to save this.
pub fn bar(lang: Lang, asked: &Asked, leads: Vec<(String, String)>, saved: &[SavedFilter], typed: &Fields) -> AnyView {
    let chosen = Fields::new().with("lead", &asked.lead).with("reason", &asked.reason);
    let field = |name: &'static str, key: &str| Field::new(&chosen, lang, name, lang.t(key));
    let any = || Some(lang.t("oversight-any").into_owned());
    let body = view! {
        {hidden("show", asked.list().map_or("", List::as_str))}
        {field("lead", "oversight-practitioner").select(leads, any())}
        {field("reason", "unit-reason").select(options_of!(Reason, lang), any())}
        {button_quiet(lang.t("oversight-show"))}
    };
    let kept = saved.iter().map(|filter| chip(lang, asked, filter)).collect_view();
    let save = view! {
        {hidden("query", asked.filters())}
        {Field::new(typed, lang, "name", lang.t("unit-filter-name")).text()}
        {button_quiet(lang.t("unit-filter-save"))}
    };
    let filtered = !asked.filters().is_empty();
    view! {
        {get_form(routes::UNIT, body.into_any())}
        <div class="saved no-print">
            {(!saved.is_empty()).then(|| view! { <ul aria-label=lang.t("unit-filters-saved")>{kept}</ul> })}
            {filtered.then(|| link_button_quiet(format!("{}?show=", routes::UNIT), lang.t("oversight-show-all")))}
            {filtered.then(|| post_form_inline(routes::UNIT_FILTERS, save.into_any()))}
        </div>
    }
    .into_any()
}

fn chip(lang: Lang, asked: &Asked, filter: &SavedFilter) -> AnyView {
    let here = (asked.filters() == filter.query).then_some("true");
    let name = filter.name.clone();
    let turn = if filter.is_default {
        Button::new(lang.t("unit-filter-not-default")).quiet().about(name.clone()).submit()
    } else {
        view! { {hidden("on", "1")} {Button::new(lang.t("unit-filter-default")).quiet().about(name.clone()).submit()} }
            .into_any()
    };
    let discard = Button::new(lang.t("unit-filter-discard")).quiet().about(name.clone()).submit();
    view! {
        <li>
            <a href=Asked::parse(&filter.query).address(Asked::parse(&filter.query).list()) aria-current=here>{name}</a>
            {filter.is_default.then(|| tag(Tone::Ok, lang.t("unit-filter-is-default")))}
            {post_form_inline(routes::unit_filter_default(filter.id), turn)}
            {post_form_inline(routes::unit_filter_discard(filter.id), discard)}
        </li>
    }
    .into_any()
}
