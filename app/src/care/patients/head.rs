//! The head of a patient's pages: who it is, where, what to beware of, and the way to the other pages.

use std::borrow::Cow;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::model::PatientHead;
use super::rules::{ReviewDue, review_due};
use crate::access::Permission;
use crate::care::openings;
use crate::custody::outings::rules as outings;
use crate::custody::people::Presence;
use crate::i18n::Lang;
use crate::kit::ids::PersonId;
use crate::kit::local_time::day_bounds;
use crate::kit::ui::{Tone, print_head, tabs, tag};
use crate::routes;
use crate::web::Ctx;

/// The pages of one patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Overview,
    Evaluation,
    Plan,
    Sessions,
    Notes,
    Progress,
    Measures,
    Consents,
}

impl Tab {
    const ALL: [Self; 8] = [
        Self::Overview,
        Self::Evaluation,
        Self::Plan,
        Self::Sessions,
        Self::Notes,
        Self::Progress,
        Self::Measures,
        Self::Consents,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Overview => "patients-tab-overview",
            Self::Evaluation => "evaluations-title",
            Self::Plan => "patients-tab-plan",
            Self::Sessions => "patients-tab-sessions",
            Self::Notes => "patients-tab-notes",
            Self::Progress => "patients-tab-progress",
            Self::Measures => "measures-title",
            Self::Consents => "consents-title",
        }
    }

    const fn needs(self) -> Permission {
        match self {
            Self::Overview => Permission::PatientRead,
            Self::Evaluation => Permission::EvaluationRead,
            Self::Plan => Permission::PlanRead,
            Self::Sessions => Permission::SessionRead,
            Self::Notes => Permission::NoteRead,
            Self::Progress => Permission::ProgressRead,
            Self::Measures => Permission::MeasureRead,
            Self::Consents => Permission::ConsentRead,
        }
    }

    fn href(self, id: PersonId) -> String {
        match self {
            Self::Overview => routes::patient(id),
            Self::Evaluation => routes::patient_evaluation(id),
            Self::Plan => routes::patient_plan(id),
            Self::Sessions => routes::patient_sessions(id),
            Self::Notes => routes::patient_notes(id),
            Self::Progress => routes::patient_progress(id),
            Self::Measures => routes::patient_measures(id),
            Self::Consents => routes::patient_consents(id),
        }
    }
}

/// Name, number, housing, alerts and tabs, under a pseudonym for whoever reads under one; on paper also where it is from and who printed it.
#[must_use]
pub fn top(ctx: &Ctx, head: &PatientHead, current: Tab) -> AnyView {
    let lang = ctx.lang;
    let place = ctx
        .actor
        .places
        .iter()
        .find(|place| place.id == head.facility_id)
        .map(|place| place.name.clone())
        .unwrap_or_default();
    let offered = |tab: &Tab| head.offers(&ctx.actor, tab.needs());
    let shown = head.shown(ctx);
    let links =
        Tab::ALL.into_iter().filter(offered).map(|tab| (tab.href(head.id), lang.t(tab.key()).into_owned())).collect();
    view! {
        {print_head(lang, place, shown.identity(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{shown.name()}{shown.beside()}</h1>
        <p class="lead">{line(ctx, head)}</p>
        {states(ctx, head)}
        {openings::name_offer(ctx, &shown, head.id)}
        {tabs(lang.t("patients-tabs"), links, &current.href(head.id))}
    }
    .into_any()
}

fn line(ctx: &Ctx, head: &PatientHead) -> String {
    let lang = ctx.lang;
    let lead = lang.t_with("patients-lead-said", &[("name", head.lead_name.as_str().into())]);
    let housing = ctx.names(head.id).then(|| head.home.shown(ctx, head.id));
    housing.into_iter().chain([head.born.in_words(ctx, head.id), lead]).collect::<Vec<_>>().join(" · ")
}

/// Wing and cell; the word for nowhere when there is neither.
#[must_use]
pub fn housing(lang: Lang, wing: Option<&str>, cell: &str) -> String {
    match (wing, cell) {
        (None, "") => lang.t("patients-no-housing").into_owned(),
        (None, cell) => cell.to_owned(),
        (Some(wing), "") => wing.to_owned(),
        (Some(wing), cell) => format!("{wing} / {cell}"),
    }
}

/// That somebody is not here, and never where instead.
#[must_use]
pub fn away_words(lang: Lang, presence: Presence) -> Option<Cow<'static, str>> {
    match presence {
        Presence::Present => None,
        Presence::Court | Presence::Hospital => Some(lang.t("outings-away-today")),
        Presence::Transferred | Presence::Released => Some(presence.label(lang)),
    }
}

/// On the day of a way out of the house, and not before.
fn is_away(ctx: &Ctx, head: &PatientHead) -> Option<String> {
    let (from, to) = day_bounds(ctx.today(), ctx.zone());
    outings::is_away(&head.outings, head.id, from, to).then(|| ctx.lang.t("outings-away-today").into_owned())
}

/// Whatever is out of the ordinary: away, record closed, treatment refused, alerts that hold today.
fn states(ctx: &Ctx, head: &PatientHead) -> AnyView {
    let lang = ctx.lang;
    let today = ctx.today();
    let closed = (!head.is_open()).then(|| tag(Tone::Bad, head.status.label(lang)));
    let refused = head.treatment_refused.then(|| tag(Tone::Bad, lang.t("consents-treatment-refused")));
    let away = away_words(lang, head.presence)
        .map(Cow::into_owned)
        .or_else(|| is_away(ctx, head))
        .map(|words| tag(Tone::Calm, words));
    let alerts: Vec<AnyView> = head
        .alerts
        .iter()
        .filter(|alert| alert.starts_on <= today && alert.ends_on.is_none_or(|end| end >= today))
        .map(|alert| tag(Tone::Warn, alert.kind.label(lang)))
        .collect();
    if closed.is_none() && refused.is_none() && away.is_none() && alerts.is_empty() {
        return ().into_any();
    }
    let tags =
        closed.into_iter().chain(refused).chain(away).chain(alerts).map(|tag| view! { {tag} " " }).collect_view();
    view! { <p>{tags}</p> }.into_any()
}

/// The day of the next review; a late one says so in a word.
#[must_use]
pub fn review_view(ctx: &Ctx, next_review_on: Option<NaiveDate>) -> AnyView {
    let lang = ctx.lang;
    let Some(day) = next_review_on else {
        return view! { <span class="sub">{lang.t("patients-no-review")}</span> }.into_any();
    };
    let word = match review_due(day, ctx.today()) {
        ReviewDue::Late => Some(tag(Tone::Warn, lang.t("patients-review-late"))),
        ReviewDue::Today => Some(tag(Tone::Calm, lang.t("patients-review-today"))),
        ReviewDue::Ahead => None,
    };
    view! { {lang.date(day)} " " {word} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn housing_says_what_is_known() {
        let said = [(Some("B"), "12"), (Some("B"), ""), (None, "12")].map(|(wing, cell)| housing(Lang::En, wing, cell));
        assert_eq!(said, ["B / 12", "B", "12"]);
    }
}
