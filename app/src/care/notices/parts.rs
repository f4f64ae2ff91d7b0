//! A notice that lapses soon, as a line of other pages: 'Today' and the unit.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::store::LapsingNotice;
use crate::care::patients::person_name;
use crate::custody::notices::model::standing_view;
use crate::i18n::Lang;
use crate::kit::ui::{Button, card, empty};
use crate::routes;

/// The notices of a unit that lapse soon.
#[must_use]
pub fn lapsing_card(lang: Lang, today: NaiveDate, held: &[LapsingNotice]) -> AnyView {
    let body = if held.is_empty() {
        empty(lang.t("notices-none-lapsing"), None)
    } else {
        let items = held.iter().map(|held| lapsing_item(lang, today, held)).collect_view();
        view! { <ul class="todo">{items}</ul> }.into_any()
    };
    card(lang.t("notices-lapsing-soon"), body)
}

/// What lapses when, about whom, and the way to the patient's notices.
#[must_use]
pub fn lapsing_item(lang: Lang, today: NaiveDate, held: &LapsingNotice) -> AnyView {
    let who = format!("{} · {}", person_name(&held.family_name, &held.given_name), held.prison_number);
    let what = lang.t_with("notices-lapsing-item", &[("notice", held.terms.words(lang).into())]);
    view! {
        <li>
            <span>{what}<span class="sub">{who.clone()}" · "{standing_view(lang, held.expires_on, None, today)}</span></span>
            {Button::new(lang.t("notices-open")).quiet().about(who).link(routes::patient_notices(held.patient_id))}
        </li>
    }
    .into_any()
}
