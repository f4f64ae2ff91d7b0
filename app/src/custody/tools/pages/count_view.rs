//! The page of one session's tools: how it stands, what to count next, and every count so far.

use leptos::prelude::*;

use super::super::api::ToolSheet;
use super::super::model::{Answer, Count, Way};
use super::super::rules::Stage;
use super::super::words;
use super::count::{MOST, field_of};
use crate::access::Permission;
use crate::custody::day;
use crate::custody::kits::words::kit_title;
use crate::custody::slots::neutral_label;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ui::*;
use crate::routes;
use crate::web::Ctx;

pub(super) fn view(ctx: &Ctx, sheet: &ToolSheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let slot = &sheet.slot;
    let zone = day::zone_of(ctx, slot.facility_id).unwrap_or_else(|_| ctx.zone());
    let date = day::date_of(slot.starts_at, zone);
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let label = neutral_label(lang, &slot.label_letter);
    let stage = sheet.stage();
    let (tone, said) = words::stage(lang, stage, sheet.last().and_then(|last| last.answer));
    let kit =
        slot.neutral.zip(slot.kit_number).map(|(neutral, number)| format!(" · {}", kit_title(lang, neutral, number)));
    let when = format!("{}, {} · {}", lang.long_date(date), lang.times(slot.starts_at, slot.ends_at, zone), slot.room);
    let what = format!("{} · {label}", lang.t("tools-title"));
    let counts = sheet.counts.iter().rev().map(|count| count_card(ctx, sheet, count)).collect_view();
    view! {
        {error_summary(fields, lang)}
        {print_head(lang, place, what, ctx.actor.name.clone(), lang.date_time(ctx.now(), zone))}
        <p class="no-print"><a href=routes::tools_of_day(date)>{lang.t("tools-to-day")}</a></p>
        <h1>{label}" "{tag(tone, said)}</h1>
        <p class="lead">{when}{kit}</p>
        {(stage == Stage::Differs).then(|| notice(Tone::Bad, lang.t("tools-differs-text")))}
        {form(ctx, sheet, fields)}
        {answer_form(ctx, sheet, fields)}
        {counts}
    }
    .into_any()
}

fn form(ctx: &Ctx, sheet: &ToolSheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let Some(way) = sheet.next(ctx) else {
        let key = match sheet.stage() {
            Stage::Back => return ().into_any(),
            _ if sheet.slot.count_tools != Some(true) || sheet.due.is_empty() => "tools-none-to-count",
            _ => "tools-not-yet",
        };
        return notice(Tone::Plain, lang.t(key));
    };
    let tools = sheet.due.iter().map(|due| {
        let there =
            lang.t_with(if way == Way::Out { "tools-kit-has" } else { "tools-went-out" }, &[("n", due.count.into())]);
        let label = format!("{} ({})", due.name.say(lang), due.class.label(lang));
        Field::new(fields, lang, field_of(&due.code), label).hint(there).required().short().number(0, MOST)
    });
    let people = sheet
        .colleagues
        .iter()
        .map(|other| (other.id.to_string(), format!("{} · {}", other.display_name, other.profession)))
        .collect();
    let (title, submit) = match (way, sheet.stage()) {
        (Way::Out, _) => ("tools-count-out", "tools-save-out"),
        (Way::In, Stage::Out) => ("tools-count-in", "tools-save-in"),
        (Way::In, _) => ("tools-recount", "tools-save-in"),
    };
    let body = view! {
        {hidden("way", way.as_str())}
        {hidden("number", fields.get("number").to_owned())}
        {tools.collect_view()}
        {Field::new(fields, lang, "initials", lang.t("tools-initials")).hint(ctx.actor.name.clone()).required().short().text()}
        {Field::new(fields, lang, "second", lang.t("tools-second")).hint(lang.t("tools-second-hint")).required().select(people, Some(String::new()))}
        {Field::new(fields, lang, "second-initials", lang.t("tools-second-initials")).required().short().text()}
        <div class="actions">{button(lang.t(submit))}</div>
    };
    let form = card(lang.t(title), post_form(routes::slot_tools(sheet.slot.id), body.into_any()));
    view! { <div class="no-print">{form}</div> }.into_any()
}

fn answer_form(ctx: &Ctx, sheet: &ToolSheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let Some(last) = sheet.last().filter(|_| sheet.stage() == Stage::Differs && ctx.may(Permission::ToolDecide)) else {
        return ().into_any();
    };
    let body = view! {
        <p>{lang.t("tools-answer-text")}</p>
        {hidden("about", last.number.to_string())}
        {Field::new(fields, lang, "answer", lang.t("tools-answer")).required().radios(options_of!(Answer, lang))}
        <div class="actions">{button(lang.t("tools-answer-save"))}</div>
    };
    let form = card(lang.t("tools-answer-title"), post_form(routes::slot_tools_answer(sheet.slot.id), body.into_any()));
    view! { <div class="no-print">{form}</div> }.into_any()
}

fn count_card(ctx: &Ctx, sheet: &ToolSheet, count: &Count) -> AnyView {
    let lang = ctx.lang;
    let headers = vec![
        Header::new(lang.t("tools-tool")),
        Header::new(lang.t("tools-expected")).numeric(),
        Header::new(lang.t("tools-counted")).numeric(),
    ];
    let rows = sheet
        .rows_of(count)
        .map(|row| {
            let wrong = (row.expected != row.counted).then(|| {
                let tone = if count.kind == Way::In { Tone::Bad } else { Tone::Warn };
                tag(tone, lang.t("tools-row-differs"))
            });
            view! { <tr><th scope="row">{row.name.say(lang).to_owned()}</th><td class="n">{row.expected}</td><td class="n">{row.counted}" "{wrong}</td></tr> }
                .into_any()
        })
        .collect();
    let title = counted(lang, count, &lang.date_time(count.counted_at, ctx.zone()));
    let answered = count.answer.map(|answer| {
        let at = count.answered_at.map(|at| lang.date_time(at, ctx.zone())).unwrap_or_default();
        let by = count.answered_by.clone().unwrap_or_default();
        let words = lang
            .t_with("tools-answered", &[("answer", answer.label(lang).into()), ("name", by.into()), ("at", at.into())]);
        notice(Tone::Warn, words)
    });
    view! { {table(title, headers, rows, lang.t("tools-none-to-count"))}{answered} }.into_any()
}

/// 'Counted in, 24 Nov 2026 11:05: AB and CD'.
fn counted(lang: Lang, count: &Count, at: &str) -> String {
    lang.t_with(
        "tools-counted-line",
        &[
            ("way", count.kind.label(lang).into()),
            ("at", at.into()),
            ("first", count.counted_initials.as_str().into()),
            ("second", count.second_initials.as_str().into()),
        ],
    )
}
