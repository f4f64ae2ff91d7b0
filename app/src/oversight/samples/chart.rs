//! `/samples/{id}/charts/{number}`: one chart held against the standards. It is saved with as much as there is, and again until the
//! sample is closed.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::model::{Chart, Finding, Sample, Status};
use super::standards::{STANDARDS, Source, Standard, Verdict};
use super::store;
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
use crate::kit::ids::{FacilityId, SampleId};
use crate::kit::ui::{
    Button, Field, Tone, button, card, error_summary, hidden, link_button_quiet, notice, options_of, post_form,
    print_head,
};
use crate::routes;
use crate::web::Ctx;

const LONGEST: usize = 1000;

/// A chart as it stands in its sample.
struct Page {
    sample: Sample,
    chart: Chart,
    findings: Vec<Finding>,
}

fn verdict_field(standard: Standard) -> String {
    format!("verdict-{standard}")
}

fn remark_field(standard: Standard) -> String {
    format!("remark-{standard}")
}

pub async fn page(ctx: Ctx, Path((id, position)): Path<(SampleId, i32)>) -> Result<Response> {
    show(&ctx, id, position, Fields::new()).await
}

/// Whose chart it is, so that looking at it is recorded with the patient's record.
async fn find(ctx: &Ctx, id: SampleId, position: i32) -> Result<(Sample, Chart)> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::SampleWork, Subject::Facility(place), "sample").await?;
    held(&mut tx, place, id, position).await
}

async fn held(tx: &mut CareTx, place: FacilityId, id: SampleId, position: i32) -> Result<(Sample, Chart)> {
    let sample = store::one(tx, place, id).await?.ok_or(AppError::NotFound)?;
    let charts = store::charts(tx, id).await?;
    let chart = charts.into_iter().find(|chart| chart.position == position).ok_or(AppError::NotFound)?;
    Ok((sample, chart))
}

async fn show(ctx: &Ctx, id: SampleId, position: i32, mut fields: Fields) -> Result<Response> {
    let (sample, chart) = find(ctx, id, position).await?;
    let mut tx = ctx.care(Permission::SampleWork, Subject::Person(chart.patient_id), "sample").await?;
    let findings = store::findings(&mut tx, id, position).await?;
    drop(tx);
    if !fields.is_refused() {
        fill(&mut fields, &chart, &findings);
    }
    // A refused form keeps the version that it was made from, or it would pass over what somebody else has saved since.
    if fields.get("version").is_empty() {
        fields.set("version", chart.version.to_string());
    }
    let title = ctx.lang.t_with("samples-chart", &[("n", position.into())]);
    let page = Page { sample, chart, findings };
    let body = || view(ctx, &page, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn fill(fields: &mut Fields, chart: &Chart, findings: &[Finding]) {
    fields.set("remark", chart.remark.clone());
    for finding in findings {
        fields.set(verdict_field(finding.standard), finding.verdict.as_str());
        fields.set(remark_field(finding.standard), finding.remark.clone());
    }
}

fn view(ctx: &Ctx, page: &Page, fields: &Fields) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let chart = &page.chart;
    let title = lang.t_with("samples-chart", &[("n", chart.position.into())]);
    let who = chart.who.shown(ctx, chart.patient_id);
    let place = ctx.place().map(|place| place.name.clone()).unwrap_or_default();
    let identity = format!("{title}: {}", who.identity());
    let saved = chart.saved_by.as_ref().zip(chart.saved_at).map(|(by, at)| {
        lang.t_with("samples-saved-by", &[("name", by.as_str().into()), ("at", lang.date_time(at, zone).into())])
    });
    let id = chart.patient_id;
    let ways = [
        (routes::patient(id), "patients-tab-overview"),
        (routes::patient_evaluation(id), "evaluations-title"),
        (routes::patient_plan(id), "patients-tab-plan"),
        (routes::patient_notes(id), "patients-tab-notes"),
        (routes::patient_measures(id), "measures-title"),
        (routes::patient_consents(id), "consents-title"),
    ];
    let ways = ways.map(|(href, key)| link_button_quiet(href, lang.t(key))).into_iter().collect_view();
    let body = if page.sample.status == Status::Open { form(lang, page, fields) } else { read(lang, page, fields) };
    view! {
        {print_head(lang, place, identity, ctx.actor.name.clone(), lang.date_time(ctx.now(), zone))}
        <h1>{title.clone()}</h1>
        <p class="lead">{who.name()}{who.beside()}</p>
        {error_summary(fields, lang)}
        <p class="sub">{saved}</p>
        <div class="actions no-print">{ways}</div>
        {body}
        <p class="actions no-print">{link_button_quiet(routes::sample(page.sample.id), lang.t("samples-back"))}</p>
        {sources(lang)}
    }
    .into_any()
}

/// What is asked, and where it comes from.
fn asked(lang: Lang, standard: Standard, sources: &[Source]) -> String {
    let cited = sources.iter().map(|source| source.short()).collect::<Vec<_>>().join(", ");
    format!("{} [{cited}]", lang.code_label("standard-hint", standard.as_str()))
}

fn form(lang: Lang, page: &Page, fields: &Fields) -> AnyView {
    let asked = |(standard, sources): &(Standard, &[Source])| {
        let label = standard.label(lang);
        view! {
            <section class="card">
                {Field::new(fields, lang, verdict_field(*standard), label.clone()).hint(asked(lang, *standard, sources)).radios(options_of!(Verdict, lang))}
                {Field::new(fields, lang, remark_field(*standard), lang.t_with("samples-remark-on", &[("standard", label.into())])).note_box(1)}
            </section>
        }
    };
    let next = (i64::from(page.chart.position) < page.sample.drawn)
        .then(|| Button::new(lang.t("samples-save-next")).quiet().named("then", "next").submit());
    let body = view! {
        {hidden("version", fields.get("version").to_owned())}
        {STANDARDS.iter().map(asked).collect_view()}
        {Field::new(fields, lang, "remark", lang.t("samples-remark")).note_box(3)}
        <div class="actions">{button(lang.t("samples-save"))}{next}</div>
    };
    post_form(routes::sample_chart(page.sample.id, page.chart.position), body.into_any())
}

/// What was typed into a form that came too late, to be copied.
fn typed(lang: Lang, fields: &Fields) -> Option<AnyView> {
    let line = |(standard, _): &(Standard, &[Source])| {
        let verdict = fields.get(&verdict_field(*standard)).parse::<Verdict>().ok();
        let remark = fields.get(&remark_field(*standard)).to_owned();
        (verdict.is_some() || !remark.is_empty()).then(|| {
            let verdict = verdict.map(|verdict| verdict.label(lang));
            view! { <div><dt>{standard.label(lang)}</dt><dd><b>{verdict}</b><div class="note-text">{remark}</div></dd></div> }
        })
    };
    fields.is_refused().then(|| {
        let body = view! {
            <p>{lang.t("samples-typed-text")}</p>
            <dl class="facts">{STANDARDS.iter().filter_map(line).collect_view()}</dl>
            <p class="note-text">{fields.get("remark").to_owned()}</p>
        };
        card(lang.t("samples-typed"), body.into_any())
    })
}

/// What was found, once the sample has ended.
fn read(lang: Lang, page: &Page, fields: &Fields) -> AnyView {
    let line = |(standard, sources): &(Standard, &[Source])| {
        let found = page.findings.iter().find(|finding| finding.standard == *standard);
        let verdict = found.map_or_else(|| lang.t("samples-not-answered"), |finding| finding.verdict.label(lang));
        let remark = found.map(|finding| finding.remark.clone()).unwrap_or_default();
        view! {
            <div>
                <dt>{standard.label(lang)}</dt>
                <dd><b>{verdict}</b><div class="note-text">{remark}</div><div class="sub">{asked(lang, *standard, sources)}</div></dd>
            </div>
        }
    };
    let remark = (!page.chart.remark.is_empty()).then(|| {
        card(lang.t("samples-remark"), view! { <p class="note-text">{page.chart.remark.clone()}</p> }.into_any())
    });
    view! {
        {notice(Tone::Calm, lang.t("samples-ended-read"))}
        {typed(lang, fields)}
        <dl class="facts">{STANDARDS.iter().map(line).collect_view()}</dl>
        {remark}
    }
    .into_any()
}

/// The standards' sources as they are cited.
pub(super) fn sources(lang: Lang) -> AnyView {
    let lines = Source::ALL
        .iter()
        .map(|source| view! { <li>{format!("[{}] {}", source.short(), source.citation())}</li> })
        .collect_view();
    view! { <section class="part"><h2>{lang.t("samples-sources")}</h2><ul class="sub">{lines}</ul></section> }
        .into_any()
}

/// What was filled in; an unknown verdict leaves an error, and a standard without a verdict is simply not answered yet.
fn parse(fields: &mut Fields) -> (Vec<Finding>, String) {
    let mut findings = Vec::new();
    for (standard, _) in STANDARDS {
        let verdict = fields.optional::<Verdict>(&verdict_field(*standard));
        let remark = fields.text(&remark_field(*standard), LONGEST);
        match verdict {
            Some(verdict) => findings.push(Finding { standard: *standard, verdict, remark }),
            // A remark without a verdict would be lost.
            None if !remark.is_empty() && fields.error_at(&verdict_field(*standard)).is_none() => {
                fields.error(verdict_field(*standard), Msg::new("samples-verdict-missing"));
            }
            None => {}
        }
    }
    (findings, fields.text("remark", LONGEST))
}

fn is_same(page: (&Chart, &[Finding]), findings: &[Finding], remark: &str) -> bool {
    let (chart, held) = page;
    chart.remark == remark && held.len() == findings.len() && findings.iter().all(|finding| held.contains(finding))
}

pub async fn save(ctx: Ctx, Path((id, position)): Path<(SampleId, i32)>, mut fields: Fields) -> Result<Response> {
    let (findings, remark) = parse(&mut fields);
    let (_, chart) = find(&ctx, id, position).await?;
    let mut tx = ctx.care_write(Permission::SampleWork, Subject::Person(chart.patient_id), "sample").await?;
    store::lock(&mut tx, id).await?;
    let (sample, chart) = held(&mut tx, ctx.place()?.id, id, position).await?;
    let found = store::findings(&mut tx, id, position).await?;
    if sample.status != Status::Open {
        fields.error("", Msg::new("samples-ended-read"));
    }
    if fields.is_refused() {
        drop(tx);
        return show(&ctx, id, position, fields).await;
    }
    // The same form sent twice, or saved without a change, is no error.
    if !is_same((&chart, &found), &findings, &remark) {
        if !store::save(&mut tx, (id, position, fields.version()), &remark, (ctx.actor.id, ctx.now())).await? {
            drop(tx);
            fields.error("", Msg::new("samples-chart-changed"));
            // Told once: saved again, it replaces what is there now.
            fields.set("version", "");
            return show(&ctx, id, position, fields).await;
        }
        store::replace(&mut tx, (id, position), &findings).await?;
        tx.commit().await?;
    }
    let to = if fields.get("then") == "next" { routes::sample_chart(id, position + 1) } else { routes::sample(id) };
    Ok(ctx.redirect_with(&to, "flash-sample-saved"))
}
