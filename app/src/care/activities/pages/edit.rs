//! Writing an activity: a new one, or the next version of one that is there. One long form with everything in it.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::analysis::{Analysis, Aspect, Literacy};
use super::super::api::{self, Saved};
use super::super::form::{self, demand_field, in_language};
use super::super::library::Tool;
use super::super::model::ActivityKind;
use super::super::rules::{LENGTH, LEVELS, PARTICIPANTS, STAFF};
use super::super::store;
use crate::access::{Permission, Subject};
use crate::care::plans::Area;
use crate::custody::kits::{Neutral, OfficerPresence};
use crate::custody::slots::RoomKind;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ui::{
    Field, button_named, button_named_quiet, error_summary, hidden, link_button_quiet, options_of, post_form, section,
};
use crate::routes;
use crate::web::Ctx;

pub async fn new(ctx: Ctx) -> Result<Response> {
    show(&ctx, None, form::blank()).await
}

pub async fn edit(ctx: Ctx, Path(code): Path<String>) -> Result<Response> {
    let mut tx = ctx.care(Permission::ActivityWrite, Subject::System, "activity").await?;
    let held = api::held(&mut tx, &code).await?;
    let line = held.draft().or_else(|| held.current()).ok_or(AppError::NotFound)?;
    let analysis = api::content(&mut tx, &code, line.version_no).await?;
    drop(tx);
    let seen = held.draft().map_or(0, |draft| draft.version);
    let fields = form::fill(&analysis, &held.tools, ctx.lang, seen);
    show(&ctx, Some(&code), fields).await
}

pub async fn create(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::ActivityWrite, Subject::System, "activity").await?;
    let tools = store::tools(&mut tx).await?;
    drop(tx);
    let code = form::code_of(fields.get("title-en"));
    let propose = fields.get("then") == "propose";
    let Some(analysis) = form::parse(&mut fields, &tools, (&code, 1, 0), propose) else {
        return show(&ctx, None, fields).await;
    };
    save(&ctx, analysis, (&tools, fields, propose), true).await
}

pub async fn submit(ctx: Ctx, Path(code): Path<String>, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::ActivityWrite, Subject::System, "activity").await?;
    let held = api::held(&mut tx, &code).await?;
    let newest = held.versions.first().ok_or(AppError::NotFound)?;
    let position = api::content(&mut tx, &code, newest.version_no).await?.position;
    drop(tx);
    let number = held.draft().map_or(newest.version_no + 1, |draft| draft.version_no);
    let propose = fields.get("then") == "propose";
    let Some(analysis) = form::parse(&mut fields, &held.tools, (&code, number, position), propose) else {
        return show(&ctx, Some(&code), fields).await;
    };
    save(&ctx, analysis, (&held.tools, fields, propose), false).await
}

async fn save(
    ctx: &Ctx,
    analysis: Analysis,
    (tools, mut fields, propose): (&[Tool], Fields, bool),
    is_new: bool,
) -> Result<Response> {
    let code = analysis.code.clone();
    let known = (!is_new).then_some(code.as_str());
    match api::save(ctx, &analysis, tools, fields.version(), is_new, propose).await? {
        Saved::Done => {
            let flash = if propose { "flash-activity-proposed" } else { "flash-activity-saved" };
            Ok(ctx.redirect_with(&routes::activity_version(&code, analysis.version), flash))
        }
        Saved::CodeTaken => {
            fields.error("title-en", Msg::new("library-code-taken"));
            show(ctx, known, fields).await
        }
        Saved::Stale => {
            let mut tx = ctx.care(Permission::ActivityWrite, Subject::System, "activity").await?;
            let held = api::held(&mut tx, &code).await?;
            drop(tx);
            fields.set("version", held.draft().map_or(0, |draft| draft.version).to_string());
            fields.error("", Msg::new("library-stale"));
            show(ctx, known, fields).await
        }
    }
}

async fn show(ctx: &Ctx, code: Option<&str>, fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::ActivityWrite, Subject::System, "activity").await?;
    let tools = store::tools(&mut tx).await?;
    drop(tx);
    let title = ctx.lang.t(if code.is_some() { "library-edit-title" } else { "library-new" });
    let body = || view(ctx.lang, code, &fields, &tools);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(lang: Lang, code: Option<&str>, fields: &Fields, tools: &[Tool]) -> AnyView {
    let title = lang.t(if code.is_some() { "library-edit-title" } else { "library-new" });
    let action = code.map_or_else(|| routes::ACTIVITY_NEW.to_owned(), routes::activity_edit);
    let back = code.map_or_else(|| routes::ACTIVITIES.to_owned(), routes::activity);
    let body = view! {
        {hidden("version", fields.get("version").to_owned())}
        {section(lang.t("library-section-what"), what(lang, fields))}
        {section(lang.t("library-demands"), demands(lang, fields))}
        {section(lang.t("library-section-doing"), doing(lang, fields))}
        {section(lang.t("library-prison"), prison(lang, fields, tools))}
        <div class="actions">
            {button_named_quiet(lang.t("library-save"), "then", "draft")}
            {button_named(lang.t("library-propose"), "then", "propose")}
            {link_button_quiet(back, lang.t("sessions-leave"))}
        </div>
    };
    view! {
        <h1>{title}</h1>
        <p class="lead">{lang.t("library-edit-lead")}</p>
        {error_summary(fields, lang)}
        {post_form(action, body.into_any())}
    }
    .into_any()
}

/// The label of a field in one of the three languages.
fn labelled(lang: Lang, key: &str, of: Lang) -> String {
    format!("{} ({})", lang.t(key), of.own_name())
}

fn what(lang: Lang, fields: &Fields) -> AnyView {
    let titles = Lang::ALL.map(|of| {
        Field::new(fields, lang, in_language("title", of), labelled(lang, "library-title", of)).required().text()
    });
    let purposes = Lang::ALL.map(|of| {
        Field::new(fields, lang, in_language("purpose", of), labelled(lang, "sessions-purpose", of)).required().text()
    });
    view! {
        {titles.into_iter().collect_view()}
        {purposes.into_iter().collect_view()}
        {Field::new(fields, lang, "kind", lang.t("sessions-activity-kind")).required().select(options_of!(ActivityKind, lang), None)}
        {Field::new(fields, lang, "area", lang.t("sessions-activity-area")).required().select(options_of!(Area, lang), None)}
    }
    .into_any()
}

fn demands(lang: Lang, fields: &Fields) -> AnyView {
    let levels = || {
        (0..=4)
            .map(|level| (level.to_string(), format!("{level} {}", lang.t(&format!("demand-level-{level}")))))
            .collect()
    };
    let groups = Aspect::ALL
        .iter()
        .map(|aspect| {
            let name = demand_field(*aspect);
            let field = |name: String, label: String| Field::new(fields, lang, name, label).about(aspect.label(lang));
            let words =
                Lang::ALL.map(|of| field(in_language(&name, of), labelled(lang, "library-why", of)).required().text());
            view! {
                <fieldset class="goal">
                    <legend>{aspect.label(lang)}</legend>
                    {field(name, lang.t("library-demand").into_owned()).short().select(levels(), None)}
                    {words.into_iter().collect_view()}
                </fieldset>
            }
        })
        .collect_view();
    groups.into_any()
}

fn doing(lang: Lang, fields: &Fields) -> AnyView {
    let boxes = |what: &'static str, label: &'static str, hint: &'static str, rows: u16| {
        Lang::ALL
            .map(|of| {
                Field::new(fields, lang, in_language(what, of), labelled(lang, label, of))
                    .hint(lang.t(hint))
                    .required()
                    .note_box(rows)
            })
            .into_iter()
            .collect_view()
    };
    view! {
        {boxes("steps", "library-steps", "library-steps-hint", 6)}
        {boxes("grades", "library-grades", "library-grades-hint", 5)}
        {boxes("contra", "library-contraindications", "library-contra-hint", 3)}
    }
    .into_any()
}

fn prison(lang: Lang, fields: &Fields, tools: &[Tool]) -> AnyView {
    let number = |name: &'static str, key: &'static str, within: std::ops::RangeInclusive<i32>| {
        Field::new(fields, lang, name, lang.t(key)).required().number(*within.start(), *within.end())
    };
    let known = tools
        .iter()
        .map(|tool| view! { <li>{format!("{} ({})", tool.say(lang), tool.class.label(lang))}</li> })
        .collect_view();
    view! {
        <p class="hint">{lang.t("library-prison-hint")}</p>
        {Field::new(fields, lang, "neutral", lang.t("library-neutral")).required().select(options_of!(Neutral, lang), None)}
        {Field::new(fields, lang, "room", lang.t("kits-room")).required().select(options_of!(RoomKind, lang), None)}
        {Field::new(fields, lang, "in-cell", lang.t("kits-in-cell")).tick("yes")}
        <div class="fields">
            {number("most", "kits-most", PARTICIPANTS)}
            {number("staff", "kits-staff", STAFF)}
            {number("level-from", "library-level-from", LEVELS)}
            {number("level-to", "library-level-to", LEVELS)}
            {number("minutes-from", "library-minutes-from", LENGTH)}
            {number("minutes-to", "library-minutes-to", LENGTH)}
        </div>
        {Field::new(fields, lang, "officers", lang.t("kits-officers")).required().select(options_of!(OfficerPresence, lang), None)}
        {Field::new(fields, lang, "literacy", lang.t("library-literacy")).required().select(options_of!(Literacy, lang), None)}
        {Field::new(fields, lang, "tools", lang.t("kits-tools")).hint(lang.t("library-tools-hint")).note_box(6)}
        <details><summary>{lang.t("library-tools-known")}</summary><ul>{known}</ul></details>
        {Field::new(fields, lang, "count-tools", lang.t("kits-count-tools")).tick("yes")}
    }
    .into_any()
}
