//! One patient's sessions as a file, with absence told from both sides.

use axum::extract::Path;
use axum::response::Response;

use super::parts::{movement_words, slot_words};
use super::patient::attendance_words;
use crate::access::{Permission, Subject};
use crate::care::sessions::model::Attendance;
use crate::care::sessions::store::lists::{self, PatientSession};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::ids::PersonId;
use crate::web::Ctx;

pub async fn sessions(ctx: Ctx, format: Format, Path(id): Path<PersonId>) -> Result<Response> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let tx = ctx.care(Permission::SessionRead, Subject::Person(id), "export").await?;
    let headers = export::headers(
        lang,
        [
            "export-from",
            "export-to",
            "sessions-session",
            "sessions-mode",
            "sessions-slot-state",
            "sessions-side-custody",
            "sessions-side-care",
            "sessions-minutes",
            "sessions-participation",
        ],
    );
    Ok(export::stream(format, "sessions", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let sessions = lists::of_patient(tx, id, offset).await?;
            Ok(export::Page::of(&sessions, |session| line(lang, zone, session)))
        })
    }))
}

fn line(lang: Lang, zone: chrono_tz::Tz, session: &PatientSession) -> Vec<Value> {
    let present = session.attendance.is_some_and(Attendance::took_part);
    let figure = |number: Option<i32>| number.map_or_else(|| Value::from(""), Value::number);
    vec![
        Value::at(session.starts_at, zone),
        Value::at(session.ends_at, zone),
        Value::from(session.title.say(lang)),
        Value::from(session.mode.label(lang)),
        Value::from(slot_words(lang, session.status, session.cancel_side, session.cancel_reason)),
        Value::from(movement_words(lang, session.movement, session.custody_reason)),
        Value::from(attendance_words(lang, session)),
        figure(session.minutes.filter(|_| present)),
        figure(session.participation),
    ]
}
