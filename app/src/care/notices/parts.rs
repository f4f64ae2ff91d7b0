//! A notice that lapses soon, as a line of other pages: 'Today' and the unit.

use leptos::prelude::*;

use super::store::LapsingNotice;
use crate::custody::notices::model::standing_view;
use crate::kit::ui::{Button, card, empty};
use crate::routes;
use crate::web::Ctx;

/// The notices of a unit that lapse soon.
#[must_use]
pub fn lapsing_card(ctx: &Ctx, held: &[LapsingNotice]) -> AnyView {
    let lang = ctx.lang;
    let body = if held.is_empty() {
        empty(lang.t("notices-none-lapsing"), None)
    } else {
        let items = held.iter().map(|held| lapsing_item(ctx, held)).collect_view();
        view! { <ul class="todo">{items}</ul> }.into_any()
    };
    card(lang.t("notices-lapsing-soon"), body)
}

/// What lapses when, about whom, and the way to the patient's notices.
#[must_use]
pub fn lapsing_item(ctx: &Ctx, held: &LapsingNotice) -> AnyView {
    let (lang, today) = (ctx.lang, ctx.today());
    let who = held.who.shown(ctx, held.patient_id).identity();
    let what = lang.t_with("notices-lapsing-item", &[("notice", held.terms.words(lang).into())]);
    view! {
        <li>
            <span>{what}<span class="sub">{who.clone()}" · "{standing_view(lang, held.expires_on, None, today)}</span></span>
            {Button::new(lang.t("notices-open")).quiet().about(who).link(routes::patient_notices(held.patient_id))}
        </li>
    }
    .into_any()
}
