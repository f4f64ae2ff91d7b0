//! A pair: two people by their numbers, changed, ended by its last day.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::Pair;
use super::super::store;
use super::form;
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::CustodyTx;
use crate::kit::form::Fields;
use crate::kit::ids::{FacilityId, KeepApartId, PersonId};
use crate::kit::ui::{Field, Tone, button, error_summary, hidden, link_button_quiet, notice, post_form};
use crate::routes;
use crate::web::Ctx;

pub async fn new(ctx: Ctx) -> Result<Response> {
    let facility = ctx.place()?.id;
    drop(ctx.custody(Permission::CautionManage, Subject::Facility(facility), "keep_apart").await?);
    let fields = form::fresh(&ctx, ctx.new_id::<KeepApartId>().to_string());
    Ok(show_new(&ctx, &fields))
}

fn show_new(ctx: &Ctx, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let title = lang.t("cautions-new-pair");
    let body = || {
        let form = view! {
            {hidden("id", fields.get("id").to_owned())}
            <div class="pair">
                {Field::new(fields, lang, "one", lang.t("cautions-number-one")).required().short().text()}
                {Field::new(fields, lang, "other", lang.t("cautions-number-other")).required().short().text()}
            </div>
            {form::term_fields(ctx, fields)}
            <div class="actions">{button(lang.t("cautions-save"))}{link_button_quiet(routes::cautions(""), lang.t("cautions-back"))}</div>
        };
        view! {
            {error_summary(fields, lang)}
            <h1>{title.clone()}</h1>
            {post_form(routes::PAIR_NEW, form.into_any())}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}

pub async fn add(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let id: KeepApartId = ctx.id_of_form(&fields, "id");
    let facility = ctx.place()?.id;
    let term = form::term(&mut fields, &ctx);
    let mut tx = ctx.custody_write(Permission::CautionManage, Subject::Facility(facility), "keep_apart").await?;
    // The same form sent twice: the pair is there.
    if store::pair(&mut tx, facility, id).await?.is_some() {
        return Ok(ctx.redirect_with(&routes::pair(id), "flash-caution-saved"));
    }
    let one = named(&mut tx, facility, &mut fields, "one").await?;
    let other = named(&mut tx, facility, &mut fields, "other").await?;
    if one.is_some() && one == other {
        fields.error("other", Msg::new("cautions-same"));
    }
    if let (Some(one), Some(other), Some(term)) = (one, other, &term)
        && store::is_kept_apart(&mut tx, (one, other), term, id).await?
    {
        fields.error("other", Msg::new("cautions-already"));
    }
    let (Some(one), Some(other), Some(term), false) = (one, other, term, fields.is_refused()) else {
        drop(tx);
        return Ok(show_new(&ctx, &fields));
    };
    store::add_pair(&mut tx, (id, facility), (one, other), &term, (ctx.actor.id, ctx.now())).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::pair(id), "flash-caution-saved"))
}

/// Whose number stands in a field.
async fn named(tx: &mut CustodyTx, facility: FacilityId, fields: &mut Fields, field: &str) -> Result<Option<PersonId>> {
    let number = fields.required(field, 40);
    if number.is_empty() {
        return Ok(None);
    }
    let person = store::person(tx, facility, &number).await?;
    if person.is_none() {
        fields.error(field, Msg::new("cautions-nobody"));
    }
    Ok(person)
}

pub async fn page(ctx: Ctx, Path(id): Path<KeepApartId>) -> Result<Response> {
    let (pair, both) = find(&ctx, id).await?;
    let fields = form::filled(&pair.term, pair.version);
    Ok(show(&ctx, &pair, both, &fields))
}

async fn find(ctx: &Ctx, id: KeepApartId) -> Result<(Pair, i64)> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::CautionManage, Subject::Facility(facility), "keep_apart").await?;
    let pair = store::pair(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    let both = store::sessions_of_both(&mut tx, id, ctx.now()).await?;
    Ok((pair, both))
}

fn show(ctx: &Ctx, pair: &Pair, both: i64, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let title = lang.t("cautions-pair");
    let body = || {
        let other = pair.other();
        let names = [&pair.person, &other].map(|held| format!("{} · {}", held.name(), held.place()));
        let booked = (both > 0).then(|| notice(Tone::Bad, lang.t_with("cautions-both-booked", &[("n", both.into())])));
        let form = view! {
            {hidden("version", fields.get("version").to_owned())}
            {form::term_fields(ctx, fields)}
            <div class="actions">{button(lang.t("cautions-save"))}{link_button_quiet(routes::cautions(""), lang.t("cautions-back"))}</div>
        };
        view! {
            {error_summary(fields, lang)}
            <h1>{title.clone()}</h1>
            <ul>{names.map(|name| view! { <li>{name}</li> }).collect_view()}</ul>
            {booked}
            {post_form(routes::pair(pair.id), form.into_any())}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}

pub async fn save(ctx: Ctx, Path(id): Path<KeepApartId>, mut fields: Fields) -> Result<Response> {
    let Some(term) = form::term(&mut fields, &ctx) else {
        let (pair, both) = find(&ctx, id).await?;
        return Ok(show(&ctx, &pair, both, &fields));
    };
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::CautionManage, Subject::Facility(facility), "keep_apart").await?;
    let held = store::pair(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    if held.term != term {
        if !store::change_pair(&mut tx, (facility, id), fields.version(), &term).await? {
            drop(tx);
            fields.set("version", held.version.to_string());
            fields.error("", Msg::new("cautions-stale"));
            let (pair, both) = find(&ctx, id).await?;
            return Ok(show(&ctx, &pair, both, &fields));
        }
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::cautions(""), "flash-caution-saved"))
}
