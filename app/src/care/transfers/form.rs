//! The form of a package: what was typed as a text, a text as what stands in the form, and what is wrong with it.

use super::model::{Package, PackageText};
use super::rules::{Gap, gaps};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::PackageId;

/// The longest summary, and the longest list of what is open.
const LONG: usize = 8000;
const OBJECTION: usize = 2000;

/// The row that a form was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub id: PackageId,
    pub version: i32,
}

/// The form as a stored package has it.
#[must_use]
pub fn fill(package: &Package) -> Fields {
    fill_text(&package.text())
        .with("package", package.id.to_string())
        .with("version", package.version.to_string())
        .with("informed", if package.patient_informed { "yes" } else { "no" })
}

/// The words alone, as a package that was withdrawn gives them to the next.
#[must_use]
pub fn fill_text(text: &PackageText) -> Fields {
    Fields::new()
        .with("to", text.to.to_string())
        .with("summary", text.summary.as_str())
        .with("open_matters", text.open_matters.as_str())
        .with("objection", text.objection.as_str())
}

/// `None` with errors at the fields when it cannot be kept, not even as a draft.
pub fn parse(fields: &mut Fields) -> Option<PackageText> {
    let text = PackageText {
        summary: fields.text("summary", LONG),
        open_matters: fields.text("open_matters", LONG),
        patient_informed: fields.get("informed") == "yes",
        objection: fields.text("objection", OBJECTION),
        to: fields.choice("to")?,
    };
    (!fields.is_refused()).then_some(text)
}

#[must_use]
pub fn known(fields: &Fields) -> Option<Known> {
    Some(Known { id: fields.get("package").parse().ok()?, version: fields.version() })
}

/// Says at each field what is missing before the package can be sent.
pub fn show_gaps(fields: &mut Fields, text: &PackageText) {
    if fields.get("informed").is_empty() {
        fields.error("informed", Msg::new("form-choose"));
    }
    for gap in gaps(text) {
        match gap {
            Gap::Summary => fields.error("summary", Msg::new("form-required")),
            Gap::WhyNotInformed => fields.error("objection", Msg::new("packages-why-not-informed")),
        }
    }
}

/// Somebody else was faster: what is kept now stands at each field beside what was typed, and saving once more is then meant.
pub fn show_conflict(fields: &mut Fields, lang: Lang, held: Option<&Package>) {
    let Some(held) = held else {
        fields.set("package", "");
        fields.error("", Msg::new("packages-gone"));
        return;
    };
    fields.set("package", held.id.to_string());
    fields.set("version", held.version.to_string());
    fields.error("", Msg::new("plans-conflict"));
    let informed = if held.patient_informed { "yes" } else { "no" };
    for (name, theirs) in [
        ("summary", held.summary.clone()),
        ("open_matters", held.open_matters.clone()),
        ("objection", held.objection.clone()),
        ("informed", informed.to_owned()),
        ("to", held.to_facility_id.to_string()),
    ] {
        if fields.get(name) != theirs {
            let said = match name {
                "informed" => lang.t(&format!("packages-informed-{informed}")).into_owned(),
                "to" => held.to_name.clone(),
                _ if theirs.is_empty() => lang.t("plans-nothing").into_owned(),
                _ => theirs,
            };
            fields.error(name, Msg::with("plans-conflict-field", [("theirs", said.into())]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_kept_or_refused_at_its_field() {
        let to = uuid::Uuid::from_u128(7);
        let mut fields = Fields::parse(format!("to={to}&summary=Cooks&informed=yes").as_bytes()).unwrap();
        let text = parse(&mut fields).unwrap();
        assert!(text.patient_informed && text.summary == "Cooks");
        let mut fields = Fields::parse(format!("to={to}&summary={}", "x".repeat(8001)).as_bytes()).unwrap();
        assert!(parse(&mut fields).is_none() && fields.error_at("summary").is_some());
        assert_eq!(fields.get("summary").len(), 8001, "nothing typed is lost");
        let mut fields = Fields::parse(b"summary=Cooks").unwrap();
        assert!(parse(&mut fields).is_none() && fields.error_at("to").is_some());
    }
}
