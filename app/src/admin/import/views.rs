//! What `/import` looks like.

use chrono_tz::Tz;
use leptos::prelude::*;

use super::fault::Fault;
use super::file::Kind;
use super::plan::{Fate, Prepared};
use super::store::Upload;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Header, Tone, button, button_quiet, card, error_summary, facts, link_button_quiet, notice, pager, post_form,
    post_form_multipart, section, table, table_under_heading, tag,
};
use crate::routes;

/// Bad rows named on the page; the rest are counted.
const FAULTS_SHOWN: usize = 200;

pub fn list(
    lang: Lang,
    zone: Tz,
    query: &ListQuery,
    uploads: &[Upload],
    total: i64,
    fields: &Fields,
    fault: Option<&Fault>,
) -> AnyView {
    let form = post_form_multipart(
        routes::IMPORT,
        view! {
            {Field::new(fields, lang, "file", lang.t("admin-import-file")).hint(lang.t("admin-import-hint")).required().file(".csv,text/csv")}
            <div class="actions">{button(lang.t("admin-import-upload"))}</div>
        }
        .into_any(),
    );
    let rows = uploads.iter().map(|upload| upload_row(lang, zone, upload)).collect();
    let headers = ["admin-import-file", "admin-import-by", "admin-import-uploaded", "admin-import-state"];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    view! {
        <h1>{lang.t("admin-import")}</h1>
        <p class="lead">{lang.t("admin-import-lead")}</p>
        {error_summary(fields, lang)}
        {fault.map(|fault| notice(Tone::Bad, fault.say(lang)))}
        {card(lang.t("admin-import-new"), form)}
        {section(
            lang.t("admin-import-past"),
            view! {
                {table_under_heading(lang.t("admin-import-past"), headers, rows, lang.t("admin-import-none"))}
                {pager(lang, query, total, routes::IMPORT)}
            }
            .into_any(),
        )}
        {section(lang.t("admin-import-kinds"), kinds(lang))}
    }
    .into_any()
}

fn upload_row(lang: Lang, zone: Tz, upload: &Upload) -> AnyView {
    let state = match upload.applied_at {
        Some(at) => tag(Tone::Ok, lang.t_with("admin-import-applied-at", &[("at", lang.date_time(at, zone).into())])),
        None => tag(Tone::Calm, lang.t("admin-import-waits")),
    };
    view! {
        <tr>
            <td><a href=routes::import(upload.id)>{upload.file_name.clone()}</a></td>
            <td>{upload.by.clone()}</td>
            <td>{lang.date_time(upload.uploaded_at, zone)}</td>
            <td>{state}</td>
        </tr>
    }
    .into_any()
}

/// Which files there are, and their columns.
fn kinds(lang: Lang) -> AnyView {
    let rows = Kind::ALL
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

pub fn preview(lang: Lang, zone: Tz, upload: &Upload, prepared: &Prepared, refused: bool) -> AnyView {
    let number = |n: usize| n.to_string().into_any();
    let kind = prepared.kind.map_or_else(|| lang.t("admin-import-unknown"), |kind| kind.label(lang));
    let counts = facts(vec![
        (lang.t("admin-import-kind").into_owned(), kind.into_any()),
        (Fate::New.label(lang).into_owned(), number(prepared.new)),
        (Fate::Changed.label(lang).into_owned(), number(prepared.changed)),
        (Fate::Unchanged.label(lang).into_owned(), number(prepared.unchanged)),
        (lang.t("admin-import-faults").into_owned(), number(prepared.faults.len())),
    ]);
    view! {
        <h1 class="name">{upload.file_name.clone()}</h1>
        {refused.then(|| notice(Tone::Bad, lang.t("admin-import-refused")))}
        {counts}
        {what_next(lang, zone, upload, prepared)}
        {faults(lang, prepared)}
        {first_rows(lang, prepared)}
        <p>{link_button_quiet(routes::IMPORT, lang.t("admin-import-back"))}</p>
    }
    .into_any()
}

fn what_next(lang: Lang, zone: Tz, upload: &Upload, prepared: &Prepared) -> AnyView {
    if let Some(at) = upload.applied_at {
        return notice(Tone::Ok, lang.t_with("admin-import-applied-at", &[("at", lang.date_time(at, zone).into())]));
    }
    let discard = post_form(routes::import_discard(upload.id), button_quiet(lang.t("admin-import-discard")));
    if !prepared.is_good() {
        return view! { {notice(Tone::Bad, lang.t("admin-import-not-good"))}{discard} }.into_any();
    }
    let apply = post_form(routes::import_apply(upload.id), button(lang.t("admin-import-apply")));
    let told = if prepared.new + prepared.changed == 0 {
        notice(Tone::Calm, lang.t("admin-import-nothing"))
    } else {
        ().into_any()
    };
    view! { {told}<div class="actions">{apply}{discard}</div> }.into_any()
}

fn faults(lang: Lang, prepared: &Prepared) -> Option<AnyView> {
    if prepared.faults.is_empty() {
        return None;
    }
    let rows = prepared
        .faults
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
    let more = prepared.faults.len().saturating_sub(FAULTS_SHOWN);
    let more = (more > 0).then(|| view! { <p>{lang.t_with("admin-import-more", &[("n", more.into())])}</p> });
    Some(view! { {table(lang.t("admin-import-faults"), headers, rows, "")}{more} }.into_any())
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
                Some(fate @ Fate::Changed) => tag(Tone::Warn, fate.label(lang)),
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
