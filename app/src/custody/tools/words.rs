//! How it stands with tools, in words and tones; and what both sides are told of a tool that is missing.

use leptos::prelude::*;

use super::model::{Answer, Missing};
use super::rules::Stage;
use crate::i18n::Lang;
use crate::kit::ui::{Tone, notice_with};

#[must_use]
pub fn stage(lang: Lang, stage: Stage, answer: Option<Answer>) -> (Tone, String) {
    let (tone, key) = match stage {
        Stage::In => (Tone::Plain, "tools-stage-in"),
        Stage::Out => (Tone::Calm, "tools-stage-out"),
        Stage::Differs => (Tone::Bad, "tools-stage-differs"),
        Stage::Back => (Tone::Ok, "tools-stage-back"),
        Stage::Answered => (Tone::Warn, "tools-stage-answered"),
    };
    let words = match answer {
        Some(answer) => format!("{}: {}", lang.t(key), answer.label(lang)),
        None => lang.t(key).into_owned(),
    };
    (tone, words)
}

/// The names of what is missing and nothing else; `link` leads on where the reader may count.
#[must_use]
pub fn alert(lang: Lang, missing: &[Missing], link: impl Fn(&Missing) -> Option<String>) -> AnyView {
    if missing.is_empty() {
        return ().into_any();
    }
    let items = missing
        .iter()
        .map(|tool| {
            let name = tool.name.say(lang).to_owned();
            match link(tool) {
                Some(href) => view! { <li><a href=href>{name}</a></li> }.into_any(),
                None => view! { <li>{name}</li> }.into_any(),
            }
        })
        .collect_view();
    notice_with(Tone::Bad, view! { <p><b>{lang.t("tools-missing-alert")}</b></p><ul>{items}</ul> }.into_any())
}
