//! Languages: English, Albanian and Serbian, by Fluent on the server. Pages, prints and errors all speak through
//! [`Lang::t`]; the browser gets only finished words. `cargo xtask check` holds the three languages to the same keys.

mod dates;
mod files;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    En,
    Sq,
    Sr,
}

struct Bundles {
    en: FluentBundle<FluentResource>,
    sq: FluentBundle<FluentResource>,
    sr: FluentBundle<FluentResource>,
}

static BUNDLES: LazyLock<Bundles> =
    LazyLock::new(|| Bundles { en: bundle(Lang::En), sq: bundle(Lang::Sq), sr: bundle(Lang::Sr) });

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Invisible direction marks would end up in copied text and in CSV; no language here is written from the right.
    bundle.set_use_isolating(false);
    for (name, text) in files::files(lang) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partial, errors)| {
            tracing::error!(name, ?errors, "a language file has faults");
            partial
        });
        bundle.add_resource_overriding(resource);
    }
    bundle
}

impl Lang {
    pub const ALL: [Self; 3] = [Self::En, Self::Sq, Self::Sr];

    /// The BCP 47 tag that pages declare. Serbian is in Latin script.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Sq => "sq",
            Self::Sr => "sr-Latn",
        }
    }

    /// The short code kept in the database and in cookies.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Sq => "sq",
            Self::Sr => "sr",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language's name in itself, for the switch.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Sq => "Shqip",
            Self::Sr => "Srpski",
        }
    }

    /// The first of a browser's accepted languages that is spoken here. Croatian, Bosnian and Montenegrin readers get Serbian.
    #[must_use]
    pub fn from_accept(header: &str) -> Self {
        header
            .split(',')
            .filter_map(|part| match part.trim().get(..2)? {
                "en" => Some(Self::En),
                "sq" => Some(Self::Sq),
                "sr" | "hr" | "bs" | "sh" => Some(Self::Sr),
                _ => None,
            })
            .next()
            .unwrap_or_default()
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        match self {
            Self::En => &BUNDLES.en,
            Self::Sq => &BUNDLES.sq,
            Self::Sr => &BUNDLES.sr,
        }
    }

    /// The text for `key`. A key that is missing shows as `⟦key⟧`, which no test lets pass.
    #[must_use]
    pub fn t(self, key: &str) -> Cow<'static, str> {
        self.format(key, None)
    }

    /// The text for `key` with its variables filled in.
    #[must_use]
    pub fn t_with(self, key: &str, args: &[(&'static str, Arg)]) -> String {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, arg.value());
        }
        self.format(key, Some(&values)).into_owned()
    }

    /// The word for a code of a closed list.
    #[must_use]
    pub fn code_label(self, prefix: &str, code: &str) -> Cow<'static, str> {
        self.t(&format!("{prefix}-{}", code.replace('_', "-")))
    }

    /// A text without variables is lent, not copied: a page asks for hundreds.
    fn format(self, key: &str, args: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return Cow::Owned(format!("⟦{key}⟧"));
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors);
        if errors.is_empty() { text } else { Cow::Owned(format!("⟦{key}: {errors:?}⟧")) }
    }
}

/// A variable of a message: a text, or a number that may choose the plural.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    Text(String),
    Number(f64),
}

impl Arg {
    fn value(&self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::from(text.clone()),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<Cow<'_, str>> for Arg {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}
impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(f64::from(number))
    }
}
impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}
/// Counts; those shown to people stay far below 2^52, where `f64` begins to skip numbers.
macro_rules! arg_from_count {
    ($($number:ty),*) => {$(
        impl From<$number> for Arg {
            fn from(number: $number) -> Self {
                Self::Number(number as f64)
            }
        }
    )*};
}
arg_from_count!(i64, u64, usize);

/// A message to be said in whatever language the page is in: for errors at fields and for flash texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Msg {
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Msg {
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    #[must_use]
    pub fn with(key: &'static str, args: impl IntoIterator<Item = (&'static str, Arg)>) -> Self {
        Self { key, args: args.into_iter().collect() }
    }

    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        lang.t_with(self.key, &self.args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browsers_languages_choose() {
        for (header, lang) in [
            ("sq,en;q=0.8", Lang::Sq),
            ("de, sr-Latn;q=0.7, en", Lang::Sr),
            ("hr", Lang::Sr),
            ("", Lang::En),
            ("x", Lang::En),
        ] {
            assert_eq!(Lang::from_accept(header), lang, "{header}");
        }
    }

    #[test]
    fn serbian_counts_in_three_ways() {
        let say = |n: i32| Lang::Sr.t_with("kit-people", &[("n", n.into())]);
        assert_eq!([say(1), say(3), say(5), say(21)], ["1 osoba", "3 osobe", "5 osoba", "21 osoba"]);
    }

    #[test]
    fn a_missing_key_is_visible() {
        assert_eq!(Lang::En.t("no-such-key"), "⟦no-such-key⟧");
    }
}
