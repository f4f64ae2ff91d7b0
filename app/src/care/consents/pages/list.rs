//! `/patients/{id}/consents`: what holds today for each scope, the form for a new decision, and all that came before.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Consent, Decision, Method, NewConsent, Record, Scope};
use super::super::rules::{Standing, deciding, standing};
use super::super::store;
use super::ways;
use crate::access::{Permission, Subject};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{ConsentId, PersonId};
use crate::kit::spoken::SpokenLanguage;
use crate::kit::ui::{
    Button, Field, Header, Tone, button, error_summary, export_links, hidden, notice, options_of, post_form, section,
    table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

const LONGEST: usize = 2000;

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    // The decision's own id is in the form from the beginning: however often it is sent, it is recorded once.
    let fields = Fields::new().with("consent", ctx.new_id::<ConsentId>().to_string());
    show(&ctx, id, fields).await
}

pub async fn record(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let Some(new) = parse(&ctx, id, &mut fields) else { return show(&ctx, id, fields).await };
    let mut tx = ctx.care_write(Permission::ConsentWrite, Subject::Person(id), "consent").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    if !head.is_open() {
        return Err(AppError::Stale);
    }
    if store::record(&mut tx, &new).await? {
        // A no that is older than a yes changes nothing today.
        let records = store::records(&mut tx, id).await?;
        if !standing(&records, new.scope, ctx.today()).permits() {
            let reason = ctx.lang.t("disclosures-consent-denied");
            store::end_what_rests_on(&mut tx, (id, new.scope), None, ctx.today(), &reason).await?;
        }
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::patient_consents(id), "flash-consent-recorded"))
}

fn parse(ctx: &Ctx, patient: PersonId, fields: &mut Fields) -> Option<NewConsent> {
    let today = ctx.today();
    let scope = fields.choice::<Scope>("scope");
    let decision = fields.choice::<Decision>("decision");
    let given_on = day_up_to(fields, "given_on", today);
    let ends_on = fields.date("ends_on");
    if ends_on.zip(given_on).is_some_and(|(end, given)| end < given) {
        fields.error("ends_on", Msg::new("consents-end-before"));
    }
    let language = fields.choice::<SpokenLanguage>("language");
    let interpreter = fields.text("interpreter", 200);
    let method = fields.choice::<Method>("method");
    let comment = fields.text("comment", LONGEST);
    let id = ctx.id_of_form(fields, "consent");
    if fields.is_refused() {
        return None;
    }
    Some(NewConsent {
        id,
        patient,
        scope: scope?,
        decision: decision?,
        given_on: given_on?,
        ends_on: ends_on.filter(|_| decision == Some(Decision::Permit)),
        language: language?,
        interpreter,
        method: method?,
        comment,
        by: ctx.actor.id,
        at: ctx.now(),
    })
}

/// A day that must be given and may not lie ahead.
pub(in crate::care) fn day_up_to(
    fields: &mut Fields,
    name: &str,
    today: chrono::NaiveDate,
) -> Option<chrono::NaiveDate> {
    let day = fields.date(name);
    if fields.get(name).is_empty() {
        fields.error(name, Msg::new("form-required"));
    } else if day.is_some_and(|day| day > today) {
        fields.error(name, Msg::new("consents-day-ahead"));
    }
    day.filter(|day| *day <= today)
}

async fn show(ctx: &Ctx, id: PersonId, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::ConsentRead, Subject::Person(id), "consents").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let consents = store::of_patient(&mut tx, id).await?;
    drop(tx);
    if !fields.has("given_on") {
        fields.set("given_on", ctx.today().to_string());
        fields.set("language", head.language.clone());
        fields.set("method", Method::Written.as_str());
    }
    let title = format!("{} · {}", ctx.lang.t("consents-title"), head.name(ctx));
    let body = || view(ctx, &head, &consents, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, head: &PatientHead, consents: &[Consent], fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let may_write = ctx.may(Permission::ConsentWrite) && head.is_open();
    view! {
        {patients::top(ctx, head, Tab::Consents)}
        {ways(lang, head.id, &routes::patient_consents(head.id))}
        {error_summary(fields, lang)}
        <p>{lang.t("consents-explained")}</p>
        {today(ctx, head, consents, may_write)}
        {may_write.then(|| form(ctx, head, fields))}
        {history(ctx, head.id, consents)}
    }
    .into_any()
}

/// One line for each scope: what holds, since when, until when, and the way to take it back.
fn today(ctx: &Ctx, head: &PatientHead, consents: &[Consent], may_write: bool) -> AnyView {
    let lang = ctx.lang;
    let records: Vec<Record> = consents.iter().map(|consent| consent.record).collect();
    let rows = Scope::ALL
        .iter()
        .map(|scope| {
            let held = standing(&records, *scope, ctx.today());
            let record = deciding(&records, *scope, ctx.today());
            let since = record.map(|record| lang.date(record.withdrawn_on.unwrap_or(record.given_on)));
            let until = record.and_then(|record| record.ends_on).map(|day| lang.date(day));
            let withdraw = record.filter(|_| may_write && held.permits()).map(|record| {
                Button::new(lang.t("consents-withdraw"))
                    .quiet()
                    .about(scope.label(lang))
                    .link(routes::consent_withdraw(head.id, record.id))
            });
            view! {
                <tr>
                    <td>{scope.label(lang)}</td>
                    <td>{tag(tone(held), lang.t(held.key()))}</td>
                    <td>{since}</td>
                    <td>{until}</td>
                    <td><div class="acts no-print">{withdraw}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = vec![
        Header::new(lang.t("consents-scope")),
        Header::new(lang.t("consents-holds")),
        Header::new(lang.t("consents-since")),
        Header::new(lang.t("consents-until")),
        Header::new(lang.t("kit-actions")).away(),
    ];
    let title = lang.t("consents-today");
    section(title.clone(), table_under_heading(title, headers, rows, ""))
}

const fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Permitted => Tone::Ok,
        Standing::Denied | Standing::Withdrawn => Tone::Bad,
        Standing::Ended => Tone::Warn,
        Standing::NotRecorded => Tone::Plain,
    }
}

fn form(ctx: &Ctx, head: &PatientHead, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let blank = || Some(lang.t("consents-choose").into_owned());
    let body = view! {
        {hidden("consent", fields.get("consent").to_owned())}
        {Field::new(fields, lang, "scope", lang.t("consents-scope")).required().select(options_of!(Scope, lang), blank())}
        {Field::new(fields, lang, "decision", lang.t("consents-decision")).required().compact().radios(options_of!(Decision, lang))}
        {notice(Tone::Plain, lang.t("consents-deny-hint"))}
        <div class="pair">
            {Field::new(fields, lang, "given_on", lang.t("consents-given-on")).required().date()}
            {Field::new(fields, lang, "ends_on", lang.t("consents-ends-on")).hint(lang.t("consents-ends-hint")).date()}
        </div>
        <div class="pair">
            {Field::new(fields, lang, "language", lang.t("consents-language")).required().select(options_of!(SpokenLanguage, lang), blank())}
            {Field::new(fields, lang, "interpreter", lang.t("consents-interpreter")).hint(lang.t("consents-interpreter-hint")).text()}
        </div>
        {Field::new(fields, lang, "method", lang.t("consents-method")).required().radios(options_of!(Method, lang))}
        {Field::new(fields, lang, "comment", lang.t("consents-comment")).note_box(2)}
        <div class="actions">{button(lang.t("consents-record"))}</div>
    };
    let open = fields.is_refused();
    view! {
        <details class="no-print" open=open>
            <summary>{lang.t("consents-new")}</summary>
            {post_form(routes::patient_consents(head.id), body.into_any())}
        </details>
    }
    .into_any()
}

fn history(ctx: &Ctx, patient: PersonId, consents: &[Consent]) -> AnyView {
    let lang = ctx.lang;
    let rows = consents.iter().map(|consent| history_row(ctx, consent)).collect();
    let headers = ["consents-given-on", "consents-scope", "consents-decision", "consents-how", "consents-recorded-by"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let title = lang.t("consents-history");
    let list = table_under_heading(title.clone(), headers, rows, lang.t("consents-none"));
    let files = export_links(lang, &routes::patient_consents(patient));
    section(title, view! { {list}{files} }.into_any())
}

fn history_row(ctx: &Ctx, consent: &Consent) -> AnyView {
    let lang = ctx.lang;
    let record = consent.record;
    let how = [consent.method.label(lang).into_owned(), consent.language_word(lang), consent.interpreter.clone()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let end = record.ends_on.map(|day| lang.t_with("consents-until-said", &[("date", lang.date(day).into())]));
    let withdrawn = record.withdrawn_on.map(|day| {
        let words = lang.t_with("consents-withdrawn-on", &[("date", lang.date(day).into())]);
        view! { <span class="sub">{words}</span><span class="sub">{consent.withdrawal_words.clone()}</span> }
    });
    view! {
        <tr>
            <td>{lang.date(record.given_on)}</td>
            <td>{record.scope.label(lang)}</td>
            <td>{record.decision.label(lang)}<span class="sub">{end}</span>{withdrawn}</td>
            <td>{how}<span class="sub">{consent.comment.clone()}</span></td>
            <td>{consent.recorded_by.clone()}</td>
        </tr>
    }
    .into_any()
}
