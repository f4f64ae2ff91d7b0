//! The triage list: who was referred, how urgently, how long ago, and by when they are to be seen.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Referral, ReferralStatus, Show, Urgency};
use super::super::{api, rules};
use crate::access::Permission;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Header, Tone, button, export_links, get_form, link_button, options_of, pager, print_head, table, tag,
};
use crate::routes;
use crate::web::Ctx;

/// Which referrals are listed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct StatusQuery {
    status: Option<String>,
}

impl StatusQuery {
    pub(super) fn show(&self) -> Show {
        Show::from_code(self.status.as_deref())
    }
}

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>, Query(status): Query<StatusQuery>) -> Result<Response> {
    let show = status.show();
    let (total, referrals) = api::list(&ctx, show, query.offset()).await?;
    Ok(ctx.page(ctx.lang.t("referrals-title"), || view(&ctx, &query, show, total, &referrals)))
}

fn view(ctx: &Ctx, query: &ListQuery, show: Show, total: i64, referrals: &[Referral]) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let base = format!("{}?status={}", routes::REFERRALS, show.as_str());
    let headers = [
        "patients-name",
        "patients-number",
        "referrals-source",
        "referrals-urgency",
        "referrals-received",
        "referrals-due",
        "referrals-status",
    ];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    let rows = referrals.iter().map(|referral| row(ctx, referral)).collect();
    let new = ctx.may(Permission::ReferralWrite).then(|| {
        view! { <div class="actions no-print">{link_button(routes::REFERRAL_NEW, lang.t("referrals-new"))}</div> }
    });
    let nothing = if show == Show::Open { "referrals-none-open" } else { "referrals-none" };
    view! {
        {print_head(lang, place, lang.t("referrals-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("referrals-title")}</h1>
        <p class="lead">{lang.t("referrals-lead")}</p>
        {new}
        {filter(lang, show)}
        {table(lang.t_with("referrals-count", &[("n", total.into())]), headers, rows, lang.t(nothing))}
        {pager(lang, query, total, &base)}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn filter(lang: Lang, show: Show) -> AnyView {
    let fields = Fields::new().with("status", show.as_str());
    let whole = ["open", "all"].map(|code| (code.to_owned(), lang.t(&format!("referrals-show-{code}")).into_owned()));
    let options = whole.into_iter().chain(options_of!(ReferralStatus, lang)).collect();
    let body = view! {
        {Field::new(&fields, lang, "status", lang.t("referrals-which")).short().select(options, None)}
        {button(lang.t("patients-show"))}
    };
    get_form(routes::REFERRALS, body.into_any())
}

fn row(ctx: &Ctx, referral: &Referral) -> AnyView {
    let lang = ctx.lang;
    let who = referral.shown(ctx);
    let age = rules::age_in_days(referral.received_on, ctx.today());
    let received =
        format!("{} ({})", lang.date(referral.received_on), lang.t_with("referrals-days", &[("n", age.into())]));
    view! {
        <tr>
            <th scope="row"><a href=routes::referral(referral.id)>{who.name()}</a></th>
            <td class="nowrap">{who.number()}</td>
            <td>{source_words(lang, referral)}</td>
            <td>{urgency_tag(lang, referral.urgency)}</td>
            <td>{received}</td>
            <td>{due_view(ctx, referral)}</td>
            <td>{status_tag(lang, referral.status)}</td>
        </tr>
    }
    .into_any()
}

/// Who referred; of custody's own referrals also the reason that was chosen there.
pub(super) fn source_words(lang: Lang, referral: &Referral) -> String {
    let source = referral.source.label(lang);
    match referral.code {
        Some(code) => format!("{source}: {}", code.label(lang)),
        None => source.into_owned(),
    }
}

pub(super) fn urgency_tag(lang: Lang, urgency: Urgency) -> AnyView {
    let tone = match urgency {
        Urgency::Asap => Tone::Warn,
        Urgency::Urgent => Tone::Calm,
        Urgency::Routine => Tone::Plain,
    };
    tag(tone, urgency.label(lang))
}

pub(super) fn status_tag(lang: Lang, status: ReferralStatus) -> AnyView {
    let tone = match status {
        ReferralStatus::Received => Tone::Plain,
        ReferralStatus::WaitingList => Tone::Calm,
        ReferralStatus::Accepted => Tone::Ok,
        ReferralStatus::Declined | ReferralStatus::Redirected => Tone::Bad,
    };
    tag(tone, status.label(lang))
}

/// When the person is to be seen first, or was; a late one says so in a word.
pub(super) fn due_view(ctx: &Ctx, referral: &Referral) -> AnyView {
    let lang = ctx.lang;
    if let Some(on) = referral.first_contact_on {
        return lang.t_with("referrals-seen-on", &[("date", lang.date(on).into())]).into_any();
    }
    let due = referral.first_contact_due;
    let late = rules::is_late(due, None, referral.status, ctx.today())
        .then(|| view! { " " {tag(Tone::Warn, lang.t("referrals-late"))} });
    if rules::may_be_contacted(referral.status) {
        view! { {lang.date(due)}{late} }.into_any()
    } else {
        view! { <span class="sub">"–"</span> }.into_any()
    }
}
