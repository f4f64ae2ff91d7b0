//! One wing's unlock list for one part of a day. Every mark is a plain form that comes back to the same row.

use axum::extract::RawQuery;
use axum::response::Response;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::api::{self, Outcome, UnlockList};
use super::super::model::{Made, Mark, RowKey, UnlockRow};
use super::super::rules;
use super::person;
use crate::access::Permission;
use crate::custody::day;
use crate::custody::lists::{
    self,
    model::{ListKey, ListKind},
};
use crate::custody::people::list_name;
use crate::custody::slots::{CustodyReason, Part};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::islands::MarkKeeper;
use crate::kit::form::Fields;
use crate::kit::ids::WingId;
use crate::kit::ui::{
    Field, button_quiet, empty, error_summary, export_links, get_form, hidden, link_button, link_button_quiet, tabs,
};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

/// In the address: the row that is asked why.
const ASK: &str = "ask";
const CHOOSE_REASON: &str = "unlock-choose-reason";

/// A mark that was not written, to be said at its row.
#[derive(Debug, Clone)]
struct Unsaid {
    anchor: String,
    key: &'static str,
    /// What the row says now, where that is the reason.
    state: String,
}

/// What a row shows of a mark that was not written.
#[derive(Debug, Clone)]
pub(super) struct Refused {
    pub anchor: String,
    pub message: Msg,
}

/// What the list shows at one row and not at the others.
#[derive(Debug)]
pub(super) struct Turn {
    pub refused: Option<Refused>,
    /// The row whose reasons for not being brought stand open.
    pub asked: String,
}

/// A list longer than this asks for reasons in one row at a time: thirteen choices in each would make it slow to load at a
/// wing's door.
const ASK_IN_EVERY_ROW: usize = 20;

impl Turn {
    pub fn asks_in_every_row(list: &UnlockList) -> bool {
        list.rows.len() <= ASK_IN_EVERY_ROW
    }
}

impl Unsaid {
    /// The message names the person, so that it is understood at the head of the page too.
    fn about(&self, rows: &[UnlockRow]) -> Refused {
        let row = rows.iter().find(|row| row.key().anchor() == self.anchor);
        let name = row.map_or_else(|| "–".to_owned(), |row| list_name(&row.family_name, &row.given_name));
        Refused {
            anchor: self.anchor.clone(),
            message: Msg::with(self.key, [("name", name.into()), ("state", self.state.clone().into())]),
        }
    }
}

pub async fn page(ctx: Ctx, RawQuery(query): RawQuery) -> Result<Response> {
    show(&ctx, query, None).await
}

/// A mark: read, written, and back to the row that it was made in.
pub async fn mark(ctx: Ctx, RawQuery(query): RawQuery, fields: Fields) -> Result<Response> {
    let key: RowKey = fields.get("row").parse().map_err(|_| AppError::BadRequest)?;
    let reason = fields.get("reason").parse::<CustodyReason>().ok();
    let unsaid = |key_of_text, state| Some(Unsaid { anchor: key.anchor(), key: key_of_text, state });
    if fields.get("mark") == "not_brought" && reason.is_none() {
        return show(&ctx, query, unsaid(CHOOSE_REASON, String::new())).await;
    }
    let mark = Mark::from_code(fields.get("mark"), reason).ok_or(AppError::BadRequest)?;
    let (text, state) = match api::mark(&ctx, key, mark, Made::default()).await? {
        Outcome::Said(_) => return Ok(redirect(&format!("{}#{}", list_address(&ctx.uri), key.anchor()))),
        Outcome::Changed(now) => ("unlock-changed-since", person::movement(&ctx, &now)),
        Outcome::NotPossible(now) => ("unlock-not-possible", person::movement(&ctx, &now)),
        Outcome::NotOpen => ("unlock-day-not-open", String::new()),
    };
    show(&ctx, query, unsaid(text, state)).await
}

/// The address of the list itself, without the row whose reasons were open.
fn list_address(uri: &str) -> &str {
    uri.split(&format!("&{ASK}=")).next().unwrap_or(uri)
}

async fn show(ctx: &Ctx, query: Option<String>, unsaid: Option<Unsaid>) -> Result<Response> {
    let lang = ctx.lang;
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let title = lang.t("unlock-title");
    let date = fields.date("date").unwrap_or_else(|| ctx.today());
    if !api::may_open(ctx, date) {
        fields.error("", Msg::new("unlock-other-day"));
        return Ok(ctx.refused(title, || not_your_day(lang, &fields)));
    }
    let wing = match fields.get("wing").parse::<WingId>() {
        Ok(wing) => Some(wing),
        Err(_) => api::first_wing(ctx).await?,
    };
    let Some(wing) = wing else { return Ok(ctx.page(title, || no_wing(lang))) };
    let list = api::list(ctx, wing, date, fields.get("part").parse::<Part>().ok()).await?;
    let key = key_of(ctx, &list)?;
    let printed = lists::api::newest(ctx, &key).await?;
    let paper = || Paper {
        above: lists::pages::changes::paper(ctx, &key, printed.as_ref()),
        below: lists::pages::changes::more_paper(ctx, &key, printed.as_ref()),
    };
    fields.set("wing", list.wing.id.to_string());
    fields.set("date", date.to_string());
    let asked = match &unsaid {
        Some(unsaid) if unsaid.key == CHOOSE_REASON => unsaid.anchor.clone(),
        _ => fields.get(ASK).to_owned(),
    };
    let turn = Turn { refused: unsaid.map(|unsaid| unsaid.about(&list.rows)), asked };
    if let Some(refused) = &turn.refused {
        fields.error(refused.anchor.clone(), refused.message.clone());
    }
    if fields.is_refused() {
        return Ok(ctx.refused(title, || view(ctx, &list, &fields, &turn, paper())));
    }
    Ok(ctx.page(title, || view(ctx, &list, &fields, &turn, paper())))
}

fn not_your_day(lang: Lang, fields: &Fields) -> AnyView {
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("unlock-title")}</h1>
        <p>{link_button(routes::UNLOCK, lang.t("unlock-to-today"))}</p>
    }
    .into_any()
}

fn no_wing(lang: Lang) -> AnyView {
    view! { <h1>{lang.t("unlock-title")}</h1>{empty(lang.t("unlock-no-wing"), None)} }.into_any()
}

/// What belongs to the list on paper, above it and below.
struct Paper {
    above: AnyView,
    below: AnyView,
}

fn view(ctx: &Ctx, list: &UnlockList, fields: &Fields, turn: &Turn, paper: Paper) -> AnyView {
    let lang = ctx.lang;
    let about = [("wing", list.wing.name.clone().into()), ("part", list.part.label(lang).into())];
    let body = if list.rows.is_empty() {
        empty(lang.t("unlock-nobody"), None)
    } else {
        let rows = list.rows.iter().map(|row| person::item(ctx, list, row, turn)).collect_view();
        let reasons = (!Turn::asks_in_every_row(list)).then(|| person::reasons_template(lang));
        let keeper = (api::is_markable(ctx, list.date) && ctx.may(Permission::MovementMark)).then(|| keeper(ctx));
        view! { {keeper}<ol class="people">{rows}</ol>{reasons} }.into_any()
    };
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t_with("unlock-heading", &about)}</h1>
        <p class="lead">{day_words(ctx, list.date)}" · "{head(lang, list)}</p>
        {paper.above}
        {ways(ctx, list, fields)}
        {body}
        {paper.below}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

/// The list on paper that belongs to this page.
fn key_of(ctx: &Ctx, list: &UnlockList) -> Result<ListKey> {
    Ok(ListKey {
        facility: ctx.place()?.id,
        kind: ListKind::Unlock,
        wing: Some(list.wing.id),
        room: None,
        person: None,
        date: list.date,
        part: list.part,
    })
}

/// Keeps the marks of a phone until they have been sent; without scripting there is nothing to see of it.
fn keeper(ctx: &Ctx) -> AnyView {
    let word = |key: &str| ctx.lang.t(key).into_owned();
    view! {
        <MarkKeeper
            send_to=routes::PHONE_MARKS.to_owned()
            user=ctx.actor.id.to_string()
            waiting=word("unlock-phone-waiting")
            lapsed=word("unlock-phone-lapsed")
            refused=word("unlock-phone-refused")
            refused_text=word("unlock-phone-refused-text")
            now=word("unlock-phone-now")
            tried=word("unlock-phone-tried")
            dismiss=word("unlock-phone-dismiss")
            returned=word("unlock-mark-returned")
        />
    }
    .into_any()
}

/// `Today` and `Tomorrow` are what an officer asks for; the date stands beside it, for whoever holds the sheet later.
fn day_words(ctx: &Ctx, date: NaiveDate) -> String {
    let lang = ctx.lang;
    let long = lang.long_date(date);
    if date == ctx.today() {
        return format!("{}, {long}", lang.t("custody-today"));
    }
    if date == day::after(ctx.today()) {
        return format!("{}, {long}", lang.t("custody-tomorrow"));
    }
    long
}

fn head(lang: Lang, list: &UnlockList) -> String {
    let head = rules::head(&list.rows);
    let count = |key: &str, n: usize| lang.t_with(key, &[("n", n.into())]);
    format!(
        "{}, {}, {}",
        count("unlock-people", head.people),
        count("unlock-leaving", head.leaving),
        count("unlock-staying", head.staying)
    )
}

/// To the other parts, the other days and the other wings.
fn ways(ctx: &Ctx, list: &UnlockList, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let to = |date: NaiveDate, part: Part| routes::unlock(list.wing.id, date, part);
    let parts = Part::ALL.iter().map(|part| (to(list.date, *part), part.label(lang).into_owned())).collect();
    let today = ctx.today();
    let days = [(today, "custody-today"), (day::after(today), "custody-tomorrow")].map(|(date, key)| {
        let here = (date == list.date).then_some("date");
        view! { <a class="btn quiet" href=to(date, list.part) aria-current=here>{lang.t(key)}</a> }
    });
    view! {
        <div class="day-bar no-print">
            <nav class="days" aria-label=lang.t("unlock-days")>{days.into_iter().collect_view()}</nav>
            <p class="beside">{link_button_quiet(routes::ESCORTS_TODAY, lang.t("escorts-today-title"))}</p>
            {choose(ctx, list, fields)}
        </div>
        {tabs(lang.t("unlock-parts"), parts, &to(list.date, list.part))}
    }
    .into_any()
}

/// Only those with a choice are asked: an officer of one wing has none.
fn choose(ctx: &Ctx, list: &UnlockList, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let plans = api::plans_the_day(ctx);
    if list.wings.len() < 2 && !plans {
        return ().into_any();
    }
    let wings =
        list.wings.iter().map(|wing| (wing.id.to_string(), format!("{} ({})", wing.name, wing.people))).collect();
    let date = if plans {
        Field::new(fields, lang, "date", lang.t("kit-date")).date()
    } else {
        hidden("date", list.date.to_string())
    };
    let body = view! {
        {Field::new(fields, lang, "wing", lang.t("unlock-wing")).select(wings, None)}
        {date}
        {hidden("part", list.part.as_str())}
        {button_quiet(lang.t("custody-show"))}
    };
    get_form(routes::UNLOCK, body.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_leads_back_to_the_list_with_nothing_open() {
        assert_eq!(list_address("/unlock?wing=1&part=am"), "/unlock?wing=1&part=am");
        assert_eq!(list_address("/unlock?wing=1&part=am&ask=p1"), "/unlock?wing=1&part=am");
    }
}
