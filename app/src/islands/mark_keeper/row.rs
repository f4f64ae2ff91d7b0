//! The row of the list that a mark is about: found by the codes in its forms, and shown as it will be.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

use super::kept::{Kept, clock};

/// The marks of the way, in its order: what lies behind a mark is no longer offered.
const WAY: [&str; 4] = ["unlocked", "arrived", "arrived_late", "returned"];

pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The item of the list that a mark is about, found by the row key in its forms.
pub fn item_of(row: &str) -> Option<Element> {
    let inputs = document()?.query_selector_all(".people input[name=row]").ok()?;
    (0..inputs.length())
        .filter_map(|at| inputs.item(at)?.dyn_into::<Element>().ok())
        .find(|input| input.get_attribute("value").is_some_and(|value| value.starts_with(row)))
        .and_then(|input| input.closest("li").ok().flatten())
}

/// What a button says, without what is for screen readers.
pub fn label_of(button: &Element) -> String {
    button.first_child().and_then(|node| node.text_content()).unwrap_or_default().trim().to_owned()
}

/// The row as it will be once the server has the mark: what was said, and what may be said next.
pub fn show(kept: &Kept, returned: &str) {
    let Some(item) = item_of(kept.of()) else { return };
    let Ok(buttons) = item.query_selector_all("button[name=mark]") else { return };
    let done = WAY.iter().position(|mark| *mark == kept.mark);
    let mut said = String::new();
    for at in 0..buttons.length() {
        let Some(button) = buttons.item(at).and_then(|node| node.dyn_into::<HtmlElement>().ok()) else {
            continue;
        };
        let value = button.get_attribute("value").unwrap_or_default();
        if value == kept.mark {
            said = label_of(&button);
            if kept.mark.starts_with("arrived") {
                offer_return(&button, returned);
            }
        }
        let place = WAY.iter().position(|mark| *mark == value);
        let behind = done.is_none_or(|done| place.is_none_or(|place| place <= done));
        let late = kept.mark == "arrived" && value == "arrived_late";
        if behind || late {
            button.set_hidden(true);
        }
    }
    if kept.mark != "unlocked"
        && let Ok(Some(asking)) = item.query_selector(".not-brought, a[href*='&ask=']")
        && let Ok(asking) = asking.dyn_into::<HtmlElement>()
    {
        asking.set_hidden(true);
    }
    if let Ok(Some(state)) = item.query_selector(".state") {
        state.set_text_content(Some(&format!("◷ {said} {}", clock(&kept.made_at))));
    }
}

fn offer_return(button: &HtmlElement, returned: &str) {
    let Ok(copy) = button.clone_node_with_deep(true) else { return };
    let Ok(copy) = copy.dyn_into::<Element>() else { return };
    let _ = copy.set_attribute("value", "returned");
    if let Some(label) = copy.first_child() {
        label.set_text_content(Some(returned));
    }
    let _ = button.after_with_node_1(&copy);
}

/// Puts the reasons, which stand in a long page once, where they are asked for.
pub fn open_reasons(link: &Element) -> Option<()> {
    let document = document()?;
    let template = document.query_selector("template.reasons-of-any").ok().flatten()?;
    let item = link.closest("li").ok().flatten()?;
    let row = item.query_selector("input[name=row]").ok().flatten()?;
    let details = document.create_element("details").ok()?;
    details.set_class_name("not-brought");
    details.set_attribute("open", "").ok()?;
    let form = document.create_element("form").ok()?;
    form.set_attribute("method", "post").ok()?;
    form.set_inner_html(&template.inner_html());
    form.append_child(&row.clone_node_with_deep(true).ok()?).ok()?;
    details.append_child(&form).ok()?;
    link.replace_with_with_node_1(&details).ok()
}
