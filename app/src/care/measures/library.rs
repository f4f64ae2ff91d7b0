//! The definitions: those that Ergon ships, read and checked once at start, and those that a facility has added by file.

use std::sync::LazyLock;

use super::definition::{Definition, Fault};

const FILES: [&str; 9] = [
    include_str!("../../../library/measures/who5.toml"),
    include_str!("../../../library/measures/goal_attainment.toml"),
    include_str!("../../../library/measures/participation.toml"),
    include_str!("../../../library/measures/assistance.toml"),
    include_str!("../../../library/measures/house_group.toml"),
    include_str!("../../../library/measures/copm.toml"),
    include_str!("../../../library/measures/mohost.toml"),
    include_str!("../../../library/measures/whodas12.toml"),
    include_str!("../../../library/measures/creative_ability.toml"),
];

static SHIPPED: LazyLock<Result<Vec<Definition>, Fault>> =
    LazyLock::new(|| FILES.iter().map(|text| Definition::parse(text)).collect());

/// What Ergon ships, in the order in which it is offered.
#[must_use]
pub fn shipped() -> &'static [Definition] {
    SHIPPED.as_ref().map_or(&[], Vec::as_slice)
}

/// Whether every file can be relied on. Asked at start: with a bad one the server does not begin.
pub fn check() -> Result<(), Fault> {
    SHIPPED.as_ref().map(|_| ()).map_err(Clone::clone)
}

/// All definitions that a facility has, in every version.
#[derive(Debug, Clone)]
pub struct Catalogue(Vec<Definition>);

impl Catalogue {
    /// The shipped ones and those of the files given. A file that can no longer be read is left out, and the log says so.
    #[must_use]
    pub fn with(added: &[String]) -> Self {
        let mut all = shipped().to_vec();
        for text in added {
            match Definition::parse(text) {
                Ok(definition) => all.push(definition),
                Err(fault) => tracing::warn!(%fault, "a measure that was added cannot be read"),
            }
        }
        Self(all)
    }

    /// The latest version of each measure, in the order in which they came.
    #[must_use]
    pub fn newest(&self) -> Vec<&Definition> {
        let is_newest =
            |held: &Definition| self.0.iter().all(|other| other.code != held.code || other.version <= held.version);
        self.0.iter().filter(|held| is_newest(held)).collect()
    }

    /// The latest version of one measure.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Definition> {
        self.0.iter().filter(|held| held.code == code).max_by_key(|held| held.version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHO5: &str = FILES[0];

    #[test]
    fn every_shipped_file_holds() {
        assert_eq!(check(), Ok(()));
        let codes: std::collections::BTreeSet<&str> = shipped().iter().map(|held| held.code.as_str()).collect();
        assert_eq!(codes.len(), FILES.len());
        for held in shipped() {
            for lang in ["en", "sq", "sr"] {
                assert!(held.title.contains_key(lang), "{} has no title in {lang}", held.code);
            }
        }
    }

    #[test]
    fn a_bad_file_says_what_is_wrong() {
        for (from, to, said) in [
            ("code = \"who5\"", "code = \"WHO 5\"", "code: 2 to 40"),
            ("version = 1", "version = 0", "version: 1 or more"),
            ("factor = 4", "factor = 5", "do not reach from least to most"),
            ("most = 100", "most = 99", "do not reach"),
            ("licence = \"", "licence = \" \" #", "licence: must not be empty"),
            ("languages = [\"en\"]", "languages = [\"en\", \"sq\"]", "no text in sq"),
            ("up_to = 50", "up_to = 20", "each must reach further"),
            ("up_to = 100", "up_to = 90", "the last must reach"),
            ("code = \"2\"", "code = \"1\"", "two items have one code"),
            ("matters = 10", "matters = 0", "matters: more than 0"),
            ("kind = \"items\"", "kind = \"slot\"", "slot: needs one or two slots"),
            ("method = \"sum\"", "method = \"sum\"\nanswered = 4", "answered is for means"),
            ("side = \"patient\"", "side = \"patient\"\ncolour = 1", "unknown field"),
        ] {
            assert!(WHO5.contains(from), "{from}");
            let fault = Definition::parse(&WHO5.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(fault.contains(said), "{to}: {fault}");
        }
    }

    #[test]
    fn a_later_version_takes_the_place_of_an_earlier_one() {
        let later = WHO5.replacen("version = 1", "version = 2", 1);
        let catalogue = Catalogue::with(&[later, "nonsense".to_owned()]);
        assert_eq!(catalogue.find("who5").map(|held| held.version), Some(2));
        assert_eq!(catalogue.newest().len(), FILES.len());
        assert!(catalogue.find("nothing").is_none());
    }
}
