//! `/goal-bank`: the texts by area and language, and the form of one text. What came with Ergon is adapted by writing a text of
//! the own facility from it.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::form::{fill, parse, step_field};
use super::model::BankGoal;
use super::store::{self, Asked};
use crate::access::{Permission, Subject};
use crate::care::goals::Level;
use crate::care::plans::Area;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::BankGoalId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Field, Header, Tone, button, button_quiet, error_summary, export_links, get_form, hidden, link_button,
    link_button_quiet, notice, options_of, pager, post_form, post_form_inline, table,
};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    language: String,
    area: String,
    show: String,
}

impl Filter {
    pub(super) fn language(&self, own: Lang) -> Lang {
        Lang::from_code(&self.language).unwrap_or(own)
    }

    pub(super) fn area(&self) -> Option<Area> {
        Area::from_code(&self.area)
    }

    pub(super) fn is_retired(&self) -> bool {
        self.show == "retired"
    }
}

pub async fn list(ctx: Ctx, Query(filter): Query<Filter>, Query(query): Query<ListQuery>) -> Result<Response> {
    let lang = ctx.lang;
    let place = ctx.place()?;
    let language = filter.language(lang);
    let asked =
        Asked { facility: place.id, language: language.code(), area: filter.area(), retired: filter.is_retired() };
    let mut tx = ctx.care(Permission::PlanRead, Subject::Facility(place.id), "goal_bank").await?;
    let total = store::count(&mut tx, asked).await?;
    let goals = store::list(&mut tx, asked, query.offset()).await?;
    drop(tx);
    let area = asked.area.map(Area::as_str).unwrap_or_default();
    let show = if asked.retired { "retired" } else { "" };
    let here = format!("{}?language={}&area={area}&show={show}", routes::GOAL_BANK, language.code());
    let fields = Fields::new().with("language", language.code()).with("area", area).with("show", show);
    Ok(ctx.page(lang.t("bank-title"), || {
        let rows = goals.iter().map(|goal| row(&ctx, goal)).collect();
        let headers = vec![
            Header::new(lang.t("plans-goal-area")),
            Header::new(lang.t("bank-goal")),
            Header::new(lang.t("bank-from")),
            Header::new(lang.t("bank-actions")).away(),
        ];
        let new = ctx.may(Permission::PlanWrite).then(
            || view! { <p class="actions no-print">{link_button(routes::GOAL_BANK_NEW, lang.t("bank-add"))}</p> },
        );
        view! {
            <h1>{lang.t("bank-title")}</h1>
            <p class="lead">{lang.t("bank-lead")}</p>
            {new}
            {filters(lang, &fields)}
            {table(lang.t("bank-title"), headers, rows, lang.t("bank-none"))}
            {pager(lang, &query, total, &here)}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

fn filters(lang: Lang, fields: &Fields) -> AnyView {
    let shows = vec![("retired".to_owned(), lang.t("bank-show-retired").into_owned())];
    let body = view! {
        {Field::new(fields, lang, "language", lang.t("bank-language")).select(languages(), None)}
        {Field::new(fields, lang, "area", lang.t("plans-goal-area")).select(options_of!(Area, lang), Some(lang.t("bank-area-all").into_owned()))}
        {Field::new(fields, lang, "show", lang.t("bank-show")).select(shows, Some(lang.t("bank-show-offered").into_owned()))}
        {button_quiet(lang.t("patients-show"))}
    };
    get_form(routes::GOAL_BANK, body.into_any())
}

/// The languages by their own names.
fn languages() -> Vec<(String, String)> {
    Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), lang.own_name().to_owned())).collect()
}

fn row(ctx: &Ctx, goal: &BankGoal) -> AnyView {
    let lang = ctx.lang;
    let steps = Level::ALL
        .into_iter()
        .rev()
        .map(|level| {
            view! { <li><b>{level.signed()}</b>" "<span class="away">{level.label(lang)}": "</span>{goal.ladder.step(level).to_owned()}</li> }
        })
        .collect_view();
    let from = if goal.facility_id.is_some() { "bank-from-here" } else { "bank-from-ergon" };
    view! {
        <tr>
            <td>{goal.area.label(lang)}</td>
            <td>
                <span lang=goal.language.clone()>{goal.description.clone()}</span>
                <details><summary>{lang.t("bank-ladder")}</summary><ol class="ladder" lang=goal.language.clone()>{steps}</ol></details>
            </td>
            <td>{lang.t(from)}</td>
            <td class="no-print">{ctx.may(Permission::PlanWrite).then(|| actions(lang, goal))}</td>
        </tr>
    }
    .into_any()
}

fn actions(lang: Lang, goal: &BankGoal) -> AnyView {
    let own = goal.facility_id.is_some();
    let edit =
        Button::new(lang.t(if own { "bank-edit" } else { "bank-adapt" })).about(goal.description.clone()).quiet();
    let (step, word) = if goal.retired { ("offer", "bank-offer") } else { ("retire", "bank-retire") };
    let retire = own.then(|| {
        let button = Button::new(lang.t(word)).about(goal.description.clone()).quiet().named("step", step);
        post_form_inline(routes::goal_bank_retire(goal.id), button.submit())
    });
    view! { {edit.link(routes::goal_bank_goal(goal.id))} " " {retire} }.into_any()
}

pub async fn new(ctx: Ctx) -> Result<Response> {
    let place = ctx.place()?.id;
    drop(ctx.care(Permission::PlanWrite, Subject::Facility(place), "goal_bank").await?);
    let fields = Fields::new().with("language", ctx.lang.code());
    Ok(show(&ctx, None, &fields))
}

pub async fn add(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let Some(text) = parse(&mut fields) else { return Ok(show(&ctx, None, &fields)) };
    let place = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::PlanWrite, Subject::Facility(place), "goal_bank").await?;
    store::insert(&mut tx, ctx.new_id(), place, &text, ctx.actor.id, ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::goal_bank_of(&text.language, text.area.as_str()), "flash-bank-added"))
}

pub async fn edit(ctx: Ctx, Path(id): Path<BankGoalId>) -> Result<Response> {
    let goal = load(&ctx, id).await?;
    let fields = fill(&goal);
    Ok(show(&ctx, Some(&goal), &fields))
}

async fn load(ctx: &Ctx, id: BankGoalId) -> Result<BankGoal> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::PlanWrite, Subject::Facility(place), "goal_bank").await?;
    store::goal(&mut tx, place, id).await?.ok_or(AppError::NotFound)
}

pub async fn save(ctx: Ctx, Path(id): Path<BankGoalId>, mut fields: Fields) -> Result<Response> {
    let held = load(&ctx, id).await?;
    let Some(text) = parse(&mut fields) else { return Ok(show(&ctx, Some(&held), &fields)) };
    let place = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::PlanWrite, Subject::Facility(place), "goal_bank").await?;
    if held.facility_id.is_none() {
        store::insert(&mut tx, ctx.new_id(), place, &text, ctx.actor.id, ctx.now()).await?;
    } else if !store::update(&mut tx, place, (id, fields.version()), &text).await? {
        drop(tx);
        return stale(&ctx, id, fields).await;
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::goal_bank_of(&text.language, text.area.as_str()), "flash-bank-saved"))
}

/// Somebody else has saved: what they wrote stands at each field that differs, and sending again is a decision.
async fn stale(ctx: &Ctx, id: BankGoalId, mut fields: Fields) -> Result<Response> {
    let now = load(ctx, id).await?;
    let theirs = fill(&now);
    for (name, value) in theirs
        .pairs()
        .iter()
        .filter(|(name, value)| name != "version" && fields.get(name) != value)
        .cloned()
        .collect::<Vec<_>>()
    {
        fields.error(name, Msg::with("plans-conflict-field", [("theirs", value.into())]));
    }
    fields.error("", Msg::new("bank-conflict"));
    fields.set("version", now.version.to_string());
    Ok(show(ctx, Some(&now), &fields))
}

pub async fn retire(ctx: Ctx, Path(id): Path<BankGoalId>, fields: Fields) -> Result<Response> {
    let retired = fields.get("step") != "offer";
    let place = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::PlanWrite, Subject::Facility(place), "goal_bank").await?;
    if !store::retire(&mut tx, place, id, retired).await? {
        return Err(AppError::NotFound);
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::GOAL_BANK, if retired { "flash-bank-retired" } else { "flash-bank-offered" }))
}

fn show(ctx: &Ctx, goal: Option<&BankGoal>, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let title =
        lang.t(if goal.is_some_and(|goal| goal.facility_id.is_some()) { "bank-edit-title" } else { "bank-add" });
    let action = goal.map_or_else(|| routes::GOAL_BANK_NEW.to_owned(), |goal| routes::goal_bank_goal(goal.id));
    let copied = goal.is_some_and(|goal| goal.facility_id.is_none());
    let body = || {
        let steps = Level::ALL
            .into_iter()
            .map(|level| {
                let label = format!("{} {}", level.signed(), level.label(lang));
                Field::new(fields, lang, step_field(level), label).required().note_box(2)
            })
            .collect_view();
        let form = view! {
            {hidden("version", fields.get("version"))}
            {Field::new(fields, lang, "area", lang.t("plans-goal-area")).required().select(options_of!(Area, lang), Some(lang.t("bank-area-choose").into_owned()))}
            {Field::new(fields, lang, "language", lang.t("bank-language")).required().select(languages(), None)}
            {Field::new(fields, lang, "description", lang.t("plans-goal-description")).hint(lang.t("plans-goal-description-hint")).required().note_box(2)}
            <p class="hint"><b>{lang.t("plans-ladder")}</b>" "{lang.t("plans-ladder-hint")}</p>
            <div class="ladder-editor">{steps}</div>
            <div class="actions">{button(lang.t("bank-save"))}{link_button_quiet(routes::GOAL_BANK, lang.t("bank-leave"))}</div>
        };
        view! {
            <h1>{title.clone()}</h1>
            {error_summary(fields, lang)}
            {copied.then(|| notice(Tone::Plain, lang.t("bank-adapt-lead")))}
            <p class="lead">{lang.t("bank-edit-lead")}</p>
            {post_form(action.clone(), form.into_any())}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}
