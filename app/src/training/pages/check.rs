//! Whether a certificate on paper holds: a page for whoever has the paper, without sign-in. It says what stands on the paper anyway,
//! name and course, and whether it is valid; of a code that nobody has been given it says that, and nothing else. So that nobody
//! tries codes by the thousand, the server answers a certain number in a minute and then asks for patience.

use std::sync::{Mutex, PoisonError};

use axum::extract::Query;
use axum::response::{Html, IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::super::certificate::{Certificate, typed_code};
use super::super::rules::Standing;
use super::super::store;
use super::tables::{span, standing_tag};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ui::{Field, Tone, button, card, facts, get_form, notice};
use crate::routes;
use crate::web::answers::render;
use crate::web::{Visitor, shell};

/// Answers in a minute. A code has eighty bits: the limit keeps the server free, the code keeps itself.
const MOST: u32 = 60;

/// The minute that is counted, and how many have asked in it.
static ASKED: Mutex<(i64, u32)> = Mutex::new((0, 0));

fn within_limit(now: DateTime<Utc>) -> bool {
    let minute = now.timestamp() / 60;
    let mut asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
    if asked.0 != minute {
        *asked = (minute, 0);
    }
    asked.1 = asked.1.saturating_add(1);
    asked.1 <= MOST
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    code: String,
}

pub async fn page(visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response> {
    let lang = visitor.lang;
    let code = typed_code(&asked.code);
    let answer = if code.is_empty() { None } else { Some(look(&visitor, &code).await?) };
    let title = lang.t("training-check");
    let html = render(|| shell::visitor(&visitor, &title, view(lang, &code, answer)), &visitor.app.site);
    Ok(Html(html).into_response())
}

/// The paper of the code with its standing; nothing for a code that is none, and for a paper that is not what was signed.
async fn look(visitor: &Visitor, code: &str) -> Result<Option<(Certificate, Standing)>> {
    let now = visitor.app.gate.clock.now();
    if !within_limit(now) {
        return Err(AppError::Busy);
    }
    let mut tx = visitor.app.gate.unattended_read().await?;
    let found = store::certificate_by_code(&mut tx, code).await?;
    drop(tx);
    Ok(found.and_then(|paper| {
        let standing = paper.standing(&visitor.app.key.trusted(), now.date_naive())?;
        Some((paper, standing))
    }))
}

fn view(lang: Lang, code: &str, answer: Option<Option<(Certificate, Standing)>>) -> AnyView {
    let fields = Fields::new().with("code", code);
    let form = view! {
        {Field::new(&fields, lang, "code", lang.t("training-code")).hint(lang.t("training-check-hint")).required().autocomplete("off").text()}
        {button(lang.t("training-check-button"))}
    };
    let told = answer.map(|answer| match answer {
        None => notice(Tone::Bad, lang.t("training-check-unknown")),
        Some((paper, standing)) => found(lang, &paper, standing),
    });
    view! {
        <h1>{lang.t("training-check")}</h1>
        <p class="lead">{lang.t("training-check-lead")}</p>
        {get_form(routes::CERTIFICATE_CHECK, form.into_any())}
        {told}
    }
    .into_any()
}

fn found(lang: Lang, paper: &Certificate, standing: Standing) -> AnyView {
    let key = if standing.counts() { "training-valid" } else { "training-not-valid" };
    // The day is only for words here: whether it is valid has been decided.
    let today = if standing.counts() { paper.issued_on } else { chrono::NaiveDate::MAX };
    let course = format!("{} – {}", paper.subject.label(lang), paper.level.label(lang));
    let body = facts(vec![
        (lang.t("training-name").into_owned(), paper.name.clone().into_any()),
        (lang.t("training-course").into_owned(), course.into_any()),
        (lang.t("training-when").into_owned(), span(lang, paper.starts_on, paper.ends_on).into_any()),
        (lang.t("training-state").into_owned(), standing_tag(lang, paper.valid_until, paper.revoked_on, today)),
    ]);
    card(lang.t(key), body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_has_so_many_answers() {
        let at = |second: i64| DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap();
        let given = (0..MOST + 5).filter(|_| within_limit(at(1))).count();
        assert_eq!(given, MOST as usize);
        assert!(within_limit(at(61)), "the next minute begins anew");
    }
}
