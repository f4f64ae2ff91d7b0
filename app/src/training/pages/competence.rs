//! What each unit can do today against what it needs: who holds a valid certificate of each subject, and how many are missing.
//! The head says how many a unit needs.

use axum::response::Response;
use leptos::prelude::*;

use super::super::door::open;
use super::super::model::Subject;
use super::super::rules::gap;
use super::super::store::{self, Competent, Need};
use super::super::write::{self, By};
use super::register_tabs;
use crate::access::{Permission, Subject as About};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::FacilityId;
use crate::kit::ui::{
    Field, Header, Tone, button_quiet, card, error_summary, export_links, hidden, post_form, print_head,
    table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    show(&ctx, Fields::new()).await
}

async fn show(ctx: &Ctx, fields: Fields) -> Result<Response> {
    let mut tx = open(ctx, Permission::TrainingRead, About::System, "training").await?;
    let facilities = store::facilities(&mut tx).await?;
    let competent = store::competent(&mut tx, ctx.today()).await?;
    let needs = store::needs(&mut tx).await?;
    drop(tx);
    let title = ctx.lang.t("training-competence");
    let body = || view(ctx, &facilities, &competent, &needs, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

pub async fn save(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let facility = fields.get("facility").parse::<FacilityId>().map_err(|_| AppError::BadRequest)?;
    let subject = Subject::from_code(fields.get("subject")).ok_or(AppError::BadRequest)?;
    let Some(needed) = fields.number("needed", 0, 999) else { return show(&ctx, fields).await };
    let mut tx = ctx.care_write(Permission::TrainingManage, About::System, "training").await?;
    let by = By { user: ctx.actor.id, at: ctx.now() };
    if !write::need(&mut tx, (facility, subject), (needed, fields.version()), by).await? {
        drop(tx);
        fields.error("needed", Msg::new("training-need-changed"));
        return show(&ctx, fields).await;
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::TRAINING_COMPETENCE, "flash-training-saved"))
}

fn view(
    ctx: &Ctx,
    facilities: &[(FacilityId, String)],
    competent: &[Competent],
    needs: &[Need],
    fields: &Fields,
) -> AnyView {
    let lang = ctx.lang;
    let units = facilities
        .iter()
        .map(|(id, name)| {
            let headers = vec![
                Header::new(lang.t("training-subject")),
                Header::new(lang.t("training-needed")).numeric(),
                Header::new(lang.t("training-valid-today")).numeric(),
                Header::new(lang.t("training-gap")),
                Header::new(lang.t("training-who")),
            ];
            let rows = Subject::ALL.iter().map(|subject| row(ctx, *id, *subject, competent, needs, fields)).collect();
            card(name.clone(), table_under_heading(name.clone(), headers, rows, String::new()))
        })
        .collect_view();
    let title = lang.t("training-competence");
    view! {
        {print_head(lang, "Ergon", title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{title.clone()}</h1>
        <p class="lead">{lang.t("training-competence-lead")}</p>
        {register_tabs(ctx, routes::TRAINING_COMPETENCE)}
        {error_summary(fields, lang)}
        {units}
        {export_links(lang, routes::TRAINING_COMPETENCE)}
    }
    .into_any()
}

fn row(
    ctx: &Ctx,
    facility: FacilityId,
    subject: Subject,
    competent: &[Competent],
    needs: &[Need],
    fields: &Fields,
) -> AnyView {
    let lang = ctx.lang;
    let need = needs.iter().find(|need| need.facility_id == facility && need.subject == subject);
    let needed = need.map_or(0, |need| need.needed);
    let who: Vec<&Competent> =
        competent.iter().filter(|one| one.facility_id == facility && one.subject == subject).collect();
    let missing = gap(needed, who.len());
    let state = match (needed, missing) {
        (0, _) => tag(Tone::Plain, lang.t("training-no-need")),
        (_, 0) => tag(Tone::Ok, lang.t("training-gap-none")),
        (_, missing) => tag(Tone::Bad, lang.t_with("training-gap-of", &[("n", missing.into())])),
    };
    let names: Vec<String> = who.iter().map(|one| format!("{} ({})", one.name, lang.date(one.valid_until))).collect();
    let names = if names.len() > 3 {
        let list = names.into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
        view! { <details><summary>{lang.t_with("kit-people", &[("n", who.len().into())])}</summary><ul class="plain">{list}</ul></details> }
            .into_any()
    } else {
        names.join(", ").into_any()
    };
    view! {
        <tr>
            <th scope="row">{subject.label(lang)}</th>
            <td class="n">{set_need(ctx, facility, subject, need, fields)}</td>
            <td class="n">{who.len()}</td>
            <td>{state}</td>
            <td>{names}</td>
        </tr>
    }
    .into_any()
}

/// The number, which the head can change in its place.
fn set_need(ctx: &Ctx, facility: FacilityId, subject: Subject, need: Option<&Need>, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let needed = need.map_or(0, |need| need.needed);
    if !ctx.may(Permission::TrainingManage) {
        return needed.to_string().into_any();
    }
    let stored = Fields::new().with("needed", needed.to_string());
    let refused = fields.get("facility") == facility.to_string() && fields.get("subject") == subject.as_str();
    let shown = if refused { fields } else { &stored };
    let label = format!("{}: {}", lang.t("training-needed"), subject.label(lang));
    let body = view! {
        {hidden("facility", facility.to_string())}
        {hidden("subject", subject.as_str())}
        {hidden("version", need.map_or(0, |need| need.version).to_string())}
        {Field::new(shown, lang, "needed", label).within(&format!("{facility}-{subject}")).label_hidden().number(0, 999)}
        {button_quiet(lang.t("training-save"))}
    };
    view! {
        <span class="print-only">{needed.to_string()}</span>
        <details class="no-print"><summary>{needed.to_string()}</summary>{post_form(routes::TRAINING_COMPETENCE, body.into_any())}</details>
    }
    .into_any()
}
