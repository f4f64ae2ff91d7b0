//! Drawing a sample: the form, and the draw, which is kept with its seed and with how many charts there were.

use axum::response::Response;
use leptos::prelude::*;

use super::model::New;
use super::{list, rules, store};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::SampleId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Field, button, card, hidden, post_form};
use crate::oversight::hours::period::{Length, Period};
use crate::routes;
use crate::web::Ctx;

/// Months and quarters to choose from.
const MONTHS: usize = 6;
const QUARTERS: usize = 4;
/// A sample of this many unless another number is asked for.
const USUAL: &str = "10";

fn choices(ctx: &Ctx) -> Vec<Period> {
    let zone = ctx.zone();
    let back = |length, count| {
        let first = Period::holding(length, ctx.today(), zone);
        std::iter::successors(Some(first), move |period| Some(period.before(zone))).take(count)
    };
    back(Length::Quarter, QUARTERS).chain(back(Length::Month, MONTHS)).collect()
}

/// The form, with a seed that nobody has chosen; whoever wants to may put a die's or another's number there.
#[must_use]
pub fn form(ctx: &Ctx, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let id = ctx.new_id::<SampleId>();
    let set = |fields: Fields, name: &str, value: String| {
        if fields.has(name) { fields } else { fields.with(name, value) }
    };
    let fields = set(fields.clone(), "sample", id.to_string());
    let seed = format!("{:06}", id.0.as_u128() % 1_000_000);
    let fields = &set(set(fields, "seed", seed), "wanted", USUAL.to_owned());
    let periods = choices(ctx).into_iter().map(|period| (period.code.clone(), period.choice(lang))).collect();
    let body = view! {
        {hidden("sample", fields.get("sample").to_owned())}
        {Field::new(fields, lang, "period", lang.t("samples-period")).required().select(periods, None)}
        {Field::new(fields, lang, "wanted", lang.t("samples-wanted")).required().short().number(1, rules::MOST)}
        {Field::new(fields, lang, "seed", lang.t("samples-seed")).hint(lang.t("samples-seed-hint")).required().short().text()}
        <div class="actions">{button(lang.t("samples-draw"))}</div>
    };
    view! { <div class="no-print">{card(lang.t("samples-new"), post_form(routes::SAMPLES, body.into_any()))}</div> }
        .into_any()
}

pub async fn draw(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let place = ctx.place()?.id;
    let seed = fields.required("seed", rules::LONGEST_SEED);
    let wanted = fields.number("wanted", 1, rules::MOST);
    let period = Period::parse(fields.get("period"), ctx.zone())
        .filter(|period| choices(&ctx).iter().any(|offered| offered.code == period.code));
    if period.is_none() {
        fields.error("period", Msg::new("form-choose"));
    }
    let mut tx = ctx.care_write(Permission::SampleWork, Subject::Facility(place), "sample").await?;
    let (Some(period), Some(wanted), false) = (period, wanted, fields.is_refused()) else {
        drop(tx);
        return list::show(&ctx, &ListQuery::default(), fields).await;
    };
    let charts = store::charts_of(&mut tx, place, (period.first_day(), period.last_day())).await?;
    if charts.is_empty() {
        drop(tx);
        fields.error("period", Msg::new("samples-no-charts"));
        return list::show(&ctx, &ListQuery::default(), fields).await;
    }
    let drawn = rules::draw(&seed, &period.code, &charts, usize::try_from(wanted).unwrap_or(0));
    let new = New {
        id: ctx.id_of_form(&fields, "sample"),
        facility: place,
        period: period.code.clone(),
        starts_on: period.first_day(),
        ends_on: period.last_day(),
        seed,
        wanted,
        charts: i32::try_from(charts.len()).unwrap_or(i32::MAX),
        by: ctx.actor.id,
        at: ctx.now(),
    };
    if store::keep(&mut tx, &new, &drawn).await? {
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::sample(new.id), "flash-sample-drawn"))
}
