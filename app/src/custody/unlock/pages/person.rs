//! One person on the list as an officer's phone shows it: who, where to, what to know, what has been marked, and the next marks
//! as buttons for a thumb.

use leptos::prelude::*;

use super::super::api::{UnlockList, is_markable};
use super::super::model::{Mark, Marked, UnlockRow};
use super::super::rules;
use super::list::Turn;
use crate::custody::people::{absence_key, list_name};
use crate::custody::slots::{CustodyReason, SlotStatus, words};
use crate::i18n::Lang;
use crate::kit::ui::{Button, Tone, hidden, tag};
use crate::routes;
use crate::web::Ctx;

pub(super) fn item(ctx: &Ctx, list: &UnlockList, row: &UnlockRow, turn: &Turn) -> AnyView {
    let lang = ctx.lang;
    let anchor = row.key().anchor();
    let refused = turn.refused.as_ref().filter(|refused| refused.anchor == anchor);
    let class = if row.status.is_live() { "person" } else { "person stopped" };
    let error = refused
        .map(|refused| view! { <p class="error"><span aria-hidden="true">"✕ "</span>{refused.message.say(lang)}</p> });
    let marks = (row.status.is_live() && is_markable(ctx, list.date)).then(|| marks(ctx, list, row, turn));
    view! {
        <li class=class id=anchor tabindex="-1">
            <div>
                <p>
                    <b>{list_name(&row.family_name, &row.given_name)}</b>" · "<span class="nowrap">{row.prison_number.clone()}</span>" · "
                    <span class="nowrap">{row.cell.clone()}</span>
                </p>
                <p class="sub">{way(ctx, row)}</p>
                {list.cautions.tags(row.person_id, lang)}
            </div>
            <p class="state"><a href=routes::movement(row.slot_id, row.person_id)>{state(ctx, row)}</a></p>
            {error}
            {marks}
        </li>
    }
    .into_any()
}

/// When, where to, what for in one neutral word, and with whom.
fn way(ctx: &Ctx, row: &UnlockRow) -> String {
    let lang = ctx.lang;
    let times = lang.times(row.starts_at, row.ends_at, ctx.zone());
    let label = words::neutral_label(lang, &row.label_letter);
    let mut words = format!("{times} {} · {label}", row.room);
    if row.escort_officers > 0 {
        words.push_str(" · ");
        words.push_str(&words::escort(lang, row.escort_officers, row.escort_mode));
    }
    words
}

/// The session's state when it does not take place, else what has been marked; and where the person is, if not here.
pub(super) fn state(ctx: &Ctx, row: &UnlockRow) -> AnyView {
    state_words(ctx, row).into_iter().map(|(tone, words)| tag(tone, words)).collect_view().into_any()
}

pub(super) fn state_words(ctx: &Ctx, row: &UnlockRow) -> Vec<(Tone, String)> {
    let lang = ctx.lang;
    let absent = absence_key(row.presence).or(row.is_away.then_some("custody-absent"));
    let absent = absent.map(|key| (Tone::Warn, lang.t(key).into_owned()));
    let held = (row.status == SlotStatus::Completed).then(|| (Tone::Ok, row.status.label(lang).into_owned()));
    let state = if row.status.is_live() {
        let at = row.moved_at.map(|at| lang.time(at, ctx.zone()));
        (words::movement_tone(row.movement), words::movement(lang, row.movement, row.custody_reason, at))
    } else {
        (words::tone(row.status), words::state(lang, row.status, row.cancel_reason))
    };
    absent.into_iter().chain(held).chain([state]).collect()
}

/// What a row says now, for somebody whose page is older. A session that has ended says that first.
pub(super) fn movement(ctx: &Ctx, now: &Marked) -> String {
    let lang = ctx.lang;
    if !now.status.is_live() {
        return now.status.label(lang).into_owned();
    }
    words::movement(lang, now.movement, now.custody_reason, now.moved_at.map(|at| lang.time(at, ctx.zone())))
}

/// The next steps, then why not, then the way back: in the order in which they are wanted.
fn marks(ctx: &Ctx, list: &UnlockList, row: &UnlockRow, turn: &Turn) -> AnyView {
    let lang = ctx.lang;
    let name = list_name(&row.family_name, &row.given_name);
    let (back, onward): (Vec<Mark>, Vec<Mark>) =
        rules::buttons(row, ctx.now()).into_iter().partition(|mark| mark.is_correction());
    let asked = turn.asked == row.key().anchor();
    let not_brought = rules::may_be_not_brought(row).then(|| {
        if asked || Turn::asks_in_every_row(list) {
            not_brought(lang, row, &name, asked)
        } else {
            ask(lang, list, row, &name)
        }
    });
    if back.is_empty() && onward.is_empty() && not_brought.is_none() {
        return ().into_any();
    }
    view! {
        <div class="acts">
            {mark_form(lang, row, &name, onward)}
            {not_brought}
            {mark_form(lang, row, &name, back)}
        </div>
    }
    .into_any()
}

/// Without an action a form goes to the page's own address: the list, whose part, day and wing stand in it.
fn mark_form(lang: Lang, row: &UnlockRow, name: &str, marks: Vec<Mark>) -> AnyView {
    if marks.is_empty() {
        return ().into_any();
    }
    let buttons = marks
        .into_iter()
        .enumerate()
        .map(|(at, mark)| {
            let label = lang.t(&format!("unlock-mark-{}", mark.code().replace('_', "-")));
            let button = Button::new(label).about(name).named("mark", mark.code());
            if at == 0 && !mark.is_correction() { button.submit() } else { button.quiet().submit() }
        })
        .collect_view();
    view! { <form method="post" novalidate>{hidden("row", row.key().to_string())}{buttons}</form> }.into_any()
}

/// On a long list, the way to the same list with this row's reasons open.
fn ask(lang: Lang, list: &UnlockList, row: &UnlockRow, name: &str) -> AnyView {
    let href = routes::unlock_asking(list.wing.id, list.date, list.part, &row.key().anchor());
    Button::new(lang.t("unlock-not-brought")).about(name).quiet().link(href)
}

/// The reason is asked for where it is given: one more tap, no other page.
fn not_brought(lang: Lang, row: &UnlockRow, name: &str, open: bool) -> AnyView {
    view! {
        <details class="not-brought" open=open>
            <summary class="btn quiet">{lang.t("unlock-not-brought")}<span class="away">{format!(": {name}")}</span></summary>
            <form method="post" novalidate>
                {hidden("row", row.key().to_string())}
                {reasons(lang)}
                {Button::new(lang.t("unlock-mark-not-brought")).about(name).named("mark", "not_brought").submit()}
            </form>
        </details>
    }
    .into_any()
}

fn reasons(lang: Lang) -> AnyView {
    let reasons = CustodyReason::ALL
        .iter()
        .map(|reason| view! { <label><input type="radio" name="reason" value=reason.as_str()/>{reason.label(lang)}</label> })
        .collect_view();
    view! { <fieldset><legend>{lang.t("unlock-why")}</legend><div class="reasons">{reasons}</div></fieldset> }
        .into_any()
}

/// On a long list the reasons stand in the page once, for a phone that cannot ask for another page.
pub(super) fn reasons_template(lang: Lang) -> AnyView {
    view! {
        <template class="reasons-of-any">
            {reasons(lang)}
            {Button::new(lang.t("unlock-mark-not-brought")).named("mark", "not_brought").submit()}
        </template>
    }
    .into_any()
}
