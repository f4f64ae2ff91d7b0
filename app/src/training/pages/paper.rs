//! A certificate as it is printed. Whoever holds it opens it from the own page, whoever reads the register from there.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::certificate::Certificate;
use super::super::door::open;
use super::super::store;
use super::tables::{span, standing_tag};
use crate::access::{Permission, Subject as About};
use crate::error::{AppError, Result};
use crate::kit::ids::CertificateId;
use crate::kit::ui::{Tone, notice};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<CertificateId>) -> Result<Response> {
    let mut tx = open(&ctx, Permission::TrainingRead, About::System, "certificate").await?;
    let paper = store::certificate(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("training-certificate"), || view(&ctx, &paper)))
}

pub async fn own(ctx: Ctx, Path(id): Path<CertificateId>) -> Result<Response> {
    let mut tx = open(&ctx, Permission::TrainingOwn, About::Own, "certificate").await?;
    let paper = store::own_certificate(&mut tx, id, ctx.actor.id).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("training-certificate"), || view(&ctx, &paper)))
}

fn view(ctx: &Ctx, paper: &Certificate) -> AnyView {
    let lang = ctx.lang;
    let genuine = paper.standing(&ctx.app.key.trusted(), ctx.today()).is_some();
    let state = if genuine {
        view! { <p class="no-print">{standing_tag(lang, paper.valid_until, paper.revoked_on, ctx.today())}</p> }
            .into_any()
    } else {
        notice(Tone::Bad, lang.t("training-check-broken"))
    };
    let days = lang.t_with("training-paper-days", &[("days", span(lang, paper.starts_on, paper.ends_on).into())]);
    let valid = lang.t_with(
        "training-paper-valid",
        &[("from", lang.date(paper.issued_on).into()), ("until", lang.date(paper.valid_until).into())],
    );
    let check = lang.t_with("training-paper-check", &[("address", routes::CERTIFICATE_CHECK.into())]);
    view! {
        {state}
        <article class="certificate">
            <h1>{lang.t("training-certificate")}</h1>
            <p class="sub">{lang.t("training-paper-given")}</p>
            <p class="holder">{paper.name.clone()}</p>
            <p>{paper.institution.clone()}</p>
            <p>{lang.t("training-paper-for")}</p>
            <h2>{paper.subject.label(lang)}</h2>
            <p>{paper.level.label(lang)}</p>
            <p>{days}</p>
            <p>{valid}</p>
            <div class="lines"><p>{lang.t("training-paper-head")}</p><p>{lang.t("training-paper-trainers")}</p></div>
            <p class="code">{lang.t("training-code")}": "<b>{paper.code.clone()}</b></p>
            <p class="sub">{check}</p>
        </article>
    }
    .into_any()
}
