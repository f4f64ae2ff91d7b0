//! The language files, compiled in: one namespace for each feature.

use super::Lang;

macro_rules! language_files {
    ($($name:literal),* $(,)?) => {
        /// Name and text of every file of a language.
        pub(super) fn files(lang: Lang) -> &'static [(&'static str, &'static str)] {
            match lang {
                Lang::En => &[$(($name, include_str!(concat!("../../locales/en/", $name, ".ftl")))),*],
                Lang::Sq => &[$(($name, include_str!(concat!("../../locales/sq/", $name, ".ftl")))),*],
                Lang::Sr => &[$(($name, include_str!(concat!("../../locales/sr/", $name, ".ftl")))),*],
            }
        }
    };
}

language_files! {
    "kit", "error", "access", "patients", "plans", "goals", "reviews", "sessions", "notes", "custody", "regime", "referrals", "evaluations", "oversight", "admin",
    "consents", "notices", "disclosures",
    "library", "kits", "tools", "feeds", "programmes",
    "measures", "leaving",
    "series",
    "escorts",
    "measures", "leaving", "lists",
    "places", "cautions", "changes",
    "board",
    "progress", "unit",
    "export",
    "reports",
    "training",
    "progress",
    "backups",
    "openings",
    "names",
    "voice",
    "samples",
    "factor",
}
