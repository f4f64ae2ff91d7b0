//! Tables and the way through long lists. Order and page stand in the address, so a list can be shared and gone back to.

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::kit::page::{ListQuery, PAGE_SIZE};

/// The head of a column.
#[derive(Debug, Clone)]
pub struct Header {
    label: String,
    numeric: bool,
    away: bool,
    link: Option<String>,
    sorted: Option<&'static str>,
}

impl Header {
    #[must_use]
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false, away: false, link: None, sorted: None }
    }

    /// A column of numbers, aligned at the right; its cells have the class `n` as well.
    #[must_use]
    pub const fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }

    /// A column of buttons: the eye needs no word above it, a screen reader does.
    #[must_use]
    pub const fn away(mut self) -> Self {
        self.away = true;
        self
    }

    /// The list can be put in this column's order. `base_path` may already carry filters after a `?`.
    #[must_use]
    pub fn sortable(mut self, key: &str, query: &ListQuery, base_path: &str) -> Self {
        let here = query.sort.as_deref() == Some(key);
        let turn = if here && !query.descending() { "desc" } else { "asc" };
        self.link = Some(address(base_path, query, &[("sort", key), ("dir", turn)]));
        self.sorted = here.then_some(if query.descending() { "descending" } else { "ascending" });
        self
    }

    fn view(self) -> AnyView {
        let class = self.numeric.then_some("n");
        let shape = match self.sorted {
            Some("descending") => " ▼",
            Some(_) => " ▲",
            None => "",
        };
        let words = match self.link {
            Some(href) => view! { <a href=href>{self.label}<span aria-hidden="true">{shape}</span></a> }.into_any(),
            None if self.away => view! { <span class="away">{self.label}</span> }.into_any(),
            None => self.label.into_any(),
        };
        view! { <th scope="col" class=class aria-sort=self.sorted>{words}</th> }.into_any()
    }
}

/// A table of `<tr>` rows. Without rows, `empty_text` stands there and says what to do.
#[must_use]
pub fn table(
    caption: impl Into<String>,
    headers: Vec<Header>,
    rows: Vec<AnyView>,
    empty_text: impl Into<String>,
) -> AnyView {
    table_with(caption.into(), None, headers, rows, empty_text.into())
}

/// As [`table`], below a heading that says the same as the caption, which is then for screen readers only.
#[must_use]
pub fn table_under_heading(
    caption: impl Into<String>,
    headers: Vec<Header>,
    rows: Vec<AnyView>,
    empty_text: impl Into<String>,
) -> AnyView {
    table_with(caption.into(), Some("away"), headers, rows, empty_text.into())
}

fn table_with(
    caption: String,
    caption_class: Option<&'static str>,
    headers: Vec<Header>,
    rows: Vec<AnyView>,
    empty_text: String,
) -> AnyView {
    if rows.is_empty() {
        let title = caption_class.is_none().then(|| view! { <p class="caption">{caption}</p> });
        return view! { <div class="table-wrap">{title}<p class="empty">{empty_text}</p></div> }.into_any();
    }
    let headers = headers.into_iter().map(Header::view).collect_view();
    let name = caption.clone();
    // A keyboard must be able to scroll what a narrow window cuts off.
    view! {
        <div class="table-wrap" role="region" aria-label=name tabindex="0">
            <table>
                <caption class=caption_class>{caption}</caption>
                <thead><tr>{headers}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Which rows are shown of how many, and the way to the others.
#[must_use]
pub fn pager(lang: Lang, query: &ListQuery, total: i64, base_path: &str) -> AnyView {
    pager_of(lang, query, total, PAGE_SIZE, base_path)
}

/// As [`pager`], where one page holds another number than usual.
#[must_use]
pub fn pager_of(lang: Lang, query: &ListQuery, total: i64, size: i64, base_path: &str) -> AnyView {
    if total <= 0 {
        return ().into_any();
    }
    let last_page = (total + size - 1) / size;
    let page = query.page().min(last_page);
    let (from, to) = ((page - 1) * size + 1, (page * size).min(total));
    let shown = lang.t_with("kit-pager-shown", &[("from", from.into()), ("to", to.into()), ("total", total.into())]);
    let link = |to: i64, rel: &'static str, label: String| {
        let href = address(base_path, query, &[("page", &to.to_string())]);
        view! { <a href=href rel=rel class="btn quiet">{label}</a> }
    };
    let back = (page > 1).then(|| link(page - 1, "prev", lang.t("kit-pager-previous").into_owned()));
    let on = (page < last_page).then(|| link(page + 1, "next", lang.t("kit-pager-next").into_owned()));
    view! { <nav class="pager" aria-label=lang.t("kit-pager")><span>{shown}</span>{back}{on}</nav> }.into_any()
}

/// The list's address with its search and order kept and `changes` made. A new order begins at the first page.
fn address(base_path: &str, query: &ListQuery, changes: &[(&str, &str)]) -> String {
    let kept = [("q", query.q.as_deref()), ("sort", query.sort.as_deref()), ("dir", query.dir.as_deref())];
    let kept = kept.into_iter().filter_map(|(name, value)| Some((name, value.filter(|value| !value.is_empty())?)));
    let pairs: Vec<(&str, &str)> = kept
        .filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name))
        .chain(changes.iter().copied())
        .collect();
    let mark = if base_path.contains('?') { '&' } else { '?' };
    format!("{base_path}{mark}{}", serde_html_form::to_string(pairs).unwrap_or_default())
}
