//! `/samples/{id}`: how a sample was drawn and how far it has come; for the review its charts, and the ways to end it.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::list::status_tag;
use super::model::{Chart, Sample, Status};
use super::standards::STANDARDS;
use super::{rules, store};
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::SampleId;
use crate::kit::ui::{
    Field, Header, Tone, button, button_danger, error_summary, facts, hidden, link_button, link_button_quiet,
    post_form, post_form_inline, print_head, section, table_under_heading, tag,
};
use crate::oversight::hours::period::name;
use crate::routes;
use crate::web::Ctx;

const LONGEST: usize = 1000;

pub async fn page(ctx: Ctx, Path(id): Path<SampleId>) -> Result<Response> {
    show(&ctx, id, Fields::new()).await
}

async fn show(ctx: &Ctx, id: SampleId, fields: Fields) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::SampleRead, Subject::Facility(place), "sample").await?;
    let sample = store::one(&mut tx, place, id).await?.ok_or(AppError::NotFound)?;
    let charts = if ctx.may(Permission::SampleWork) { store::charts(&mut tx, id).await? } else { Vec::new() };
    drop(tx);
    let title = ctx.lang.t("samples-one");
    let body = || view(ctx, &sample, &charts, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// How the sample was drawn: with this, whoever has the list of charts can draw it again.
pub(super) fn known(ctx: &Ctx, sample: &Sample) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let said = |key: &str, value: String| (lang.t(key).into_owned(), value.into_any());
    let mut known = vec![
        said(
            "samples-period",
            format!("{} ({} – {})", name(lang, &sample.period), lang.date(sample.starts_on), lang.date(sample.ends_on)),
        ),
        said("samples-seed", sample.seed.clone()),
        said("samples-wanted", sample.wanted.to_string()),
        said("samples-of", sample.charts.to_string()),
        said("samples-drawn", sample.drawn.to_string()),
        said("samples-by", format!("{}, {}", sample.drawn_by, lang.date_time(sample.drawn_at, zone))),
        said("samples-done", sample.done.to_string()),
    ];
    if let (Some(by), Some(at)) = (&sample.ended_by, sample.ended_at) {
        known.push(said("samples-ended", format!("{by}, {}", lang.date_time(at, zone))));
    }
    let left_out = sample.drawn - sample.done;
    if sample.status == Status::Closed && left_out > 0 {
        known.push(said("samples-left-out", left_out.to_string()));
    }
    if !sample.reason.is_empty() {
        known.push(said("samples-reason", sample.reason.clone()));
    }
    facts(known)
}

fn view(ctx: &Ctx, sample: &Sample, charts: &[Chart], fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let works = ctx.may(Permission::SampleWork);
    let place = ctx.place().map(|place| place.name.clone()).unwrap_or_default();
    let results = (works || sample.status == Status::Closed)
        .then(|| link_button(routes::sample_results(sample.id), lang.t("samples-results")));
    let practitioners = (ctx.may(Permission::SamplePractitioners) && sample.status == Status::Closed)
        .then(|| link_button_quiet(routes::sample_practitioners(sample.id), lang.t("samples-practitioners")));
    view! {
        {print_head(lang, place, lang.t("samples-one"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("samples-one")}" "{status_tag(lang, sample.status)}</h1>
        {error_summary(fields, lang)}
        {known(ctx, sample)}
        <div class="actions no-print">
            {results}{practitioners}
            {link_button_quiet(routes::SAMPLES, lang.t("samples-all"))}
        </div>
        {works.then(|| section(lang.t("samples-charts"), charts_table(ctx, sample, charts)))}
        {(works && sample.status == Status::Open).then(|| ending(ctx, sample, fields))}
    }
    .into_any()
}

fn charts_table(ctx: &Ctx, sample: &Sample, charts: &[Chart]) -> AnyView {
    let lang = ctx.lang;
    let headers = vec![
        Header::new(lang.t("samples-number")).numeric(),
        Header::new(lang.t("voice-patient")),
        Header::new(lang.t("samples-saved")),
        Header::new(lang.t("voice-state")),
    ];
    let rows = charts
        .iter()
        .map(|chart| {
            let who = chart.who.shown(ctx, chart.patient_id);
            let saved = chart
                .saved_by
                .as_ref()
                .zip(chart.saved_at)
                .map(|(by, at)| format!("{by}, {}", lang.date_time(at, ctx.zone())));
            let name = if chart.is_here {
                view! { <a href=routes::sample_chart(sample.id, chart.position)>{who.name()}</a> }.into_any()
            } else {
                who.name().into_any()
            };
            view! {
                <tr>
                    <td class="n">{chart.position}</td>
                    <td>{name}{who.beside()}</td>
                    <td>{saved}</td>
                    <td>{progress(ctx, chart)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table_under_heading(lang.t("samples-charts"), headers, rows, lang.t("samples-no-charts"))
}

fn progress(ctx: &Ctx, chart: &Chart) -> AnyView {
    let lang = ctx.lang;
    if rules::is_finished(chart.answered) {
        return tag(Tone::Ok, lang.t("samples-chart-done"));
    }
    if !chart.is_here {
        return tag(Tone::Plain, lang.t("samples-chart-away"));
    }
    let said = lang.t_with("samples-answered", &[("n", chart.answered.into()), ("of", STANDARDS.len().into())]);
    tag(if chart.answered == 0 { Tone::Plain } else { Tone::Calm }, said)
}

/// Closing, and giving up what was drawn by mistake: the draw stays on the list either way, so that nobody draws until it suits.
fn ending(ctx: &Ctx, sample: &Sample, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let version = || hidden("version", sample.version.to_string());
    let close = post_form_inline(
        routes::sample_close(sample.id),
        view! { {version()}{button(lang.t("samples-close"))} }.into_any(),
    );
    let give_up = view! {
        {version()}
        {Field::new(fields, lang, "reason", lang.t("samples-reason")).required().note_box(2)}
        <div class="actions">{button_danger(lang.t("samples-give-up"))}</div>
    };
    view! {
        <div class="no-print">
            {section(lang.t("samples-end"), view! {
                <p>{lang.t("samples-close-text")}</p>
                <div class="actions">{close}</div>
                <details open=fields.error_at("reason").is_some()>
                    <summary>{lang.t("samples-give-up-open")}</summary>
                    <p>{lang.t("samples-give-up-text")}</p>
                    {post_form(routes::sample_give_up(sample.id), give_up.into_any())}
                </details>
            }.into_any())}
        </div>
    }
    .into_any()
}

/// Closes a sample of which every chart is finished.
pub async fn close(ctx: Ctx, Path(id): Path<SampleId>, fields: Fields) -> Result<Response> {
    end(&ctx, id, Status::Closed, fields).await
}

pub async fn give_up(ctx: Ctx, Path(id): Path<SampleId>, mut fields: Fields) -> Result<Response> {
    fields.required("reason", LONGEST);
    end(&ctx, id, Status::GivenUp, fields).await
}

async fn end(ctx: &Ctx, id: SampleId, status: Status, mut fields: Fields) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::SampleWork, Subject::Facility(place), "sample").await?;
    store::lock(&mut tx, id).await?;
    let sample = store::one(&mut tx, place, id).await?.ok_or(AppError::NotFound)?;
    let flash = if status == Status::Closed { "flash-sample-closed" } else { "flash-sample-given-up" };
    if sample.status == status {
        // Pressed twice.
        return Ok(ctx.redirect_with(&routes::sample(id), flash));
    }
    if status == Status::Closed {
        let charts = store::charts(&mut tx, id).await?;
        let answered: Vec<_> = charts.iter().map(|chart| (chart.position, chart.answered, chart.is_here)).collect();
        let missing = rules::unfinished(&answered);
        if !missing.is_empty() {
            let numbers = missing.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            fields.error("", Msg::with("samples-unfinished", [("numbers", numbers.into())]));
        }
    }
    let reason = if status == Status::GivenUp { fields.get("reason").to_owned() } else { String::new() };
    if !fields.is_refused() {
        let seen = (id, fields.version());
        if store::end(&mut tx, seen, (status, &reason), (ctx.actor.id, ctx.now())).await? {
            tx.commit().await?;
            return Ok(ctx.redirect_with(&routes::sample(id), flash));
        }
        fields.error("", Msg::new("samples-changed"));
    }
    drop(tx);
    show(ctx, id, fields).await
}
