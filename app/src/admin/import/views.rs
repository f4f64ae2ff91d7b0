//! What `/import` looks like.

use chrono_tz::Tz;
use leptos::prelude::*;

use super::fault::Fault;
use super::file::Kind;
use super::plan::{Fate, Prepared};
use super::store::Upload;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::ImportId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Header, Tone, button, button_quiet, card, error_summary, export_links, facts, link_button_quiet, notice,
    pager, post_form, post_form_multipart, section, table, table_under_heading, tag,
};
use crate::routes;

/// Bad rows named on the page; the rest are counted.
const FAULTS_SHOWN: usize = 200;

/// Whose page it is: its addresses, and the kinds of files that are brought in there.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    pub list: &'static str,
    pub one: fn(ImportId) -> String,
    pub apply: fn(ImportId) -> String,
    pub discard: fn(ImportId) -> String,
    pub kinds: &'static [Kind],
    /// The key of what is said below the heading.
    pub lead: &'static str,
    /// The key of what is said while no file has come.
    pub none: &'static str,
}

pub const OF_SYSTEM: Desk = Desk {
    list: routes::IMPORT,
    one: routes::import,
    apply: routes::import_apply,
    discard: routes::import_discard,
    kinds: Kind::OF_SYSTEM,
    lead: "admin-import-lead",
    none: "admin-import-none",
};

/// Earlier files, one page of them.
#[derive(Debug, Clone, Copy)]
pub struct Uploads<'a> {
    pub query: &'a ListQuery,
    pub uploads: &'a [Upload],
    pub total: i64,
}

/// `ways` stands below the heading: where else the page leads.
pub fn list(
    (lang, zone): (Lang, Tz),
    desk: &Desk,
    Uploads { query, uploads, total }: Uploads<'_>,
    (fields, fault): (&Fields, Option<&Fault>),
    ways: AnyView,
) -> AnyView {
    let form = post_form_multipart(
        desk.list,
        view! {
            {Field::new(fields, lang, "file", lang.t("admin-import-file")).hint(lang.t("admin-import-hint")).required().file(".csv,text/csv")}
            <div class="actions">{button(lang.t("admin-import-upload"))}</div>
        }
        .into_any(),
    );
    let rows = uploads.iter().map(|upload| upload_row(lang, zone, desk, upload)).collect();
    let headers = ["admin-import-file", "admin-import-by", "admin-import-uploaded", "admin-import-state"];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    view! {
        <h1>{lang.t("admin-import")}</h1>
        <p class="lead">{lang.t(desk.lead)}</p>
        {ways}
        {error_summary(fields, lang)}
        {fault.map(|fault| notice(Tone::Bad, fault.say(lang)))}
        {card(lang.t("admin-import-new"), form)}
        {section(
            lang.t("admin-import-past"),
            view! {
                {table_under_heading(lang.t("admin-import-past"), headers, rows, lang.t(desk.none))}
                {pager(lang, query, total, desk.list)}
                {export_links(lang, desk.list)}
            }
            .into_any(),
        )}
        {section(lang.t("admin-import-kinds"), kinds(lang, desk))}
    }
    .into_any()
}

fn upload_row(lang: Lang, zone: Tz, desk: &Desk, upload: &Upload) -> AnyView {
    let state = match upload.applied_at {
        Some(at) => tag(Tone::Ok, lang.t_with("admin-import-applied-at", &[("at", lang.date_time(at, zone).into())])),
        None => tag(Tone::Calm, lang.t("admin-import-waits")),
    };
    view! {
        <tr>
            <td><a href=(desk.one)(upload.id)>{upload.file_name.clone()}</a></td>
            <td>{upload.by.clone()}</td>
            <td>{lang.date_time(upload.uploaded_at, zone)}</td>
            <td>{state}</td>
        </tr>
    }
    .into_any()
}

/// Which files there are, and their columns.
fn kinds(lang: Lang, desk: &Desk) -> AnyView {
    let rows = desk
        .kinds
        .iter()
        .map(|kind| {
            view! {
                <tr>
                    <td>{kind.label(lang)}</td>
                    <td><code>{kind.required().join("; ")}</code></td>
                    <td><code>{kind.optional().join("; ")}</code></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = ["admin-import-kind", "admin-import-required", "admin-import-optional"];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    table_under_heading(lang.t("admin-import-kinds"), headers, rows, "")
}

/// Why a file was not applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotApplied {
    /// The record has changed since.
    Changed,
    /// The disk on which the database lies is full.
    DiskFull,
}

pub fn preview(
    (lang, zone): (Lang, Tz),
    desk: &Desk,
    upload: &Upload,
    prepared: &Prepared,
    refused: Option<NotApplied>,
) -> AnyView {
    let number = |n: usize| n.to_string().into_any();
    let kind = prepared.kind.map_or_else(|| lang.t("admin-import-unknown"), |kind| kind.label(lang));
    let counts = facts(vec![
        (lang.t("admin-import-kind").into_owned(), kind.into_any()),
        (Fate::New.label(lang).into_owned(), number(prepared.new)),
        (Fate::Changed.label(lang).into_owned(), number(prepared.changed)),
        (Fate::Unchanged.label(lang).into_owned(), number(prepared.unchanged)),
        (Fate::Skipped.label(lang).into_owned(), number(prepared.skipped)),
        (lang.t("admin-import-faults").into_owned(), number(prepared.faults.len())),
    ]);
    // An applied file is compared anew: what it has changed is there already, so that the numbers alone would say 'nothing'.
    let compared = upload.applied_at.is_some().then(|| view! { <p class="hint">{lang.t("admin-import-compared")}</p> });
    view! {
        <h1 class="name">{upload.file_name.clone()}</h1>
        {refused.map(|why| notice(Tone::Bad, lang.t(if why == NotApplied::DiskFull { "admin-import-full" } else { "admin-import-refused" })))}
        {compared}
        {counts}
        {what_next(lang, zone, desk, (upload, prepared))}
        {faults(lang, "admin-import-faults", &prepared.faults)}
        {faults(lang, "admin-import-left-out", &prepared.notes)}
        {first_rows(lang, prepared)}
        <p>{link_button_quiet(desk.list, lang.t("admin-import-back"))}</p>
    }
    .into_any()
}

fn what_next(lang: Lang, zone: Tz, desk: &Desk, (upload, prepared): (&Upload, &Prepared)) -> AnyView {
    if let Some(at) = upload.applied_at {
        return notice(Tone::Ok, lang.t_with("admin-import-applied-at", &[("at", lang.date_time(at, zone).into())]));
    }
    let discard = post_form((desk.discard)(upload.id), button_quiet(lang.t("admin-import-discard")));
    if !prepared.is_good() {
        return view! { {notice(Tone::Bad, lang.t("admin-import-not-good"))}{discard} }.into_any();
    }
    let apply = post_form((desk.apply)(upload.id), button(lang.t("admin-import-apply")));
    let told = if prepared.new + prepared.changed == 0 {
        notice(Tone::Calm, lang.t("admin-import-nothing"))
    } else {
        ().into_any()
    };
    view! { {told}<div class="actions">{apply}{discard}</div> }.into_any()
}

fn faults(lang: Lang, title: &str, faults: &[Fault]) -> Option<AnyView> {
    if faults.is_empty() {
        return None;
    }
    let rows = faults
        .iter()
        .take(FAULTS_SHOWN)
        .map(|fault| {
            view! {
                <tr>
                    <td class="n">{fault.line}</td>
                    <td><code>{fault.column.clone()}</code></td>
                    <td>{fault.value.clone()}</td>
                    <td>{fault.reason.say(lang)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = vec![
        Header::new(lang.t("admin-import-line")).numeric(),
        Header::new(lang.t("admin-import-column")),
        Header::new(lang.t("admin-import-value")),
        Header::new(lang.t("admin-import-reason")),
    ];
    let more = faults.len().saturating_sub(FAULTS_SHOWN);
    let more = (more > 0).then(|| view! { <p>{lang.t_with("admin-import-more", &[("n", more.into())])}</p> });
    Some(view! { {table(lang.t(title), headers, rows, "")}{more} }.into_any())
}

fn first_rows(lang: Lang, prepared: &Prepared) -> Option<AnyView> {
    if prepared.first.is_empty() {
        return None;
    }
    let rows = prepared
        .first
        .iter()
        .map(|(row, fate)| {
            let fate = match fate {
                Some(fate @ Fate::New) => tag(Tone::Ok, fate.label(lang)),
                Some(fate @ (Fate::Changed | Fate::Skipped)) => tag(Tone::Warn, fate.label(lang)),
                Some(fate @ Fate::Unchanged) => tag(Tone::Plain, fate.label(lang)),
                None => tag(Tone::Bad, lang.t("admin-import-bad")),
            };
            let values: Vec<_> = row.values.iter().map(|value| view! { <td>{value.clone()}</td> }).collect();
            view! { <tr><td class="n">{row.line}</td><td>{fate}</td>{values}</tr> }.into_any()
        })
        .collect();
    let mut headers =
        vec![Header::new(lang.t("admin-import-line")).numeric(), Header::new(lang.t("admin-import-becomes"))];
    headers.extend(prepared.columns.iter().map(Header::new));
    let caption = lang.t_with("admin-import-first", &[("n", prepared.first.len().into())]);
    Some(table(caption, headers, rows, ""))
}
