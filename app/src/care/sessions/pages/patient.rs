//! One patient's sessions, with absence told from both sides: what custody says of the way there, and what care says of the
//! session. Neither overwrites the other.

use axum::extract::{Path, Query};
use axum::response::Response;
use chrono_tz::Tz;
use leptos::prelude::*;

use super::parts::{movement_tag, slot_words};
use crate::access::{Permission, Subject};
use crate::care::patients::{self, Tab};
use crate::care::sessions::model::Attendance;
use crate::care::sessions::store::lists::{self, PatientSession};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::ids::PersonId;
use crate::kit::local_time::local_date;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Header, Tone, export_links, link_button, pager, table_under_heading, tag};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>, Query(query): Query<ListQuery>) -> Result<Response> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let mut tx = ctx.care(Permission::SessionRead, Subject::Person(id), "sessions").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let total = lists::count_of_patient(&mut tx, id).await?;
    let sessions = lists::of_patient(&mut tx, id, query.offset()).await?;
    drop(tx);
    let title = lang.t("sessions-of-patient");
    Ok(ctx.page(format!("{title} · {}", head.name(&ctx)), || {
        let headers = vec![
            Header::new(lang.t("kit-date")),
            Header::new(lang.t("sessions-session")),
            Header::new(lang.t("sessions-slot-state")),
            Header::new(lang.t("sessions-side-custody")),
            Header::new(lang.t("sessions-side-care")),
            Header::new(lang.t("sessions-minutes")).numeric(),
            Header::new(lang.t("sessions-participation")).numeric(),
        ];
        let rows = sessions.iter().map(|session| row(lang, zone, session)).collect();
        let ask = ctx.may(Permission::SessionRequest).then(|| {
            view! { <p class="actions no-print">{link_button(routes::session_new(id), lang.t("sessions-request"))}</p> }
        });
        view! {
            {patients::top(&ctx, &head, Tab::Sessions)}
            {ask}
            <div class="card">{table_under_heading(title.clone(), headers, rows, lang.t("sessions-of-patient-none"))}</div>
            {pager(lang, &query, total, &routes::patient_sessions(id))}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

fn row(lang: Lang, zone: Tz, session: &PatientSession) -> AnyView {
    let attendance = session.attendance.zip(attendance_words(lang, session));
    let attendance = attendance.map(|(attendance, words)| tag(attendance_tone(attendance), words));
    let present = session.attendance.is_some_and(Attendance::took_part);
    view! {
        <tr>
            <td class="nowrap">{lang.date(local_date(session.starts_at, zone))}<div class="sub">{lang.times(session.starts_at, session.ends_at, zone)}</div></td>
            <td><a href=routes::session(session.id)>{session.title.say(lang).to_owned()}</a><div class="sub">{session.mode.label(lang)}</div></td>
            <td>{slot_words(lang, session.status, session.cancel_side, session.cancel_reason)}</td>
            <td>{movement_tag(lang, session.movement, session.custody_reason)}</td>
            <td>{attendance}</td>
            <td class="n">{session.minutes.filter(|_| present)}</td>
            <td class="n">{session.participation}</td>
        </tr>
    }
    .into_any()
}

pub(super) fn attendance_words(lang: Lang, session: &PatientSession) -> Option<String> {
    let attendance = session.attendance?.label(lang);
    Some(match session.health_reason {
        Some(reason) => format!("{attendance}: {}", reason.label(lang)),
        None => attendance.into_owned(),
    })
}

fn attendance_tone(attendance: Attendance) -> Tone {
    match attendance {
        Attendance::Full => Tone::Ok,
        Attendance::Part | Attendance::Late | Attendance::LeftEarly => Tone::Calm,
        Attendance::NotBrought => Tone::Bad,
        _ => Tone::Warn,
    }
}
