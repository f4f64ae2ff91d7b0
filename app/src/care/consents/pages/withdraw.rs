//! Taking a consent back: says first what ends with it, then ends all of it at once.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::Consent;
use super::super::store::{self, Withdrawal};
use super::list::day_up_to;
use super::ways;
use crate::access::{Permission, Subject};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
use crate::kit::ids::{ConsentId, PersonId};
use crate::kit::ui::{
    Field, Tone, button_danger, error_summary, facts, hidden, link_button_quiet, notice_with, post_form,
};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

/// A consent with what rests on it: notices and disclosures.
struct Resting {
    consent: Consent,
    notices: i64,
    disclosures: i64,
}

pub async fn page(ctx: Ctx, Path((id, consent)): Path<(PersonId, ConsentId)>) -> Result<Response> {
    let fields = Fields::new().with("withdrawn_on", ctx.today().to_string());
    show(&ctx, id, consent, fields).await
}

async fn find(ctx: &Ctx, tx: &mut CareTx, patient: PersonId, id: ConsentId) -> Result<Resting> {
    let consents = store::of_patient(tx, patient).await?;
    let consent = consents.into_iter().find(|consent| consent.record.id == id).ok_or(AppError::NotFound)?;
    let (notices, disclosures) = store::resting_on(tx, id, ctx.today()).await?;
    Ok(Resting { consent, notices, disclosures })
}

async fn show(ctx: &Ctx, id: PersonId, consent: ConsentId, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::ConsentWrite, Subject::Person(id), "consent").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let resting = find(ctx, &mut tx, id, consent).await?;
    drop(tx);
    if resting.consent.record.withdrawn_on.is_some() {
        return Ok(redirect(&routes::patient_consents(id)));
    }
    fields.set("version", resting.consent.version.to_string());
    let title = ctx.lang.t("consents-withdraw-title");
    let body = || view(ctx, &head, &resting, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

pub async fn submit(
    ctx: Ctx,
    Path((id, consent)): Path<(PersonId, ConsentId)>,
    mut fields: Fields,
) -> Result<Response> {
    let on = day_up_to(&mut fields, "withdrawn_on", ctx.today());
    let words = fields.text("words", 2000);
    let Some(on) = on.filter(|_| !fields.is_refused()) else { return show(&ctx, id, consent, fields).await };
    let mut tx = ctx.care_write(Permission::ConsentWrite, Subject::Person(id), "consent").await?;
    let record = find(&ctx, &mut tx, id, consent).await?.consent.record;
    if on < record.given_on {
        drop(tx);
        fields.error("withdrawn_on", Msg::new("consents-end-before"));
        return show(&ctx, id, consent, fields).await;
    }
    let withdrawal = Withdrawal { id: consent, patient: id, version: fields.version(), on, words, by: ctx.actor.id };
    if record.withdrawn_on.is_none() {
        if !store::withdraw(&mut tx, &withdrawal).await? {
            drop(tx);
            fields.error("", Msg::new("consents-changed"));
            return show(&ctx, id, consent, fields).await;
        }
        let reason = ctx.lang.t("disclosures-consent-withdrawn");
        store::end_what_rests_on(&mut tx, (id, record.scope), Some(consent), ctx.today(), &reason).await?;
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::patient_consents(id), "flash-consent-withdrawn"))
}

fn view(ctx: &Ctx, head: &PatientHead, resting: &Resting, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let record = resting.consent.record;
    let count = |key: &str, n: i64| (n > 0).then(|| view! { <li>{lang.t_with(key, &[("n", n.into())])}</li> });
    let ends = if resting.notices + resting.disclosures == 0 {
        view! { <p>{lang.t("consents-nothing-ends")}</p> }.into_any()
    } else {
        view! {
            <p>{lang.t("consents-what-ends")}</p>
            <ul>
                {count("consents-ends-notices", resting.notices)}
                {count("consents-ends-disclosures", resting.disclosures)}
            </ul>
        }
        .into_any()
    };
    let form = view! {
        {hidden("version", fields.get("version").to_owned())}
        {Field::new(fields, lang, "withdrawn_on", lang.t("consents-withdrawn-day")).required().date()}
        {Field::new(fields, lang, "words", lang.t("consents-words")).hint(lang.t("consents-words-hint")).note_box(3)}
        <div class="actions">
            {button_danger(lang.t("consents-withdraw"))}
            {link_button_quiet(routes::patient_consents(head.id), lang.t("consents-keep"))}
        </div>
    };
    let known = vec![
        (lang.t("consents-scope").into_owned(), record.scope.label(lang).into_any()),
        (lang.t("consents-given-on").into_owned(), lang.date(record.given_on).into_any()),
    ];
    view! {
        {patients::top(ctx, head, Tab::Consents)}
        {ways(lang, head.id, &routes::patient_consents(head.id))}
        {error_summary(fields, lang)}
        <h2>{lang.t("consents-withdraw-title")}</h2>
        {facts(known)}
        {notice_with(Tone::Warn, ends)}
        {post_form(routes::consent_withdraw(head.id, record.id), form.into_any())}
    }
    .into_any()
}
