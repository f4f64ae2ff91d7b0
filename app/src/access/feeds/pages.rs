//! One's own calendars: made, renewed and revoked. A new address is shown once, on the page that answers the form.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use leptos::prelude::*;

use super::store::{self, Feed, Wanted};
use super::{FeedKind, new_token, token_hash};
use crate::access::policy::Permission;
use crate::error::Result;
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::{FeedId, RoomId};
use crate::kit::ui::{
    Button, Field, Header, Tone, button, card, error_summary, notice, notice_with, post_form, post_form_inline,
    table_under_heading,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    show(&ctx, Fields::new(), None).await
}

/// The kinds of calendar that this user may see the sessions of.
fn kinds(ctx: &Ctx) -> Vec<FeedKind> {
    FeedKind::ALL
        .iter()
        .copied()
        .filter(|kind| match kind {
            FeedKind::Own => ctx.may(Permission::SessionRecord),
            FeedKind::Room | FeedKind::Facility => ctx.may(Permission::BoardRead),
        })
        .collect()
}

async fn show(ctx: &Ctx, fields: Fields, address: Option<String>) -> Result<Response> {
    let kinds = kinds(ctx);
    let mut tx = ctx.app.gate.unattended_read().await?;
    let feeds = store::of_user(&mut tx, ctx.actor.id).await?;
    let rooms = match ctx.actor.place() {
        Some(place) if kinds.contains(&FeedKind::Room) => store::rooms(&mut tx, place.id).await?,
        _ => Vec::new(),
    };
    drop(tx);
    let title = ctx.lang.t("feeds-title");
    let body = || view(ctx, &kinds, &rooms, &feeds, &fields, address.as_deref());
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

pub async fn make(ctx: Ctx, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    let place = ctx.place()?.id;
    let kind = fields.choice::<FeedKind>("kind");
    let room = if kind == Some(FeedKind::Room) { fields.choice::<RoomId>("room") } else { None };
    let (Some(kind), false) = (kind, fields.is_refused()) else { return show(&ctx, fields, None).await };
    if !kinds(&ctx).contains(&kind) {
        fields.error("kind", Msg::new("form-choose"));
        return show(&ctx, fields, None).await;
    }
    let token = new_token();
    let mut tx = ctx.system_write_own("feed").await?;
    if let Some(room) = room
        && !store::rooms(&mut tx, place).await?.iter().any(|(held, _)| *held == room)
    {
        drop(tx);
        fields.error("room", Msg::new("form-choose"));
        return show(&ctx, fields, None).await;
    }
    let wanted = Wanted { kind, facility: place, room };
    store::make(&mut tx, (ctx.new_id(), ctx.actor.id), wanted, &token_hash(&token), ctx.now()).await?;
    tx.commit().await?;
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let scheme = if ctx.app.secure { "https" } else { "http" };
    let address = format!("{scheme}://{host}{}", routes::feed(&token));
    show(&ctx, Fields::new(), Some(address)).await
}

pub async fn revoke(ctx: Ctx, Path(id): Path<FeedId>) -> Result<Response> {
    let mut tx = ctx.system_write_own("feed").await?;
    store::revoke(&mut tx, ctx.actor.id, id, ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::FEEDS, "flash-feed-revoked"))
}

fn view(
    ctx: &Ctx,
    kinds: &[FeedKind],
    rooms: &[(RoomId, String)],
    feeds: &[Feed],
    fields: &Fields,
    address: Option<&str>,
) -> AnyView {
    let lang = ctx.lang;
    let headers = ["feeds-calendar", "feeds-made", "feeds-fetched"].map(|key| Header::new(lang.t(key)));
    let headers = headers.into_iter().chain([Header::new(lang.t("kit-actions")).away()]).collect();
    let rows = feeds.iter().map(|feed| row(ctx, feed)).collect();
    let title = lang.t("feeds-mine");
    view! {
        {error_summary(fields, lang)}
        <p><a href=routes::ACCOUNT>{lang.t("access-account")}</a></p>
        <h1>{lang.t("feeds-title")}</h1>
        <p class="lead">{lang.t("feeds-lead")}</p>
        {address.map(|address| shown_once(lang, address))}
        {card(title.clone(), table_under_heading(title, headers, rows, lang.t("feeds-none")))}
        {form(lang, kinds, rooms, fields)}
    }
    .into_any()
}

fn shown_once(lang: Lang, address: &str) -> AnyView {
    let address = address.to_owned();
    let href = address.clone();
    notice_with(
        Tone::Ok,
        view! { <p>{lang.t("feeds-new")}</p><p><a href=href><code>{address}</code></a></p><p>{lang.t("feeds-once")}</p> }.into_any(),
    )
}

fn what(lang: Lang, feed: &Feed) -> String {
    match &feed.room {
        Some(room) => format!("{}: {room}, {}", feed.kind.label(lang), feed.facility),
        None => format!("{}: {}", feed.kind.label(lang), feed.facility),
    }
}

fn row(ctx: &Ctx, feed: &Feed) -> AnyView {
    let lang = ctx.lang;
    let what = what(lang, feed);
    let fetched =
        feed.fetched_at.map_or_else(|| lang.t("feeds-never").into_owned(), |at| lang.date_time(at, ctx.zone()));
    let revoke = Button::new(lang.t("feeds-revoke")).about(what.clone()).quiet().submit();
    view! {
        <tr>
            <th scope="row">{what}</th>
            <td>{lang.date_time(feed.created_at, ctx.zone())}</td>
            <td>{fetched}</td>
            <td>{post_form_inline(routes::feed_revoke(feed.id), revoke)}</td>
        </tr>
    }
    .into_any()
}

fn form(lang: Lang, kinds: &[FeedKind], rooms: &[(RoomId, String)], fields: &Fields) -> AnyView {
    if kinds.is_empty() {
        return notice(Tone::Plain, lang.t("feeds-not-for-role"));
    }
    let options = kinds.iter().map(|kind| (kind.as_str().to_owned(), kind.label(lang).into_owned())).collect();
    let rooms: Vec<(String, String)> = rooms.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let room = (!rooms.is_empty()).then(|| {
        Field::new(fields, lang, "room", lang.t("feeds-room"))
            .hint(lang.t("feeds-room-hint"))
            .select(rooms, Some(String::new()))
    });
    let body = view! {
        {Field::new(fields, lang, "kind", lang.t("feeds-kind")).required().radios(options)}
        {room}
        <p class="sub">{lang.t("feeds-renew-hint")}</p>
        <div class="actions">{button(lang.t("feeds-make"))}</div>
    };
    card(lang.t("feeds-make-title"), post_form(routes::FEEDS, body.into_any()))
}
