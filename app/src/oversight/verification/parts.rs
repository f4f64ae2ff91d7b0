//! The pieces of the verification's page: how far is sealed or signed, and what was found to be wrong.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use leptos::prelude::*;

use super::store::LastBatch;
use crate::access::seal::{Fault, Verified};
use crate::care::notes::{NoteFault, VerifiedNotes};
use crate::i18n::Lang;
use crate::kit::ui::{Header, Tone, button, empty, facts, notice, post_form, table_under_heading};
use crate::routes;

/// Faults listed on the page; beyond these the record needs more help than a page can give.
const MOST: usize = 200;

/// A row that does not agree, and how.
struct Finding {
    row: String,
    wrong: String,
}

/// How far the chain of access rows is sealed, and the button that walks it.
pub fn rows_state(lang: Lang, zone: Tz, last: Option<&LastBatch>) -> AnyView {
    let Some(last) = last else { return empty(lang.t("oversight-seal-none"), None) };
    let state = facts(vec![
        (lang.t("oversight-seal-rows").into_owned(), last.last_seq.to_string().into_any()),
        (lang.t("oversight-seal-last").into_owned(), lang.date_time(last.sealed_at, zone).into_any()),
        (lang.t("oversight-seal-batch").into_owned(), format!("{}–{}", last.first_seq, last.last_seq).into_any()),
        (lang.t("oversight-seal-key").into_owned(), view! { <code>{last.key_id.clone()}</code> }.into_any()),
    ]);
    view! { {state} {form(lang, "oversight-verify-hint")} }.into_any()
}

/// How many notes are signed, and the button that walks their chains.
pub fn notes_state(lang: Lang, zone: Tz, signed: i64, last: Option<DateTime<Utc>>) -> AnyView {
    let Some(last) = last else { return empty(lang.t("oversight-notes-none"), None) };
    let state = facts(vec![
        (lang.t("oversight-notes-signed").into_owned(), signed.to_string().into_any()),
        (lang.t("oversight-notes-last").into_owned(), lang.date_time(last, zone).into_any()),
    ]);
    view! { {state} {form(lang, "oversight-verify-notes-hint")} }.into_any()
}

fn form(lang: Lang, hint: &str) -> AnyView {
    let body = view! {
        <p class="hint">{lang.t(hint)}</p>
        <div class="actions">{button(lang.t("oversight-verify-now"))}</div>
    };
    post_form(routes::VERIFICATION, body.into_any())
}

pub fn keys(lang: Lang, zone: Tz, keys: &[(String, DateTime<Utc>)]) -> AnyView {
    let keys = keys
        .iter()
        .map(|(id, since)| view! { <li><code>{id.clone()}</code>{format!(" · {}", lang.date_time(*since, zone))}</li> })
        .collect_view();
    view! { <ul>{keys}</ul> }.into_any()
}

pub fn rows_result(lang: Lang, found: &Verified) -> AnyView {
    let findings = found.faults.iter().take(MOST).map(|fault| row_finding(lang, fault)).collect();
    let said = |key: &str| lang.t_with(key, &[("n", found.faults.len().into()), ("rows", found.rows.into())]);
    result(lang, findings, said("oversight-verified"), said("oversight-faults"))
}

pub fn notes_result(lang: Lang, found: &VerifiedNotes) -> AnyView {
    let findings = found.faults.iter().take(MOST).map(|fault| note_finding(lang, fault)).collect();
    let said = |key: &str| lang.t_with(key, &[("n", found.faults.len().into()), ("rows", found.notes.into())]);
    result(lang, findings, said("oversight-notes-verified"), said("oversight-notes-faults"))
}

fn result(lang: Lang, findings: Vec<Finding>, well: String, ill: String) -> AnyView {
    if findings.is_empty() {
        return notice(Tone::Ok, well);
    }
    let headers = vec![Header::new(lang.t("oversight-fault-row")), Header::new(lang.t("oversight-fault"))];
    let rows = findings
        .into_iter()
        .map(|finding| view! { <tr><td><code>{finding.row}</code></td><td>{finding.wrong}</td></tr> }.into_any())
        .collect();
    view! { {notice(Tone::Bad, ill)} {table_under_heading(lang.t("oversight-fault"), headers, rows, "")} }.into_any()
}

fn row_finding(lang: Lang, fault: &Fault) -> Finding {
    let (row, key) = match fault {
        Fault::Changed(id) => (format!("access_entry {id}"), "oversight-fault-changed"),
        Fault::Missing(id) => (format!("access_entry {id}"), "oversight-fault-missing"),
        Fault::NotSealed(id) => (format!("access_entry {id}"), "oversight-fault-not-sealed"),
        Fault::Gap(number) => (format!("access_seal {number}"), "oversight-fault-gap"),
        Fault::Unsigned(number) => (format!("access_seal {number}"), "oversight-fault-unsigned"),
        Fault::Signature(number) => (format!("access_seal_batch {number}"), "oversight-fault-signature"),
    };
    Finding { row, wrong: lang.t(key).into_owned() }
}

fn note_finding(lang: Lang, fault: &NoteFault) -> Finding {
    let (id, key) = match fault {
        NoteFault::Changed(id) => (id, "oversight-fault-changed"),
        NoteFault::Unchained(id) => (id, "oversight-fault-unchained"),
        NoteFault::Gap(id) => (id, "oversight-fault-note-gap"),
        NoteFault::Signature(id) => (id, "oversight-fault-signature"),
        NoteFault::Unreadable(id) => (id, "oversight-fault-unreadable"),
        NoteFault::Participation(id) => (id, "oversight-fault-participation"),
        NoteFault::Goals(id) => (id, "oversight-fault-goals"),
        NoteFault::Ratings(id) => (id, "oversight-fault-ratings"),
        NoteFault::Reference(id) => (id, "oversight-fault-reference"),
        NoteFault::Column(id, column) => {
            let wrong = lang.t_with("oversight-fault-column", &[("column", (*column).into())]);
            return Finding { row: format!("care_note {id}"), wrong };
        }
        NoteFault::Missing(session, patient) => {
            let row = format!("care_participation {session} {patient}");
            return Finding { row, wrong: lang.t("oversight-fault-note-missing").into_owned() };
        }
    };
    Finding { row: format!("care_note {id}"), wrong: lang.t(key).into_owned() }
}
