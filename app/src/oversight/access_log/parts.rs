//! The pieces of the access log's page.

use chrono_tz::Tz;
use leptos::prelude::*;

use super::store::{EntryRow, Outcome};
use crate::access::{Denied, Permission, Pseudonyms, Role};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ui::{Field, Header, Tone, button, get_form, link_button_quiet, options_of, table_under_heading, tag};
use crate::routes;

/// What may be asked for; the names are those of the form and of the address.
const FILTERS: [&str; 7] = ["user", "role", "person", "permission", "outcome", "from", "to"];

pub fn filters(lang: Lang, fields: &Fields) -> AnyView {
    let field = |name: &'static str, key: &str| Field::new(fields, lang, name, lang.t(key));
    let any = || Some(lang.t("oversight-any").into_owned());
    get_form(
        routes::ACCESS_LOG,
        view! {
            {field("from", "oversight-from").date()}
            {field("to", "oversight-to").date()}
            {field("user", "oversight-user").short().text()}
            {field("role", "export-role").select(options_of!(Role, lang), any())}
            {field("permission", "oversight-permission").select(options_of!(Permission, lang), any())}
            {field("outcome", "oversight-outcome").select(options_of!(Outcome, lang), any())}
            {field("person", "oversight-person").hint(lang.t("oversight-person-hint")).short().text()}
            <div class="actions">{button(lang.t("oversight-show"))}{link_button_quiet(routes::ACCESS_LOG, lang.t("oversight-show-all"))}</div>
        }
        .into_any(),
    )
}

/// The address of the log with these filters, one of them changed.
fn address(fields: &Fields, name: &str, value: &str) -> String {
    let kept = FILTERS.into_iter().filter(|held| *held != name).map(|held| (held, fields.get(held)));
    let pairs: Vec<(&str, &str)> = kept.filter(|(_, value)| !value.is_empty()).chain([(name, value)]).collect();
    format!("{}?{}", routes::ACCESS_LOG, serde_html_form::to_string(pairs).unwrap_or_default())
}

pub fn table_of(lang: Lang, zone: Tz, names: &Pseudonyms, fields: &Fields, rows: &[EntryRow]) -> AnyView {
    let headers = [
        "oversight-at",
        "oversight-user",
        "oversight-facility",
        "oversight-permission",
        "oversight-person",
        "oversight-outcome",
        "oversight-seal",
    ];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    let rows = rows.iter().map(|row| entry(lang, zone, names, fields, row)).collect();
    table_under_heading(lang.t("oversight-access-log"), headers, rows, lang.t("oversight-access-log-empty"))
}

fn entry(lang: Lang, zone: Tz, names: &Pseudonyms, fields: &Fields, row: &EntryRow) -> AnyView {
    let role = Role::from_code(&row.role).map_or_else(|| row.role.clone(), |role| role.label(lang).into_owned());
    let what = Permission::from_code(&row.permission)
        .map_or_else(|| row.permission.clone(), |held| held.label(lang).into_owned());
    let seal = match row.seal {
        Some(number) => tag(Tone::Ok, lang.t_with("oversight-sealed", &[("n", number.into())])),
        None => tag(Tone::Calm, lang.t("oversight-not-sealed-yet")),
    };
    view! {
        <tr>
            <td class="time"><time datetime=row.at.to_rfc3339()>{lang.date_time(row.at, zone)}</time></td>
            <td><a href=address(fields, "user", &row.user_name)>{row.user_name.clone()}</a><div class="sub">{role}</div></td>
            <td>{row.facility.clone()}</td>
            <td>{what}</td>
            <td>{about(names, fields, row)}</td>
            <td>{outcome(lang, row)}</td>
            <td>{seal}</td>
        </tr>
    }
    .into_any()
}

/// The person's pseudonym leads to all that was opened of that person; another thing has one that only tells it apart.
fn about(names: &Pseudonyms, fields: &Fields, row: &EntryRow) -> AnyView {
    if let Some(person) = row.person_id {
        let name = names.of(person);
        return view! { <a href=address(fields, "person", &name)>{name.clone()}</a> }.into_any();
    }
    // One's own account is the user's, who stands beside.
    let object = row.object_id.filter(|_| row.permission != Permission::OwnAccount.as_str());
    object.map(|object| view! { <span class="sub">{names.of(object)}</span> }).into_any()
}

fn outcome(lang: Lang, row: &EntryRow) -> AnyView {
    match row.outcome {
        Outcome::Allowed => row.outcome.label(lang).into_any(),
        Outcome::Denied => {
            let reason =
                Denied::from_code(&row.reason).map(|denied| view! { <div class="sub">{denied.label(lang)}</div> });
            view! { {tag(Tone::Bad, row.outcome.label(lang))} {reason} }.into_any()
        }
    }
}

/// The way to older rows, and back to the first page.
pub fn pages(lang: Lang, fields: &Fields, next: Option<String>) -> AnyView {
    let first = (!fields.get("after").is_empty()).then(|| {
        let href = address(fields, "", "");
        link_button_quiet(href.trim_end_matches("&=").to_owned(), lang.t("oversight-newest"))
    });
    let older = next.map(|cursor| link_button_quiet(address(fields, "after", &cursor), lang.t("oversight-older")));
    if first.is_none() && older.is_none() {
        return ().into_any();
    }
    view! { <nav class="pager" aria-label=lang.t("kit-pager")>{first}{older}</nav> }.into_any()
}
