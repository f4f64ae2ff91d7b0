//! 'Today': what a practitioner sees first. Her sessions in order with what to do about each, what waits for her, and what
//! custody has stopped.

use std::collections::HashMap;

use axum::response::Response;
use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Tz;
use leptos::prelude::*;

use super::parts::{next_action, people_words, session_link, slot_words, state_tag};
use crate::access::{Permission, Subject};
use crate::care::changes;
use crate::care::notices::store::Lapse;
use crate::care::notices::{self, LapsingNotice, lapsing_item};
use crate::care::sessions::model::Mode;
use crate::care::sessions::rules::is_late;
use crate::care::sessions::store::lists::{self, Expected, ListedSession, PlanToDo};
use crate::custody::notices::LAPSES_SOON;
use crate::custody::outings;
use crate::custody::outings::model::Away;
use crate::custody::slots::Movement;
use crate::custody::tools;
use crate::custody::tools::Missing;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::ids::SlotId;
use crate::kit::local_time::{day_bounds, local_date};
use crate::kit::ui::{Button, Header, Tone, card, empty, link_button, table_under_heading, tag};
use crate::oversight::hours::{CaseloadCard, caseload_card};
use crate::oversight::voice::comments;
use crate::oversight::voice::questions::{self, Counts};
use crate::routes;
use crate::web::Ctx;

/// Reviews due within this many days are shown.
const REVIEWS_AHEAD: Days = Days::new(7);

/// Everything that the page tells.
struct Day {
    lang: Lang,
    zone: Tz,
    now: DateTime<Utc>,
    sessions: Vec<ListedSession>,
    expected: Vec<Expected>,
    /// Who is out of the house today.
    away: Vec<Away>,
    unsigned: Vec<ListedSession>,
    plans: Vec<PlanToDo>,
    notices: Vec<LapsingNotice>,
    stopped: Vec<ListedSession>,
    /// Custody's questions about moving one of them.
    questions: i64,
    hours: CaseloadCard,
    /// Lines of what custody has changed that nobody of the unit has seen.
    changes: i64,
    missing: Vec<Missing>,
    /// What the review asks, and how many of its comments have no answer.
    asked: (Counts, i64),
}

pub async fn page(ctx: Ctx) -> Result<Response> {
    let (lang, zone, now) = (ctx.lang, ctx.zone(), ctx.now());
    let facility = ctx.place()?.id;
    let me = ctx.actor.id;
    let (from, to) = day_bounds(ctx.today(), zone);
    let until = ctx.today().checked_add_days(REVIEWS_AHEAD).unwrap_or(ctx.today());
    let lapse =
        Lapse { facility, lead: Some(me), from: ctx.today(), until: ctx.today() + TimeDelta::days(LAPSES_SOON) };
    let mut tx = ctx.care(Permission::SessionRecord, Subject::Facility(facility), "today").await?;
    let day = Day {
        lang,
        zone,
        now,
        sessions: lists::of_practitioner(&mut tx, facility, me, from, to).await?,
        expected: lists::expected(&mut tx, facility, me, from, to).await?,
        away: outings::store::away(&mut tx, facility, (from, to)).await?,
        unsigned: lists::unsigned(&mut tx, facility, me, now).await?,
        plans: lists::plans_to_do(&mut tx, facility, me, until).await?,
        notices: notices::lapsing(&mut tx, lapse, lists::LONGEST_TODO).await?,
        stopped: lists::stopped_by_custody(&mut tx, facility, me, from).await?,
        questions: crate::care::moves::store::waiting(&mut tx, facility, now, me).await?,
        hours: caseload_card(&ctx, &mut tx).await?,
        changes: changes::store::waiting(&mut tx, facility).await?,
        missing: tools::missing(&mut tx, facility).await?,
        asked: (
            questions::store::counts_of(&mut tx, facility, me, ctx.today()).await?,
            comments::waiting(&mut tx, facility, me).await?,
        ),
    };
    drop(tx);
    let title = lang.long_date(ctx.today());
    Ok(ctx.page(lang.t("sessions-nav-today"), || {
        view! {
            <h1>{title}</h1>
            <p class="lead">{day.lead()}</p>
            {tools::words::alert(lang, &day.missing, |_| None)}
            <div class="cols">
                <div>
                    {day.my_sessions()}
                    {day.hours.view(&ctx)}
                </div>
                <div>
                    {day.to_do(&ctx)}
                    {day.custody_said()}
                </div>
            </div>
        }
        .into_any()
    }))
}

impl Day {
    /// '4 sessions, 13 people expected. 2 notes wait for your signature.'
    fn lead(&self) -> String {
        let live: Vec<&ListedSession> = self.sessions.iter().filter(|session| session.status.is_live()).collect();
        let people: i64 = live.iter().map(|session| session.people).sum();
        let sessions = self.lang.t_with("sessions-count", &[("n", live.len().into())]);
        let people = self.lang.t_with("sessions-count-expected", &[("n", people.into())]);
        let waiting = self.lang.t_with("sessions-count-unsigned", &[("n", self.unsigned.len().into())]);
        format!("{sessions}, {people}. {waiting}")
    }

    fn my_sessions(&self) -> AnyView {
        let lang = self.lang;
        let headers = vec![
            Header::new(lang.t("sessions-time")),
            Header::new(lang.t("sessions-session")),
            Header::new(lang.t("sessions-room")),
            Header::new(lang.t("sessions-people")),
            Header::new(lang.t("kit-actions")).away(),
        ];
        let mut names: HashMap<SlotId, Vec<&Expected>> = HashMap::new();
        for person in &self.expected {
            names.entry(person.slot_id).or_default().push(person);
        }
        let rows = self
            .sessions
            .iter()
            .map(|session| self.row(session, names.get(&session.id).map_or(&[], Vec::as_slice)))
            .collect();
        let title = lang.t("sessions-mine");
        let list = table_under_heading(title.clone(), headers, rows, lang.t("sessions-none-today"));
        let ask = view! { <div class="actions">{link_button(routes::SESSION_NEW, lang.t("sessions-request"))}</div> };
        card(title, view! { {list}{ask} }.into_any())
    }

    fn row(&self, session: &ListedSession, people: &[&Expected]) -> AnyView {
        let lang = self.lang;
        // One person is named; of a group the number is enough here.
        let who = match people {
            [alone] if session.mode != Mode::Group => Some(format!("{} · {}", alone.name(), alone.prison_number)),
            _ => None,
        };
        let goals = (session.goals > 0).then(|| lang.t_with("sessions-count-goals", &[("n", session.goals.into())]));
        let below = [who, goals].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let action = next_action(lang, session, self.now);
        view! {
            <tr>
                <td class="time">{lang.times(session.starts_at, session.ends_at, self.zone)}</td>
                <td>{session_link(lang, session)}<div class="sub">{below}</div></td>
                <td>{session.room_name.clone()}</td>
                <td>{people_words(lang, session)}{self.away_tag(people)}</td>
                <td><div class="acts">{state_tag(lang, session, self.now)}" "{action}</div></td>
            </tr>
        }
        .into_any()
    }

    /// How many of those expected are away today; where is not said.
    fn away_tag(&self, people: &[&Expected]) -> Option<AnyView> {
        let (from, to) = day_bounds(local_date(self.now, self.zone), self.zone);
        let away = people.iter().filter(|held| outings::rules::is_away(&self.away, held.person_id, from, to)).count();
        let words = || self.lang.t_with("outings-away-today-of", &[("n", away.into())]);
        (away > 0).then(|| view! { <div class="sub">{tag(Tone::Warn, words())}</div> }.into_any())
    }

    fn to_do(&self, ctx: &Ctx) -> AnyView {
        let lang = self.lang;
        let items: Vec<AnyView> = self
            .unsigned
            .iter()
            .map(|session| self.unsigned_item(session))
            .chain(self.plans.iter().map(|plan| self.plan_item(plan)))
            .chain(self.notices.iter().map(|held| lapsing_item(ctx, held)))
            .chain(questions::mine_item(lang, self.asked.0, self.asked.1))
            .collect();
        let body = if items.is_empty() {
            empty(lang.t("sessions-nothing-to-do"), None)
        } else {
            view! { <ul class="todo">{items}</ul> }.into_any()
        };
        card(lang.t("sessions-to-do"), body)
    }

    fn unsigned_item(&self, session: &ListedSession) -> AnyView {
        let lang = self.lang;
        let day = lang.date(local_date(session.starts_at, self.zone));
        let what = format!("{}, {day}", session.title.say(lang));
        let (key, label, href) = match session.recorded_at {
            None => ("sessions-to-record", "sessions-record", routes::session(session.id)),
            Some(_) => ("sessions-to-sign", "sessions-sign", routes::session_sign(session.id)),
        };
        let late = is_late(session.ends_at, self.now).then(|| tag(Tone::Warn, lang.t("sessions-late")));
        let saved = session
            .recorded_at
            .map(|at| lang.t_with("sessions-draft-saved", &[("at", lang.date_time(at, self.zone).into())]));
        view! {
            <li>
                <span>{lang.t_with(key, &[("what", what.clone().into())])}<span class="sub">{saved}" "{late}</span></span>
                {Button::new(lang.t(label)).quiet().about(what).link(href)}
            </li>
        }
        .into_any()
    }

    fn plan_item(&self, plan: &PlanToDo) -> AnyView {
        let lang = self.lang;
        let who = format!("{} · {}", plan.name(), plan.prison_number);
        let (key, label) = if plan.draft {
            ("sessions-plan-draft", "sessions-open")
        } else {
            ("sessions-plan-review", "sessions-review")
        };
        let today = local_date(self.now, self.zone);
        let due = plan.next_review_on.filter(|_| !plan.draft).map(|due| {
            let days = (due - today).num_days();
            if days < 0 {
                tag(Tone::Warn, lang.t_with("sessions-days-over", &[("n", (-days).into())]))
            } else {
                lang.t_with("sessions-days-left", &[("n", days.into())]).into_any()
            }
        });
        view! {
            <li>
                <span>{lang.t(key)}<span class="sub">{who.clone()}" "{due}</span></span>
                {Button::new(lang.t(label)).quiet().about(who).link(routes::patient_plan(plan.patient_id))}
            </li>
        }
        .into_any()
    }

    fn custody_said(&self) -> AnyView {
        let lang = self.lang;
        let slots = self.stopped.iter().map(|session| {
            let when = format!(
                "{} {}",
                lang.date(local_date(session.starts_at, self.zone)),
                lang.times(session.starts_at, session.ends_at, self.zone)
            );
            let what = format!("{}, {when}", session.title.say(lang));
            let why = slot_words(lang, session.status, session.cancel_side, session.cancel_reason);
            view! { <li><span><a href=routes::session(session.id)>{what}</a><span class="sub">{why}</span></span></li> }
                .into_any()
        });
        let people = self.expected.iter().filter(|person| person.movement == Movement::NotBrought).map(|person| {
            let who = format!("{} · {}", person.name(), person.prison_number);
            let reason = person.custody_reason.map(|reason| reason.label(lang).into_owned()).unwrap_or_default();
            let words = format!("{}: {reason}", person.movement.label(lang));
            view! { <li><span>{who}<span class="sub">{words}</span></span></li> }.into_any()
        });
        let questions = (self.questions > 0).then(|| {
            let text = lang.t_with("move-waiting", &[("n", self.questions.into())]);
            view! { <li><span><a href=routes::MOVE_REQUESTS>{text}</a></span></li> }.into_any()
        });
        let changes = changes::pages::to_do(lang, self.changes);
        let items: Vec<AnyView> = questions.into_iter().chain(changes).chain(slots).chain(people).collect();
        let body = if items.is_empty() {
            empty(lang.t("sessions-custody-nothing"), None)
        } else {
            view! { <ul class="todo">{items}</ul> }.into_any()
        };
        card(lang.t("sessions-from-custody"), body)
    }
}
