//! One session: what its page looks like, for the one who records it and for those who read it.

use leptos::prelude::*;

use super::group_view;
use super::parts::{away_notice, gone_notice, movement_tag, slot_words};
use crate::access::Permission;
use crate::care::notes::view::participation_words;
use crate::care::sessions::api;
use crate::care::sessions::model::{Assistance, Attendance, HealthReason, Progress};
use crate::care::sessions::record_form::own;
use crate::care::sessions::rules::{MOOD, PARTICIPATION, Stage};
use crate::care::sessions::store::sheet::{EarlierRow, RosterRow, SessionHead, Sheet, SheetGoal};
use crate::custody::slots::neutral_label;
use crate::custody::slots::words::movement as movement_words;
use crate::custody::slots::words::overrides;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::local_time::local_date;
use crate::kit::ui::{
    Field, Header, Tone, button_danger, button_named, button_named_quiet, card, draft_guard, error_summary, facts,
    hidden, link_button_quiet, options_of, post_form, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

/// What the session is, where and when, and under which label custody sees it.
#[must_use]
pub fn head(ctx: &Ctx, sheet: &Sheet, stage: Stage) -> AnyView {
    let (lang, head) = (ctx.lang, &sheet.head);
    let (zone, _) = api::place_of(ctx, head);
    let state = match stage {
        Stage::Signed => tag(Tone::Ok, lang.t("sessions-state-signed")),
        Stage::Stopped => tag(Tone::Bad, slot_words(lang, head.status, head.cancel_side, head.cancel_reason)),
        Stage::Ahead => tag(Tone::Calm, head.status.label(lang)),
        Stage::Open => tag(
            Tone::Warn,
            lang.t(if head.recorded_at.is_some() { "sessions-state-unsigned" } else { "sessions-state-unrecorded" }),
        ),
    };
    let mut lines: Vec<(String, AnyView)> = vec![
        (lang.t("sessions-room").into_owned(), head.room_name.clone().into_any()),
        (lang.t("sessions-mode").into_owned(), head.mode.label(lang).into_any()),
        (lang.t("sessions-lead").into_owned(), head.lead_name.clone().into_any()),
        (lang.t("sessions-label").into_owned(), neutral_label(lang, &head.label_letter).into_any()),
    ];
    if let (Some(id), Some(title)) = (head.programme_id, &head.programme) {
        let link = view! { <a href=routes::programme(id)>{title.clone()}</a> };
        lines.push((lang.t("programmes-programme").into_owned(), link.into_any()));
    }
    if let Some(id) = head.series_id.filter(|_| ctx.may(Permission::SessionRequest)) {
        let link = view! { <a href=routes::series(id)>{lang.t("sessions-to-series")}</a> };
        lines.push((lang.t("series-one").into_owned(), link.into_any()));
    }
    if let Some(stood) = head.officers_stood {
        lines.push((lang.t("sessions-officers-stood").into_owned(), stood.label(lang).into_any()));
    }
    if head.restrained > 0 {
        let people = lang.t_with("kit-people", &[("n", head.restrained.into())]);
        lines.push((lang.t("sessions-restrained").into_owned(), people.into_any()));
    }
    if !head.purpose.is_empty() {
        lines.push((lang.t("sessions-purpose").into_owned(), head.purpose.clone().into_any()));
    }
    if !sheet.overrides.is_empty() {
        lines.push((lang.t("slot-overrides").into_owned(), overrides(lang, zone, &sheet.overrides)));
    }
    let when = format!(
        "{}, {}",
        lang.long_date(local_date(head.starts_at, zone)),
        lang.times(head.starts_at, head.ends_at, zone)
    );
    view! {
        <h1>{head.title.say(lang).to_owned()}" "{state}</h1>
        <p class="lead">{when}</p>
        {facts(lines)}
        {away_notice(ctx, sheet)}
    }
    .into_any()
}

/// The form in which the session is recorded: a group's in one pass, or one person's.
#[must_use]
pub fn form(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let inner = match sheet.roster.as_slice() {
        [alone] => one(lang, sheet, alone, fields),
        _ => group_view::form(lang, sheet, fields),
    };
    let body = view! {
        {hidden("version", fields.get("version").to_owned())}
        {gone_notice(lang, sheet)}
        {inner}
        {(!fields.is_refused()).then(|| draft_guard(lang, routes::session(sheet.head.id)))}
    };
    view! {
        {error_summary(fields, lang)}
        {card(lang.t("sessions-what-happened"), post_form(routes::session(sheet.head.id), body.into_any()))}
    }
    .into_any()
}

fn one(lang: Lang, sheet: &Sheet, row: &RosterRow, fields: &Fields) -> AnyView {
    view! {
        <div class="roster">{person(lang, sheet, row, fields)}</div>
        <p class="hint">{lang.t("sessions-prps")}</p>
        {Field::new(fields, lang, "shared", lang.t("sessions-account")).hint(lang.t("sessions-account-hint")).note_box(6)}
        {send(lang)}
    }
    .into_any()
}

/// The first button is what Enter in a line presses.
#[must_use]
pub fn send(lang: Lang) -> AnyView {
    view! {
        <div class="actions">
            {button_named(lang.t("sessions-go-to-sign"), "then", "sign")}
            {button_named_quiet(lang.t("sessions-save-draft"), "then", "draft")}
        </div>
    }
    .into_any()
}

/// The levels of participation, each with what it means.
#[must_use]
pub fn full_levels(lang: Lang) -> Vec<(String, String)> {
    PARTICIPATION.map(|level| (level.to_string(), participation_words(lang, level))).collect()
}

fn person(lang: Lang, sheet: &Sheet, row: &RosterRow, fields: &Fields) -> AnyView {
    let id = row.patient_id;
    let blank = || Some(String::new());
    let field = |what: &str, key: &str| Field::new(fields, lang, own(what, id), lang.t(key));
    let mood = |what: &str, key: &str| field(what, key).number(*MOOD.start(), *MOOD.end());
    // What does not belong to the attendance that is chosen is folded away by the style sheet, where the browser can; the
    // rules hold wherever it cannot.
    view! {
        <div role="group" aria-label=row.name()>
            {who(lang, row)}
            {field("attendance", "sessions-attendance").required().select(options_of!(Attendance, lang), None)}
            <div class="if-declined">
                {field("reason", "sessions-reason").select(options_of!(HealthReason, lang), blank())}
            </div>
            <div class="if-there">
                {field("minutes", "sessions-minutes").number(0, sheet.head.minutes())}
                {field("participation", "sessions-participation").select(full_levels(lang), blank())}
                {field("assistance", "sessions-assistance").select(options_of!(Assistance, lang), blank())}
                {mood("mood-before", "group-mood-before")}
                {mood("mood-after", "group-mood-after")}
            </div>
            {more(lang, sheet, row, fields)}
        </div>
    }
    .into_any()
}

/// Name, number and housing together, and custody's own word.
fn who(lang: Lang, row: &RosterRow) -> AnyView {
    view! {
        <div class="named">
            <b><a href=routes::patient(row.patient_id)>{row.name()}</a></b>
            <div class="sub">{row.below()}</div>
            {movement_tag(lang, row.movement, row.custody_reason)}
        </div>
    }
    .into_any()
}

/// Goals and the person's own words.
fn more(lang: Lang, sheet: &Sheet, row: &RosterRow, fields: &Fields) -> AnyView {
    let (planned, other): (Vec<&SheetGoal>, Vec<&SheetGoal>) =
        sheet.goals_of(row.patient_id).partition(|goal| goal.planned || is_filled(fields, goal));
    let planned_goals = planned.iter().map(|goal| goal_fields(lang, goal, fields)).collect_view();
    let other_goals = (!other.is_empty()).then(|| {
        let fields = other.iter().map(|goal| goal_fields(lang, goal, fields)).collect_view();
        view! { <details class="wide"><summary>{lang.t("sessions-other-goals")}</summary>{fields}</details> }
    });
    view! {
        <div class="if-there wide">{planned_goals}</div>
        <details class="wide" open=true>
            <summary>{lang.t("sessions-more")}</summary>
            {own_words(lang, row, fields)}
            {other_goals}
        </details>
    }
    .into_any()
}

/// What is written about one person alone.
#[must_use]
pub fn own_words(lang: Lang, row: &RosterRow, fields: &Fields) -> AnyView {
    let id = row.patient_id;
    view! {
        {Field::new(fields, lang, own("note", id), lang.t("sessions-individual")).note_box(2)}
        {Field::new(fields, lang, own("next", id), lang.t("sessions-next-step")).text()}
    }
    .into_any()
}

/// Whether something stands at a goal already.
#[must_use]
pub fn is_filled(fields: &Fields, goal: &SheetGoal) -> bool {
    !fields.get(&own("progress", goal.goal_id)).is_empty() || !fields.get(&own("level", goal.goal_id)).is_empty()
}

/// Progress in this session, and the step of the ladder that the patient showed.
#[must_use]
pub fn goal_fields(lang: Lang, goal: &SheetGoal, fields: &Fields) -> AnyView {
    let steps: Vec<(String, String)> = (-2..=2)
        .map(|level| {
            let sign = if level > 0 { format!("+{level}") } else { level.to_string().replace('-', "−") };
            (level.to_string(), format!("{sign} {}", goal.step(level)))
        })
        .collect();
    let field = |what: &str, key: &str| {
        Field::new(fields, lang, own(what, goal.goal_id), lang.t(key)).about(goal.description.clone())
    };
    view! {
        <fieldset class="goal">
            <legend>{goal.description.clone()}</legend>
            <div class="fields">
                {field("progress", "sessions-progress")
                    .select(options_of!(Progress, lang), Some(lang.t("sessions-not-addressed").into_owned()))}
                {field("level", "sessions-level")
                    .select(steps, Some(lang.t("sessions-not-rated").into_owned()))}
            </div>
        </fieldset>
    }
    .into_any()
}

/// The session for those who do not record it: who was expected, and once it is signed, who came. A draft is its author's alone.
#[must_use]
pub fn reading(ctx: &Ctx, sheet: &Sheet, stage: Stage) -> AnyView {
    let lang = ctx.lang;
    let signed = stage == Stage::Signed;
    let mut headers = vec![Header::new(lang.t("sessions-people")), Header::new(lang.t("sessions-side-custody"))];
    if signed {
        headers.push(Header::new(lang.t("sessions-side-care")));
        headers.push(Header::new(lang.t("sessions-minutes")).numeric());
    }
    headers.push(Header::new(lang.t("sessions-goals")));
    let rows = sheet.roster.iter().map(|row| reading_row(ctx, sheet, row, signed)).collect();
    let title = lang.t("sessions-people");
    card(title.clone(), table_under_heading(title, headers, rows, lang.t("sessions-nobody")))
}

/// What custody says, with its reason and its time: beside health's account, and never instead of it.
fn custody_words(ctx: &Ctx, sheet: &Sheet, row: &RosterRow) -> String {
    let at = row.moved_at.map(|at| ctx.lang.time(at, api::place_of(ctx, &sheet.head).0));
    movement_words(ctx.lang, row.movement, row.custody_reason, at)
}

fn attendance_words(lang: Lang, attendance: Attendance, reason: Option<HealthReason>) -> String {
    match reason {
        Some(reason) => format!("{}: {}", attendance.label(lang), reason.label(lang)),
        None => attendance.label(lang).into_owned(),
    }
}

/// What stood there before it was put right, and who put it right.
fn earlier_words(ctx: &Ctx, sheet: &Sheet, row: &RosterRow) -> AnyView {
    let lang = ctx.lang;
    let zone = api::place_of(ctx, &sheet.head).0;
    let told = |held: &EarlierRow| {
        lang.t_with(
            "lists-care-earlier",
            &[
                ("was", attendance_words(lang, held.attendance, held.health_reason).into()),
                ("by", held.changed_by.clone().into()),
                ("at", lang.date_time(held.changed_at, zone).into()),
            ],
        )
    };
    let lines = sheet.earlier.iter().filter(|held| held.patient_id == row.patient_id).map(told);
    lines.map(|line| view! { <div class="sub">{line}</div> }).collect_view().into_any()
}

fn reading_row(ctx: &Ctx, sheet: &Sheet, row: &RosterRow, signed: bool) -> AnyView {
    let lang = ctx.lang;
    let care = signed.then(|| {
        let note = ctx
            .may(Permission::NoteRead)
            .then(|| view! { <a href=routes::patient_notes(row.patient_id)>{lang.t("sessions-notes")}</a> });
        let attendance = row.attendance.map(|attendance| attendance_words(lang, attendance, row.health_reason));
        let earlier = earlier_words(ctx, sheet, row);
        view! { <td>{attendance}{earlier}<div>{note}</div></td><td class="n">{row.minutes}</td> }
    });
    let goals: Vec<_> = sheet
        .goals_of(row.patient_id)
        .filter(|goal| goal.planned)
        .map(|goal| view! { <li>{goal.description.clone()}</li> })
        .collect();
    let goals = (!goals.is_empty()).then(|| view! { <ul>{goals}</ul> });
    view! { <tr><td>{who(lang, row)}</td><td>{custody_words(ctx, sheet, row)}</td>{care}<td>{goals}</td></tr> }
        .into_any()
}

/// To the form in which a session that lies ahead is moved.
#[must_use]
pub fn shift(ctx: &Ctx, head: &SessionHead) -> AnyView {
    view! { <p class="no-print">{link_button_quiet(routes::session_move(head.id), ctx.lang.t("move-link"))}</p> }
        .into_any()
}

/// Ending the session from health's side, with what that will do.
#[must_use]
pub fn stop(ctx: &Ctx, head: &SessionHead, stage: Stage) -> AnyView {
    let lang = ctx.lang;
    let (title, text) = match stage {
        Stage::Ahead => ("sessions-cancel", "sessions-cancel-text"),
        _ => ("sessions-not-held", "sessions-not-held-text"),
    };
    let form = post_form(
        routes::session_stop(head.id),
        view! {
            {hidden("version", head.slot_version.to_string())}
            <div class="actions">{button_danger(lang.t(title))}</div>
        }
        .into_any(),
    );
    view! { <details class="no-print"><summary>{lang.t(title)}</summary><p>{lang.t(text)}</p>{form}</details> }
        .into_any()
}
