//! How the log of one patient looks: a card for each disclosure, whole, so that a print of the page is a print of the log.

use leptos::prelude::*;

use super::model::{Basis, Disclosure, Status};
use crate::access::Permission;
use crate::care::consents::{Scope, pages::ways};
use crate::care::patients::{self, PatientHead, Tab};
use crate::kit::form::Fields;
use crate::kit::ids::ConsentId;
use crate::kit::local_time::local_date;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Tone, button, button_named, button_named_quiet, empty, error_summary, export_links, facts, hidden, notice,
    options_of, pager, post_form, tag,
};
use crate::routes;
use crate::web::Ctx;

pub(super) struct Shown {
    pub head: PatientHead,
    pub disclosures: Vec<Disclosure>,
    pub total: i64,
    pub list: ListQuery,
    /// The consents to sharing that hold today.
    pub permitted: Vec<(Scope, ConsentId)>,
}

pub(super) fn view(ctx: &Ctx, shown: &Shown, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let head = &shown.head;
    let path = routes::patient_disclosures(head.id);
    let may_write = ctx.may(Permission::DisclosureWrite) && head.is_open();
    let log = if shown.disclosures.is_empty() {
        empty(lang.t("disclosures-none"), None)
    } else {
        shown.disclosures.iter().map(|held| entry(ctx, held, fields)).collect_view().into_any()
    };
    view! {
        {patients::top(ctx, head, Tab::Consents)}
        {ways(lang, head.id, &path)}
        {error_summary(fields, lang)}
        <p>{lang.t("disclosures-explained")}</p>
        {may_write.then(|| propose_form(ctx, shown, fields))}
        {log}
        {pager(lang, &shown.list, shown.total, &path)}
        {export_links(lang, &path)}
    }
    .into_any()
}

const fn tone(status: Status) -> Tone {
    match status {
        Status::Proposed => Tone::Warn,
        Status::Approved => Tone::Calm,
        Status::Refused => Tone::Bad,
        Status::Sent => Tone::Ok,
    }
}

fn entry(ctx: &Ctx, held: &Disclosure, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let basis = match held.scope {
        Some(scope) => format!("{}: {}", held.basis.label(lang), scope.label(lang)),
        None => held.basis.label(lang).into_owned(),
    };
    let proposed = format!("{}, {}", held.proposed_name, lang.date(local_date(held.created_at, ctx.zone())));
    let mut known = vec![
        (lang.t("disclosures-basis").into_owned(), basis.into_any()),
        (lang.t("disclosures-reason").into_owned(), held.reason.clone().into_any()),
        (lang.t("disclosures-proposed-by").into_owned(), proposed.into_any()),
    ];
    if let (Some(name), Some(on)) = (&held.decided_name, held.decided_on) {
        let decided = [format!("{name}, {}", lang.date(on)), held.decision_reason.clone()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(": ");
        known.push((lang.t("disclosures-decided-by").into_owned(), decided.into_any()));
    }
    if let Some(on) = held.sent_on {
        known.push((lang.t("disclosures-sent-on").into_owned(), lang.date(on).into_any()));
    }
    let paragraphs = held.content.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    view! {
        <section class="card">
            <h2>{held.recipient.clone()}" "{tag(tone(held.status), held.status.label(lang))}</h2>
            {paragraphs}
            {facts(known)}
            {next_step(ctx, held, fields)}
        </section>
    }
    .into_any()
}

/// What may be done about it now, by whoever looks.
fn next_step(ctx: &Ctx, held: &Disclosure, fields: &Fields) -> Option<AnyView> {
    let lang = ctx.lang;
    let fresh = Fields::new().with("sent_on", ctx.today().to_string());
    let refused = fields.is_refused() && fields.get("decided") == held.id.to_string();
    let typed = if refused { fields } else { &fresh };
    match held.status {
        Status::Proposed if ctx.may(Permission::DisclosureApprove) && held.proposed_by != ctx.actor.id => {
            let body = view! {
                {hidden("version", held.version.to_string())}
                {Field::new(typed, lang, "why", lang.t("disclosures-why")).within(&held.id.to_string()).hint(lang.t("disclosures-why-hint")).text()}
                <div class="actions">
                    {button_named(lang.t("disclosures-approve"), "do", "approve")}
                    {button_named_quiet(lang.t("disclosures-refuse"), "do", "refuse")}
                </div>
            };
            let form = post_form(routes::disclosure_decide(held.patient_id, held.id), body.into_any());
            Some(view! { <div class="no-print">{form}</div> }.into_any())
        }
        Status::Proposed => Some(notice(Tone::Calm, lang.t("disclosures-waits"))),
        Status::Approved if ctx.may(Permission::DisclosureWrite) => {
            let body = view! {
                {hidden("version", held.version.to_string())}
                {Field::new(typed, lang, "sent_on", lang.t("disclosures-sent-on")).within(&held.id.to_string()).required().date()}
                {button(lang.t("disclosures-mark-sent"))}
            };
            let form = post_form(routes::disclosure_sent(held.patient_id, held.id), body.into_any());
            Some(view! { <div class="no-print">{form}</div> }.into_any())
        }
        _ => None,
    }
}

fn propose_form(ctx: &Ctx, shown: &Shown, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let open = fields.is_refused() && fields.has("recipient");
    let consents: Vec<(String, String)> =
        shown.permitted.iter().map(|(scope, id)| (id.to_string(), scope.label(lang).into_owned())).collect();
    let consent = if consents.is_empty() {
        notice(Tone::Plain, lang.t("disclosures-no-sharing"))
    } else {
        Field::new(fields, lang, "consent", lang.t("disclosures-consent"))
            .hint(lang.t("disclosures-consent-hint"))
            .select(consents, Some(lang.t("disclosures-choose").into_owned()))
    };
    let body = view! {
        {hidden("disclosure", fields.get("disclosure").to_owned())}
        {Field::new(fields, lang, "recipient", lang.t("disclosures-recipient")).hint(lang.t("disclosures-recipient-hint")).required().text()}
        {Field::new(fields, lang, "content", lang.t("disclosures-content")).hint(lang.t("disclosures-content-hint")).required().note_box(5)}
        {Field::new(fields, lang, "basis", lang.t("disclosures-basis")).required().radios(options_of!(Basis, lang))}
        {consent}
        {Field::new(fields, lang, "reason", lang.t("disclosures-reason")).required().text()}
        <div class="actions">{button(lang.t("disclosures-propose"))}</div>
    };
    view! {
        <details class="no-print" open=open>
            <summary>{lang.t("disclosures-new")}</summary>
            {post_form(routes::patient_disclosures(shown.head.id), body.into_any())}
        </details>
    }
    .into_any()
}
