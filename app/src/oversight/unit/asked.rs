//! What the address of the unit's page chooses: a week, a practitioner, a reason, one of the long lists.

use crate::kit::ids::UserId;
use crate::kit::page::{ListQuery, PAGE_SIZE};
use crate::oversight::hours::{Order, Window};
use crate::routes;
use crate::text_enum;

use super::rules::Reason;

text_enum! {
    /// The lists that are too long for the page itself.
    pub enum List label "unit-list" { Reviews = "reviews", Notes = "notes", Slipping = "slipping" }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    pub week: String,
    pub show: String,
    pub lead: String,
    pub reason: String,
    pub page: Option<i64>,
    pub sort: Option<String>,
    pub dir: Option<String>,
}

impl Asked {
    /// What a saved filter holds; anything that is no filter is left out of it.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let Self { show, lead, reason, .. } = serde_html_form::from_str(query).unwrap_or_default();
        Self { show, lead, reason, ..Self::default() }
    }

    #[must_use]
    pub fn lead(&self) -> Option<UserId> {
        self.lead.parse().ok()
    }

    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        Reason::from_code(&self.reason)
    }

    #[must_use]
    pub fn list(&self) -> Option<List> {
        List::from_code(&self.show)
    }

    /// The filters as they stand in an address, in one order whatever was typed.
    #[must_use]
    pub fn filters(&self) -> String {
        let lead = self.lead().map(|id| id.to_string()).unwrap_or_default();
        let pairs = [
            ("show", self.list().map_or("", List::as_str)),
            ("lead", lead.as_str()),
            ("reason", self.reason().map_or("", Reason::as_str)),
        ];
        let kept: Vec<(&str, &str)> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_html_form::to_string(kept).unwrap_or_default()
    }

    /// The address of a list, or of the page itself, under the same filters.
    #[must_use]
    pub fn address(&self, list: Option<List>) -> String {
        let other = Self { show: list.map_or_else(String::new, |list| list.as_str().to_owned()), ..self.clone() };
        let filters = other.filters();
        if filters.is_empty() { format!("{}?show=", routes::UNIT) } else { format!("{}?{filters}", routes::UNIT) }
    }

    /// The list of the week, the patient furthest from the target first unless another order is asked for.
    pub(super) fn window(&self) -> (ListQuery, Window) {
        let known = self.sort.as_deref().filter(|code| Order::from_code(code).is_some());
        let query = ListQuery {
            page: self.page,
            sort: Some(known.unwrap_or("share").to_owned()),
            dir: self.dir.clone(),
            q: None,
        };
        let order = known.and_then(Order::from_code).unwrap_or(Order::Share);
        let window = Window { order, descending: query.descending(), limit: PAGE_SIZE, offset: query.offset() };
        (query, window)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oversight::fixture::id;

    #[test]
    fn only_filters_are_kept_and_in_one_order() {
        let lead = id("ana");
        for (query, kept) in [
            ("", String::new()),
            ("reason=hours&show=slipping", "show=slipping&reason=hours".to_owned()),
            ("week=2026-W20&page=3&sort=lead&show=notes", "show=notes".to_owned()),
            ("show=everything&lead=nobody&reason=", String::new()),
            ("x=%22%3E", String::new()),
        ] {
            assert_eq!(Asked::parse(query).filters(), kept, "{query}");
        }
        let asked = Asked::parse(&format!("lead={lead}"));
        assert_eq!(asked.lead(), Some(UserId(lead)));
        assert_eq!(asked.address(Some(List::Notes)), format!("/unit?show=notes&lead={lead}"));
        assert_eq!(Asked::default().address(None), "/unit?show=");
    }
}
