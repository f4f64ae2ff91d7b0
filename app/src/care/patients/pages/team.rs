//! Who treats a patient. Other health staff read signed notes only of patients whose team they belong to, so that adding
//! somebody here opens the notes to them, and removing closes them again.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Colleague, PatientHead};
use super::super::store;
use super::overview;
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{PersonId, UserId};
use crate::kit::ui::{Button, Field, Tone, button_quiet, card, hidden, post_form, post_form_inline, tag};
use crate::routes;
use crate::web::Ctx;

pub async fn add(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::PatientOpen, Subject::Person(id), "team").await?;
    let head = super::super::head(&mut tx, ctx.actor.id, id).await?;
    let colleagues = store::colleagues(&mut tx, head.facility_id).await?;
    let Some(user) = fields.choice::<UserId>("colleague") else {
        drop(tx);
        return overview::show(&ctx, id, fields).await;
    };
    if colleagues.iter().all(|colleague| colleague.id != user) {
        drop(tx);
        fields.error("colleague", Msg::new("form-choose"));
        return overview::show(&ctx, id, fields).await;
    }
    store::add_to_team(&mut tx, id, user, ctx.today()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::patient(id), "flash-team-added"))
}

/// The lead stays in the team for as long as the lead is theirs.
pub async fn remove(ctx: Ctx, Path((id, user)): Path<(PersonId, UserId)>) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::PatientOpen, Subject::Person(id), "team").await?;
    let head = super::super::head(&mut tx, ctx.actor.id, id).await?;
    if head.lead_id == user {
        return Err(AppError::Stale);
    }
    store::remove_from_team(&mut tx, id, user).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::patient(id), "flash-team-removed"))
}

/// Hands the lead to another member of the team, who then answers for the plan and its reviews.
pub async fn hand_over(ctx: Ctx, Path((id, user)): Path<(PersonId, UserId)>, fields: Fields) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::PatientOpen, Subject::Person(id), "team").await?;
    let head = super::super::head(&mut tx, ctx.actor.id, id).await?;
    let team = store::team(&mut tx, id).await?;
    if head.lead_id != user {
        let may_lead = team.iter().any(|member| member.id == user && member.may_lead);
        if !may_lead || !store::set_lead(&mut tx, id, fields.version(), user).await? {
            return Err(AppError::Stale);
        }
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::patient(id), "flash-team-lead"))
}

/// The team with what may be changed about it. `colleagues` is empty for those who may change nothing.
pub(super) fn team_card(
    ctx: &Ctx,
    head: &PatientHead,
    team: &[Colleague],
    colleagues: &[Colleague],
    fields: &Fields,
) -> AnyView {
    let lang = ctx.lang;
    let may_change = ctx.may(Permission::PatientOpen) && head.is_open();
    let members = team.iter().map(|member| member_line(ctx, head, member, may_change)).collect_view();
    let others: Vec<(String, String)> = colleagues
        .iter()
        .filter(|colleague| team.iter().all(|member| member.id != colleague.id))
        .map(|colleague| (colleague.id.to_string(), format!("{} ({})", colleague.name, colleague.profession)))
        .collect();
    let form = (may_change && !others.is_empty()).then(|| {
        let body = view! {
            {Field::new(fields, lang, "colleague", lang.t("patients-team-colleague"))
                .hint(lang.t("patients-team-hint"))
                .select(others, Some(lang.t("patients-team-choose").into_owned()))}
            {button_quiet(lang.t("patients-team-add-button"))}
        };
        let open = fields.is_refused();
        view! {
            <details class="no-print" open=open>
                <summary>{lang.t("patients-team-add")}</summary>
                {post_form(routes::patient_team(head.id), body.into_any())}
            </details>
        }
    });
    card(lang.t("patients-team"), view! { <ul class="todo">{members}</ul> {form} }.into_any())
}

fn member_line(ctx: &Ctx, head: &PatientHead, member: &Colleague, may_change: bool) -> AnyView {
    let lang = ctx.lang;
    let leads = member.id == head.lead_id;
    let lead = leads.then(|| view! { " " {tag(Tone::Plain, lang.t("patients-lead"))} });
    let button = |key| Button::new(lang.t(key)).about(member.name.clone()).quiet().submit();
    let change = (may_change && !leads).then(|| {
        let make_lead = member.may_lead.then(|| {
            let body = view! { {hidden("version", head.version.to_string())} {button("patients-team-make-lead")} };
            post_form_inline(routes::patient_team_lead(head.id, member.id), body.into_any())
        });
        let remove = post_form_inline(routes::patient_team_remove(head.id, member.id), button("patients-team-remove"));
        view! { <div class="actions no-print">{make_lead}{remove}</div> }
    });
    view! {
        <li>
            <div>{member.name.clone()}{lead}<span class="sub">{member.profession.clone()}</span></div>
            {change}
        </li>
    }
    .into_any()
}
