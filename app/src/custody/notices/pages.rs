//! `/notices`: what health asks of custody for whom, until when, and the button that says it was read. The coordinator sees the
//! facility, an officer the own wings.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::model::{ListedNotice, standing_view};
use super::store::{self, Span};
use crate::access::{Permission, Subject};
use crate::custody::people::{absence_key, housing};
use crate::error::{AppError, Result};
use crate::kit::db::CustodyTx;
use crate::kit::ids::{NoticeId, WingId};
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Header, Tone, export_links, pager, post_form_inline, print_head, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Query(list): Query<ListQuery>) -> Result<Response> {
    let place = ctx.place()?;
    let (mut tx, wings) = open(&ctx, "notices").await?;
    let span = Span { facility: place.id, wings: wings.as_deref(), today: ctx.today() };
    let (total, waiting) = store::count(&mut tx, &span).await?;
    let notices = store::live(&mut tx, &span, list.offset()).await?;
    drop(tx);
    let lang = ctx.lang;
    let title = lang.t("notices-title");
    let place_name = place.name.clone();
    Ok(ctx.page(title.clone(), || {
        let lead = lang.t_with("notices-waiting", &[("n", waiting.into())]);
        view! {
            {print_head(lang, place_name, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lead}</p>
            <p>{lang.t("notices-explained")}</p>
            {list_view(&ctx, &notices)}
            {pager(lang, &list, total, routes::NOTICES)}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

/// A transaction for what the user may see: every wing when the second part is `None`. Each of an officer's wings is asked for
/// by itself, so that the policy answers for each and the access log names it.
pub(super) async fn open(ctx: &Ctx, object: &'static str) -> Result<(CustodyTx, Option<Vec<WingId>>)> {
    let place = ctx.place()?;
    let Some(own) = ctx.actor.wings(place.id) else {
        let tx = ctx.custody(Permission::NoticeRead, Subject::Facility(place.id), object).await?;
        return Ok((tx, None));
    };
    let mut open = None;
    for wing in &own {
        drop(open.take());
        open = Some(ctx.custody(Permission::NoticeRead, Subject::Wing(place.id, *wing), object).await?);
    }
    Ok((open.ok_or(AppError::NotFound)?, Some(own)))
}

/// Pressed twice, or by two people, it is the first press that counts.
pub async fn acknowledge(ctx: Ctx, Path(id): Path<NoticeId>) -> Result<Response> {
    let place = ctx.place()?;
    let mut tx = ctx.custody_write(Permission::NoticeAcknowledge, Subject::Facility(place.id), "notice").await?;
    if !store::is_here(&mut tx, id, place.id).await? {
        return Err(AppError::NotFound);
    }
    store::acknowledge(&mut tx, id, ctx.actor.id, ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::NOTICES, "flash-notice-acknowledged"))
}

fn list_view(ctx: &Ctx, notices: &[ListedNotice]) -> AnyView {
    let lang = ctx.lang;
    let headers =
        ["custody-name", "custody-number", "custody-cell", "notices-notice", "notices-until", "notices-state"]
            .map(|key| Header::new(lang.t(key)))
            .to_vec();
    let rows = notices.iter().map(|notice| row(ctx, notice)).collect();
    table_under_heading(lang.t("notices-title"), headers, rows, lang.t("notices-none"))
}

fn row(ctx: &Ctx, notice: &ListedNotice) -> AnyView {
    let lang = ctx.lang;
    let absent = absence_key(notice.presence).map(|key| tag(Tone::Warn, lang.t(key)));
    let agreed = notice.sharing_agreed.then(|| view! { <span class="sub">{lang.t("notices-sharing-agreed")}</span> });
    view! {
        <tr>
            <td><b>{notice.name()}</b>" "{absent}</td>
            <td class="nowrap">{notice.prison_number.clone()}</td>
            <td class="nowrap">{housing(notice.wing.as_deref(), &notice.cell)}</td>
            <td><b>{notice.terms.words(lang)}</b>{agreed}</td>
            <td>{standing_view(lang, notice.expires_on, None, ctx.today())}</td>
            <td>{state(ctx, notice)}</td>
        </tr>
    }
    .into_any()
}

fn state(ctx: &Ctx, notice: &ListedNotice) -> AnyView {
    let lang = ctx.lang;
    if let Some(at) = notice.acknowledged_at {
        let by = notice.acknowledged_by.clone().unwrap_or_default();
        let words = lang
            .t_with("notices-acknowledged-by", &[("name", by.into()), ("at", lang.date_time(at, ctx.zone()).into())]);
        return view! { {tag(Tone::Ok, lang.t("notices-acknowledged"))}<span class="sub">{words}</span> }.into_any();
    }
    let open = tag(Tone::Warn, lang.t("notices-not-acknowledged"));
    let button = ctx.may(Permission::NoticeAcknowledge).then(|| {
        let about = format!("{}, {}", notice.name(), notice.terms.words(lang));
        let button = Button::new(lang.t("notices-acknowledge")).about(about).submit();
        view! { <div class="no-print">{post_form_inline(routes::notice_acknowledge(notice.id), button)}</div> }
    });
    view! { {open}{button} }.into_any()
}
