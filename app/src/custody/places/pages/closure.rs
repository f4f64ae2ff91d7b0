//! One closure: which live sessions lie in it, and the button that takes it back.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::{store, view};
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::kit::ids::ClosureId;
use crate::kit::ui::{Tone, button_danger, card, facts, notice, post_form, section};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<ClosureId>) -> Result<Response> {
    let place = ctx.place()?;
    let mut tx = ctx.custody(Permission::PlaceManage, Subject::Facility(place.id), "closure").await?;
    let closure = store::closure(&mut tx, place.id, id).await?.ok_or(AppError::NotFound)?;
    let live = closure.is_live(ctx.now());
    let touched = if live {
        store::touched(&mut tx, (place.id, closure.room_id), (closure.starts_at, closure.ends_at)).await?
    } else {
        Vec::new()
    };
    drop(tx);
    let lang = ctx.lang;
    let title = view::closed_what(lang, &closure);
    Ok(ctx.page(title.clone(), || {
        let by = closure.by.clone().unwrap_or_else(|| lang.t("places-by-system").into_owned());
        let told = facts(vec![
            (
                lang.t("places-when").into_owned(),
                view::span(lang, ctx.zone(), closure.starts_at, closure.ends_at).into_any(),
            ),
            (lang.t("places-why").into_owned(), closure.kind.label(lang).into_any()),
            (lang.t("places-state").into_owned(), view::closure_state(lang, &closure, ctx.now())),
            (
                lang.t("places-entered").into_owned(),
                format!("{by}, {}", lang.date_time(closure.created_at, ctx.zone())).into_any(),
            ),
        ]);
        let heading = lang.t_with("places-touched", &[("n", touched.len().into())]);
        let list = view::touched_table(
            lang,
            ctx.zone(),
            heading.clone(),
            &touched,
            |slot| routes::slot(slot.id),
            lang.t("places-none-touched").into_owned(),
        );
        let to_do = (!touched.is_empty()).then(|| notice(Tone::Warn, lang.t("places-touched-what")));
        let again = live.then(|| {
            let body = view! { <p>{lang.t("places-reopen-what")}</p>{button_danger(lang.t("places-reopen"))} };
            let form = post_form(routes::closure_end(closure.id), body.into_any());
            view! { <div class="no-print">{card(lang.t("places-reopen"), form)}</div> }
        });
        view! {
            <p class="no-print"><a href=routes::CLOSURES>{lang.t("places-back-to-closures")}</a></p>
            <h1>{title.clone()}</h1>
            {told}
            {live.then(|| section(heading, view! { {to_do}{list} }.into_any()))}
            {again}
        }
        .into_any()
    }))
}

/// Opens again. Pressed twice it says the same.
pub async fn end(ctx: Ctx, Path(id): Path<ClosureId>) -> Result<Response> {
    let place = ctx.place()?;
    let mut tx = ctx.custody_write(Permission::PlaceManage, Subject::Facility(place.id), "closure").await?;
    store::closure(&mut tx, place.id, id).await?.ok_or(AppError::NotFound)?;
    store::reopen(&mut tx, place.id, id, ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::closure(id), "flash-closure-ended"))
}
