//! `/patients/{id}/notices`: what custody has been told about a patient, whether it has read it, and the forms to give, renew and
//! end a notice.

use axum::extract::Path;
use axum::response::Response;
use chrono::Days;
use leptos::prelude::*;

use super::form;
use super::model::{CareNotice, NewNotice, NoticeBasis};
use super::store;
use crate::access::{Permission, Subject};
use crate::care::consents::{self, Record, Scope, pages::ways};
use crate::care::patients::{self, PatientHead, Tab};
use crate::custody::notices::model::standing_view;
use crate::custody::notices::{NoticeKind, Standing, ToolClass, standing};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{NoticeId, PersonId};
use crate::kit::spoken::SpokenLanguage;
use crate::kit::ui::{
    Button, Field, Header, Tone, button, error_summary, export_links, hidden, notice, options_of, post_form,
    post_form_inline, section, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

/// How long a notice is meant to hold unless somebody says otherwise.
const USUAL: Days = Days::new(90);

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    show(&ctx, id, Fields::new()).await
}

pub async fn give(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::NoticeWrite, Subject::Person(id), "notice").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    if !head.is_open() {
        return Err(AppError::Stale);
    }
    let records = consents::store::records(&mut tx, id).await?;
    let Some(asked) = form::parse(&mut fields, &records, ctx.today()) else {
        drop(tx);
        return show(&ctx, id, fields).await;
    };
    let new = NewNotice {
        id: ctx.id_of_form(&fields, "notice"),
        patient: id,
        terms: asked.terms,
        starts_on: ctx.today(),
        expires_on: asked.expires_on,
        basis: asked.basis,
        consent: asked.consent,
        reason: asked.reason,
        by: ctx.actor.id,
        at: ctx.now(),
    };
    if store::give(&mut tx, &new).await? {
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::patient_notices(id), "flash-notice-given"))
}

/// The same notice until a later day: a new one, which custody acknowledges anew, and the end of the old one.
pub async fn renew(ctx: Ctx, Path((id, notice)): Path<(PersonId, NoticeId)>, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::NoticeWrite, Subject::Person(id), "notice").await?;
    let held = store::of_patient(&mut tx, id).await?;
    let held = held.into_iter().find(|held| held.id == notice).ok_or(AppError::NotFound)?;
    let records = consents::store::records(&mut tx, id).await?;
    let expires_on = form::expiry(&mut fields, ctx.today());
    let consent = form::footing(&mut fields, held.basis, &records, ctx.today());
    let (Some(expires_on), Some(consent)) = (expires_on, consent) else {
        drop(tx);
        fields.set("renewed", notice.to_string());
        return show(&ctx, id, fields).await;
    };
    if held.ended_on.is_some() {
        // Pressed twice, or ended meanwhile: the list shows which.
        return Ok(ctx.redirect_with(&routes::patient_notices(id), "flash-notice-changed"));
    }
    if !store::end(&mut tx, id, (notice, fields.version()), ctx.today()).await? {
        drop(tx);
        fields.set("renewed", notice.to_string());
        fields.error("", Msg::new("notices-changed"));
        return show(&ctx, id, fields).await;
    }
    let new = NewNotice {
        id: ctx.new_id(),
        patient: id,
        terms: held.terms,
        starts_on: ctx.today(),
        expires_on,
        basis: held.basis,
        consent,
        reason: held.reason,
        by: ctx.actor.id,
        at: ctx.now(),
    };
    store::give(&mut tx, &new).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::patient_notices(id), "flash-notice-renewed"))
}

pub async fn end(ctx: Ctx, Path((id, notice)): Path<(PersonId, NoticeId)>, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::NoticeWrite, Subject::Person(id), "notice").await?;
    let held = store::of_patient(&mut tx, id).await?;
    let held = held.into_iter().find(|held| held.id == notice).ok_or(AppError::NotFound)?;
    if held.ended_on.is_none() {
        if !store::end(&mut tx, id, (notice, fields.version()), ctx.today()).await? {
            drop(tx);
            fields.error("", Msg::new("notices-changed"));
            return show(&ctx, id, fields).await;
        }
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::patient_notices(id), "flash-notice-ended"))
}

struct Shown {
    head: PatientHead,
    notices: Vec<CareNotice>,
    records: Vec<Record>,
}

async fn show(ctx: &Ctx, id: PersonId, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::ConsentRead, Subject::Person(id), "notices").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let notices = store::of_patient(&mut tx, id).await?;
    let records = consents::store::records(&mut tx, id).await?;
    drop(tx);
    if !fields.has("notice") {
        // The notice's own id is in the form from the beginning: however often it is sent, it is given once.
        fields.set("notice", ctx.new_id::<NoticeId>().to_string());
    }
    if !fields.has("expires_on") {
        fields.set("expires_on", (ctx.today() + USUAL).to_string());
    }
    let title = format!("{} · {}", ctx.lang.t("notices-title"), head.name(ctx));
    let shown = Shown { head, notices, records };
    let body = || view(ctx, &shown, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, shown: &Shown, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let head = &shown.head;
    let may_write = ctx.may(Permission::NoticeWrite) && head.is_open();
    let consent = consents::standing(&shown.records, Scope::NoticesToCustody, ctx.today());
    let no_consent = (!consent.permits())
        .then(|| notice(Tone::Calm, lang.t_with("notices-consent-is", &[("standing", lang.t(consent.key()).into())])));
    view! {
        {patients::top(ctx, head, Tab::Consents)}
        {ways(lang, head.id, &routes::patient_notices(head.id))}
        {error_summary(fields, lang)}
        <p>{lang.t("notices-care-explained")}</p>
        {no_consent}
        {list(ctx, shown, fields, may_write)}
        {export_links(lang, &routes::patient_notices(head.id))}
        {may_write.then(|| give_form(ctx, head, fields))}
    }
    .into_any()
}

fn list(ctx: &Ctx, shown: &Shown, fields: &Fields, may_write: bool) -> AnyView {
    let lang = ctx.lang;
    let rows = shown.notices.iter().map(|held| row(ctx, shown.head.id, held, fields, may_write)).collect();
    let headers = vec![
        Header::new(lang.t("notices-notice")),
        Header::new(lang.t("notices-until")),
        Header::new(lang.t("notices-custody")),
        Header::new(lang.t("notices-basis")),
        Header::new(lang.t("kit-actions")).away(),
    ];
    let title = lang.t("notices-given");
    section(title.clone(), table_under_heading(title, headers, rows, lang.t("notices-none-given")))
}

fn row(ctx: &Ctx, patient: PersonId, held: &CareNotice, fields: &Fields, may_write: bool) -> AnyView {
    let lang = ctx.lang;
    let read = match held.acknowledged_at {
        Some(at) => {
            let when = lang.date_time(at, ctx.zone());
            view! { {tag(Tone::Ok, lang.t("notices-acknowledged"))}<span class="sub">{when}</span> }.into_any()
        }
        None => tag(Tone::Warn, lang.t("notices-not-acknowledged")),
    };
    let now = standing(held.expires_on, held.ended_on, ctx.today());
    let changeable = may_write && now != Standing::Ended;
    let acts = changeable.then(|| acts(ctx, patient, held, fields, now));
    let given = lang.t_with(
        "notices-given-by",
        &[("name", held.given_by.as_str().into()), ("date", lang.date(held.starts_on).into())],
    );
    view! {
        <tr>
            <td><b>{held.terms.words(lang)}</b><span class="sub">{given}</span></td>
            <td>{standing_view(lang, held.expires_on, held.ended_on, ctx.today())}</td>
            <td>{read}</td>
            <td>{held.basis.label(lang)}<span class="sub">{held.reason.clone()}</span></td>
            <td>{acts}</td>
        </tr>
    }
    .into_any()
}

fn acts(ctx: &Ctx, patient: PersonId, held: &CareNotice, fields: &Fields, now: Standing) -> AnyView {
    let lang = ctx.lang;
    let words = held.terms.words(lang);
    // Only the row whose renewal was refused shows what was typed there.
    let refused = fields.is_refused() && fields.get("renewed") == held.id.to_string();
    let fresh = Fields::new().with("expires_on", (ctx.today() + USUAL).to_string());
    let typed = if refused { fields } else { &fresh };
    let body = view! {
        {hidden("version", held.version.to_string())}
        {Field::new(typed, lang, "expires_on", lang.t("notices-new-end")).within(&held.id.to_string()).required().date()}
        {Button::new(lang.t("notices-renew")).about(words.clone()).submit()}
    };
    let end = (now != Standing::Lapsed).then(|| {
        let body = view! {
            {hidden("version", held.version.to_string())}
            {Button::new(lang.t("notices-end")).about(words.clone()).quiet().submit()}
        };
        post_form_inline(routes::notice_end(patient, held.id), body.into_any())
    });
    view! {
        <div class="acts no-print">
            <details open=refused>
                <summary>{lang.t("notices-renew")}<span class="away">{format!(": {words}")}</span></summary>
                {post_form(routes::notice_renew(patient, held.id), body.into_any())}
            </details>
            {end}
        </div>
    }
    .into_any()
}

fn give_form(ctx: &Ctx, head: &PatientHead, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let open = fields.is_refused() && !fields.has("renewed") && fields.has("kind");
    let fresh =
        Fields::new().with("notice", fields.get("notice")).with("expires_on", (ctx.today() + USUAL).to_string());
    let typed = if open { fields } else { &fresh };
    let blank = || Some(lang.t("notices-choose").into_owned());
    let only = |kind: NoticeKind| lang.t_with("notices-only-for", &[("notice", kind.label(lang).into())]);
    let body = view! {
        {hidden("notice", typed.get("notice").to_owned())}
        {Field::new(typed, lang, "kind", lang.t("notices-notice")).required().select(options_of!(NoticeKind, lang), blank())}
        <div class="pair">
            {Field::new(typed, lang, "time", lang.t("notices-time")).hint(only(NoticeKind::NotBefore)).time()}
            {Field::new(typed, lang, "people", lang.t("notices-people")).hint(only(NoticeKind::SmallGroup)).number(1, 12)}
        </div>
        <div class="pair">
            {Field::new(typed, lang, "class", lang.t("notices-class")).hint(only(NoticeKind::NoToolsOfClass)).select(options_of!(ToolClass, lang), blank())}
            {Field::new(typed, lang, "language", lang.t("notices-language")).hint(only(NoticeKind::Interpreter)).select(options_of!(SpokenLanguage, lang), blank())}
        </div>
        {Field::new(typed, lang, "expires_on", lang.t("notices-until")).hint(lang.t("notices-until-hint")).required().date()}
        {Field::new(typed, lang, "basis", lang.t("notices-basis")).required().radios(options_of!(NoticeBasis, lang))}
        {Field::new(typed, lang, "reason", lang.t("notices-reason")).hint(lang.t("notices-reason-hint")).required().text()}
        <div class="actions">{button(lang.t("notices-give"))}</div>
    };
    view! {
        <details class="no-print" open=open>
            <summary>{lang.t("notices-new")}</summary>
            {post_form(routes::patient_notices(head.id), body.into_any())}
        </details>
    }
    .into_any()
}
