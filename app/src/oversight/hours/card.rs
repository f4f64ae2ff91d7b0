//! 'Structured activity this week, my caseload': the piece of a practitioner's first page that shows how far each of her own
//! patients has come in the week, those furthest from their target first.

use leptos::prelude::*;

use super::store::{Order, PatientWeek, Window, week_by_patient};
use super::weeks::Week;
use crate::error::Result;
use crate::kit::db::CareTx;
use crate::kit::ui::{Header, card, hours_bar, hours_key, table_under_heading};
use crate::routes;
use crate::web::Ctx;

/// More patients than this are a list, not a card.
const MOST: i64 = 30;

/// The card's content, loaded; [`CaseloadCard::view`] draws it.
#[derive(Debug, Clone)]
pub struct CaseloadCard {
    patients: Vec<PatientWeek>,
}

/// Loads the card for the signed-in practitioner with one question.
pub async fn caseload_card(ctx: &Ctx, tx: &mut CareTx) -> Result<CaseloadCard> {
    let week = Week::of(ctx.today(), ctx.zone());
    let window = Window { order: Order::Share, descending: false, limit: MOST, offset: 0 };
    let patients = week_by_patient(tx, ctx.place()?.id, Some(ctx.actor.id), &week, window).await?;
    Ok(CaseloadCard { patients })
}

impl CaseloadCard {
    #[must_use]
    pub fn view(&self, ctx: &Ctx) -> AnyView {
        let lang = ctx.lang;
        let title = lang.t("oversight-caseload-week");
        let rows: Vec<AnyView> = self.patients.iter().map(|patient| row(ctx, patient)).collect();
        let headers = vec![
            Header::new(lang.t("oversight-patient")),
            Header::new(lang.t("oversight-hours")),
            Header::new(lang.t("oversight-planned")).numeric(),
        ];
        let key = (!rows.is_empty()).then(|| hours_key(lang));
        let table = table_under_heading(title.clone(), headers, rows, lang.t("oversight-caseload-empty"));
        card(title, view! { {table} {key} }.into_any())
    }
}

fn row(ctx: &Ctx, patient: &PatientWeek) -> AnyView {
    let lang = ctx.lang;
    let hours = patient.hours();
    view! {
        <tr>
            <td>
                <a class="nowrap" href=routes::patient_progress(patient.person_id)>{patient.number.shown(ctx, patient.person_id)}</a>
                <div class="sub">{patient.home.shown(ctx, patient.person_id)}</div>
            </td>
            <td>{hours_bar(lang, &hours.parts(patient.target))}</td>
            <td class="n">{lang.hours(hours.planned)}</td>
        </tr>
    }
    .into_any()
}
