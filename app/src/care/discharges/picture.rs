//! Pictures for somebody who would rather look than read: a goal as stairs with a place where it began and a star where it is
//! now, and hours as one bar.

use leptos::prelude::*;

use crate::care::goals::Level;
use crate::i18n::Lang;

/// Width of one stair and of all five.
const STAIR: i32 = 40;
const WIDTH: i32 = 5 * STAIR;
/// The lowest stair's height, by which each further one rises.
const RISE: i32 = 11;
const GROUND: i32 = 88;
/// Half as wide as the word at the beginning, which must not stand out of the picture.
const WORD: i32 = 30;

/// Which stair a level is, from 0.
const fn stair(level: Level) -> i32 {
    level.get() + 2
}

const fn middle(stair: i32) -> i32 {
    stair * STAIR + STAIR / 2
}

const fn top(stair: i32) -> i32 {
    GROUND - (stair + 1) * RISE
}

/// The five points of a star and the five between them.
fn star(x: i32, y: i32, radius: f64) -> String {
    let point = |n: u8| {
        let angle = f64::from(n) * std::f64::consts::PI / 5.0;
        let reach = if n.is_multiple_of(2) { radius } else { radius * 0.42 };
        format!("{:.1},{:.1}", f64::from(x) + reach * angle.sin(), f64::from(y) - reach * angle.cos())
    };
    (0..10).map(point).collect::<Vec<_>>().join(" ")
}

/// A goal's stairs. The picture says itself in words to those who hear it.
#[must_use]
pub fn stairs(lang: Lang, began: Level, now: Level) -> AnyView {
    let (from, to) = (stair(began), stair(now));
    let said = lang.t_with("copy-stairs", &[("from", (from + 1).into()), ("to", (to + 1).into())]);
    let steps = (0..5)
        .map(|n| {
            let class = if n <= to { "climbed" } else { "ahead" };
            view! { <rect class=class x=(n * STAIR + 1).to_string() y=top(n).to_string() width=(STAIR - 2).to_string() height=((n + 1) * RISE).to_string()></rect> }
        })
        .collect_view();
    // Somebody who stands where he began has a star and no other mark.
    let start = (from != to).then(|| {
        view! {
            <circle class="began" cx=middle(from).to_string() cy=(top(from) - 8).to_string() r="5"></circle>
            <text class="word" x=middle(from).clamp(WORD, WIDTH - WORD).to_string() y=(top(from) - 17).to_string()>{lang.t("copy-began")}</text>
        }
    });
    view! {
        <svg class="stairs" viewBox=format!("0 0 {WIDTH} {GROUND}") role="img">
            <title>{said}</title>
            {steps}
            {start}
            <polygon class="star" points=star(middle(to), top(to) - 11, 11.0)></polygon>
        </svg>
    }
    .into_any()
}

/// Hours taken part in, of those that there were.
#[must_use]
pub fn hours(lang: Lang, attended: i64, offered: i64) -> AnyView {
    let length = if offered > 0 { (attended.clamp(0, offered) * i64::from(WIDTH)) / offered } else { 0 };
    view! {
        <svg class="hours-plain" viewBox=format!("0 0 {WIDTH} 10") preserveAspectRatio="none" role="img">
            <title>{lang.t_with("copy-hours-text", &[("hours", lang.hours(attended).into())])}</title>
            <rect class="ahead" x="0" y="0" width=WIDTH.to_string() height="10"></rect>
            <rect class="climbed" x="0" y="0" width=length.to_string() height="10"></rect>
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stairs_rise_and_stars_have_ten_corners() {
        let tops: Vec<i32> = Level::ALL.into_iter().map(|level| top(stair(level))).collect();
        assert!(tops.windows(2).all(|pair| pair[0] > pair[1]), "{tops:?}");
        assert!(tops.last().is_some_and(|top| top - 11 - 11 > 0), "a star on the highest stair is inside the picture");
        assert_eq!(star(0, 0, 10.0).split(' ').count(), 10);
        assert!(star(0, 0, 10.0).starts_with("0.0,-10.0"));
    }
}
