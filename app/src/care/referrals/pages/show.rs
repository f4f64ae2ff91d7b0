//! One referral: what was asked, what was decided, and the forms for deciding and for the first contact.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Outcome};
use super::super::model::{Referral, ReferralStatus, Urgency};
use super::super::{form, rules};
use super::list::{due_view, source_words, status_tag, urgency_tag};
use crate::access::Permission;
use crate::care::patients::away_words;
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::ReferralId;
use crate::kit::ui::{
    Field, Tone, button, card, error_summary, facts, hidden, link_button, link_button_quiet, options_of, post_form,
    print_head, tag,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<ReferralId>) -> Result<Response> {
    let referral = api::referral(&ctx, id).await?;
    let fields = fresh(&ctx, &referral);
    Ok(draw(&ctx, &referral, &fields))
}

/// Both forms as they begin.
fn fresh(ctx: &Ctx, referral: &Referral) -> Fields {
    Fields::new()
        .with("version", referral.version.to_string())
        .with("urgency", referral.urgency.as_str())
        .with("first_contact_on", ctx.today().to_string())
}

pub async fn decide(ctx: Ctx, Path(id): Path<ReferralId>, mut fields: Fields) -> Result<Response> {
    let Some(decision) = form::decision(&mut fields) else { return refuse(&ctx, id, fields).await };
    match api::decide(&ctx, id, fields.version(), &decision).await? {
        // The next thing to do is in the record that is open now.
        Outcome::Done(person) if decision.status == ReferralStatus::Accepted => {
            Ok(ctx.redirect_with(&routes::patient(person), "flash-referral-accepted"))
        }
        Outcome::Done(_) => Ok(ctx.redirect_with(&routes::referral(id), "flash-referral-decided")),
        Outcome::Changed(now) => Ok(show_changed(&ctx, &now, fields)),
        Outcome::HasLeft(now) => {
            fields.error("decision", Msg::new("referrals-has-left"));
            Ok(draw(&ctx, &now, &fields))
        }
    }
}

pub async fn contact(ctx: Ctx, Path(id): Path<ReferralId>, mut fields: Fields) -> Result<Response> {
    let referral = api::referral(&ctx, id).await?;
    let Some(on) = form::first_contact(&mut fields, referral.received_on, ctx.today()) else {
        fields.set("urgency", referral.urgency.as_str());
        return Ok(draw(&ctx, &referral, &fields));
    };
    match api::record_contact(&ctx, id, fields.version(), on).await? {
        Outcome::Done(_) => Ok(ctx.redirect_with(&routes::referral(id), "flash-referral-contact")),
        Outcome::Changed(now) | Outcome::HasLeft(now) => Ok(show_changed(&ctx, &now, fields)),
    }
}

async fn refuse(ctx: &Ctx, id: ReferralId, mut fields: Fields) -> Result<Response> {
    let referral = api::referral(ctx, id).await?;
    if !fields.has("first_contact_on") {
        fields.set("first_contact_on", ctx.today().to_string());
    }
    Ok(draw(ctx, &referral, &fields))
}

/// Somebody else was faster: what was typed stays, beside what the referral is now, and the form stands on that from here on.
fn show_changed(ctx: &Ctx, now: &Referral, mut fields: Fields) -> Response {
    let state = now.status.label(ctx.lang).into_owned();
    fields.error("", Msg::with("referrals-changed", [("state", state.into())]));
    fields.set("version", now.version.to_string());
    for (name, value) in fresh(ctx, now).pairs() {
        if !fields.has(name) {
            fields.set(name.clone(), value.clone());
        }
    }
    draw(ctx, now, &fields)
}

fn draw(ctx: &Ctx, referral: &Referral, fields: &Fields) -> Response {
    let title = format!("{} · {}", ctx.lang.t("referrals-one"), referral.shown(ctx).name());
    let body = || view(ctx, referral, fields);
    if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) }
}

fn view(ctx: &Ctx, referral: &Referral, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let who = referral.shown(ctx);
    let what = format!("{} · {}", lang.t("referrals-one"), who.identity());
    let person = referral.person_id;
    let told = ctx
        .names(person)
        .then(|| format!("{} · {}", referral.home.shown(ctx, person), referral.born.shown(ctx, person)));
    let away = away_words(lang, referral.presence).map(|words| view! { " " {tag(Tone::Calm, words)} });
    view! {
        {print_head(lang, place, what, ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        {error_summary(fields, lang)}
        <h1>{who.name()}{who.beside()}</h1>
        <p class="lead">
            {told}{away}
        </p>
        {ways(ctx, referral)}
        <div class="cols">
            <div>{card(lang.t("referrals-one"), asked(ctx, referral))}{unsent(ctx, referral, fields)}</div>
            <div>{decided_card(ctx, referral)}{decide_card(ctx, referral, fields)}{contact_card(ctx, referral, fields)}</div>
        </div>
    }
    .into_any()
}

fn ways(ctx: &Ctx, referral: &Referral) -> AnyView {
    let lang = ctx.lang;
    let record = (referral.is_patient && ctx.may(Permission::PatientRead))
        .then(|| link_button(routes::patient(referral.person_id), lang.t("referrals-open-record")));
    view! {
        <div class="actions no-print">{record}{link_button_quiet(routes::REFERRALS, lang.t("referrals-to-list"))}</div>
    }
    .into_any()
}

fn asked(ctx: &Ctx, referral: &Referral) -> AnyView {
    let lang = ctx.lang;
    let age = rules::age_in_days(referral.received_on, ctx.today());
    let received =
        format!("{} ({})", lang.date(referral.received_on), lang.t_with("referrals-days", &[("n", age.into())]));
    let areas = referral.areas.0.iter().map(|area| area.label(lang).into_owned()).collect::<Vec<_>>().join("; ");
    let mut lines: Vec<(&str, AnyView)> = vec![
        ("referrals-source", source_words(lang, referral).into_any()),
        ("referrals-by", referral.referred_by.clone().into_any()),
        ("referrals-received", received.into_any()),
        ("referrals-urgency", urgency_tag(lang, referral.urgency)),
        ("referrals-due", due_view(ctx, referral)),
    ];
    if !areas.is_empty() {
        lines.push(("referrals-areas", areas.into_any()));
    }
    let reason = (!referral.reason.is_empty())
        .then(|| view! { <h3>{lang.t("referrals-reason")}</h3><p class="note-text">{referral.reason.clone()}</p> });
    view! {
        {facts(lines.into_iter().map(|(key, value)| (lang.t(key).into_owned(), value)).collect())}
        {reason}
    }
    .into_any()
}

fn decided_card(ctx: &Ctx, referral: &Referral) -> AnyView {
    let lang = ctx.lang;
    let mut lines = vec![(lang.t("referrals-status").into_owned(), status_tag(lang, referral.status))];
    if let Some(on) = referral.decided_on {
        lines.push((lang.t("referrals-decided-on").into_owned(), lang.date(on).into_any()));
    }
    if let Some(by) = &referral.decided_by {
        lines.push((lang.t("referrals-decided-by").into_owned(), by.clone().into_any()));
    }
    let why = (!referral.decision_reason.is_empty())
        .then(|| view! { <p class="note-text">{referral.decision_reason.clone()}</p> });
    card(lang.t("referrals-decision"), view! { {facts(lines)}{why} }.into_any())
}

fn decide_card(ctx: &Ctx, referral: &Referral, fields: &Fields) -> Option<AnyView> {
    let lang = ctx.lang;
    let next = rules::may_follow(referral.status);
    if next.is_empty() || !ctx.may(Permission::ReferralDecide) {
        return None;
    }
    let options = next
        .iter()
        .map(|status| {
            let key = match status {
                ReferralStatus::Accepted if referral.is_patient => "referrals-do-link",
                ReferralStatus::Accepted => "referrals-do-accept",
                ReferralStatus::WaitingList => "referrals-do-wait",
                ReferralStatus::Declined => "referrals-do-decline",
                ReferralStatus::Redirected | ReferralStatus::Received => "referrals-do-redirect",
            };
            (status.as_str().to_owned(), lang.t(key).into_owned())
        })
        .collect();
    let body = view! {
        {hidden("version", fields.get("version"))}
        {Field::new(fields, lang, "decision", lang.t("referrals-decide-asked")).required().radios(options)}
        {Field::new(fields, lang, "urgency", lang.t("referrals-urgency")).hint(lang.t("referrals-urgency-hint")).short().select(options_of!(Urgency, lang), None)}
        {Field::new(fields, lang, "decision_reason", lang.t("referrals-decision-reason")).hint(lang.t("referrals-decision-hint")).note_box(3)}
        {button(lang.t("referrals-decide"))}
    };
    let form = post_form(routes::referral_decide(referral.id), body.into_any());
    Some(view! { <div class="no-print">{card(lang.t("referrals-decide"), form)}</div> }.into_any())
}

fn contact_card(ctx: &Ctx, referral: &Referral, fields: &Fields) -> Option<AnyView> {
    let lang = ctx.lang;
    let open = referral.first_contact_on.is_none() && rules::may_be_contacted(referral.status);
    if !open || !ctx.may(Permission::ReferralDecide) {
        return None;
    }
    let body = view! {
        {hidden("version", fields.get("version"))}
        {Field::new(fields, lang, "first_contact_on", lang.t("referrals-contact-on")).required().date()}
        {button(lang.t("referrals-contact-save"))}
    };
    let form = post_form(routes::referral_contact(referral.id), body.into_any());
    Some(view! { <div class="no-print">{card(lang.t("referrals-contact"), form)}</div> }.into_any())
}

/// What somebody wrote for a decision that another has taken in the meantime: there is no form for it any more, and it is not
/// thrown away either.
fn unsent(ctx: &Ctx, referral: &Referral, fields: &Fields) -> Option<AnyView> {
    let text = fields.get("decision_reason");
    if text.is_empty() || !rules::may_follow(referral.status).is_empty() {
        return None;
    }
    Some(card(ctx.lang.t("referrals-unsent"), view! { <p class="note-text">{text.to_owned()}</p> }.into_any()))
}
