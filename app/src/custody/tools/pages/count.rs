//! Counting the tools of one session, out and in, and answering for what did not come back.

use axum::extract::Path;
use axum::response::Response;

use super::super::api::{self, Done, Typed};
use super::super::model::{Answer, Way};
use super::super::rules::initials;
use super::count_view::view;
use crate::custody::slots::neutral_label;
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{SlotId, UserId};
use crate::routes;
use crate::web::Ctx;

/// The most of one tool.
pub(super) const MOST: i32 = 99;

/// The name of the field of a tool.
pub(super) fn field_of(code: &str) -> String {
    format!("n-{code}")
}

pub async fn page(ctx: Ctx, Path(id): Path<SlotId>) -> Result<Response> {
    show(&ctx, id, Fields::new()).await
}

async fn show(ctx: &Ctx, id: SlotId, mut fields: Fields) -> Result<Response> {
    let sheet = api::sheet(ctx, id).await?;
    // The form is about what is there now, whatever it was made from.
    fields.set("number", sheet.next_number().to_string());
    let title = format!("{} · {}", ctx.lang.t("tools-title"), neutral_label(ctx.lang, &sheet.slot.label_letter));
    let body = || view(ctx, &sheet, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

pub async fn count(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let Some(typed) = parse(&mut fields) else { return show(&ctx, id, fields).await };
    match api::count(&ctx, id, &typed).await? {
        Done::Agrees if typed.way == Way::Out => Ok(ctx.redirect_with(&routes::slot_tools(id), "flash-tools-out")),
        Done::Agrees => Ok(ctx.redirect_with(&routes::slot_tools(id), "flash-tools-back")),
        Done::Differs => Ok(ctx.redirect_with(&routes::slot_tools(id), "flash-tools-differ")),
        Done::Refused(message) => {
            fields.error("", message);
            show(&ctx, id, fields).await
        }
    }
}

/// The count, or errors at the fields that need another look.
fn parse(fields: &mut Fields) -> Option<Typed> {
    let way = fields.get("way").parse::<Way>().ok()?;
    let number = fields.get("number").parse().unwrap_or(0);
    let codes: Vec<String> =
        fields.pairs().iter().filter_map(|(name, _)| name.strip_prefix("n-").map(str::to_owned)).collect();
    let mut counted = Vec::new();
    for code in codes {
        if let Some(n) = fields.number(&field_of(&code), 0, MOST) {
            counted.push((code, n));
        }
    }
    let mine = initials_at(fields, "initials");
    let second = fields.choice::<UserId>("second");
    let theirs = initials_at(fields, "second-initials");
    if fields.is_refused() {
        return None;
    }
    Some(Typed { way, number, initials: mine?, second: second?, second_initials: theirs?, counted })
}

fn initials_at(fields: &mut Fields, name: &str) -> Option<String> {
    let found = initials(fields.get(name));
    if found.is_none() {
        fields.error(name, Msg::new("tools-initials-wrong"));
    }
    found
}

pub async fn answer(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let number = fields.get("about").parse().unwrap_or(0);
    let Some(answer) = fields.choice::<Answer>("answer") else { return show(&ctx, id, fields).await };
    match api::answer(&ctx, id, number, answer).await? {
        None => Ok(ctx.redirect_with(&routes::slot_tools(id), "flash-tools-answered")),
        Some(message) => {
            fields.error("", message);
            show(&ctx, id, fields).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_read_or_says_what_is_wrong_where() {
        let second = "018f0000-0000-7000-8000-000000000001";
        for (sent, wrong) in [
            (format!("way=out&number=1&n-knife=3&initials=ab&second={second}&second-initials=c.d."), None),
            (format!("way=out&number=1&n-knife=&initials=ab&second={second}&second-initials=cd"), Some("n-knife")),
            (format!("way=out&number=1&n-knife=100&initials=ab&second={second}&second-initials=cd"), Some("n-knife")),
            (format!("way=out&number=1&n-knife=1&initials=&second={second}&second-initials=cd"), Some("initials")),
            ("way=out&number=1&n-knife=1&initials=ab&second=&second-initials=cd".to_owned(), Some("second")),
            (
                format!("way=out&number=1&n-knife=1&initials=ab&second={second}&second-initials=1"),
                Some("second-initials"),
            ),
        ] {
            let mut fields = Fields::parse(sent.as_bytes()).unwrap();
            let typed = parse(&mut fields);
            match wrong {
                None => assert_eq!(typed.unwrap().counted, [("knife".to_owned(), 3)], "{sent}"),
                Some(field) => assert!(typed.is_none() && fields.error_at(field).is_some(), "{sent}"),
            }
        }
    }
}
