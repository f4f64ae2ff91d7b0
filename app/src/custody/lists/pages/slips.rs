//! Movement slips: a person's own half, which says where and when and nothing else, and the half that only staff carry. Each has a
//! dashed border to cut along.

use chrono_tz::Tz;
use leptos::prelude::*;

use super::super::model::{ListHead, PrintedRow};
use super::super::words;
use crate::custody::slots::words::neutral_label;
use crate::i18n::Lang;
use crate::web::Ctx;
use crate::web::answers::ROWS_HERE;

/// The frame of a print of slips; they go where [`ROWS_HERE`] stands.
pub(super) fn frame(paper: Lang, one_to_a_page: bool) -> AnyView {
    let class = if one_to_a_page { "slips alone" } else { "slips" };
    view! { <div class=class lang=paper.tag()>{ROWS_HERE}</div> }.into_any()
}

/// What stands on every slip.
#[derive(Debug, Clone)]
pub(super) struct Slip {
    pub lang: Lang,
    pub zone: Tz,
    place: String,
    list: String,
    date: String,
    person_text: String,
    staff_text: String,
}

impl Slip {
    pub fn new(ctx: &Ctx, lang: Lang, head: &ListHead, person_text: &str, staff_text: &str) -> Self {
        let place = ctx.actor.places.iter().find(|place| place.id == head.facility_id);
        Self {
            lang,
            zone: ctx.zone(),
            place: place.map(|place| place.name.clone()).unwrap_or_default(),
            list: words::numbered(lang, head),
            date: lang.long_date(head.held_on),
            person_text: person_text.to_owned(),
            staff_text: staff_text.to_owned(),
        }
    }

    /// Who does not go anywhere gets no slip.
    pub fn all(&self, rows: &[PrintedRow]) -> AnyView {
        rows.iter().filter(|row| row.live).map(|row| self.one(row)).collect_view().into_any()
    }

    fn one(&self, row: &PrintedRow) -> AnyView {
        let lang = self.lang;
        let who = view! { <p><b>{row.name.clone()}</b>" · "<span class="nowrap">{row.number.clone()}</span>" · "<span class="nowrap">{row.housing()}</span></p> };
        let when = format!("{}, {}", self.date, row.way(lang, self.zone));
        let person_text = (!self.person_text.is_empty()).then(|| view! { <p>{self.person_text.clone()}</p> });
        let staff = [row.warnings(lang), row.clashes.join("; "), row.bring.join(", "), self.staff_text.clone()];
        let staff: Vec<_> =
            staff.into_iter().filter(|text| !text.is_empty()).map(|text| view! { <p>{text}</p> }).collect();
        let staff_half = (!staff.is_empty()).then(|| {
            view! {
                <div class="half">
                    <p class="sub">{lang.t("lists-slip-staff")}</p>
                    <p><b>{row.name.clone()}</b>" · "{row.number.clone()}" · "{row.way(lang, self.zone)}</p>
                    {staff}
                </div>
            }
        });
        view! {
            <section class="slip">
                <div class="half">
                    <p class="sub">{format!("{} · {}", self.place, lang.t("lists-slip"))}</p>
                    {who}
                    <p>{when}</p>
                    <p>{neutral_label(lang, &row.letter)}</p>
                    {person_text}
                    <p class="sub">{self.list.clone()}</p>
                </div>
                {staff_half}
            </section>
        }
        .into_any()
    }
}
