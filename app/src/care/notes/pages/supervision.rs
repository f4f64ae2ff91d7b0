//! Whose notes are co-signed, and by whom: arranged by the head of the department.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use uuid::Uuid;

use crate::access::{Permission, Subject};
use crate::care::notes::supervision::{self, Place, Refused, Start, Supervision};
use crate::error::Result;
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::UserId;
use crate::kit::page::Cut;
use crate::kit::ui::{
    Button, Field, Header, Tone, button, card, error_summary, export_links, post_form, post_form_inline, print_head,
    table_under_heading, tag,
};
use crate::routes;
use crate::training::cosign;
use crate::training::pages::signers::{self, Signers};
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    show(&ctx, &Fields::new()).await
}

async fn show(ctx: &Ctx, fields: &Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::SupervisionManage, Subject::System, "supervision").await?;
    let held = supervision::list(&mut tx, Cut::SHOWN).await?;
    let places = supervision::practitioners(&mut tx).await?;
    let signers = Signers::load(&mut tx).await?;
    drop(tx);
    let title = ctx.lang.t("notes-nav-supervision");
    let body = || view(ctx, (&held, &places, &signers), fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// Each practitioner once, with the facilities of the role.
fn people(places: &[Place]) -> Vec<(String, String)> {
    let mut people: Vec<(UserId, String, Vec<&str>)> = Vec::new();
    for place in places {
        let facility = place.facility.as_deref();
        match people.iter_mut().find(|(user, _, _)| *user == place.user_id) {
            Some((_, _, facilities)) => facilities.extend(facility),
            None => people.push((place.user_id, place.name.clone(), facility.into_iter().collect())),
        }
    }
    people.into_iter().map(|(user, name, at)| (user.to_string(), format!("{name} ({})", at.join(", ")))).collect()
}

fn view(ctx: &Ctx, (held, places, signers): (&[Supervision], &[Place], &Signers), fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let title = lang.t("notes-nav-supervision");
    let headers = vec![
        Header::new(lang.t("notes-supervised")),
        Header::new(lang.t("notes-supervisor")),
        Header::new(lang.t("notes-supervision-from")),
        Header::new(lang.t("kit-actions")),
    ];
    let rows = held.iter().map(|one| row(lang, one)).collect();
    let people = people(places);
    let choose = || Some(lang.t("sessions-choose").into_owned());
    let form = view! {
        {Field::new(fields, lang, "user", lang.t("notes-supervised")).required().select(people.clone(), choose())}
        {Field::new(fields, lang, "supervisor", lang.t("notes-supervisor")).required().select(people, choose())}
        <div class="actions">{button(lang.t("notes-supervision-start"))}</div>
    };
    view! {
        {print_head(lang, "Ergon", title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{title.clone()}</h1>
        <p class="lead">{lang.t("notes-supervision-lead")}</p>
        {error_summary(fields, lang)}
        <div class="card">{table_under_heading(title, headers, rows, lang.t("notes-supervision-none"))}</div>
        {export_links(lang, routes::SUPERVISION)}
        <div class="no-print">{card(lang.t("notes-supervision-new"), post_form(routes::SUPERVISION, form.into_any()))}</div>
        {signers.view(ctx, fields)}
    }
    .into_any()
}

fn row(lang: Lang, one: &Supervision) -> AnyView {
    let end = match one.ended_on {
        Some(day) => tag(Tone::Plain, lang.t_with("notes-supervision-ended", &[("date", lang.date(day).into())])),
        None => {
            let button = Button::new(lang.t("notes-supervision-end")).about(one.user_name.clone()).quiet().submit();
            post_form_inline(routes::supervision_end(one.id), button)
        }
    };
    view! {
        <tr>
            <td>{one.user_name.clone()}</td>
            <td>{one.supervisor_name.clone()}</td>
            <td>{lang.date(one.starts_on)}</td>
            <td>{end}</td>
        </tr>
    }
    .into_any()
}

pub async fn start(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let (user, supervisor) = (fields.choice::<UserId>("user"), fields.choice::<UserId>("supervisor"));
    let (Some(user), Some(supervisor)) = (user, supervisor) else { return show(&ctx, &fields).await };
    let mut tx = ctx.care_write(Permission::SupervisionManage, Subject::System, "supervision").await?;
    let held = supervision::list(&mut tx, Cut::SHOWN).await?;
    let places = supervision::practitioners(&mut tx).await?;
    if let Err(refused) = supervision::check(user, supervisor, &places, &held) {
        drop(tx);
        let (field, key) = match refused {
            Refused::Oneself => ("supervisor", "notes-supervision-oneself"),
            Refused::Apart => ("supervisor", "notes-supervision-apart"),
            Refused::Supervised => ("user", "notes-supervision-already"),
        };
        fields.error(field, Msg::new(key));
        return show(&ctx, &fields).await;
    }
    let start = Start { id: ctx.new_id(), user, supervisor, on: ctx.today(), by: ctx.actor.id, at: ctx.now() };
    supervision::start(&mut tx, start).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::SUPERVISION, "flash-supervision-started"))
}

/// Lets somebody sign alone until a day, whatever the register says.
pub async fn exempt(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let Some(wanted) = signers::parse(&ctx, &mut fields) else { return show(&ctx, &fields).await };
    let mut tx = ctx.care_write(Permission::SupervisionManage, Subject::System, "supervision").await?;
    cosign::exempt(&mut tx, wanted).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::SUPERVISION, "flash-training-exempted"))
}

pub async fn end_exemption(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::SupervisionManage, Subject::System, "supervision").await?;
    cosign::end_exemption(&mut tx, id, ctx.today()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::SUPERVISION, "flash-training-exemption-ended"))
}

pub async fn end(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::SupervisionManage, Subject::System, "supervision").await?;
    supervision::end(&mut tx, id, ctx.today()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::SUPERVISION, "flash-supervision-ended"))
}
