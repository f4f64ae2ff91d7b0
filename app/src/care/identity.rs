//! Who a patient is, as the rows of the record hold it: sealed. A row's name, number, housing and birth can be read by nothing but the
//! functions here, and these give a pseudonym to whoever reads under one: a reviewer who has stated no reason for this patient. What a
//! page holds is a [`ShownName`], which has the name or the pseudonym and never both.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::notes::model::NotePatient;
use super::patients::{housing, person_name};
use super::sessions::names::Named as Sought;
use super::sessions::store::request::housing as short_housing;
use crate::access::{Pseudonyms, Readers};
use crate::kit::ids::PersonId;
use crate::web::Ctx;

/// Stands where something is not shown.
const UNSHOWN: &str = "–";

macro_rules! sealed {
    ($($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, sqlx::FromRow)]
        pub struct $name { $($field: $type),* }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}

sealed! {
    /// Family name, given name and prison number.
    HeldName { family_name: String, given_name: String, prison_number: String }
    /// The number alone, where it stands for the person.
    HeldNumber { prison_number: String }
    /// Wing and cell.
    HeldHousing { wing: Option<String>, cell: String }
    /// The wing alone.
    HeldWing { wing: Option<String> }
    HeldBirth { birth_date: NaiveDate }
}

/// What a reader is shown of who somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownName(Shown);

impl Default for ShownName {
    fn default() -> Self {
        Self(Shown::Pseudonym(UNSHOWN.to_owned()))
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Shown {
    Name { name: String, given: String, number: String },
    Pseudonym(String),
}

/// The pseudonym of a patient, as reviewers see it.
#[must_use]
pub fn pseudonym(ctx: &Ctx, person: PersonId) -> String {
    Pseudonyms::new(&ctx.app.key, Readers::Reviewers).of(person.0)
}

impl HeldName {
    #[must_use]
    pub fn shown(&self, ctx: &Ctx, person: PersonId) -> ShownName {
        ShownName(if ctx.names(person) {
            let name = person_name(&self.family_name, &self.given_name);
            Shown::Name { name, given: self.given_name.clone(), number: self.prison_number.clone() }
        } else {
            Shown::Pseudonym(pseudonym(ctx, person))
        })
    }
}

/// What is not shown to anybody: the same of every reader.
impl HeldName {
    /// Whom the check of a shared text looks for.
    #[must_use]
    pub fn looked_for(&self) -> Sought<'_> {
        Sought { family: &self.family_name, given: &self.given_name, number: &self.prison_number }
    }

    /// The patient as a signed document names one. No page of a reviewer's draws this part of a document.
    #[must_use]
    pub fn to_sign(&self, id: PersonId) -> NotePatient {
        NotePatient {
            id,
            number: self.prison_number.clone(),
            family_name: self.family_name.clone(),
            given_name: self.given_name.clone(),
        }
    }

    #[cfg(test)]
    pub(crate) fn of(family: &str, given: &str, number: &str) -> Self {
        Self { family_name: family.to_owned(), given_name: given.to_owned(), prison_number: number.to_owned() }
    }
}

impl ShownName {
    /// `FAMILY, Given`, or the pseudonym.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.0 {
            Shown::Name { name, .. } => name.clone(),
            Shown::Pseudonym(pseudonym) => pseudonym.clone(),
        }
    }

    /// What the person is called when spoken to.
    #[must_use]
    pub fn given(&self) -> &str {
        match &self.0 {
            Shown::Name { given, .. } => given,
            Shown::Pseudonym(pseudonym) => pseudonym,
        }
    }

    /// The number where it stands beside the name.
    #[must_use]
    pub fn number(&self) -> String {
        match &self.0 {
            Shown::Name { number, .. } => number.clone(),
            Shown::Pseudonym(_) => UNSHOWN.to_owned(),
        }
    }

    /// The number where it stands for the person, or the pseudonym.
    #[must_use]
    pub fn short(&self) -> &str {
        match &self.0 {
            Shown::Name { number, .. } => number,
            Shown::Pseudonym(pseudonym) => pseudonym,
        }
    }

    /// Name and number in one, or the pseudonym.
    #[must_use]
    pub fn identity(&self) -> String {
        match &self.0 {
            Shown::Name { name, number, .. } => format!("{name} · {number}"),
            Shown::Pseudonym(pseudonym) => pseudonym.clone(),
        }
    }

    /// The number as it stands smaller behind the name of a heading; nothing behind a pseudonym.
    #[must_use]
    pub fn beside(&self) -> AnyView {
        match &self.0 {
            Shown::Name { number, .. } => view! { " "<span class="sub">{number.clone()}</span> }.into_any(),
            Shown::Pseudonym(_) => ().into_any(),
        }
    }

    #[must_use]
    pub const fn is_pseudonym(&self) -> bool {
        matches!(self.0, Shown::Pseudonym(_))
    }
}

impl HeldNumber {
    #[cfg(test)]
    pub(crate) fn of(number: &str) -> Self {
        Self { prison_number: number.to_owned() }
    }

    #[must_use]
    pub fn shown(&self, ctx: &Ctx, person: PersonId) -> String {
        if ctx.names(person) { self.prison_number.clone() } else { pseudonym(ctx, person) }
    }
}

impl HeldHousing {
    #[must_use]
    pub fn shown(&self, ctx: &Ctx, person: PersonId) -> String {
        if ctx.names(person) { housing(ctx.lang, self.wing.as_deref(), &self.cell) } else { UNSHOWN.to_owned() }
    }
}

impl HeldHousing {
    /// As it stands beside a name: the wing is not said twice.
    #[must_use]
    pub fn in_short(&self, ctx: &Ctx, person: PersonId) -> String {
        if ctx.names(person) { short_housing(self.wing.as_deref(), &self.cell) } else { UNSHOWN.to_owned() }
    }

    #[cfg(test)]
    pub(crate) fn of(wing: Option<&str>, cell: &str) -> Self {
        Self { wing: wing.map(str::to_owned), cell: cell.to_owned() }
    }
}

impl HeldWing {
    #[must_use]
    pub fn shown(&self, ctx: &Ctx, person: PersonId) -> String {
        self.wing.clone().filter(|_| ctx.names(person)).unwrap_or_default()
    }
}

impl HeldBirth {
    /// The day, for those who may know it.
    #[must_use]
    pub fn shown(&self, ctx: &Ctx, person: PersonId) -> String {
        if ctx.names(person) { ctx.lang.date(self.birth_date) } else { UNSHOWN.to_owned() }
    }

    /// The day with the age; the age alone under a pseudonym.
    #[must_use]
    pub fn in_words(&self, ctx: &Ctx, person: PersonId) -> String {
        let age = age(self.birth_date, ctx.today()).into();
        if ctx.names(person) {
            ctx.lang.t_with("patients-born", &[("date", ctx.lang.date(self.birth_date).into()), ("age", age)])
        } else {
            ctx.lang.t_with("names-age", &[("age", age)])
        }
    }
}

fn age(born: NaiveDate, today: NaiveDate) -> i32 {
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    today.year() - born.year() - i32::from(!had_birthday)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::policy::{Reach, holders};
    use crate::access::{Permission, Role};

    #[test]
    fn an_age_turns_on_the_birthday() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        for (born, today, years) in [
            (day(1990, 5, 10), day(2026, 5, 9), 35),
            (day(1990, 5, 10), day(2026, 5, 10), 36),
            (day(2000, 2, 29), day(2026, 2, 28), 25),
            (day(2000, 2, 29), day(2026, 3, 1), 26),
        ] {
            assert_eq!(age(born, today), years, "{born} {today}");
        }
    }

    #[test]
    fn what_is_held_does_not_show_by_accident() {
        let held = HeldName::of("Krasniqi", "Besart", "A-20417");
        assert_eq!(format!("{held:?}"), "HeldName");
    }

    /// Where name, number, birth or cell are read as they are: by what permission, which no reviewer has without a reason.
    const READ_AS_THEY_ARE: &[(&str, Permission)] = &[
        ("care/identity.rs", Permission::NameRead),
        ("care/notes/model.rs", Permission::NoteSign),
        ("care/patients/model.rs", Permission::PatientOpen),
        ("care/sessions/store/lists.rs", Permission::SessionRecord),
        ("care/sessions/store/request.rs", Permission::SessionRequest),
        ("exchange/fhir/patient.rs", Permission::RecordExport),
        ("oversight/unusual/rules.rs", Permission::AccessLogRead),
    ];

    #[test]
    fn who_somebody_is_is_read_sealed() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut waiting: Vec<_> = ["care", "oversight", "exchange"].map(|part| root.join(part)).to_vec();
        let mut open = std::collections::BTreeSet::new();
        while let Some(path) = waiting.pop() {
            if path.is_dir() {
                waiting.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let fields =
                ["family_name: String", "given_name: String", "prison_number: String", "birth_date: NaiveDate"];
            if fields.iter().any(|field| text.contains(field)) {
                open.insert(path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/"));
            }
        }
        let listed: std::collections::BTreeSet<String> =
            READ_AS_THEY_ARE.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(open, listed);
        for (path, permission) in READ_AS_THEY_ARE {
            let reach = holders(*permission).iter().find(|(role, _)| *role == Role::Reviewer).map(|(_, reach)| *reach);
            assert!(matches!(reach, None | Some(Reach::Reason)), "{path}: a reviewer holds {permission}");
        }
    }
}
