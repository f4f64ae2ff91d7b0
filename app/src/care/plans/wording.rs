//! A plan in words: its terms as names and values, for the page and for the comparison of two versions, and single answers
//! of its form as they are said.

use super::model::{Agreement, Approach, Area, Intervention, SessionMix, Terms};
use crate::care::goals::{ExpressedBy, Level, Term};
use crate::i18n::Lang;
use crate::kit::form::parse_date;
use crate::kit::spoken::SpokenLanguage;

/// Minutes as hours, without digits that say nothing.
#[must_use]
pub fn hours(lang: Lang, minutes: i32) -> String {
    let said = lang.hours(i64::from(minutes));
    said.strip_suffix(",0").or_else(|| said.strip_suffix(".0")).map(str::to_owned).unwrap_or(said)
}

#[must_use]
pub fn areas(lang: Lang, areas: &[Area]) -> String {
    areas.iter().map(|area| area.label(lang).into_owned()).collect::<Vec<_>>().join("; ")
}

#[must_use]
pub fn interventions(lang: Lang, kinds: &[Intervention]) -> String {
    kinds.iter().map(|kind| kind.label(lang).into_owned()).collect::<Vec<_>>().join("; ")
}

/// A level of creative ability with its number.
#[must_use]
pub fn creative_level(lang: Lang, level: i32) -> String {
    format!("{level} {}", lang.code_label("creative-level", &level.to_string()))
}

fn spoken_language(lang: Lang, code: &str) -> String {
    SpokenLanguage::from_code(code).map_or_else(|| code.to_owned(), |spoken| spoken.label(lang).into_owned())
}

/// What a plan arranges, as names and values; what is empty is left out by the caller or said to be.
#[must_use]
pub fn terms(lang: Lang, terms: &Terms) -> Vec<(String, String)> {
    let date = |day: Option<chrono::NaiveDate>| day.map(|day| lang.date(day)).unwrap_or_default();
    let sessions = lang.t_with(
        "plans-sessions-said",
        &[("n", terms.sessions_per_week.into()), ("minutes", terms.minutes_per_session.into())],
    );
    let target = lang.t_with("plans-target-said", &[("hours", hours(lang, terms.weekly_target_minutes).into())]);
    let agreement = match terms.agreed_on {
        Some(day) => format!("{} ({})", terms.agreement.label(lang), lang.date(day)),
        None => terms.agreement.label(lang).into_owned(),
    };
    let review = lang.t_with("plans-interval-said", &[("n", terms.review_interval_days.into())]);
    [
        ("plans-areas", areas(lang, &terms.areas.0)),
        ("plans-approach", terms.approach.label(lang).into_owned()),
        ("plans-interventions", interventions(lang, &terms.intervention_types.0)),
        ("plans-creative-level", terms.creative_level.map(|level| creative_level(lang, level)).unwrap_or_default()),
        ("plans-sessions", sessions),
        ("plans-mix", terms.session_mix.label(lang).into_owned()),
        ("plans-target-short", target),
        ("plans-target-reason", terms.target_reason.clone()),
        ("plans-starts", date(terms.starts_on)),
        ("plans-ends", date(terms.expected_end)),
        ("plans-agreement", agreement),
        ("plans-agreement-language", spoken_language(lang, &terms.agreement_language)),
        ("plans-interval-short", review),
    ]
    .into_iter()
    .map(|(key, value)| (lang.t(key).into_owned(), value))
    .collect()
}

/// One answer of the form in words: codes by their labels, dates as people write them.
#[must_use]
pub fn spoken(lang: Lang, name: &str, value: &str) -> String {
    if value.is_empty() {
        return lang.t("plans-nothing").into_owned();
    }
    let part = name.rsplit('-').next().unwrap_or(name);
    let said = match part {
        "areas" => value
            .split(',')
            .filter_map(Area::from_code)
            .map(|area| area.label(lang).into_owned())
            .reduce(|all, next| format!("{all}; {next}")),
        "intervention_types" => value
            .split(',')
            .filter_map(Intervention::from_code)
            .map(|kind| kind.label(lang).into_owned())
            .reduce(|all, next| format!("{all}; {next}")),
        "creative_level" => value.parse().ok().map(|level| creative_level(lang, level)),
        "agreement_language" => Some(spoken_language(lang, value)),
        "term" => Term::from_code(value).map(|term| term.label(lang).into_owned()),
        "expressed" => ExpressedBy::from_code(value).map(|who| who.label(lang).into_owned()),
        "area" => Area::from_code(value).map(|area| area.label(lang).into_owned()),
        "approach" => Approach::from_code(value).map(|approach| approach.label(lang).into_owned()),
        "session_mix" => SessionMix::from_code(value).map(|mix| mix.label(lang).into_owned()),
        "agreement" => Agreement::from_code(value).map(|agreement| agreement.label(lang).into_owned()),
        "baseline" => value.parse::<Level>().ok().map(|level| level.signed().to_owned()),
        "starts_on" | "expected_end" | "agreed_on" | "target" => parse_date(value).map(|day| lang.date(day)),
        _ => None,
    };
    said.unwrap_or_else(|| value.to_owned())
}
