//! The pages of escorts: the coming days with what is short, how many officers there are, today's escorts with their steps, and
//! the escort of one session.

pub mod file;
pub mod one;
pub mod plan;
pub mod supply;
pub mod today;

use leptos::prelude::*;

use super::model::{Event, Need, Step};
use crate::custody::slots::words;
use crate::i18n::Lang;
use crate::kit::ui::{Tone, tag};
use crate::web::Ctx;

const fn tone(step: Step) -> Tone {
    match step {
        Step::Accepted | Step::Collected => Tone::Calm,
        Step::Arrived | Step::Returned => Tone::Ok,
        Step::Declined => Tone::Bad,
        Step::TakenBack => Tone::Plain,
    }
}

/// A step with its reason and its time.
fn step_words(ctx: &Ctx, event: &Event) -> String {
    let lang = ctx.lang;
    let reason = event.reason.map(|reason| format!(": {}", reason.label(lang))).unwrap_or_default();
    let at = lang.time(event.at, ctx.zone());
    format!("{}{reason} {at}", event.step.label(lang))
}

fn step_tag(ctx: &Ctx, event: &Event) -> AnyView {
    tag(tone(event.step), step_words(ctx, event))
}

/// How many officers, of whom, and where they stand.
fn need_words(lang: Lang, need: &Need) -> String {
    let escort = words::escort(lang, need.escort_officers, need.escort_mode);
    match need.escort_gender {
        super::model::Gender::Any => escort,
        gender => format!("{escort}, {}", gender.label(lang)),
    }
}
