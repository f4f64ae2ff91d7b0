//! The library: what there is to choose from, searched by everything that a choice depends on.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{ActivityKind, Listed, Search, VersionStatus, classes_of};
use super::super::rules::LEVELS;
use super::super::store;
use crate::access::{Permission, Subject};
use crate::care::plans::Area;
use crate::custody::kits::ToolClass;
use crate::custody::kits::words::clearance_words;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Header, Tone, button, export_links, get_form, link_button, options_of, pager, print_head, table, tag,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>, Query(search): Query<Search>) -> Result<Response> {
    let search = search.known();
    let facility = ctx.actor.place().map(|place| place.id);
    let mut tx = ctx.care(Permission::ActivityRead, Subject::System, "activities").await?;
    let (total, found) = store::search(&mut tx, facility, &query.search(), &search, query.offset()).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("sessions-activities"), || view(&ctx, &query, &search, total, &found)))
}

fn view(ctx: &Ctx, query: &ListQuery, search: &Search, total: i64, found: &[Listed]) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let title = lang.t("sessions-activities");
    let base = format!("{}?{}", routes::ACTIVITIES, serde_html_form::to_string(search).unwrap_or_default());
    let headers = vec![
        Header::new(lang.t("sessions-activity")),
        Header::new(lang.t("sessions-activity-kind")),
        Header::new(lang.t("sessions-activity-area")),
        Header::new(lang.t("library-classes")),
        Header::new(lang.t("library-level")),
        Header::new(lang.t("kits-in-cell")),
        Header::new(lang.t("library-here")),
    ];
    let rows = found.iter().map(|line| row(lang, search, line)).collect();
    let propose = ctx.may(Permission::ActivityWrite).then(|| {
        view! { <div class="actions no-print">{link_button(routes::ACTIVITY_NEW, lang.t("library-new"))}</div> }
    });
    view! {
        {print_head(lang, place, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{title}</h1>
        <p class="lead">{lang.t("sessions-activities-lead")}</p>
        {propose}
        {filters(lang, query, search)}
        {table(lang.t_with("library-count", &[("n", total.into())]), headers, rows, lang.t("library-none"))}
        {pager(lang, query, total, &base)}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn filters(lang: Lang, query: &ListQuery, search: &Search) -> AnyView {
    let fields = Fields::new()
        .with("q", query.search())
        .with("area", &*search.area)
        .with("kind", &*search.kind)
        .with("tool", &*search.tool)
        .with("level", &*search.level)
        .with("cell", &*search.cell)
        .with("status", &*search.status);
    let any = || Some(lang.t("library-any").into_owned());
    let levels =
        LEVELS.map(|level| (level.to_string(), lang.t_with("library-level-n", &[("n", level.into())]))).collect();
    let body = view! {
        {Field::new(&fields, lang, "q", lang.t("library-search")).search()}
        {Field::new(&fields, lang, "area", lang.t("sessions-activity-area")).short().select(options_of!(Area, lang), any())}
        {Field::new(&fields, lang, "kind", lang.t("sessions-activity-kind")).short().select(options_of!(ActivityKind, lang), any())}
        {Field::new(&fields, lang, "tool", lang.t("library-tool-class")).short().select(options_of!(ToolClass, lang), any())}
        {Field::new(&fields, lang, "level", lang.t("library-level")).short().select(levels, any())}
        {Field::new(&fields, lang, "status", lang.t("library-status")).short().select(options_of!(VersionStatus, lang), None)}
        {Field::new(&fields, lang, "cell", lang.t("library-in-cell-only")).tick("yes")}
        {button(lang.t("sessions-show"))}
    };
    get_form(routes::ACTIVITIES, body.into_any())
}

fn row(lang: Lang, search: &Search, line: &Listed) -> AnyView {
    let classes = classes_of(&line.tool_classes);
    let classes: Vec<_> = classes.iter().map(|class| class.label(lang).into_owned()).collect();
    let state = if search.status == VersionStatus::Approved.as_str() {
        let (tone, words) = clearance_words(lang, line.clearance);
        tag(tone, words)
    } else if line.proposed {
        tag(Tone::Warn, lang.t("library-proposed"))
    } else {
        tag(Tone::Calm, lang.t(&format!("activity-status-{}", search.status)))
    };
    view! {
        <tr>
            <th scope="row"><a href=routes::activity(&line.code)>{line.title.say(lang).to_owned()}</a></th>
            <td>{line.kind.label(lang)}</td>
            <td>{line.area.label(lang)}</td>
            <td>{classes.join(", ")}</td>
            <td>{format!("{}–{}", line.level_from, line.level_to)}</td>
            <td>{line.in_cell.then(|| lang.t("kits-yes"))}</td>
            <td>{state}</td>
        </tr>
    }
    .into_any()
}
