//! What counts as unusual. The limits are wide enough that a day's ordinary work in a unit keeps below them.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Timelike, Utc, Weekday};
use chrono_tz::Tz;
use uuid::Uuid;

use crate::kit::page::sort_key;
use crate::text_enum;

/// So many different patients within [`WITHIN`] is no longer reading but browsing: somebody who treats opens one after the other.
pub const MANY: usize = 15;
pub const WITHIN: TimeDelta = TimeDelta::minutes(15);
/// Health units work from six in the morning to eight in the evening, and not on Sundays.
pub const FIRST_HOUR: u32 = 6;
pub const LAST_HOUR: u32 = 20;
/// Letters and copies are still written for so long after somebody has left.
pub const AFTER_LEAVING: Days = Days::new(14);

text_enum! {
    pub enum Rule label "unusual-rule" {
        ManyCharts = "many_charts",
        OwnSurname = "own_surname",
        OffDuty = "off_duty",
        AfterLeaving = "after_leaving",
    }
}

/// One look at a record, with what the rules must know.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Look {
    pub at: DateTime<Utc>,
    pub user_name: String,
    pub display_name: String,
    pub person_id: Uuid,
    pub family_name: String,
    /// The last day in any prison, for somebody who is in none.
    pub left_on: Option<NaiveDate>,
}

/// What one user did that one rule lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub rule: Rule,
    pub user_name: String,
    pub first: DateTime<Utc>,
    pub last: DateTime<Utc>,
    pub looks: usize,
    /// Whose records, each once, in the order in which they were opened.
    pub people: Vec<Uuid>,
}

/// What the rules list of looks that come in the order of time; by user, then by rule.
#[must_use]
pub fn findings(looks: &[Look], zone: Tz) -> Vec<Finding> {
    let mut users: Vec<&str> = looks.iter().map(|look| look.user_name.as_str()).collect();
    users.sort_unstable();
    users.dedup();
    let mut found = Vec::new();
    for user in users {
        let own: Vec<&Look> = looks.iter().filter(|look| look.user_name == user).collect();
        for rule in Rule::ALL {
            let listed = match rule {
                Rule::ManyCharts => browsing(&own),
                Rule::OwnSurname => own.iter().copied().filter(|look| same_surname(look)).collect(),
                Rule::OffDuty => own.iter().copied().filter(|look| off_duty(look.at, zone)).collect(),
                Rule::AfterLeaving => own.iter().copied().filter(|look| after_leaving(look, zone)).collect(),
            };
            found.extend(finding(*rule, user, &listed));
        }
    }
    found
}

fn finding(rule: Rule, user: &str, listed: &[&Look]) -> Option<Finding> {
    let (first, last) = (listed.first()?, listed.last()?);
    let mut people = Vec::new();
    for look in listed {
        if !people.contains(&look.person_id) {
            people.push(look.person_id);
        }
    }
    Some(Finding { rule, user_name: user.to_owned(), first: first.at, last: last.at, looks: listed.len(), people })
}

/// The looks of the first stretch of [`WITHIN`] that holds [`MANY`] patients; none when there is no such stretch.
fn browsing<'a>(looks: &[&'a Look]) -> Vec<&'a Look> {
    for (from, first) in looks.iter().enumerate() {
        let stretch: Vec<&Look> =
            looks.iter().skip(from).take_while(|look| look.at - first.at <= WITHIN).copied().collect();
        let mut people: Vec<Uuid> = stretch.iter().map(|look| look.person_id).collect();
        people.sort_unstable();
        people.dedup();
        if people.len() >= MANY {
            return stretch;
        }
    }
    Vec::new()
}

/// The user's last name is the patient's, however either writes its marks.
fn same_surname(look: &Look) -> bool {
    let family = sort_key(look.family_name.trim());
    look.display_name.split_whitespace().last().is_some_and(|last| !family.is_empty() && sort_key(last) == family)
}

fn off_duty(at: DateTime<Utc>, zone: Tz) -> bool {
    let local = at.with_timezone(&zone);
    !(FIRST_HOUR..LAST_HOUR).contains(&local.hour()) || local.weekday() == Weekday::Sun
}

fn after_leaving(look: &Look, zone: Tz) -> bool {
    let day = look.at.with_timezone(&zone).date_naive();
    look.left_on.and_then(|left| left.checked_add_days(AFTER_LEAVING)).is_some_and(|until| day > until)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone as _;

    const ZONE: Tz = chrono_tz::Europe::Belgrade;

    /// A look on Monday 2 November 2026, so many minutes after midnight at the place.
    fn look(user: &str, minute: u32, person: u128) -> Look {
        let midnight = ZONE.with_ymd_and_hms(2026, 11, 2, 0, 0, 0).unwrap().with_timezone(&Utc);
        Look {
            at: midnight + TimeDelta::minutes(i64::from(minute)),
            user_name: user.to_owned(),
            display_name: "Vesa Krasniqi".to_owned(),
            person_id: Uuid::from_u128(person),
            family_name: "Hoxha".to_owned(),
            left_on: None,
        }
    }

    fn rules(looks: &[Look]) -> Vec<Rule> {
        findings(looks, ZONE).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn a_days_work_lists_nothing() {
        let work: Vec<Look> = (0..60).map(|n| look("vesa", 480 + n * 5, u128::from(n % 12))).collect();
        assert!(rules(&work).is_empty() && rules(&[]).is_empty());
    }

    #[test]
    fn many_charts_in_a_short_time_are_listed() {
        for (people, minutes, listed) in [(15, 15, true), (14, 10, false), (15, 30, false), (40, 20, true)] {
            let looks: Vec<Look> =
                (0..people).map(|n| look("vesa", 600 + n * minutes / (people - 1), u128::from(n))).collect();
            assert_eq!(rules(&looks) == [Rule::ManyCharts], listed, "{people} in {minutes}");
        }
        let one_each: Vec<Look> = (0..30_u32).map(|n| look(&format!("user{n}"), 600, u128::from(n))).collect();
        assert!(rules(&one_each).is_empty());
    }

    #[test]
    fn hours_are_those_of_the_place() {
        for (minute, listed) in [(359, true), (360, false), (1199, false), (1200, true)] {
            assert_eq!(rules(&[look("vesa", minute, 1)]) == [Rule::OffDuty], listed, "{minute}");
        }
        let sunday = Look { at: look("vesa", 600, 1).at - TimeDelta::days(1), ..look("vesa", 600, 1) };
        assert_eq!(rules(&[sunday]), [Rule::OffDuty]);
    }

    #[test]
    fn ones_own_name_is_found_however_it_is_written() {
        for (name, family, listed) in [
            ("Vesa Krasniqi", "Krasniqi", true),
            ("Marko Jovanović", "JOVANOVIĆ", true),
            ("Marko Jovanovic", "Jovanović", true),
            ("Krasniqi Vesa", "Krasniqi", false),
            ("Vesa Krasniqi", "Kras", false),
            ("", "", false),
        ] {
            let look = Look { display_name: name.to_owned(), family_name: family.to_owned(), ..look("vesa", 600, 1) };
            assert_eq!(rules(&[look]) == [Rule::OwnSurname], listed, "{name} {family}");
        }
    }

    #[test]
    fn who_has_left_is_looked_at_for_two_weeks() {
        let left = |day| NaiveDate::from_ymd_opt(2026, 10, day);
        for (left_on, listed) in [(None, false), (left(19), false), (left(18), true), (left(1), true)] {
            let look = Look { left_on, ..look("vesa", 600, 1) };
            assert_eq!(rules(&[look]) == [Rule::AfterLeaving], listed, "{left_on:?}");
        }
    }

    #[test]
    fn a_finding_names_each_person_once() {
        let found = findings(&[look("vesa", 10, 1), look("vesa", 20, 2), look("vesa", 30, 1)], ZONE);
        let finding = found.first().unwrap();
        assert_eq!((finding.looks, finding.people.len()), (3, 2));
        assert_eq!(finding.last - finding.first, TimeDelta::minutes(20));
    }
}
