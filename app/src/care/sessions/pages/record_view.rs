//! One session: what its page looks like, for the one who records it and for those who read it.

use leptos::prelude::*;

use super::parts::{gone_notice, movement_tag, slot_words};
use crate::access::Permission;
use crate::care::notes::view::participation_words;
use crate::care::sessions::api;
use crate::care::sessions::model::{Assistance, Attendance, HealthReason, Progress};
use crate::care::sessions::record_form::own;
use crate::care::sessions::rules::{PARTICIPATION, Stage};
use crate::care::sessions::store::request::housing;
use crate::care::sessions::store::sheet::{RosterRow, SessionHead, Sheet, SheetGoal};
use crate::custody::slots::neutral_label;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::local_time::local_date;
use crate::kit::ui::{
    Field, Header, Tone, button_danger, button_named, button_named_quiet, card, draft_guard, error_summary, facts,
    hidden, options_of, post_form, section, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

/// What the session is, where and when, and under which label custody sees it.
#[must_use]
pub fn head(ctx: &Ctx, head: &SessionHead, stage: Stage) -> AnyView {
    let lang = ctx.lang;
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
    if !head.purpose.is_empty() {
        lines.push((lang.t("sessions-purpose").into_owned(), head.purpose.clone().into_any()));
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
    }
    .into_any()
}

/// The form in which the session is recorded.
#[must_use]
pub fn form(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let alone = sheet.roster.len() == 1;
    let people = sheet.roster.iter().map(|row| person(lang, sheet, row, fields, alone)).collect_view();
    let shared_key = if alone { "sessions-account" } else { "sessions-shared" };
    let shared_hint = if alone { "sessions-account-hint" } else { "sessions-shared-hint" };
    let body = view! {
        {hidden("version", fields.get("version").to_owned())}
        {gone_notice(lang, sheet)}
        {(!alone).then(|| for_all(lang, sheet, fields))}
        <div class="roster">{people}</div>
        <p class="hint">{lang.t("sessions-prps")}</p>
        {Field::new(fields, lang, "shared", lang.t(shared_key)).hint(lang.t(shared_hint)).note_box(6)}
        <div class="actions">
            {button_named(lang.t("sessions-go-to-sign"), "then", "sign")}
            {button_named_quiet(lang.t("sessions-save-draft"), "then", "draft")}
        </div>
        {(!fields.is_refused()).then(|| draft_guard(lang, routes::session(sheet.head.id)))}
    };
    view! {
        {error_summary(fields, lang)}
        {card(lang.t("sessions-what-happened"), post_form(routes::session(sheet.head.id), body.into_any()))}
    }
    .into_any()
}

/// What holds for everybody who took part.
fn for_all(lang: Lang, sheet: &Sheet, fields: &Fields) -> AnyView {
    let inner = view! {
        <div class="fields">
            {Field::new(fields, lang, "all-minutes", lang.t("sessions-minutes")).number(1, sheet.head.minutes())}
            {Field::new(fields, lang, "all-participation", lang.t("sessions-participation")).select(full_levels(lang), Some(String::new()))}
            {Field::new(fields, lang, "all-assistance", lang.t("sessions-assistance")).select(options_of!(Assistance, lang), Some(String::new()))}
        </div>
    };
    section(
        lang.t("sessions-for-all"),
        view! { <p class="hint">{lang.t("sessions-for-all-hint")}</p> {inner} }.into_any(),
    )
}

fn full_levels(lang: Lang) -> Vec<(String, String)> {
    PARTICIPATION.map(|level| (level.to_string(), participation_words(lang, level))).collect()
}

fn short_levels(lang: Lang) -> Vec<(String, String)> {
    PARTICIPATION
        .map(|level| (level.to_string(), format!("{level} {}", lang.t(&format!("sessions-participation-{level}")))))
        .collect()
}

fn person(lang: Lang, sheet: &Sheet, row: &RosterRow, fields: &Fields, alone: bool) -> AnyView {
    let id = row.patient_id;
    // In a group the empty choice means 'as for all'; alone it means that nothing has been said yet.
    let blank = || Some(if alone { String::new() } else { lang.t("sessions-as-for-all").into_owned() });
    // What each level means stands once, at the top of a group.
    let levels = |alone: bool| if alone { full_levels(lang) } else { short_levels(lang) };
    let more = more(lang, sheet, row, fields, alone);
    // What does not belong to the attendance that is chosen is folded away by the style sheet, where the browser can; the
    // rules hold wherever it cannot.
    view! {
        <div role="group" aria-label=row.name()>
            {who(lang, row)}
            {Field::new(fields, lang, own("attendance", id), lang.t("sessions-attendance")).required().select(options_of!(Attendance, lang), None)}
            <div class="if-declined">
                {Field::new(fields, lang, own("reason", id), lang.t("sessions-reason")).select(options_of!(HealthReason, lang), Some(String::new()))}
            </div>
            <div class="if-there">
                {Field::new(fields, lang, own("minutes", id), lang.t("sessions-minutes")).number(0, sheet.head.minutes())}
                {Field::new(fields, lang, own("participation", id), lang.t("sessions-participation")).select(levels(alone), blank())}
                {Field::new(fields, lang, own("assistance", id), lang.t("sessions-assistance")).select(options_of!(Assistance, lang), blank())}
            </div>
            {more}
        </div>
    }
    .into_any()
}

/// Name, number and housing together, and custody's own word.
fn who(lang: Lang, row: &RosterRow) -> AnyView {
    let below = format!("{} · {}", row.prison_number, housing(row.wing_code.as_deref(), &row.cell));
    view! {
        <div class="named">
            <b><a href=routes::patient(row.patient_id)>{row.name()}</a></b>
            <div class="sub">{below}</div>
            {movement_tag(lang, row.movement, row.custody_reason)}
        </div>
    }
    .into_any()
}

/// Goals and the person's own words: open where something is meant to stand in them, folded away where not.
fn more(lang: Lang, sheet: &Sheet, row: &RosterRow, fields: &Fields, alone: bool) -> AnyView {
    let id = row.patient_id;
    let (planned, other): (Vec<&SheetGoal>, Vec<&SheetGoal>) =
        sheet.goals_of(id).partition(|goal| goal.planned || is_filled(fields, goal));
    let names = [own("note", id), own("next", id)];
    let wrong = sheet.goals_of(id).any(|goal| {
        fields.error_at(&own("progress", goal.goal_id)).is_some()
            || fields.error_at(&own("level", goal.goal_id)).is_some()
    });
    let open =
        alone || wrong || names.iter().any(|name| !fields.get(name).is_empty() || fields.error_at(name).is_some());
    let planned_goals = planned.iter().map(|goal| goal_fields(lang, goal, fields)).collect_view();
    let other_goals = (!other.is_empty()).then(|| {
        let fields = other.iter().map(|goal| goal_fields(lang, goal, fields)).collect_view();
        view! { <details class="wide"><summary>{lang.t("sessions-other-goals")}</summary>{fields}</details> }
    });
    let [note, next] = names;
    view! {
        <div class="if-there wide">{planned_goals}</div>
        <details class="wide" open=open>
            <summary>{lang.t("sessions-more")}</summary>
            {Field::new(fields, lang, note, lang.t("sessions-individual")).hint(lang.t("sessions-individual-hint")).note_box(3)}
            {Field::new(fields, lang, next, lang.t("sessions-next-step")).text()}
            {other_goals}
        </details>
    }
    .into_any()
}

fn is_filled(fields: &Fields, goal: &SheetGoal) -> bool {
    !fields.get(&own("progress", goal.goal_id)).is_empty() || !fields.get(&own("level", goal.goal_id)).is_empty()
}

/// Progress in this session, and the step of the ladder that the patient showed.
fn goal_fields(lang: Lang, goal: &SheetGoal, fields: &Fields) -> AnyView {
    let steps: Vec<(String, String)> = (-2..=2)
        .map(|level| {
            let sign = if level > 0 { format!("+{level}") } else { level.to_string().replace('-', "−") };
            (level.to_string(), format!("{sign} {}", goal.step(level)))
        })
        .collect();
    view! {
        <fieldset class="goal">
            <legend>{goal.description.clone()}</legend>
            <div class="fields">
                {Field::new(fields, lang, own("progress", goal.goal_id), lang.t("sessions-progress"))
                    .select(options_of!(Progress, lang), Some(lang.t("sessions-not-addressed").into_owned()))}
                {Field::new(fields, lang, own("level", goal.goal_id), lang.t("sessions-level"))
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

fn reading_row(ctx: &Ctx, sheet: &Sheet, row: &RosterRow, signed: bool) -> AnyView {
    let lang = ctx.lang;
    let care = signed.then(|| {
        let note = ctx
            .may(Permission::NoteRead)
            .then(|| view! { <a href=routes::patient_notes(row.patient_id)>{lang.t("sessions-notes")}</a> });
        let attendance = row.attendance.map(|attendance| attendance.label(lang));
        view! { <td>{attendance}<div>{note}</div></td><td class="n">{row.minutes}</td> }
    });
    let goals: Vec<_> = sheet
        .goals_of(row.patient_id)
        .filter(|goal| goal.planned)
        .map(|goal| view! { <li>{goal.description.clone()}</li> })
        .collect();
    let goals = (!goals.is_empty()).then(|| view! { <ul>{goals}</ul> });
    view! { <tr><td>{who(lang, row)}</td><td>{row.movement.label(lang)}</td>{care}<td>{goals}</td></tr> }.into_any()
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
