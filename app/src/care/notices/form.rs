//! The form for a notice, read: which of its fields count depends on the kind, and each error stands at its field.

use chrono::NaiveDate;

use super::model::NoticeBasis;
use super::rules::{self, Refused};
use crate::care::consents::Record;
use crate::custody::notices::{NoticeKind, Terms, ToolClass};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::ConsentId;
use crate::kit::local_time::parse_clock;
use crate::kit::spoken::SpokenLanguage;

/// What was asked for, as far as the form itself can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub terms: Terms,
    pub expires_on: NaiveDate,
    pub basis: NoticeBasis,
    pub consent: Option<ConsentId>,
    pub reason: String,
}

/// The whole form; `None` with errors at its fields when it does not hold.
pub fn parse(fields: &mut Fields, records: &[Record], today: NaiveDate) -> Option<Asked> {
    let terms = terms(fields);
    let expires_on = expiry(fields, today);
    let basis = fields.choice::<NoticeBasis>("basis");
    let consent = basis.and_then(|basis| footing(fields, basis, records, today));
    let reason = fields.required("reason", 500);
    if fields.is_refused() {
        return None;
    }
    Some(Asked { terms: terms?, expires_on: expires_on?, basis: basis?, consent: consent?, reason })
}

fn terms(fields: &mut Fields) -> Option<Terms> {
    let kind = fields.choice::<NoticeKind>("kind")?;
    let mut terms = Terms { kind, number: None, tool_class: None, language: None };
    match kind {
        NoticeKind::NotBefore => {
            terms.number = parse_clock(fields.get("time"));
            if terms.number.is_none() {
                fields.error("time", Msg::new("notices-time-needed"));
            }
        }
        NoticeKind::SmallGroup => terms.number = fields.number("people", 1, 12),
        NoticeKind::NoToolsOfClass => terms.tool_class = fields.choice::<ToolClass>("class"),
        NoticeKind::Interpreter => terms.language = fields.choice::<SpokenLanguage>("language"),
        _ => {}
    }
    Some(terms)
}

/// The day on which a notice is to end.
pub fn expiry(fields: &mut Fields, today: NaiveDate) -> Option<NaiveDate> {
    let day = fields.date("expires_on");
    if fields.get("expires_on").is_empty() {
        fields.error("expires_on", Msg::new("form-required"));
    }
    match rules::term(day?, today) {
        Ok(()) => day,
        Err(refused) => {
            let key = if refused == Refused::TooLong { "notices-too-long" } else { "notices-past" };
            fields.error("expires_on", Msg::new(key));
            None
        }
    }
}

/// `Some` when the basis holds: with the consent where it is one.
pub fn footing(
    fields: &mut Fields,
    basis: NoticeBasis,
    records: &[Record],
    today: NaiveDate,
) -> Option<Option<ConsentId>> {
    let found = rules::footing(basis, records, today);
    if found.is_err() {
        fields.error("basis", Msg::new("notices-no-consent"));
    }
    found.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_asks_for_what_it_needs() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let rest = "expires_on=2026-12-22&basis=legal_duty&reason=x";
        for (sent, error) in [
            ("kind=seated_only", None),
            ("kind=not_before&time=9:30", None),
            ("kind=not_before", Some("time")),
            ("kind=small_group&people=4", None),
            ("kind=small_group&people=400", Some("people")),
            ("kind=no_tools_of_class&class=sharp", None),
            ("kind=no_tools_of_class&class=atomic", Some("class")),
            ("kind=interpreter&language=tr", None),
            ("kind=interpreter", Some("language")),
            ("kind=levitate", Some("kind")),
        ] {
            let mut fields = Fields::parse(format!("{sent}&{rest}").as_bytes()).unwrap();
            let asked = parse(&mut fields, &[], today);
            assert_eq!(asked.is_none(), error.is_some(), "{sent}");
            assert_eq!(fields.errors().first().map(|(name, _)| name.as_str()), error, "{sent}");
        }
        let mut fields = Fields::parse(b"kind=seated_only&expires_on=2026-12-22&basis=consent").unwrap();
        assert_eq!(parse(&mut fields, &[], today), None);
        assert!(fields.error_at("basis").is_some() && fields.error_at("reason").is_some());
    }
}
