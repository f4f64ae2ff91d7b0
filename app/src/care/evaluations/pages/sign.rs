//! Signing an evaluation: shows exactly what will be signed and asks for the password again. What is missing is told at its
//! section, in the form.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Signed, Signing};
use super::super::model::Stored;
use super::super::rules;
use super::{editor, show};
use crate::access::{Permission, Subject};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::ui::{Field, button, card, error_summary, hidden, link_button_quiet, post_form};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

const LONGEST_REASON: usize = 500;

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    let (head, draft) = match ready(&ctx, id).await? {
        Ready::Yes(head, draft) => (head, draft),
        Ready::No(answer) => return Ok(answer),
    };
    let fields = Fields::new().with("occurred_on", ctx.today().to_string());
    Ok(draw(&ctx, &head, &draft, &fields))
}

enum Ready {
    Yes(Box<PatientHead>, Box<Stored>),
    /// Where to go instead, or the form with what is missing.
    No(Response),
}

async fn ready(ctx: &Ctx, id: PersonId) -> Result<Ready> {
    let mut tx = ctx.care(Permission::EvaluationWrite, Subject::Person(id), "evaluation").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let draft = api::draft(&mut tx, id).await?;
    drop(tx);
    let Some(draft) = draft else { return Ok(Ready::No(redirect(&routes::patient_evaluation(id)))) };
    let gaps = rules::gaps(&draft);
    if gaps.is_empty() {
        return Ok(Ready::Yes(Box::new(head), Box::new(draft)));
    }
    let mut fields = editor::fill(&draft);
    for section in gaps {
        fields.error(section.as_str(), Msg::new("evaluations-gap"));
    }
    Ok(Ready::No(ctx.refused(editor::title(ctx, &head), || editor::view(ctx, &head, &draft, &fields))))
}

pub async fn submit(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let (head, draft) = match ready(&ctx, id).await? {
        Ready::Yes(head, draft) => (head, draft),
        Ready::No(answer) => return Ok(answer),
    };
    let signing = parse(&mut fields, &ctx);
    ctx.reauthenticate(&mut fields).await?;
    let seen = fields.get("evaluation").parse().ok().map(|evaluation| (evaluation, fields.version()));
    if seen != Some((draft.evaluation.id, draft.evaluation.version)) {
        fields.error("", Msg::new("evaluations-sign-changed"));
    }
    let (Some(seen), Some(signing), false) = (seen, signing, fields.is_refused()) else {
        return Ok(draw(&ctx, &head, &draft, &fields));
    };
    match api::sign(&ctx, id, seen, signing).await? {
        Signed::Now => Ok(ctx.redirect_with(&routes::patient_evaluation(id), "flash-evaluation-signed")),
        Signed::Already => Ok(ctx.redirect_with(&routes::patient_evaluation(id), "flash-evaluation-already-signed")),
        Signed::Changed => {
            // Somebody saved between reading and signing; what is shown next is what is there now.
            let Ready::Yes(head, now) = ready(&ctx, id).await? else {
                return Ok(redirect(&routes::patient_evaluation(id)));
            };
            fields.error("", Msg::new("evaluations-sign-changed"));
            Ok(draw(&ctx, &head, &now, &fields))
        }
    }
}

fn parse(fields: &mut Fields, ctx: &Ctx) -> Option<Signing> {
    if fields.get("occurred_on").is_empty() {
        fields.error("occurred_on", Msg::new("form-required"));
    }
    let occurred_on = fields.date("occurred_on");
    if occurred_on.is_some_and(|day| day > ctx.today()) {
        fields.error("occurred_on", Msg::new("evaluations-day-ahead"));
    }
    let late = occurred_on.is_some_and(|day| rules::is_late(day, ctx.today()));
    let late_reason = if late { fields.required("late_reason", LONGEST_REASON) } else { String::new() };
    Some(Signing { occurred_on: occurred_on?, late_reason })
}

fn draw(ctx: &Ctx, head: &PatientHead, draft: &Stored, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let title = format!("{} · {}", lang.t("evaluations-sign"), head.name(ctx));
    let body = || {
        view! {
            {patients::top(ctx, head, Tab::Evaluation)}
            {error_summary(fields, lang)}
            <h2>{lang.t("evaluations-sign")}</h2>
            <p class="lead">{lang.t("evaluations-sign-lead")}</p>
            <article class="signed draft">{show::texts(lang, draft)}</article>
            {card(lang.t("sessions-signature"), form(ctx, head.id, draft, fields))}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) }
}

fn form(ctx: &Ctx, id: PersonId, draft: &Stored, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let body = view! {
        {hidden("evaluation", draft.evaluation.id.to_string())}
        {hidden("version", draft.evaluation.version.to_string())}
        {Field::new(fields, lang, "occurred_on", lang.t("evaluations-day")).hint(lang.t("evaluations-day-hint")).required().date()}
        {Field::new(fields, lang, "late_reason", lang.t("sessions-late-reason")).hint(lang.t("evaluations-late-hint")).text()}
        {Field::new(fields, lang, "password", lang.t("access-password")).hint(lang.t("sessions-sign-hint")).required().short().password("current-password")}
        <div class="actions">{button(lang.t("sessions-sign"))}{link_button_quiet(routes::patient_evaluation(id), lang.t("evaluations-back-to-form"))}</div>
    };
    post_form(routes::patient_evaluation_sign(id), body.into_any())
}
