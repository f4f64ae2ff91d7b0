//! What `/backups` looks like, and the line about it on the administrator's first page.

use leptos::prelude::*;

use super::State;
use super::store::Backup;
use crate::kit::ui::{Header, Tone, notice, notice_with, print_head, table_under_heading};
use crate::routes;
use crate::web::Ctx;

pub fn page(ctx: &Ctx, state: State, backups: &[Backup]) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let title = lang.t("backup-title");
    let headers = ["backup-made", "backup-how", "backup-name"].map(|key| Header::new(lang.t(key))).into();
    let rows = backups
        .iter()
        .map(|backup| {
            view! {
                <tr>
                    <td class="nowrap">{lang.date_time(backup.made_at, zone)}</td>
                    <td>{backup.how.label(lang)}</td>
                    <td><code>{backup.name.clone()}</code></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        {print_head(lang, "Ergon", title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), zone))}
        <h1>{title.clone()}</h1>
        <p class="lead">{lang.t("backup-lead")}</p>
        {notice(tone(state), said(ctx, state))}
        {table_under_heading(title.clone(), headers, rows, lang.t("backup-none"))}
    }
    .into_any()
}

/// How it stands, with the way to the list.
pub fn summary(ctx: &Ctx, state: State) -> AnyView {
    let words = said(ctx, state);
    notice_with(
        tone(state),
        view! { <p>{words}" "<a href=routes::BACKUPS>{ctx.lang.t("backup-all")}</a></p> }.into_any(),
    )
}

const fn tone(state: State) -> Tone {
    match state {
        State::None | State::Old(_) => Tone::Warn,
        State::Good(_) => Tone::Ok,
    }
}

fn said(ctx: &Ctx, state: State) -> String {
    let lang = ctx.lang;
    let at = |key: &str, at| lang.t_with(key, &[("at", lang.date_time(at, ctx.zone()).into())]);
    match state {
        State::None => lang.t("backup-never").into_owned(),
        State::Old(last) => at("backup-old", last),
        State::Good(last) => at("backup-good", last),
    }
}
