//! The settings as a form: a choice for each role, and a number of days.

use crate::access::factor::Demand;
use crate::access::settings::{DORMANT_BOUNDS, Settings};
use crate::access::{Role, Side};
use crate::kit::form::Fields;

pub(super) const DAYS: &str = "days";

/// The roles that can be held by now, those of each side together.
pub(super) fn roles() -> impl Iterator<Item = Role> {
    Side::ALL.into_iter().flat_map(|side| Role::ALL.iter().copied().filter(move |role| role.side() == side))
}

pub(super) fn fields(settings: &Settings) -> Fields {
    let mut fields =
        Fields::new().with("version", settings.version.to_string()).with(DAYS, settings.dormant_days.to_string());
    for (role, demand) in &settings.demands {
        fields.set(role.as_str(), demand.as_str());
    }
    fields
}

/// What was chosen; errors are left at the fields.
pub(super) fn parse(fields: &mut Fields) -> Option<Settings> {
    let (least, most) = DORMANT_BOUNDS;
    let days = fields.number(DAYS, least, most);
    let demands: Vec<_> = roles().filter_map(|role| Some((role, fields.choice::<Demand>(role.as_str())?))).collect();
    if fields.is_refused() {
        return None;
    }
    Some(Settings { version: fields.version(), dormant_days: days?, demands, changed: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::rules::DORMANT_DAYS;

    fn settings() -> Settings {
        let demands = roles().map(|role| (role, Demand::Offered)).collect();
        Settings { version: 3, dormant_days: DORMANT_DAYS, demands, changed: None }
    }

    #[test]
    fn what_is_shown_is_read_again() {
        assert_eq!(parse(&mut fields(&settings())), Some(settings()));
        assert_eq!(roles().count(), Role::ALL.len());
    }

    #[test]
    fn what_makes_no_sense_is_refused_at_its_field() {
        for (field, value) in [(DAYS, "13"), (DAYS, "731"), (DAYS, "often"), ("head", "perhaps"), ("officer", "")] {
            let mut wrong = fields(&settings()).with(field, value);
            assert_eq!(parse(&mut wrong), None, "{field} {value}");
            assert!(wrong.error_at(field).is_some() && wrong.get(field) == value, "{field} {value}");
        }
    }
}
