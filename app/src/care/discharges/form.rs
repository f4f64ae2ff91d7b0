//! The form of a summary: what was typed as a text, a text as what stands in the form, and what is wrong with it.

use chrono::NaiveDate;

use super::model::{Discharge, DischargeReason, DischargeText};
use super::rules::{self, DayRefused, Gap};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::DischargeId;

const LONG: usize = 8000;
/// What goes on the patient's copy stands on one page in large type.
pub const PLAIN: usize = 400;

/// The row that a form was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub id: DischargeId,
    pub version: i32,
}

/// A form that nothing was written in, for today and in the person's language. The draft that it may become has its identifier.
#[must_use]
pub fn blank(id: DischargeId, today: NaiveDate, language: Lang) -> Fields {
    Fields::new()
        .with("discharge", id.to_string())
        .with("version", "0")
        .with("discharged_on", today.to_string())
        .with("plain_language", language.code())
}

#[must_use]
pub fn fill(held: &Discharge) -> Fields {
    let text = &held.text;
    Fields::new()
        .with("discharge", held.id.to_string())
        .with("version", held.version.to_string())
        .with("discharged_on", text.discharged_on.to_string())
        .with("reason", text.reason.map_or("", DischargeReason::as_str))
        .with("course", text.course.as_str())
        .with("recommendations", text.recommendations.as_str())
        .with("patient_view", text.patient_view.as_str())
        .with("plain_summary", text.plain_summary.as_str())
        .with("plain_next", text.plain_next.as_str())
        .with("plain_language", text.plain_language.as_str())
}

/// `None` with errors at the fields when it cannot be kept, not even as a draft.
pub fn parse(fields: &mut Fields, (opened_on, today): (NaiveDate, NaiveDate)) -> Option<DischargeText> {
    let discharged_on = fields.date("discharged_on");
    match discharged_on.map(|on| rules::day(on, opened_on, today)) {
        Some(Err(DayRefused::BeforeOpening)) => fields.error("discharged_on", Msg::new("discharge-before-opening")),
        Some(Err(DayRefused::Ahead)) => fields.error("discharged_on", Msg::new("discharge-ahead")),
        None if fields.error_at("discharged_on").is_none() => fields.error("discharged_on", Msg::new("form-required")),
        _ => {}
    }
    let reason = fields.optional::<DischargeReason>("reason");
    let language = Lang::from_code(fields.get("plain_language"));
    if language.is_none() {
        fields.error("plain_language", Msg::new("form-choose"));
    }
    let text = DischargeText {
        discharged_on: discharged_on.unwrap_or(today),
        reason,
        course: fields.text("course", LONG),
        recommendations: fields.text("recommendations", LONG),
        patient_view: fields.text("patient_view", LONG),
        plain_summary: fields.text("plain_summary", PLAIN),
        plain_next: fields.text("plain_next", PLAIN),
        plain_language: language.unwrap_or_default().code().to_owned(),
    };
    (!fields.is_refused()).then_some(text)
}

#[must_use]
pub fn known(fields: &Fields) -> Option<Known> {
    Some(Known { id: fields.get("discharge").parse().ok()?, version: fields.version() })
}

/// Says at each field what is missing before the summary can be signed.
pub fn show_gaps(fields: &mut Fields, text: &DischargeText) {
    for gap in rules::gaps(text) {
        let (name, said) = match gap {
            Gap::Reason => ("reason", "form-choose"),
            Gap::Course => ("course", "form-required"),
            Gap::PlainSummary => ("plain_summary", "form-required"),
        };
        fields.error(name, Msg::new(said));
    }
}

/// Somebody else was faster: what is kept now stands at each field beside what was typed, and saving once more is then meant.
pub fn show_conflict(fields: &mut Fields, lang: Lang, held: Option<&Discharge>) {
    let Some(held) = held else {
        fields.set("discharge", "");
        fields.error("", Msg::new("discharge-gone"));
        return;
    };
    fields.error("", Msg::new("plans-conflict"));
    for (name, theirs) in fill(held).pairs() {
        if matches!(name.as_str(), "discharge" | "version") {
            fields.set(name.as_str(), theirs.as_str());
        } else if fields.get(name) != theirs.trim() {
            let said = match name.as_str() {
                "discharged_on" => lang.date(held.text.discharged_on),
                "reason" => {
                    held.text.reason.map_or_else(|| lang.t("plans-nothing"), |reason| reason.label(lang)).into_owned()
                }
                "plain_language" => Lang::from_code(theirs).unwrap_or_default().own_name().to_owned(),
                _ if theirs.is_empty() => lang.t("plans-nothing").into_owned(),
                _ => theirs.clone(),
            };
            fields.error(name.as_str(), Msg::with("plans-conflict-field", [("theirs", said.into())]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(sent: &str) -> (Option<DischargeText>, Fields) {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        let mut fields = Fields::parse(sent.as_bytes()).unwrap();
        (parse(&mut fields, (day(1), day(22))), fields)
    }

    #[test]
    fn a_form_becomes_a_text_or_errors_at_its_fields() {
        let (text, _) = parsed("discharged_on=22.11.2026&reason=released&course=Cooked&plain_language=sr");
        assert_eq!(text.map(|text| text.plain_language), Some("sr".to_owned()));
        let (text, _) = parsed("discharged_on=22.11.2026&course=Cooked&plain_language=sr");
        assert_eq!(text.map(|text| text.reason), Some(None), "a draft need not know why it ends");
        for (sent, field) in [
            ("discharged_on=&reason=released&plain_language=sr", "discharged_on"),
            ("discharged_on=2026-11-23&reason=released&plain_language=sr", "discharged_on"),
            ("discharged_on=2026-10-31&reason=released&plain_language=sr", "discharged_on"),
            ("discharged_on=2026-11-22&reason=bored&plain_language=sr", "reason"),
            ("discharged_on=2026-11-22&reason=released&plain_language=de", "plain_language"),
        ] {
            let (text, fields) = parsed(sent);
            assert!(text.is_none() && fields.error_at(field).is_some(), "{sent}");
        }
        let long = "x".repeat(PLAIN + 1);
        let (text, fields) =
            parsed(&format!("discharged_on=2026-11-22&reason=released&plain_language=sr&plain_summary={long}"));
        assert!(text.is_none() && fields.get("plain_summary") == long, "nothing typed is lost");
    }
}
