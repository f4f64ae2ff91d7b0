//! One activity with its full analysis, its versions, and what the head may decide about it.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::super::analysis::{Analysis, Demand, Words};
use super::super::api::{self, Held};
use super::super::compare::{self, Change};
use super::super::library::Tool;
use super::super::model::{VersionLine, VersionStatus};
use super::super::store;
use crate::access::{Permission, Subject};
use crate::custody::kits::Clearance;
use crate::custody::kits::words::clearance_words;
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ui::{
    Field, Header, Tone, button, button_danger, button_quiet, card, error_summary, facts, hidden, link_button_quiet,
    notice, post_form, print_head, table, tag,
};
use crate::routes;
use crate::web::Ctx;

const LONGEST_COMMENT: usize = 1000;

/// Which version is asked for; none is the one that is followed.
#[derive(Debug, Clone, Copy, Default, serde::Deserialize)]
#[serde(default)]
pub struct VersionQuery {
    version: Option<i32>,
}

/// Everything that the page tells.
struct Shown {
    held: Held,
    line: VersionLine,
    analysis: Analysis,
    changes: Vec<Change>,
    clearances: Vec<(String, Option<Clearance>)>,
}

pub async fn page(ctx: Ctx, Path(code): Path<String>, Query(query): Query<VersionQuery>) -> Result<Response> {
    show(&ctx, &code, query.version, &Fields::new()).await
}

async fn show(ctx: &Ctx, code: &str, version: Option<i32>, fields: &Fields) -> Result<Response> {
    let lang = ctx.lang;
    let mut tx = ctx.care(Permission::ActivityRead, Subject::System, "activity").await?;
    let held = api::held(&mut tx, code).await?;
    let line = match version {
        Some(number) => held.versions.iter().find(|line| line.version_no == number),
        None => held.current(),
    };
    let line = line.cloned().ok_or(AppError::NotFound)?;
    let analysis = api::content(&mut tx, code, line.version_no).await?;
    let changes = match store::content(&mut tx, code, line.version_no - 1).await? {
        Some(before) => compare::changes(lang, &held.tools, &before, &analysis),
        None => Vec::new(),
    };
    let clearances = store::clearances(&mut tx, line.kit_id).await?;
    drop(tx);
    let shown = Shown { held, line, analysis, changes, clearances };
    let title = shown.analysis.title.say(lang).to_owned();
    let body = || view(ctx, &shown, fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

pub async fn approve(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Result<Response> {
    api::approve(&ctx, &code, fields.version()).await?;
    Ok(ctx.redirect_with(&routes::activity(&code), "flash-activity-approved"))
}

pub async fn give_back(ctx: Ctx, Path(code): Path<String>, mut fields: Fields) -> Result<Response> {
    let comment = fields.required("comment", LONGEST_COMMENT);
    if fields.is_refused() {
        let draft = fields.get("draft").parse().ok();
        return show(&ctx, &code, draft, &fields).await;
    }
    api::give_back(&ctx, &code, fields.version(), &comment).await?;
    Ok(ctx.redirect_with(&routes::activity(&code), "flash-activity-returned"))
}

pub async fn retire(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Result<Response> {
    api::retire(&ctx, &code, fields.version()).await?;
    Ok(ctx.redirect_with(&routes::activity(&code), "flash-activity-retired"))
}

fn view(ctx: &Ctx, shown: &Shown, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let Shown { held, line, analysis, .. } = shown;
    let title = analysis.title.say(lang).to_owned();
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let edit = ctx.may(Permission::ActivityWrite).then(|| {
        let key = if held.draft().is_some() { "library-edit-draft" } else { "library-next-version" };
        view! { <div class="actions no-print">{link_button_quiet(routes::activity_edit(&analysis.code), lang.t(key))}</div> }
    });
    let list =
        |words: &[Words]| words.iter().map(|words| view! { <li>{words.say(lang).to_owned()}</li> }).collect_view();
    view! {
        {error_summary(fields, lang)}
        {print_head(lang, place, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <p class="no-print"><a href=routes::ACTIVITIES>{lang.t("library-back")}</a></p>
        <h1>{title}" "{state(lang, line)}</h1>
        <p class="lead">{analysis.purpose.say(lang).to_owned()}</p>
        {returned(lang, line)}
        {edit}
        {facts(vec![
            (lang.t("sessions-activity-kind").into_owned(), analysis.kind.label(lang).into_any()),
            (lang.t("sessions-activity-area").into_owned(), analysis.area.label(lang).into_any()),
        ])}
        {card(lang.t("library-demands"), demands(lang, &analysis.demands))}
        {card(lang.t("library-steps"), view! { <ol>{list(&analysis.steps)}</ol> }.into_any())}
        {card(lang.t("library-grades"), view! { <p class="hint">{lang.t("library-grades-hint")}</p><ol>{list(&analysis.grades)}</ol> }.into_any())}
        {card(lang.t("library-contraindications"), view! { <ul>{list(&analysis.contraindications)}</ul> }.into_any())}
        {card(lang.t("library-prison"), prison(lang, shown))}
        {versions(ctx, shown)}
        {decisions(ctx, shown, fields)}
    }
    .into_any()
}

fn state(lang: Lang, line: &VersionLine) -> AnyView {
    let number = lang.t_with("library-version-n", &[("n", line.version_no.into())]);
    let word = match line.status {
        VersionStatus::Draft if line.proposed_at.is_some() => tag(Tone::Warn, lang.t("library-proposed")),
        VersionStatus::Draft => tag(Tone::Calm, line.status.label(lang)),
        VersionStatus::Approved => tag(Tone::Ok, line.status.label(lang)),
        VersionStatus::Retired => tag(Tone::Bad, line.status.label(lang)),
    };
    view! { <span class="sub">{number}</span>" "{word} }.into_any()
}

/// What the head asks to be changed, while it is still to be done.
fn returned(lang: Lang, line: &VersionLine) -> AnyView {
    if line.status != VersionStatus::Draft || line.comment.is_empty() || line.proposed_at.is_some() {
        return ().into_any();
    }
    notice(Tone::Warn, lang.t_with("library-returned", &[("comment", line.comment.as_str().into())]))
}

/// Each demand with its level as boxes, as a number and as a word.
fn demands(lang: Lang, demands: &[Demand]) -> AnyView {
    let rows = demands
        .iter()
        .map(|demand| {
            let level = usize::try_from(demand.level).unwrap_or(0).min(4);
            let bar = format!("{}{}", "■".repeat(level), "□".repeat(4 - level));
            let word = lang.t(&format!("demand-level-{level}"));
            view! {
                <tr>
                    <th scope="row">{demand.aspect.label(lang)}</th>
                    <td><span class="demand" aria-hidden="true">{bar}</span>{format!(" {level} {word}")}</td>
                    <td>{demand.words.say(lang).to_owned()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = ["library-aspect", "library-demand", "library-why"].map(|key| Header::new(lang.t(key))).to_vec();
    table(lang.t("library-demands-caption"), headers, rows, "")
}

fn prison(lang: Lang, shown: &Shown) -> AnyView {
    let prison = &shown.analysis.prison;
    let lines = compare::prison(lang, prison).into_iter().map(|(name, value)| (name, value.into_any())).collect();
    let headers = vec![
        Header::new(lang.t("kits-tool")),
        Header::new(lang.t("kits-class")),
        Header::new(lang.t("kits-number-of")).numeric(),
    ];
    let rows = prison.tools.iter().map(|tool| tool_row(lang, &shown.held.tools, &tool.code, tool.count)).collect();
    let here = shown.clearances.iter().map(|(facility, clearance)| {
        let (tone, words) = clearance_words(lang, *clearance);
        view! { <li>{facility.clone()}" "{tag(tone, words)}</li> }
    });
    let cleared = shown.line.kit_id.is_some().then(|| {
        view! { <h3>{lang.t("library-cleared-where")}</h3><ul>{here.collect_view()}</ul> }
    });
    view! {
        <p class="hint">{lang.t("library-prison-hint")}</p>
        {facts(lines)}
        {table(lang.t("kits-tools"), headers, rows, lang.t("kits-no-tools"))}
        {cleared}
    }
    .into_any()
}

fn tool_row(lang: Lang, tools: &[Tool], code: &str, count: i32) -> AnyView {
    let held = tools.iter().find(|tool| tool.code == code);
    let name = held.map_or(code, |tool| tool.say(lang)).to_owned();
    let class = held.map(|tool| tool.class.label(lang));
    view! { <tr><th scope="row">{name}</th><td>{class}</td><td class="n">{count}</td></tr> }.into_any()
}

fn versions(ctx: &Ctx, shown: &Shown) -> AnyView {
    let lang = ctx.lang;
    let headers = ["library-version", "library-status", "library-made", "library-approved-by"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let rows = shown.held.versions.iter().map(|line| version_row(ctx, &shown.analysis.code, line)).collect();
    let changes = (!shown.changes.is_empty()).then(|| {
        let headers = ["library-what", "library-before", "library-after"].map(|key| Header::new(lang.t(key))).to_vec();
        let rows = shown
            .changes
            .iter()
            .map(|change| {
                let Change { what, before, after } = change.clone();
                view! { <tr><th scope="row">{what}</th><td class="lines">{before}</td><td class="lines">{after}</td></tr> }
                    .into_any()
            })
            .collect();
        table(lang.t("library-changes"), headers, rows, "")
    });
    let list = table(lang.t("library-versions"), headers, rows, "");
    view! { <section class="card no-print"><h2>{lang.t("library-versions")}</h2>{list}{changes}</section> }.into_any()
}

fn version_row(ctx: &Ctx, code: &str, line: &VersionLine) -> AnyView {
    let lang = ctx.lang;
    let by = line.created_by.clone().unwrap_or_else(|| lang.t("library-shipped").into_owned());
    let made = format!("{}, {by}", lang.date_time(line.created_at, ctx.zone()));
    let approved = line.approved_at.map(|at| lang.date_time(at, ctx.zone()));
    let by = line.approved_by.clone().map(|name| format!(", {name}"));
    view! {
        <tr>
            <th scope="row"><a href=routes::activity_version(code, line.version_no)>{lang.t_with("library-version-n", &[("n", line.version_no.into())])}</a></th>
            <td>{line.status.label(lang)}</td>
            <td>{made}</td>
            <td>{approved}{by}</td>
        </tr>
    }
    .into_any()
}

/// What the head may do with the version that is shown.
fn decisions(ctx: &Ctx, shown: &Shown, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let (line, code) = (&shown.line, &shown.analysis.code);
    if !ctx.may(Permission::ActivityApprove) {
        return ().into_any();
    }
    let seen = || hidden("version", line.version.to_string());
    match line.status {
        VersionStatus::Draft if line.proposed_at.is_some() => {
            let approve = post_form(
                routes::activity_approve(code),
                view! { {seen()}<p>{lang.t("library-approve-text")}</p><div class="actions">{button(lang.t("library-approve"))}</div> }
                    .into_any(),
            );
            let back = post_form(
                routes::activity_return(code),
                view! {
                    {seen()}
                    {hidden("draft", line.version_no.to_string())}
                    {Field::new(fields, lang, "comment", lang.t("library-comment")).required().note_box(3)}
                    <div class="actions">{button_quiet(lang.t("library-return"))}</div>
                }
                .into_any(),
            );
            view! {
                <div class="no-print">{card(lang.t("library-approve"), approve)}{card(lang.t("library-return"), back)}</div>
            }
            .into_any()
        }
        VersionStatus::Approved => {
            let form = post_form(
                routes::activity_retire(code),
                view! { {seen()}<div class="actions">{button_danger(lang.t("library-retire"))}</div> }.into_any(),
            );
            view! { <details class="no-print"><summary>{lang.t("library-retire")}</summary><p>{lang.t("library-retire-text")}</p>{form}</details> }
                .into_any()
        }
        VersionStatus::Draft | VersionStatus::Retired => ().into_any(),
    }
}
