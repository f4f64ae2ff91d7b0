//! The register of counts: what went out and came back, counted by whom, and what became of it. Coordinators and auditors read
//! the same list, each through the own door.

use std::collections::HashMap;

use axum::extract::{Query, RawQuery};
use axum::response::Response;
use chrono::{Days, NaiveDate};
use leptos::prelude::*;

use super::super::model::{CountRow, RegisterLine, ToolDue, Way};
use super::super::register::{self, Wanted};
use super::super::store;
use crate::access::roles::Side;
use crate::access::{Permission, Subject};
use crate::custody::day;
use crate::custody::slots::neutral_label;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::db::{DbError, HasConn};
use crate::kit::export::{self, Format, Value};
use crate::kit::form::Fields;
use crate::kit::ids::{CountId, RoomId};
use crate::kit::page::{ListQuery, PAGE_SIZE};
use crate::kit::ui::{
    Field, Header, Tone, button_quiet, error_summary, export_links, get_form, pager, print_head, table, tag,
};
use crate::routes;
use crate::web::Ctx;

/// How far back the register goes when no date is given.
const DAYS: Days = Days::new(30);

/// What one page of the register shows.
struct Register {
    total: i64,
    lines: Vec<RegisterLine>,
    rows: HashMap<CountId, Vec<CountRow>>,
    rooms: Vec<(RoomId, String)>,
    tools: Vec<ToolDue>,
}

async fn read(tx: &mut impl HasConn, wanted: &Wanted, offset: i64) -> Result<Register, DbError> {
    let total = register::register_count(tx, wanted).await?;
    let (lines, rows) = lines(tx, wanted, offset).await?;
    let rooms = store::rooms(tx, wanted.facility).await?;
    let tools = register::tools(tx).await?;
    Ok(Register { total, lines, rows, rooms, tools })
}

type Lines = (Vec<RegisterLine>, HashMap<CountId, Vec<CountRow>>);

async fn lines(tx: &mut impl HasConn, wanted: &Wanted, offset: i64) -> Result<Lines, DbError> {
    let lines = register::register(tx, wanted, PAGE_SIZE, offset).await?;
    let ids: Vec<CountId> = lines.iter().map(|line| line.id).collect();
    let mut rows: HashMap<CountId, Vec<CountRow>> = HashMap::new();
    for row in register::rows_of(tx, &ids).await? {
        rows.entry(row.count_id).or_default().push(row);
    }
    Ok((lines, rows))
}

/// What the address asks for, with the dates filled in, so that the form shows what is listed.
fn asked(ctx: &Ctx, query: Option<String>) -> Result<(Fields, Wanted)> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let place = ctx.place()?;
    let to = fields.date("to").unwrap_or_else(|| ctx.today());
    let from = fields.date("from").unwrap_or_else(|| to.checked_sub_days(DAYS).unwrap_or(to));
    let fill = |fields: &mut Fields, name: &str, date: NaiveDate| {
        if fields.get(name).is_empty() {
            fields.set(name, date.to_string());
        }
    };
    fill(&mut fields, "from", from);
    fill(&mut fields, "to", to);
    let wanted = Wanted {
        facility: place.id,
        from: day::span(from, place.zone).0,
        to: day::span(to, place.zone).1,
        room: fields.get("room").parse().ok(),
        tool: fields.get("tool").to_owned(),
        only_differing: fields.get("only") == "differing",
    };
    Ok((fields, wanted))
}

pub async fn page(ctx: Ctx, RawQuery(raw): RawQuery, Query(query): Query<ListQuery>) -> Result<Response> {
    let (fields, wanted) = asked(&ctx, raw)?;
    let subject = Subject::Facility(wanted.facility);
    let register = if ctx.actor.side == Side::System {
        let mut tx = ctx.system(Permission::ToolRegister, subject, "tool_register").await?;
        read(&mut tx, &wanted, query.offset()).await?
    } else {
        let mut tx = ctx.custody(Permission::ToolRegister, subject, "tool_register").await?;
        read(&mut tx, &wanted, query.offset()).await?
    };
    let title = ctx.lang.t("tools-register");
    let body = || view(&ctx, &query, &fields, &register);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// The same list as a file, one line for each tool of each count.
pub async fn file(ctx: Ctx, format: Format, RawQuery(raw): RawQuery) -> Result<Response> {
    let (_, wanted) = asked(&ctx, raw)?;
    let subject = Subject::Facility(wanted.facility);
    let (lang, zone) = (ctx.lang, ctx.zone());
    let headers = [
        "tools-facility",
        "export-at",
        "tools-session",
        "tools-room",
        "tools-way",
        "tools-counted-at",
        "tools-first",
        "export-first-initials",
        "tools-second-person",
        "export-second-initials",
        "tools-tool",
        "tools-expected",
        "tools-counted",
        "tools-answer",
    ];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    let name = "tool-counts";
    let cells = move |(lines, rows): Lines| {
        let mut out = Vec::new();
        for line in &lines {
            for row in rows.get(&line.id).into_iter().flatten() {
                out.push(vec![
                    Value::from(&line.facility),
                    Value::at(line.session_at, zone),
                    Value::from(neutral_label(lang, &line.label_letter)),
                    Value::from(&line.room),
                    Value::from(line.kind.label(lang)),
                    Value::at(line.counted_at, zone),
                    Value::from(&line.counted_by),
                    Value::from(&line.counted_initials),
                    Value::from(&line.second_by),
                    Value::from(&line.second_initials),
                    Value::from(row.name.say(lang)),
                    Value::number(row.expected),
                    Value::number(row.counted),
                    Value::from(line.answer.map(|answer| answer.label(lang)).unwrap_or_default()),
                ]);
            }
        }
        export::Page { full: i64::try_from(lines.len()).unwrap_or(0) == PAGE_SIZE, rows: out }
    };
    Ok(if ctx.actor.side == Side::System {
        let tx = ctx.system(Permission::ToolRegister, subject, "export").await?;
        export::stream(format, name, headers, tx, move |tx, offset| {
            let wanted = wanted.clone();
            Box::pin(async move { Ok(cells(lines(tx, &wanted, offset).await?)) })
        })
    } else {
        let tx = ctx.custody(Permission::ToolRegister, subject, "export").await?;
        export::stream(format, name, headers, tx, move |tx, offset| {
            let wanted = wanted.clone();
            Box::pin(async move { Ok(cells(lines(tx, &wanted, offset).await?)) })
        })
    })
}

fn view(ctx: &Ctx, query: &ListQuery, fields: &Fields, register: &Register) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let headers =
        ["tools-session-at", "tools-session", "tools-room", "tools-way", "tools-tools", "tools-both", "tools-state"]
            .map(|key| Header::new(lang.t(key)))
            .to_vec();
    let rows = register.lines.iter().map(|line| row(ctx, line, register.rows.get(&line.id))).collect();
    let kept: Vec<(&str, &str)> = ["from", "to", "room", "tool", "only"]
        .iter()
        .map(|name| (*name, fields.get(name)))
        .filter(|(_, held)| !held.is_empty())
        .collect();
    let base = format!("{}?{}", routes::TOOL_REGISTER, serde_html_form::to_string(&kept).unwrap_or_default());
    view! {
        {error_summary(fields, lang)}
        <div class="landscape">
            {print_head(lang, place, lang.t("tools-register"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{lang.t("tools-register")}</h1>
            <p class="lead">{lang.t("tools-register-lead")}</p>
            {filter(lang, fields, register)}
            {table(lang.t_with("tools-register-count", &[("n", register.total.into())]), headers, rows, lang.t("tools-register-empty"))}
            {pager(lang, query, register.total, &base)}
            {export_links(lang, &ctx.uri)}
        </div>
    }
    .into_any()
}

fn filter(lang: Lang, fields: &Fields, register: &Register) -> AnyView {
    let rooms = register.rooms.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let mut tools: Vec<(String, String)> =
        register.tools.iter().map(|tool| (tool.code.clone(), tool.name.say(lang).to_owned())).collect();
    tools.sort_by(|a, b| a.1.cmp(&b.1));
    let all = || Some(lang.t("tools-all").into_owned());
    let body = view! {
        {Field::new(fields, lang, "from", lang.t("tools-from")).date()}
        {Field::new(fields, lang, "to", lang.t("tools-to")).date()}
        {Field::new(fields, lang, "room", lang.t("tools-room")).select(rooms, all())}
        {Field::new(fields, lang, "tool", lang.t("tools-tool")).select(tools, all())}
        {Field::new(fields, lang, "only", lang.t("tools-only-differing")).tick("differing")}
        {button_quiet(lang.t("custody-show"))}
    };
    get_form(routes::TOOL_REGISTER, body.into_any())
}

fn row(ctx: &Ctx, line: &RegisterLine, tools: Option<&Vec<CountRow>>) -> AnyView {
    let lang = ctx.lang;
    let label = neutral_label(lang, &line.label_letter);
    // An auditor reads the list; the session's own page is custody's.
    let label = if ctx.may(Permission::ToolCount) {
        view! { <a href=routes::slot_tools(line.slot_id)>{label}</a> }.into_any()
    } else {
        label.into_any()
    };
    let tools = tools.into_iter().flatten().map(|row| {
        let numbers = if row.expected == row.counted {
            row.counted.to_string()
        } else {
            format!("{} / {}", row.counted, row.expected)
        };
        view! { <li>{format!("{}: {numbers}", row.name.say(lang))}</li> }
    });
    let (tone, said) = match (line.differs, line.answer) {
        (false, _) => {
            (Tone::Ok, lang.t(if line.kind == Way::Out { "tools-went" } else { "tools-agrees" }).into_owned())
        }
        (true, None) => (Tone::Bad, lang.t("tools-row-differs").into_owned()),
        (true, Some(answer)) => (Tone::Warn, answer.label(lang).into_owned()),
    };
    let at = lang.date_time(line.counted_at, ctx.zone());
    view! {
        <tr>
            <td>{lang.date_time(line.session_at, ctx.zone())}</td>
            <th scope="row">{label}</th>
            <td>{line.room.clone()}</td>
            <td>{line.kind.label(lang)}<div class="sub">{at}</div></td>
            <td><ul class="plain">{tools.collect_view()}</ul></td>
            <td>{format!("{} {}", line.counted_initials, line.second_initials)}<div class="sub">{format!("{}, {}", line.counted_by, line.second_by)}</div></td>
            <td>{tag(tone, said)}</td>
        </tr>
    }
    .into_any()
}
