//! Reading the forms of a referral.

use chrono::NaiveDate;

use super::model::{Decision, NewReferral, ReferralStatus};
use super::rules;
use crate::care::plans::Areas;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;

const LONGEST_REASON: usize = 4000;

/// The referral as it was written down; `None` when an error was left at a field.
pub fn referral(fields: &mut Fields, person: PersonId, today: NaiveDate) -> Option<NewReferral> {
    let source = fields.choice("source");
    let reason = fields.required("reason", LONGEST_REASON);
    let urgency = fields.choice("urgency");
    let received_on = day(fields, "received_on", today);
    let areas = Areas(fields.all("areas").filter_map(|code| code.parse().ok()).collect());
    if fields.is_refused() {
        return None;
    }
    Some(NewReferral { person, source: source?, reason, areas, urgency: urgency?, received_on: received_on? })
}

/// The decision; `None` when an error was left at a field.
pub fn decision(fields: &mut Fields) -> Option<Decision> {
    let status = fields.choice::<ReferralStatus>("decision");
    if status == Some(ReferralStatus::Received) {
        fields.error("decision", Msg::new("form-choose"));
    }
    let urgency = fields.choice("urgency");
    let reason = fields.text("decision_reason", LONGEST_REASON);
    if reason.is_empty() && status.is_some_and(rules::needs_reason) {
        fields.error("decision_reason", Msg::new("referrals-say-why"));
    }
    if fields.is_refused() { None } else { Some(Decision { status: status?, urgency: urgency?, reason }) }
}

/// The day of the first contact: between the referral and today.
pub fn first_contact(fields: &mut Fields, received_on: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    let on = day(fields, "first_contact_on", today)?;
    if on < received_on {
        fields.error("first_contact_on", Msg::new("referrals-before-received"));
        return None;
    }
    Some(on)
}

/// A day that must be given and is not ahead.
fn day(fields: &mut Fields, name: &str, today: NaiveDate) -> Option<NaiveDate> {
    if fields.get(name).is_empty() {
        fields.error(name, Msg::new("form-required"));
    }
    let on = fields.date(name)?;
    if on > today {
        fields.error(name, Msg::new("referrals-day-ahead"));
        return None;
    }
    Some(on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    #[test]
    fn a_referral_or_an_error_at_its_field() {
        let person = PersonId(uuid::Uuid::nil());
        let whole = "source=nurse&reason=Sleeps+all+day&urgency=urgent&received_on=2026-11-20&areas=rest_sleep";
        let parse = |sent: &str| {
            let mut fields = Fields::parse(sent.as_bytes()).unwrap();
            (referral(&mut fields, person, today()), fields)
        };
        assert_eq!(parse(whole).0.unwrap().areas.0.len(), 1);
        for (from, to, field) in [
            ("source=nurse", "source=priest", "source"),
            ("reason=Sleeps+all+day", "reason=+", "reason"),
            ("urgency=urgent", "urgency=", "urgency"),
            ("2026-11-20", "2026-11-23", "received_on"),
            ("2026-11-20", "", "received_on"),
            ("2026-11-20", "32.13.2026", "received_on"),
        ] {
            let (parsed, fields) = parse(&whole.replace(from, to));
            assert!(parsed.is_none() && fields.error_at(field).is_some(), "{to}");
        }
    }

    #[test]
    fn declining_and_redirecting_say_why() {
        for (sent, expected) in [
            ("decision=accepted&urgency=routine", Ok(ReferralStatus::Accepted)),
            ("decision=waiting_list&urgency=asap", Ok(ReferralStatus::WaitingList)),
            (
                "decision=declined&urgency=routine&decision_reason=Seen+by+the+psychologist",
                Ok(ReferralStatus::Declined),
            ),
            ("decision=declined&urgency=routine&decision_reason=+", Err("decision_reason")),
            ("decision=redirected&urgency=routine", Err("decision_reason")),
            ("decision=received&urgency=routine", Err("decision")),
            ("urgency=routine", Err("decision")),
            ("decision=accepted", Err("urgency")),
        ] {
            let mut fields = Fields::parse(sent.as_bytes()).unwrap();
            let parsed = decision(&mut fields).map(|decision| decision.status);
            match expected {
                Ok(status) => assert_eq!(parsed, Some(status), "{sent}"),
                Err(field) => assert!(parsed.is_none() && fields.error_at(field).is_some(), "{sent}"),
            }
        }
    }

    #[test]
    fn a_first_contact_lies_between_the_referral_and_today() {
        let received = NaiveDate::from_ymd_opt(2026, 11, 10).unwrap();
        for (typed, taken) in [
            ("2026-11-10", true),
            ("22.11.2026", true),
            ("2026-11-09", false),
            ("2026-11-23", false),
            ("", false),
            ("soon", false),
        ] {
            let mut fields = Fields::new().with("first_contact_on", typed);
            assert_eq!(first_contact(&mut fields, received, today()).is_some(), taken, "{typed}");
            assert_eq!(fields.is_refused(), !taken, "{typed}");
        }
    }
}
