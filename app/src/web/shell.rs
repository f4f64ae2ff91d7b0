//! The frame around every page: head, header with navigation by permission, the flash of the page before, and the footer.

use leptos::prelude::*;

use super::context::{Ctx, Site, Visitor};
use crate::access::{Side, factor};
use crate::care::openings;
use crate::i18n::Lang;
use crate::kit::ui::{button_quiet, hidden, post_form};
use crate::routes::{self, NavItem};

/// The mark of a board whose sessions can be dragged. Text of users cannot contain it, since its quotes are escaped.
const BOARD: &str = r#" data-moves="""#;
/// Stands where the document type and the files' names go; a view cannot write a document type.
const CSS: &str = "/site/site.css";

/// The page of somebody signed in.
#[must_use]
pub fn signed_in(ctx: &Ctx, title: &str, body: AnyView) -> AnyView {
    let lang = ctx.lang;
    let flash = ctx.flash.as_ref().map(|key| view! { <p class="flash" role="status">{lang.t(key)}</p> });
    document(
        lang,
        ctx.actor.side.as_str(),
        title,
        view! {
            {top(ctx)}
            <main id="main" tabindex="-1">{factor::told_banner(ctx)}{openings::banner(ctx)}{flash}{body}</main>
        }
        .into_any(),
    )
}

/// The page of somebody who is not, or not yet.
#[must_use]
pub fn visitor(visitor: &Visitor, title: &str, body: AnyView) -> AnyView {
    document(
        visitor.lang,
        "none",
        title,
        view! {
            <header class="top"><b class="brand">"Ergon"</b><div class="who">{language_switch(visitor.lang, "/")}</div></header>
            <main id="main" tabindex="-1">{body}</main>
        }
        .into_any(),
    )
}

fn document(lang: Lang, side: &'static str, title: &str, body: AnyView) -> AnyView {
    view! {
        <html lang=lang.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{format!("{title} · Ergon")}</title>
                <link rel="icon" href="/site/favicon.svg" type="image/svg+xml"/>
                <link rel="stylesheet" href=CSS/>
            </head>
            <body data-side=side>
                <a class="skip" href="#main">{lang.t("kit-skip")}</a>
                {body}
            </body>
        </html>
    }
    .into_any()
}

/// Puts the document type before the page, the hashed style sheet into it, and the scripts of islands and boards into pages that
/// hold one.
#[must_use]
pub fn finish(html: &str, site: &Site) -> String {
    let mut page = String::with_capacity(html.len() + 256);
    page.push_str("<!DOCTYPE html>");
    push_without_marks(&mut page, &html.replacen(CSS, &format!("/site/{}", site.css), 1));
    if let (Some(name), Some(at)) = (&site.islands, page.rfind("</body>").filter(|_| page.contains("<leptos-island"))) {
        page.insert_str(at, &format!(r#"<script type="module" src="/site/islands.js?{name}"></script>"#));
    }
    if let Some(at) = page.rfind("</body>").filter(|_| page.contains(BOARD)) {
        page.insert_str(at, r#"<script type="module" src="/site/board.js"></script>"#);
    }
    page
}

/// A piece of a page that holds no island.
#[must_use]
pub fn without_marks(html: &str) -> String {
    let mut piece = String::with_capacity(html.len());
    push_without_marks(&mut piece, html);
    piece
}

/// Leptos leaves marks for hydration between all text nodes. Only islands are hydrated: elsewhere the marks are invalid HTML, show
/// up in titles, and are a tenth of a page's size. Text of users cannot contain them, since its `<` is escaped.
fn push_without_marks(page: &mut String, html: &str) {
    if !html.contains("<leptos-island") {
        return push_unmarked(page, html);
    }
    let mut rest = html;
    while let Some(at) = rest.find("<!") {
        let (before, after) = rest.split_at(at);
        if let Some(island) = before
            .rfind("<leptos-island")
            .filter(|start| !before.get(*start..).is_some_and(|tail| tail.contains("</leptos-island>")))
        {
            let end = rest.find("</leptos-island>").unwrap_or(rest.len()).max(island);
            let (whole, others) = rest.split_at(end);
            page.push_str(whole);
            rest = others;
            continue;
        }
        page.push_str(before);
        rest = past_mark(page, after);
    }
    page.push_str(rest);
}

/// As above, for the many pages that have no island.
fn push_unmarked(page: &mut String, html: &str) {
    let mut rest = html;
    while let Some(at) = rest.as_bytes().windows(2).position(|pair| pair == b"<!") {
        let (before, after) = rest.split_at(at);
        page.push_str(before);
        rest = past_mark(page, after);
    }
    page.push_str(rest);
}

/// What follows the mark that the text begins with; what is no mark stays on the page.
fn past_mark<'a>(page: &mut String, text: &'a str) -> &'a str {
    MARKS.iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or_else(|| {
        page.push_str("<!");
        text.strip_prefix("<!").unwrap_or_default()
    })
}

const MARKS: [&str; 2] = ["<!>", "<!--<() />-->"];

fn top(ctx: &Ctx) -> AnyView {
    let lang = ctx.lang;
    let side = match ctx.actor.side {
        Side::Care => lang.t("kit-side-care"),
        Side::Custody => lang.t("kit-side-custody"),
        Side::System | Side::Proof => lang.t("kit-side-system"),
    };
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let (bar, more) = routes::bar_and_more(ctx);
    let link = |item: &NavItem| {
        let here = is_here(ctx, item).then_some("page");
        view! { <a href=item.path aria-current=here>{lang.t(item.key)}</a> }
    };
    let items: Vec<_> = bar.into_iter().map(link).collect();
    let more = (!more.is_empty()).then(|| {
        let here = more.iter().find(|item| is_here(ctx, item)).map(|item| format!(": {}", lang.t(item.key)));
        let class = if here.is_some() { "more here" } else { "more" };
        let links: Vec<_> = more.into_iter().map(|item| view! { <li>{link(item)}</li> }).collect();
        view! { <details class=class><summary>{lang.t("kit-more")}{here}</summary><ul>{links}</ul></details> }
    });
    view! {
        <header class="top no-print">
            <b class="brand"><a href=routes::HOME>"Ergon"</a></b>
            <span class="where">{format!("{side} · {place}")}</span>
            <nav class="main" aria-label=lang.t("kit-navigation")>{items}{more}</nav>
            <div class="who">{place_switch(ctx)}{language_switch(lang, &ctx.uri)}{account(ctx)}</div>
        </header>
    }
    .into_any()
}

/// Whether the page belongs to an entry of the navigation.
fn is_here(ctx: &Ctx, item: &NavItem) -> bool {
    let path = ctx.uri.split('?').next().unwrap_or_default();
    path.strip_prefix(item.path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn account(ctx: &Ctx) -> AnyView {
    let lang = ctx.lang;
    let role = ctx.actor.role().map(|role| role.label(lang));
    view! {
        <details class="menu">
            <summary>{ctx.actor.name.clone()}</summary>
            <div class="menu-body">
                <p class="sub">{role}</p>
                <p><a href=routes::ACCOUNT>{lang.t("access-account")}</a></p>
                {post_form(routes::SIGN_OUT.to_owned(), button_quiet(lang.t("access-sign-out")))}
            </div>
        </details>
    }
    .into_any()
}

fn place_switch(ctx: &Ctx) -> AnyView {
    if ctx.actor.places.len() < 2 {
        return ().into_any();
    }
    let lang = ctx.lang;
    let items: Vec<_> = ctx
        .actor
        .places
        .iter()
        .map(|place| {
            view! { <li><button type="submit" name="place" value=place.code.clone() class="plain">{place.name.clone()}</button></li> }
        })
        .collect();
    let form = post_form(routes::PLACE.to_owned(), view! { <ul>{items}</ul> }.into_any());
    view! { <details class="menu"><summary>{lang.t("kit-facility")}</summary><div class="menu-body">{form}</div></details> }.into_any()
}

fn language_switch(lang: Lang, back: &str) -> AnyView {
    let items: Vec<_> = Lang::ALL
        .into_iter()
        .map(|offered| {
            let chosen = (offered == lang).then_some("true");
            view! {
                <li><button type="submit" name="lang" value=offered.code() lang=offered.tag() class="plain" aria-current=chosen>{offered.own_name()}</button></li>
            }
        })
        .collect();
    let form = post_form(routes::LANGUAGE.to_owned(), view! { {hidden("back", back)}<ul>{items}</ul> }.into_any());
    view! { <details class="menu"><summary>{lang.own_name()}</summary><div class="menu-body">{form}</div></details> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_in_islands_alone() {
        let mut page = String::new();
        push_without_marks(
            &mut page,
            "<title>A<!></title><!--<() />--><leptos-island data-component=\"x\">b<!></leptos-island><p>c<!></p><!--kept-->",
        );
        assert_eq!(page, "<title>A</title><leptos-island data-component=\"x\">b<!></leptos-island><p>c</p><!--kept-->");
        page.clear();
        push_without_marks(&mut page, "<title>A<!></title><!--<() />--><p>c<!></p><!--kept-->ë<!>");
        assert_eq!(page, "<title>A</title><p>c</p><!--kept-->ë");
    }
}
