//! How far the goals of a plan have been attained: the score at the start and now, weighed and with every goal counted alike.

use leptos::prelude::*;

use crate::care::goals::rules::{Attainment, Standing, standing};
use crate::i18n::Lang;
use crate::kit::ui::{Header, Tone, notice, table_under_heading};

/// The score at the start and now, in one line.
#[must_use]
pub fn attainment_line(lang: Lang, attainment: &Attainment) -> String {
    let change = attainment.change();
    lang.t_with(
        "plans-attainment-said",
        &[
            ("baseline", lang.decimal(attainment.baseline.value, 1).into()),
            ("now", lang.decimal(attainment.now.value, 1).into()),
            ("change", signed(lang, change).into()),
        ],
    )
}

fn signed(lang: Lang, change: f64) -> String {
    let sign = if change > 0.0 { "+" } else { "" };
    format!("{sign}{}", lang.decimal(change, 1))
}

/// The score with what it means and where it comes from.
#[must_use]
pub fn attainment_card(lang: Lang, attainment: &Attainment) -> AnyView {
    let set_aside = attainment.now.weights_set_aside.then(|| notice(Tone::Plain, lang.t("plans-weights-set-aside")));
    let title = lang.t("plans-attainment");
    view! {
        <section class="card">
            <h2>{title.clone()}</h2>
            <p><b>{attainment_line(lang, attainment)}</b></p>
            <p>{in_words(lang, attainment)}</p>
            {scores(lang, attainment)}
            {set_aside}
            <p class="sub">{lang.t("plans-attainment-meaning")}</p>
            <p class="sub">"T = 50 + 10 Σ(w·x) / √(0.7 Σw² + 0.3 (Σw)²). "{lang.t("plans-attainment-source")}</p>
        </section>
    }
    .into_any()
}

/// Where the goals stand together, and whether that is better than at the start.
fn in_words(lang: Lang, attainment: &Attainment) -> String {
    let stand = match standing(attainment.now.value) {
        Standing::Below => "plans-attainment-below",
        Standing::AsExpected => "plans-attainment-as-expected",
        Standing::Above => "plans-attainment-above",
    };
    let change = match attainment.change() {
        change if change > 0.05 => "plans-attainment-better",
        change if change < -0.05 => "plans-attainment-worse",
        _ => "plans-attainment-same",
    };
    format!("{} {}", lang.t(stand), lang.t(change))
}

fn scores(lang: Lang, attainment: &Attainment) -> AnyView {
    let row = |key: &str, start: f64, now: f64| {
        view! {
            <tr>
                <th scope="row">{lang.t(key)}</th>
                <td class="n">{lang.decimal(start, 1)}</td>
                <td class="n">{lang.decimal(now, 1)}</td>
                <td class="n">{signed(lang, now - start)}</td>
            </tr>
        }
        .into_any()
    };
    let rows = vec![
        row("plans-attainment-weighted", attainment.baseline.value, attainment.now.value),
        row("plans-attainment-unweighted", attainment.baseline_unweighted, attainment.now_unweighted),
    ];
    let numbers =
        ["plans-at-start", "plans-now", "plans-attainment-change"].map(|key| Header::new(lang.t(key)).numeric());
    let headers = std::iter::once(Header::new(lang.t("plans-attainment-score"))).chain(numbers).collect();
    table_under_heading(lang.t("plans-attainment"), headers, rows, "")
}
