//! One programme with its members and those who wait.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Member, MemberStatus, Programme, ProgrammeStatus};
use super::super::rules::follows;
use super::super::store::{self, Counts};
use super::members::places;
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::kit::form::Fields;
use crate::kit::ids::ProgrammeId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Field, Header, Tone, button_danger, button_quiet, card, error_summary, facts, hidden, link_button,
    link_button_quiet, pager, post_form, post_form_inline, print_head, table, tag,
};
use crate::routes;
use crate::web::Ctx;

/// The part of the list that is shown, and how many there are in all.
struct People {
    query: ListQuery,
    counts: Counts,
    members: Vec<Member>,
}

pub async fn page(ctx: Ctx, Path(id): Path<ProgrammeId>, Query(query): Query<ListQuery>) -> Result<Response> {
    draw(&ctx, id, query, &Fields::new()).await
}

/// The page with a form that was refused; a member's form comes back on the page of the list that it stood on.
pub(super) async fn show(ctx: &Ctx, id: ProgrammeId, fields: &Fields) -> Result<Response> {
    let query = ListQuery { page: fields.get("page").parse().ok(), ..ListQuery::default() };
    draw(ctx, id, query, fields).await
}

async fn draw(ctx: &Ctx, id: ProgrammeId, query: ListQuery, fields: &Fields) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care(Permission::ProgrammeRead, Subject::Facility(facility), "programme").await?;
    let programme = store::programme(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    let counts = store::counts(&mut tx, id).await?;
    let members = store::members(&mut tx, id, query.offset()).await?;
    drop(tx);
    let title = programme.title.clone();
    let people = People { query, counts, members };
    let body = || view(ctx, &programme, &people, fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, programme: &Programme, held: &People, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let may = ctx.may(Permission::ProgrammeWrite) && programme.status == ProgrammeStatus::Active;
    let taken = places(programme, held.counts);
    let ended = (programme.status == ProgrammeStatus::Ended).then(|| tag(Tone::Bad, programme.status.label(lang)));
    let purpose = (!programme.purpose.is_empty()).then(|| view! { <p class="lead">{programme.purpose.clone()}</p> });
    let actions = may.then(|| {
        view! {
            <div class="actions no-print">
                {link_button(routes::session_new_of(programme.id), lang.t("sessions-request"))}
                {link_button_quiet(routes::programme_edit(programme.id), lang.t("programmes-edit"))}
            </div>
        }
    });
    view! {
        {error_summary(fields, lang)}
        {print_head(lang, place, programme.title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <p class="no-print"><a href=routes::PROGRAMMES>{lang.t("programmes-back")}</a></p>
        <h1>{programme.title.clone()}" "{ended}</h1>
        {purpose}
        {facts(vec![
            (lang.t("sessions-activity").into_owned(), view! { <a href=routes::activity(&programme.activity_code)>{programme.activity.say(lang).to_owned()}</a> }.into_any()),
            (lang.t("programmes-intake").into_owned(), programme.intake.label(lang).into_any()),
            (lang.t("programmes-members").into_owned(), format!("{} / {}", taken.active, programme.capacity).into_any()),
            (lang.t("programmes-waiting").into_owned(), taken.waiting.into_any()),
            (lang.t("sessions-lead").into_owned(), programme.lead_name.clone().into_any()),
        ])}
        {actions}
        {people(ctx, programme, held, fields, may)}
        {pager(lang, &held.query, held.counts.everybody, &routes::programme(programme.id))}
        {may.then(|| join_form(ctx, programme, fields))}
        {may.then(|| end_form(ctx, programme))}
    }
    .into_any()
}

fn people(ctx: &Ctx, programme: &Programme, held: &People, fields: &Fields, may: bool) -> AnyView {
    let lang = ctx.lang;
    let mut headers = vec![
        Header::new(lang.t("patients-name")),
        Header::new(lang.t("patients-number")),
        Header::new(lang.t("sessions-state")),
        Header::new(lang.t("programmes-since")),
    ];
    if may {
        headers.push(Header::new(lang.t("kit-actions")).away());
    }
    // Those who wait begin after those who take part or pause, and their places are counted through all pages.
    let mut place = (held.query.offset() - held.counts.active - held.counts.paused).max(0);
    let rows = held
        .members
        .iter()
        .map(|member| {
            let waits = member.status == MemberStatus::Waiting;
            place += i64::from(waits);
            let shown = Shown { may, page: held.query.page(), place: waits.then_some(place) };
            row(ctx, programme, member, fields, shown)
        })
        .collect();
    table(lang.t("programmes-people"), headers, rows, lang.t("programmes-no-people"))
}

/// Where a member stands in the list.
#[derive(Debug, Clone, Copy)]
struct Shown {
    may: bool,
    page: i64,
    /// The place of somebody who waits.
    place: Option<i64>,
}

fn row(ctx: &Ctx, programme: &Programme, member: &Member, fields: &Fields, shown: Shown) -> AnyView {
    let lang = ctx.lang;
    let who = member.shown(ctx);
    let tone = match member.status {
        MemberStatus::Active => Tone::Ok,
        MemberStatus::Waiting | MemberStatus::Paused => Tone::Calm,
        _ => Tone::Plain,
    };
    let place_words = shown.place.map(|n| lang.t_with("programmes-place", &[("n", n.into())]));
    let acts = shown.may.then(
        || view! { <td class="no-print"><div class="acts">{acts(ctx, programme, member, fields, shown)}</div></td> },
    );
    view! {
        <tr>
            <th scope="row"><a href=routes::patient(member.patient_id)>{who.name()}</a></th>
            <td class="nowrap">{who.number()}</td>
            <td>{tag(tone, member.status.label(lang))}" "{place_words}</td>
            <td>{lang.date(member.since)}</td>
            {acts}
        </tr>
    }
    .into_any()
}

/// What may become of the member, and a place forward for whoever waits behind another.
fn acts(ctx: &Ctx, programme: &Programme, member: &Member, fields: &Fields, shown: Shown) -> AnyView {
    let lang = ctx.lang;
    let options: Vec<(String, String)> =
        follows(member.status).iter().map(|to| (to.as_str().to_owned(), to.label(lang).into_owned())).collect();
    let change = (!options.is_empty()).then(|| {
        let field = Field::new(fields, lang, format!("status-{}", member.patient_id), lang.t("programmes-becomes"));
        let body = view! {
            {hidden("version", member.version.to_string())}
            {hidden("page", shown.page.to_string())}
            {field.short().label_hidden().select(options, None)}
            {Button::new(lang.t("programmes-change")).quiet().about(member.shown(ctx).name()).submit()}
        };
        post_form_inline(routes::programme_member(programme.id, member.patient_id), body.into_any())
    });
    let forward = shown.place.filter(|place| *place > 1).map(|_| {
        let body = Button::new(lang.t("programmes-forward")).quiet().about(member.shown(ctx).name()).submit();
        post_form_inline(routes::programme_member_forward(programme.id, member.patient_id), body)
    });
    view! { {change}{forward} }.into_any()
}

fn join_form(ctx: &Ctx, programme: &Programme, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let body = view! {
        {Field::new(fields, lang, "number", lang.t("patients-number")).hint(lang.t("programmes-number-hint")).required().short().text()}
        <div class="actions">{button_quiet(lang.t("programmes-join"))}</div>
    };
    let form = card(lang.t("programmes-join"), post_form(routes::programme_members(programme.id), body.into_any()));
    view! { <div class="no-print">{form}</div> }.into_any()
}

fn end_form(ctx: &Ctx, programme: &Programme) -> AnyView {
    let lang = ctx.lang;
    let body = view! { {hidden("version", programme.version.to_string())}<div class="actions">{button_danger(lang.t("programmes-end"))}</div> };
    let form = post_form(routes::programme_end(programme.id), body.into_any());
    view! { <details class="no-print"><summary>{lang.t("programmes-end")}</summary><p>{lang.t("programmes-end-text")}</p>{form}</details> }
        .into_any()
}
