//! The story in a few figures, before its pictures.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::pages::Story;
use super::rules::{Ladder, attainment};
use crate::i18n::Lang;
use crate::oversight::hours::{Hours, WeekHours};

/// A figure with what it is, and what to know beside it.
type Figure = (String, String, String);

/// Where the goals stand together, how many are reached, how much of the target was attended, and what custody took.
pub fn strip(lang: Lang, story: &Story, today: NaiveDate) -> AnyView {
    let past = |part: &super::pages::TakingPart| -> Vec<WeekHours> {
        part.weeks.iter().filter(|week| week.week.monday <= today).copied().collect()
    };
    let weeks = story.taking_part.as_ref().map(past).unwrap_or_default();
    let figures: Vec<Figure> =
        [score(lang, &story.ladders), reached(lang, &story.ladders), weekly(lang, &weeks), lost(lang, &weeks)]
            .into_iter()
            .flatten()
            .collect();
    if figures.is_empty() {
        return ().into_any();
    }
    let items = figures
        .into_iter()
        .map(|(name, value, beside)| {
            view! { <div><dt>{name}</dt><dd><b>{value}</b><span class="sub">{beside}</span></dd></div> }
        })
        .collect_view();
    view! { <dl class="figures">{items}</dl> }.into_any()
}

/// Goal attainment T at the start and now.
fn score(lang: Lang, ladders: &[Ladder]) -> Option<Figure> {
    let found = attainment(ladders)?;
    let start = lang.t_with("progress-t-start", &[("t", lang.decimal(found.baseline.value, 1).into())]);
    let alike = found.now.weights_set_aside.then(|| format!(" · {}", lang.t("plans-weights-set-aside")));
    Some((
        lang.t("progress-t").into_owned(),
        lang.decimal(found.now.value, 1),
        format!("{start}{}", alike.unwrap_or_default()),
    ))
}

fn reached(lang: Lang, ladders: &[Ladder]) -> Option<Figure> {
    let current = ladders.iter().filter(|ladder| ladder.current).count();
    let reached = ladders.iter().filter(|ladder| ladder.current && ladder.is_reached()).count();
    let of = lang.t_with("progress-of", &[("n", reached.into()), ("of", current.into())]);
    (current > 0).then(|| (lang.t("progress-reached").into_owned(), of, lang.t("progress-reached-hint").into_owned()))
}

/// The mean of the weeks, against the mean of their targets.
fn weekly(lang: Lang, weeks: &[WeekHours]) -> Option<Figure> {
    let count = i64::try_from(weeks.len()).ok().filter(|count| *count > 0)?;
    let attended = weeks.iter().map(|week| week.hours.attended).sum::<i64>() / count;
    let target = weeks.iter().map(|week| week.target).sum::<i64>() / count;
    let against = if target > 0 {
        let args = [("h", lang.hours(target).into()), ("share", (attended * 100 / target).into())];
        lang.t_with("progress-weekly-target", &args)
    } else {
        lang.t("progress-no-target").into_owned()
    };
    Some((lang.t("progress-weekly").into_owned(), format!("{} h", lang.hours(attended)), against))
}

/// What custody lost of what was planned.
fn lost(lang: Lang, weeks: &[WeekHours]) -> Option<Figure> {
    let hours: Hours = weeks.iter().map(|week| week.hours).sum();
    let decided = hours.planned - hours.open();
    let share = lang.t_with("progress-lost-share", &[("share", (hours.lost_custody * 100 / decided.max(1)).into())]);
    (decided > 0).then(|| {
        (lang.t("oversight-lost-custody").into_owned(), format!("{} h", lang.hours(hours.lost_custody)), share)
    })
}
