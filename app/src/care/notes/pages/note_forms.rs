//! The forms below a signed note: only those that its state and the reader's part in it allow.

use leptos::prelude::*;

use crate::care::notes::Filed;
use crate::care::notes::rules::{Act, NoteState, Part, may};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ui::{
    Field, Tone, button, button_danger, button_quiet, card, hidden, notice, post_form, post_form_inline,
};
use crate::routes;
use crate::web::Ctx;

#[must_use]
pub fn forms(ctx: &Ctx, filed: &Filed, part: Part, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let state = filed.state();
    let asked_myself = filed.error_asked_by(ctx.actor.id);
    let allowed = |act| may(act, state, part, asked_myself);
    let waiting =
        (state == NoteState::ErrorAsked && asked_myself).then(|| notice(Tone::Calm, lang.t("notes-error-waits")));
    view! {
        <div class="no-print">
            {waiting}
            {allowed(Act::Cosign).then(|| cosign(lang, filed, fields))}
            {allowed(Act::WithdrawError).then(|| withdraw_error(lang, filed, fields))}
            {allowed(Act::ConfirmError).then(|| confirm_error(lang, filed, fields))}
            {allowed(Act::Replace).then(|| next_version(lang, filed))}
            {allowed(Act::Addendum).then(|| addendum(lang, filed))}
            {allowed(Act::AskError).then(|| ask_error(lang, filed, fields))}
        </div>
    }
    .into_any()
}

/// What was sent, for the form it was sent from; nothing for the others on the page.
fn sent(fields: &Fields, act: &str) -> Fields {
    if fields.get("act") == act { fields.clone() } else { Fields::new() }
}

fn password(lang: Lang, fields: &Fields, act: &str) -> AnyView {
    let field = Field::new(fields, lang, "password", lang.t("access-password")).within(act);
    field.hint(lang.t("sessions-sign-hint")).required().short().password("current-password")
}

/// Co-signing and returning, side by side.
fn cosign(lang: Lang, filed: &Filed, fields: &Fields) -> AnyView {
    let to = routes::note_cosign(filed.note.patient.id, filed.note.id);
    let form = |act: &'static str, comment: &str, send: AnyView| {
        let fields = sent(fields, act);
        let comment = Field::new(&fields, lang, "comment", lang.t(comment)).within(act);
        let comment = if act == "return" { comment.required() } else { comment };
        let body = view! { {hidden("act", act)}{comment.note_box(3)}{password(lang, &fields, act)}<div class="actions">{send}</div> };
        post_form(to.clone(), body.into_any())
    };
    view! {
        <div class="cols">
            <div>{card(lang.t("notes-cosign"), form("cosign", "notes-comment-optional", button(lang.t("notes-cosign-button"))))}</div>
            <div>{card(lang.t("notes-return"), form("return", "note-part-comment", button_quiet(lang.t("notes-return-button"))))}</div>
        </div>
    }
    .into_any()
}

fn next_version(lang: Lang, filed: &Filed) -> AnyView {
    let to = routes::note_next(filed.note.patient.id, filed.note.id);
    card(
        lang.t("notes-next-version"),
        view! { <p>{lang.t("notes-next-version-text")}</p>{post_form_inline(to, button(lang.t("notes-next-version-button")))} }
            .into_any(),
    )
}

fn addendum(lang: Lang, filed: &Filed) -> AnyView {
    let to = routes::note_addendum(filed.note.patient.id, filed.note.id);
    view! { <div class="actions">{post_form_inline(to, button_quiet(lang.t("notes-addendum-write")))}</div> }.into_any()
}

fn ask_error(lang: Lang, filed: &Filed, fields: &Fields) -> AnyView {
    let fields = sent(fields, "error");
    let open = fields.is_refused();
    let body = view! {
        {hidden("act", "error")}
        {Field::new(&fields, lang, "reason", lang.t("note-part-reason")).required().note_box(3)}
        {password(lang, &fields, "error")}
        <div class="actions">{button_danger(lang.t("notes-error-ask"))}</div>
    };
    view! {
        <details open=open>
            <summary>{lang.t("notes-error-open")}</summary>
            <p>{lang.t("notes-error-text")}</p>
            {post_form(routes::note_error(filed.note.patient.id, filed.note.id), body.into_any())}
        </details>
    }
    .into_any()
}

fn withdraw_error(lang: Lang, filed: &Filed, fields: &Fields) -> AnyView {
    let fields = sent(fields, "withdraw");
    let body = view! {
        <p>{lang.t("notes-error-withdraw-text")}</p>
        {hidden("act", "withdraw")}
        {Field::new(&fields, lang, "reason", lang.t("notes-comment-optional")).within("withdraw").note_box(2)}
        {password(lang, &fields, "withdraw")}
        <div class="actions">{button_quiet(lang.t("notes-error-withdraw"))}</div>
    };
    let to = routes::note_error_withdraw(filed.note.patient.id, filed.note.id);
    card(lang.t("notes-error-withdraw-title"), post_form(to, body.into_any()))
}

fn confirm_error(lang: Lang, filed: &Filed, fields: &Fields) -> AnyView {
    let fields = sent(fields, "confirm");
    let body = view! {
        <p>{lang.t("notes-error-confirm-text")}</p>
        {hidden("act", "confirm")}
        {password(lang, &fields, "confirm")}
        <div class="actions">{button_danger(lang.t("notes-error-confirm"))}</div>
    };
    let to = routes::note_error_confirm(filed.note.patient.id, filed.note.id);
    card(lang.t("notes-error-confirm-title"), post_form(to, body.into_any()))
}
