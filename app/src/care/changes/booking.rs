//! What whoever books must know of a day beforehand: what is closed, and which rooms are meant for health in that part of it.

use chrono::{Datelike as _, NaiveDate};
use leptos::prelude::*;

use crate::custody::places::{Closure, store, view};
use crate::custody::slots::Part;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, RoomId};
use crate::kit::local_time::day_bounds;
use crate::kit::ui::{Tone, notice_with};
use crate::web::Ctx;

#[derive(Debug, Clone, Default)]
pub struct DayNotes {
    closures: Vec<Closure>,
    /// Rooms that are health's first in this part of the day.
    ours: Vec<String>,
}

/// Reads the notes of one part of a day about the rooms that are offered.
pub async fn notes(
    tx: &mut CareTx,
    facility: FacilityId,
    (date, part, zone): (NaiveDate, Part, chrono_tz::Tz),
    rooms: &[(RoomId, String)],
) -> Result<DayNotes, DbError> {
    let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(1);
    let ids: Vec<RoomId> = rooms.iter().map(|(id, _)| *id).collect();
    let claimed = store::claimed(tx, &ids, weekday, part).await?;
    let ours = rooms.iter().filter(|(id, _)| claimed.contains(id)).map(|(_, name)| name.clone()).collect();
    Ok(DayNotes { closures: store::closures_within(tx, facility, day_bounds(date, zone)).await?, ours })
}

/// The notes as they stand above the choice of a room; nothing when there is nothing to say.
#[must_use]
pub fn shown(ctx: &Ctx, notes: &DayNotes) -> Option<AnyView> {
    let lang = ctx.lang;
    let closed = (!notes.closures.is_empty()).then(|| {
        let items = notes
            .closures
            .iter()
            .map(|closure| {
                let when = view::span(lang, ctx.zone(), closure.starts_at, closure.ends_at);
                view! { <li>{format!("{}: {when}, {}", view::closed_what(lang, closure), closure.kind.label(lang))}</li> }
            })
            .collect_view();
        notice_with(Tone::Warn, view! { <p>{lang.t("places-closed-that-day")}</p><ul>{items}</ul> }.into_any())
    });
    let ours = (!notes.ours.is_empty()).then(|| {
        let said = lang.t_with("places-ours", &[("rooms", notes.ours.join(", ").into())]);
        view! { <p class="hint">{said}</p> }
    });
    (closed.is_some() || ours.is_some()).then(|| view! { {closed}{ours} }.into_any())
}
