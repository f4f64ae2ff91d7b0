//! Referring a person: find them among those of the own wings, choose the reason, add at most a line.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Listed, Scope};
use super::super::model::{Referable, ReferralReason, Said};
use super::super::rules;
use super::list::{WingQuery, no_wing, wing_choice, with_wing};
use crate::custody::people::{absence_key, housing, list_name};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::page::{ListQuery, search_patterns};
use crate::kit::ui::{
    Button, Field, Header, Tone, button, error_summary, get_form, hidden, link_button_quiet, options_of, pager,
    post_form, table, tag,
};
use crate::routes;
use crate::web::Ctx;

/// The person who has been chosen.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct PersonQuery {
    person: Option<String>,
}

pub async fn page(
    ctx: Ctx,
    Query(query): Query<ListQuery>,
    Query(wing): Query<WingQuery>,
    Query(chosen): Query<PersonQuery>,
) -> Result<Response> {
    if let Some(person) = chosen.person {
        let person: PersonId = person.parse().map_err(|_| AppError::NotFound)?;
        return show(&ctx, person, &Fields::new()).await;
    }
    let title = ctx.lang.t("refer-new");
    let scope = Scope::of(&ctx, wing.id())?;
    if scope == Scope::Nowhere {
        return Ok(ctx.page(title, || no_wing(ctx.lang)));
    }
    let listed = api::people(&ctx, scope, &search_patterns(&query.search()), query.offset()).await?;
    Ok(ctx.page(title, || search_view(&ctx, &query, &wing, &listed)))
}

pub async fn submit(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let person: PersonId = fields.get("person").parse().map_err(|_| AppError::BadRequest)?;
    let Some(said) = parse(&mut fields, person) else { return show(&ctx, person, &fields).await };
    let id = ctx.id_of_form(&fields, "referral");
    if api::refer(&ctx, id, &said).await? {
        return Ok(ctx.redirect_with(routes::REFER, "flash-refer-sent"));
    }
    fields.error("", Msg::new("refer-has-left"));
    show(&ctx, person, &fields).await
}

/// `None` when an error was left at a field.
fn parse(fields: &mut Fields, person: PersonId) -> Option<Said> {
    let reason = fields.choice::<ReferralReason>("reason");
    // One line: a list has no place for more.
    let typed = fields.get("words").split_whitespace().collect::<Vec<_>>().join(" ");
    fields.set("words", typed);
    let words = fields.text("words", rules::LONGEST_WORDS);
    if words.is_empty() && reason.is_some_and(rules::needs_words) {
        fields.error("words", Msg::new("refer-other-needs-words"));
    }
    if fields.is_refused() { None } else { Some(Said { person, reason: reason?, words }) }
}

async fn show(ctx: &Ctx, person: PersonId, fields: &Fields) -> Result<Response> {
    let person = api::person(ctx, person).await?;
    let title = ctx.lang.t("refer-new");
    let body = || form_view(ctx, &person, fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn form_view(ctx: &Ctx, person: &Referable, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let id =
        if fields.has("referral") { fields.get("referral").to_owned() } else { ctx.new_id::<uuid::Uuid>().to_string() };
    let body = view! {
        {hidden("person", person.id.to_string())}
        {hidden("referral", id)}
        {Field::new(fields, lang, "reason", lang.t("refer-reason-asked")).required().radios(options_of!(ReferralReason, lang))}
        {Field::new(fields, lang, "words", lang.t("refer-words")).hint(lang.t("refer-words-hint")).text()}
        <div class="actions">{button(lang.t("refer-send"))}{link_button_quiet(routes::REFER_NEW, lang.t("refer-somebody-else"))}</div>
    };
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("refer-new")}</h1>
        <p class="lead">
            <b>{list_name(&person.family_name, &person.given_name)}</b>
            {format!(" · {} · {}", person.prison_number, housing(person.wing.as_deref(), &person.cell))}
        </p>
        {post_form(routes::REFER_NEW, body.into_any())}
    }
    .into_any()
}

fn search_view(ctx: &Ctx, query: &ListQuery, wing: &WingQuery, listed: &Listed<Referable>) -> AnyView {
    let lang = ctx.lang;
    let typed = Fields::new().with("q", query.search());
    let headers = vec![
        Header::new(lang.t("custody-name")),
        Header::new(lang.t("custody-number")),
        Header::new(lang.t("custody-cell")),
        Header::new(lang.t("refer-action")).away(),
    ];
    let rows = listed.lines.iter().map(|person| row(ctx, person)).collect();
    let wing_field = wing_choice(lang, &listed.wings, wing);
    let search = view! {
        {Field::new(&typed, lang, "q", lang.t("refer-search")).search()}
        {wing_field}
        {button(lang.t("custody-show"))}
    };
    view! {
        <h1>{lang.t("refer-new")}</h1>
        <p class="lead">{lang.t("refer-choose")}</p>
        {get_form(routes::REFER_NEW, search.into_any())}
        {table(lang.t("refer-people"), headers, rows, lang.t("refer-nobody"))}
        {pager(lang, query, listed.total, &with_wing(routes::REFER_NEW, wing))}
    }
    .into_any()
}

fn row(ctx: &Ctx, person: &Referable) -> AnyView {
    let lang = ctx.lang;
    let name = list_name(&person.family_name, &person.given_name);
    let away = absence_key(person.presence).map(|key| view! { " " {tag(Tone::Calm, lang.t(key))} });
    let refer = Button::new(lang.t("refer-action")).about(name.clone()).quiet().link(routes::refer_person(person.id));
    view! {
        <tr>
            <th scope="row">{name}{away}</th>
            <td class="nowrap">{person.prison_number.clone()}</td>
            <td>{housing(person.wing.as_deref(), &person.cell)}</td>
            <td>{refer}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_becomes_a_referral_or_an_error_at_its_field() {
        let person = PersonId(uuid::Uuid::nil());
        let long = format!("reason=sleep&words={}", "a".repeat(141));
        for (sent, expected) in [
            ("reason=isolates&words=", Ok("")),
            ("reason=other&words=Sits%0Ain+the+corner", Ok("Sits in the corner")),
            ("reason=other&words=+", Err("words")),
            ("reason=depression", Err("reason")),
            ("", Err("reason")),
            (long.as_str(), Err("words")),
        ] {
            let mut fields = Fields::parse(sent.as_bytes()).unwrap();
            let parsed = parse(&mut fields, person);
            match expected {
                Ok(words) => assert_eq!(parsed.map(|said| said.words).as_deref(), Some(words), "{sent}"),
                Err(field) => assert!(parsed.is_none() && fields.error_at(field).is_some(), "{sent}"),
            }
        }
    }
}
