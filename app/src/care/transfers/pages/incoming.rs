//! One package in the unit that it was sent to. Before it is received it says who comes, from where, and how much is open;
//! with receiving it the unit takes the patient over and may read what came.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Incoming};
use super::super::model::{Package, PackageStatus};
use super::super::rules::ReceiveRefused;
use super::parts;
use crate::access::Permission;
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::PackageId;
use crate::kit::ui::{
    Tone, button, card, error_summary, facts, link_button, link_button_quiet, notice, post_form_inline, print_head,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<PackageId>) -> Result<Response> {
    show(&ctx, id, &Fields::new()).await
}

pub async fn receive(ctx: Ctx, Path(id): Path<PackageId>, mut fields: Fields) -> Result<Response> {
    match api::receive(&ctx, id).await? {
        Ok(()) => Ok(ctx.redirect_with(&routes::package(id), "flash-package-received")),
        Err(ReceiveRefused::Already) => Ok(ctx.redirect_with(&routes::package(id), "flash-package-was-received")),
        Err(ReceiveRefused::NotArrived) => {
            fields.error("", Msg::new("packages-not-arrived"));
            show(&ctx, id, &fields).await
        }
        // The gate lets nobody near a package that was withdrawn; it went between the look and the press.
        Err(ReceiveRefused::NotThere) => Ok(ctx.redirect_with(routes::PACKAGES, "flash-package-gone")),
    }
}

async fn show(ctx: &Ctx, id: PackageId, fields: &Fields) -> Result<Response> {
    let incoming = api::incoming(ctx, id).await?;
    let title = incoming.package.shown(ctx).name();
    let body = || view(ctx, &incoming, fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, incoming: &Incoming, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let package = &incoming.package;
    let who = package.shown(ctx);
    let what = format!("{} · {}", lang.t("packages-package"), who.identity());
    let received = incoming.contents.as_ref().map(|contents| {
        view! {
            {card(lang.t("packages-package"), parts::words(lang, package))}
            {card(lang.t("packages-open"), parts::matters(lang, &incoming.matters))}
            {parts::contents(ctx, contents)}
        }
    });
    let waits = incoming.contents.is_none().then(|| {
        view! {
            {card(lang.t("packages-what-comes"), parts::matters(lang, &incoming.matters))}
            {receive_card(ctx, package)}
        }
    });
    view! {
        {print_head(lang, package.to_name.clone(), what, ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        {error_summary(fields, lang)}
        <h1>{who.name()}{who.beside()}</h1>
        <p>{parts::state(lang, package.status)}</p>
        {travel(ctx, package)}
        {waits}
        {received}
        <div class="actions no-print">
            {(package.status == PackageStatus::Received).then(|| link_button(routes::patient(package.patient_id), lang.t("packages-open-record")))}
            {link_button_quiet(routes::PACKAGES, lang.t("packages-inbox"))}
        </div>
    }
    .into_any()
}

/// From where, by whom and when.
fn travel(ctx: &Ctx, package: &Package) -> AnyView {
    let lang = ctx.lang;
    let mut lines = vec![
        ("packages-from", package.from_name.clone()),
        ("packages-sent-by", package.prepared_by.clone()),
        ("packages-sent", package.sent_at.map(|at| lang.date_time(at, ctx.zone())).unwrap_or_default()),
    ];
    if let (Some(by), Some(at)) = (&package.received_by, package.received_at) {
        lines.push(("packages-received", format!("{}, {by}", lang.date_time(at, ctx.zone()))));
    }
    facts(lines.into_iter().map(|(key, value)| (lang.t(key).into_owned(), value.into_any())).collect())
}

fn receive_card(ctx: &Ctx, package: &Package) -> AnyView {
    let lang = ctx.lang;
    let body = if !package.arrived {
        notice(Tone::Calm, lang.t("packages-not-arrived"))
    } else if ctx.may(Permission::TransferWrite) {
        view! {
            <p>{lang.t("packages-receive-text")}</p>
            {post_form_inline(routes::package(package.id), button(lang.t("packages-receive")))}
        }
        .into_any()
    } else {
        notice(Tone::Plain, lang.t("packages-for-practitioners"))
    };
    card(lang.t("packages-receive"), body)
}
