//! What a facility keeps otherwise in one of its rooms: another number of a tool, none of it, or a tool that only that room has.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::store as kits;
use super::kit::show;
use crate::access::{Permission, Subject};
use crate::custody::tools::model::{RoomTool, ToolDue};
use crate::custody::tools::{register, store};
use crate::error::{AppError, Result};
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::form::Fields;
use crate::kit::ids::{FacilityId, KitId, RoomId};
use crate::kit::ui::{Button, Field, Header, button, card, hidden, post_form, post_form_inline, table_under_heading};
use crate::routes;
use crate::web::Ctx;

const MOST: i32 = 99;

/// What the page of a kit shows of a facility's rooms.
#[derive(Debug)]
pub(super) struct RoomTools {
    held: Vec<RoomTool>,
    rooms: Vec<(RoomId, String)>,
    tools: Vec<ToolDue>,
}

pub(super) async fn read(tx: &mut CustodyTx, kit: KitId, facility: FacilityId) -> Result<RoomTools, DbError> {
    Ok(RoomTools {
        held: store::room_tools(tx, kit, facility).await?,
        rooms: store::rooms(tx, facility).await?,
        tools: register::tools(tx).await?,
    })
}

pub async fn save(ctx: Ctx, Path(id): Path<KitId>, mut fields: Fields) -> Result<Response> {
    let room = fields.choice::<RoomId>("room");
    let tool = fields.required("tool", 80);
    let back = fields.get("step") == "back";
    let count = if back { Some(0) } else { fields.number("count", 0, MOST) };
    let (Some(room), Some(count), false) = (room, count, fields.is_refused()) else {
        return show(&ctx, id, Some(fields)).await;
    };
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::KitClear, Subject::Facility(facility), "kit").await?;
    kits::kit(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    let known = store::rooms(&mut tx, facility).await?.iter().any(|(held, _)| *held == room)
        && register::tools(&mut tx).await?.iter().any(|held| held.code == tool);
    if !known {
        return Err(AppError::NotFound);
    }
    if back {
        store::clear_room_tool(&mut tx, id, room, &tool).await?;
    } else {
        store::set_room_tool(&mut tx, (id, room, &tool), count, ctx.actor.id, ctx.now()).await?;
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::kit(id), "flash-kit-room-saved"))
}

pub(super) fn view(ctx: &Ctx, kit: KitId, fields: &Fields, held: &RoomTools) -> AnyView {
    let lang = ctx.lang;
    let may = ctx.may(Permission::KitClear);
    let mut headers = vec![
        Header::new(lang.t("tools-room")),
        Header::new(lang.t("tools-tool")),
        Header::new(lang.t("kits-number-of")).numeric(),
    ];
    if may {
        headers.push(Header::new(lang.t("kit-actions")).away());
    }
    let rows = held
        .held
        .iter()
        .map(|row| {
            let name = row.name.say(lang).to_owned();
            let about = format!("{} · {name}", row.room);
            let undo = may.then(|| {
                let body = view! {
                    {hidden("step", "back")}{hidden("room", row.room_id.to_string())}{hidden("tool", row.tool_code.clone())}
                    {Button::new(lang.t("kits-room-back")).about(about).quiet().submit()}
                };
                view! { <td class="no-print">{post_form_inline(routes::kit_room_tools(kit), body.into_any())}</td> }
            });
            view! { <tr><th scope="row">{row.room.clone()}</th><td>{name}</td><td class="n">{row.count}</td>{undo}</tr> }.into_any()
        })
        .collect();
    let rooms = held.rooms.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let mut tools: Vec<(String, String)> =
        held.tools.iter().map(|tool| (tool.code.clone(), tool.name.say(lang).to_owned())).collect();
    tools.sort_by(|a, b| a.1.cmp(&b.1));
    let form = may.then(|| {
        let body = view! {
            {Field::new(fields, lang, "room", lang.t("tools-room")).required().select(rooms, Some(String::new()))}
            {Field::new(fields, lang, "tool", lang.t("tools-tool")).required().select(tools, Some(String::new()))}
            {Field::new(fields, lang, "count", lang.t("kits-number-of")).hint(lang.t("kits-room-hint")).required().short().number(0, MOST)}
            <div class="actions">{button(lang.t("kits-room-save"))}</div>
        };
        view! { <div class="no-print">{post_form(routes::kit_room_tools(kit), body.into_any())}</div> }
    });
    let title = lang.t("kits-rooms");
    let list = table_under_heading(title.clone(), headers, rows, lang.t("kits-rooms-none"));
    card(title, view! { {list}{form} }.into_any())
}
