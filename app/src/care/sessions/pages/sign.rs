//! Signing: shows for each patient exactly what will be signed, asks for the password again, and signs all of it at once.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::parts::gone_notice;
use crate::access::Denied;
use crate::access::Permission;
use crate::care::notes::SignedNote;
use crate::care::notes::view::note_preview;
use crate::care::sessions::api::{self, Signed};
use crate::care::sessions::record_form::is_complete;
use crate::care::sessions::rules::{Stage, is_late};
use crate::care::sessions::signing;
use crate::care::sessions::store::sheet::Sheet;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::SlotId;
use crate::kit::local_time::local_date;
use crate::kit::ui::{Field, Tone, button, card, error_summary, hidden, link_button_quiet, notice, post_form};
use crate::routes;
use crate::web::Ctx;

/// The longest reason for a late entry.
const LONGEST_REASON: usize = 500;

pub async fn page(ctx: Ctx, Path(id): Path<SlotId>) -> Result<Response> {
    let sheet = match ready(&ctx, id).await? {
        Ready::Yes(sheet) => sheet,
        Ready::No(answer) => return Ok(answer),
    };
    let fields = Fields::new().with("version", sheet.head.version.to_string());
    Ok(show(&ctx, &sheet, &fields))
}

enum Ready {
    Yes(Box<Sheet>),
    /// Where to go instead.
    No(Response),
}

/// The session when it can be signed by this user now.
async fn ready(ctx: &Ctx, id: SlotId) -> Result<Ready> {
    let sheet = api::load(ctx, Permission::NoteSign, id).await?;
    if !api::is_own(ctx, &sheet.head) {
        return Err(AppError::Denied(Denied::NotYourOwn));
    }
    Ok(match api::stage_of(ctx, &sheet.head) {
        Stage::Signed => Ready::No(ctx.redirect_with(&after(&sheet), "flash-session-already-signed")),
        Stage::Open if is_complete(&sheet) => Ready::Yes(Box::new(sheet)),
        Stage::Open => Ready::No(ctx.redirect_with(&routes::session(id), "flash-session-record-first")),
        Stage::Ahead | Stage::Stopped => {
            Ready::No(ctx.redirect_with(&routes::session(id), "flash-session-not-to-sign"))
        }
    })
}

/// Where the signed notes are: the patient's own when there is one, the session's page with the way to each when several.
fn after(sheet: &Sheet) -> String {
    match sheet.roster.as_slice() {
        [alone] => routes::patient_notes(alone.patient_id),
        _ => routes::session(sheet.head.id),
    }
}

pub async fn submit(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let sheet = match ready(&ctx, id).await? {
        Ready::Yes(sheet) => sheet,
        Ready::No(answer) => return Ok(answer),
    };
    let late_reason = late_reason(&ctx, &sheet, &mut fields);
    let with_patient = fields.get("with-patient") == "yes";
    ctx.reauthenticate(&mut fields).await?;
    if fields.version() != sheet.head.version {
        fields.set("version", sheet.head.version.to_string());
        fields.error("", Msg::new("sessions-sign-changed"));
    }
    if fields.is_refused() {
        return Ok(show(&ctx, &sheet, &fields));
    }
    match api::sign(&ctx, id, sheet.head.version, late_reason, with_patient).await? {
        Signed::Now => Ok(ctx.redirect_with(&after(&sheet), "flash-session-signed")),
        Signed::Already => Ok(ctx.redirect_with(&after(&sheet), "flash-session-already-signed")),
        Signed::ToolsOut => {
            fields.error("", Msg::new("sessions-sign-tools"));
            Ok(show(&ctx, &sheet, &fields))
        }
        Signed::Changed => {
            // Somebody saved between reading and signing; what is shown next is what is there now.
            let Ready::Yes(now) = ready(&ctx, id).await? else { return Err(AppError::Stale) };
            fields.set("version", now.head.version.to_string());
            fields.error("", Msg::new("sessions-sign-changed"));
            Ok(show(&ctx, &now, &fields))
        }
    }
}

/// Required of a late entry, and empty of any other.
fn late_reason(ctx: &Ctx, sheet: &Sheet, fields: &mut Fields) -> String {
    if is_late(sheet.head.ends_at, ctx.now()) { fields.required("late-reason", LONGEST_REASON) } else { String::new() }
}

fn show(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let head = &sheet.head;
    let (zone, _) = api::place_of(ctx, head);
    // What is shown is made by the same function as what is signed.
    let notes = signing::notes(sheet, &api::signing_of(ctx, head, String::new(), false), || ctx.new_id());
    let title = lang.t("sessions-sign-title");
    let body = || {
        let when = format!(
            "{}, {}",
            lang.long_date(local_date(head.starts_at, zone)),
            lang.times(head.starts_at, head.ends_at, zone)
        );
        let previews = notes.iter().map(|note| note_preview(lang, zone, note)).collect_view();
        view! {
            <h1>{title.clone()}</h1>
            <p class="lead">{format!("{} · {when}", head.title.say(lang))}</p>
            {error_summary(fields, lang)}
            <p>{lang.t_with("sessions-sign-lead", &[("n", notes.len().into())])}</p>
            {gone_notice(lang, sheet)}
            <div class="notes">{previews}</div>
            {card(lang.t("sessions-signature"), form(ctx, sheet, fields, &notes))}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}

fn form(ctx: &Ctx, sheet: &Sheet, fields: &Fields, notes: &[SignedNote]) -> AnyView {
    let lang = ctx.lang;
    let late_asked = is_late(sheet.head.ends_at, ctx.now());
    let late = late_asked.then(|| {
        view! {
            {notice(Tone::Warn, lang.t("sessions-late-text"))}
            {Field::new(fields, lang, "late-reason", lang.t("sessions-late-reason")).required().text()}
        }
    });
    let rated = notes
        .iter()
        .filter_map(|note| note.session.as_ref())
        .flat_map(|session| &session.goals)
        .any(|goal| goal.level.is_some());
    let rated = rated.then(|| Field::new(fields, lang, "with-patient", lang.t("sessions-with-patient")).tick("yes"));
    let body = view! {
        {hidden("version", fields.get("version").to_owned())}
        {late}
        {rated}
        {Field::new(fields, lang, "password", lang.t("access-password")).hint(lang.t("sessions-sign-hint")).required().short().focus(!late_asked && !fields.is_refused()).password("current-password")}
        <div class="actions">{button(lang.t("sessions-sign"))}{link_button_quiet(routes::session(sheet.head.id), lang.t("sessions-back-to-record"))}</div>
    };
    post_form(routes::session_sign(sheet.head.id), body.into_any())
}
