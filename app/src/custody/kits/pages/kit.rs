//! One kit: its tools with class and count, its room and staffing, and this facility's decision about it.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Clearance, Kit, KitReason, KitTool, ToolClass};
use super::super::rules::{Incomplete, decision};
use super::super::store;
use super::super::words::{clearance_words, kit_title};
use super::room_tools::{self, RoomTools};
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::KitId;
use crate::kit::ui::{
    Field, Header, Tone, button, card, error_summary, facts, hidden, notice, options_of, post_form, print_head, table,
    tag,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<KitId>) -> Result<Response> {
    show(&ctx, id, None).await
}

pub async fn decide(ctx: Ctx, Path(id): Path<KitId>, mut fields: Fields) -> Result<Response> {
    let status = fields.get("status").parse::<Clearance>().ok();
    let reason: Option<KitReason> = fields.optional("reason");
    let decided = match decision(status, reason) {
        Ok(decided) if !fields.is_refused() => decided,
        Ok(_) => return show(&ctx, id, Some(fields)).await,
        Err(missing) => {
            let field = if missing == Incomplete::Status { "status" } else { "reason" };
            fields.error(field, Msg::new("form-choose"));
            return show(&ctx, id, Some(fields)).await;
        }
    };
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::KitClear, Subject::Facility(facility), "kit").await?;
    let kit = store::kit(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    if kit.ended_at.is_some() {
        return Err(AppError::Stale);
    }
    if (kit.clearance, kit.reason) == (Some(decided.status), decided.reason) {
        return Ok(ctx.redirect_with(&routes::kit(id), "flash-kit-decided"));
    }
    if store::decide(&mut tx, (id, facility), decided, fields.version(), ctx.actor.id, ctx.now()).await? {
        tx.commit().await?;
        return Ok(ctx.redirect_with(&routes::kit(id), "flash-kit-decided"));
    }
    drop(tx);
    // What was chosen stays; sent once more, after being told, it is meant.
    fields.set("version", kit.version.unwrap_or(0).to_string());
    fields.error("", Msg::new("kits-stale"));
    show(&ctx, id, Some(fields)).await
}

pub(super) async fn show(ctx: &Ctx, id: KitId, sent: Option<Fields>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::KitRead, Subject::Facility(facility), "kit").await?;
    let kit = store::kit(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    let tools = store::tools(&mut tx, id).await?;
    let rooms = room_tools::read(&mut tx, id, facility).await?;
    drop(tx);
    // The form about rooms stands on the same page and brings nothing of the decision.
    let mut fields = sent.unwrap_or_default();
    if !fields.has("version") {
        fields.set("version", kit.version.unwrap_or(0).to_string());
        fields.set("status", kit.clearance.map(Clearance::as_str).unwrap_or_default());
        fields.set("reason", kit.reason.map(KitReason::as_str).unwrap_or_default());
    }
    let title = kit_title(ctx.lang, kit.neutral, kit.number);
    let body = || view(ctx, &kit, &tools, &rooms, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, kit: &Kit, tools: &[KitTool], rooms: &RoomTools, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let title = kit_title(lang, kit.neutral, kit.number);
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let (tone, words) = clearance_words(lang, kit.clearance);
    let headers = vec![
        Header::new(lang.t("kits-tool")),
        Header::new(lang.t("kits-class")),
        Header::new(lang.t("kits-number-of")).numeric(),
    ];
    let rows = tools.iter().map(|tool| tool_row(lang, tool)).collect();
    view! {
        {error_summary(fields, lang)}
        {print_head(lang, place, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <p class="no-print"><a href=routes::KITS>{lang.t("kits-back")}</a></p>
        <h1>{title}" "{tag(tone, words)}</h1>
        {decided(ctx, kit)}
        {needs(lang, kit)}
        {table(lang.t("kits-tools"), headers, rows, lang.t("kits-no-tools"))}
        {room_tools::view(ctx, kit.id, fields, rooms)}
        {decision_form(ctx, kit, fields)}
    }
    .into_any()
}

fn tool_row(lang: Lang, tool: &KitTool) -> AnyView {
    let tone = match tool.class {
        ToolClass::None | ToolClass::Blunt => Tone::Plain,
        _ => Tone::Warn,
    };
    view! {
        <tr>
            <th scope="row">{tool.name.say(lang).to_owned()}</th>
            <td>{tag(tone, tool.class.label(lang))}</td>
            <td class="n">{tool.count}</td>
        </tr>
    }
    .into_any()
}

fn needs(lang: Lang, kit: &Kit) -> AnyView {
    let yes_no = |yes: bool| lang.t(if yes { "kits-yes" } else { "kits-no" }).into_any();
    facts(vec![
        (lang.t("kits-room").into_owned(), kit.room_kind.label(lang).into_any()),
        (lang.t("kits-in-cell").into_owned(), yes_no(kit.in_cell)),
        (lang.t("kits-most").into_owned(), kit.max_participants.into_any()),
        (lang.t("kits-staff").into_owned(), kit.min_staff.into_any()),
        (lang.t("kits-officers").into_owned(), kit.officer_presence.label(lang).into_any()),
        (lang.t("kits-count-tools").into_owned(), yes_no(kit.count_tools)),
    ])
}

fn decided(ctx: &Ctx, kit: &Kit) -> AnyView {
    let lang = ctx.lang;
    let (Some(by), Some(at)) = (&kit.decided_by, kit.decided_at) else { return ().into_any() };
    let line =
        lang.t_with("kits-decided", &[("name", by.as_str().into()), ("at", lang.date_time(at, ctx.zone()).into())]);
    let why = kit.reason.map(|reason| format!(" {}: {}.", lang.t("kits-reason"), reason.label(lang)));
    view! { <p class="lead">{line}{why}</p> }.into_any()
}

/// For the facility of this page alone.
fn decision_form(ctx: &Ctx, kit: &Kit, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    if kit.ended_at.is_some() {
        return notice(Tone::Plain, lang.t("kits-ended"));
    }
    if !ctx.may(Permission::KitClear) {
        return ().into_any();
    }
    let choices = [("cleared", "kits-clear"), ("refused", "kits-refuse")]
        .map(|(code, key)| (code.to_owned(), lang.t(key).into_owned()))
        .to_vec();
    let body = view! {
        {hidden("version", fields.get("version").to_owned())}
        {Field::new(fields, lang, "status", lang.t("kits-decision")).required().radios(choices)}
        {Field::new(fields, lang, "reason", lang.t("kits-reason")).hint(lang.t("kits-reason-hint")).short()
            .select(options_of!(KitReason, lang), Some(String::new()))}
        <div class="actions">{button(lang.t("kits-decide"))}</div>
    };
    let form = card(lang.t("kits-decision-title"), post_form(routes::kit(kit.id), body.into_any()));
    view! { <div class="no-print">{form}</div> }.into_any()
}
