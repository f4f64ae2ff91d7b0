//! Finding somebody among the people of a facility: one search and one table, whatever is to be done with the person then.

use std::borrow::Cow;

use leptos::prelude::*;

use super::head::{away_words, housing};
use super::model::Candidate;
use crate::custody::people::list_name;
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Field, Header, Tone, button, get_form, pager, table, tag};
use crate::web::Ctx;

/// What the search is for.
#[derive(Debug)]
pub struct Finder<'a> {
    pub query: &'a ListQuery,
    /// How many people fit.
    pub total: i64,
    /// The page's own address.
    pub path: &'static str,
    pub caption: Cow<'static, str>,
    /// What is done with the person who is found.
    pub action: Cow<'static, str>,
    pub nobody: Cow<'static, str>,
}

impl Finder<'_> {
    /// The search with the page of people that it found, each made by [`found`].
    pub fn view(&self, ctx: &Ctx, rows: Vec<AnyView>) -> AnyView {
        let lang = ctx.lang;
        let typed = Fields::new().with("q", self.query.search());
        let headers = vec![
            Header::new(lang.t("patients-name")),
            Header::new(lang.t("patients-number")),
            Header::new(lang.t("patients-birth-date")),
            Header::new(lang.t("patients-housing")),
            Header::new(self.action.clone()).away(),
        ];
        let search = view! {
            {Field::new(&typed, lang, "q", lang.t("patients-search")).search()}
            {button(lang.t("patients-show"))}
        };
        view! {
            {get_form(self.path, search.into_any())}
            {table(self.caption.clone(), headers, rows, self.nobody.clone())}
            {pager(lang, self.query, self.total, self.path)}
        }
        .into_any()
    }
}

/// One person, with a word where they are away or known already, and what is to be done.
pub fn found(ctx: &Ctx, person: &Candidate, known: Option<AnyView>, action: AnyView) -> AnyView {
    let lang = ctx.lang;
    let away = away_words(lang, person.presence).map(|words| view! { " " {tag(Tone::Calm, words)} });
    view! {
        <tr>
            <th scope="row">{list_name(&person.family_name, &person.given_name)}{away}{known}</th>
            <td class="nowrap">{person.prison_number.clone()}</td>
            <td>{lang.date(person.birth_date)}</td>
            <td>{housing(lang, person.wing.as_deref(), &person.cell)}</td>
            <td>{action}</td>
        </tr>
    }
    .into_any()
}
