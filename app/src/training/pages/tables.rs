//! Certificates in rows, as several pages show them.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::model::{Course, Held};
use super::super::rules::{Standing, standing};
use crate::i18n::Lang;
use crate::kit::ui::{Header, Tone, table_under_heading, tag};

/// How a certificate stands, with its shape.
pub fn standing_tag(lang: Lang, valid_until: NaiveDate, revoked_on: Option<NaiveDate>, today: NaiveDate) -> AnyView {
    let date = |key: &str, day: NaiveDate| lang.t_with(key, &[("date", lang.date(day).into())]);
    match standing(valid_until, revoked_on, today) {
        Standing::Valid => tag(Tone::Ok, date("training-valid-until", valid_until)),
        Standing::Lapsing => tag(Tone::Warn, date("training-valid-until", valid_until)),
        Standing::Lapsed => tag(Tone::Bad, date("training-lapsed-on", valid_until)),
        Standing::Revoked => tag(Tone::Bad, date("training-revoked-on", revoked_on.unwrap_or(valid_until))),
    }
}

/// What a course is: its subject and its level.
pub fn course_name(lang: Lang, course: &Course) -> String {
    format!("{} – {}", course.subject.label(lang), course.level.label(lang))
}

pub fn span(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    if from == to { lang.date(from) } else { format!("{} – {}", lang.date(from), lang.date(to)) }
}

/// Where the paper of a certificate is, for those who may open it.
type Paper<'a> = &'a dyn Fn(&Held) -> Option<String>;

/// Certificates under a heading.
pub fn held_table(
    lang: Lang,
    caption: &str,
    held: &[Held],
    today: NaiveDate,
    (with_names, address): (bool, Paper<'_>),
    empty: &str,
) -> AnyView {
    let mut headers = Vec::new();
    if with_names {
        headers.push(Header::new(lang.t("training-name")));
        headers.push(Header::new(lang.t("training-institution")));
    }
    headers.extend(
        ["training-subject", "training-level", "training-issued-on", "training-state"]
            .map(|key| Header::new(lang.t(key))),
    );
    let rows = held
        .iter()
        .map(|one| {
            let names = with_names.then(|| {
                view! { <th scope="row">{one.name.clone()}</th><td>{one.institution.clone()}</td> }
            });
            let subject = one.subject.label(lang).into_owned();
            let subject = match address(one) {
                Some(href) => view! { <a href=href>{subject}</a> }.into_any(),
                None => subject.into_any(),
            };
            view! {
                <tr>
                    {names}
                    <td>{subject}</td>
                    <td>{one.level.label(lang)}</td>
                    <td>{lang.date(one.issued_on)}</td>
                    <td>{standing_tag(lang, one.valid_until, one.revoked_on, today)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table_under_heading(caption.to_owned(), headers, rows, empty.to_owned())
}
