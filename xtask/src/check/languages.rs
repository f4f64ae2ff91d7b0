//! Every text in every language. A key that one language lacks would show its bare name to a reader, and a
//! variable that one language lacks would drop a number or a name from a sentence without a word.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::Findings;
use crate::failure::Outcome;
use crate::paths;

/// English first: it is the one that the others are compared with.
const LANGUAGES: [&str; 3] = ["en", "sq", "sr"];

/// One language's texts by key; an attribute's key is `message.attribute`, a term's begins with `-`.
pub type Texts = BTreeMap<String, Text>;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub file: String,
    pub variables: BTreeSet<String>,
    /// Keys of other texts that this one quotes.
    pub quotes: BTreeSet<String>,
}

pub fn same_keys_everywhere(findings: &mut Findings) -> Outcome {
    let mut languages = Vec::new();
    for language in LANGUAGES {
        languages.push((language, texts_of(language, findings)?));
    }
    let Some((first, others)) = languages.split_first() else {
        return Ok(());
    };
    if first.1.is_empty() {
        findings.fault("app/locales/en has no texts");
    }
    for other in others {
        compare(first, other, findings);
    }
    for (language, texts) in &languages {
        for (key, text) in texts {
            for quoted in text.quotes.iter().filter(|quoted| !texts.contains_key(*quoted)) {
                findings.fault(format!("{}: {key} quotes {quoted}, which {language} does not have", text.file));
            }
        }
    }
    Ok(())
}

/// The texts that the source may ask for.
pub fn english(findings: &mut Findings) -> Outcome<Texts> {
    texts_of("en", findings)
}

fn texts_of(language: &str, findings: &mut Findings) -> Outcome<Texts> {
    let mut all = Texts::new();
    for path in paths::files_below(&paths::root().join("app/locales").join(language), "ftl") {
        let file = paths::shown(&path);
        for (key, text) in parse(&file, &paths::read(&path)?, findings) {
            if let Some(earlier) = all.get(&key) {
                findings.fault(format!("{file}: {key} is in {} already", earlier.file));
            }
            all.insert(key, text);
        }
    }
    Ok(all)
}

/// All texts of one file, twice where a key stands twice.
fn parse(file: &str, source: &str, findings: &mut Findings) -> Vec<(String, Text)> {
    let resource = parser::parse(source).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let line = 1 + source.get(..error.pos.start).unwrap_or_default().matches('\n').count();
            findings.fault(format!("{file}:{line}: {error}"));
        }
        resource
    });
    let mut texts = Vec::new();
    for entry in &resource.body {
        let (key, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref(), &message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        let parts = attributes.iter().map(|part| (format!("{key}.{}", part.id.name), &part.value));
        for (key, pattern) in value.map(|value| (key.clone(), value)).into_iter().chain(parts) {
            let mut text = Text { file: file.to_owned(), ..Text::default() };
            text.read(pattern);
            texts.push((key, text));
        }
    }
    texts
}

impl Text {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.quote(id.name, attribute.as_ref().map(|a| a.name));
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.quote(&format!("-{}", id.name), attribute.as_ref().map(|a| a.name));
                self.read_arguments(arguments.as_ref());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.read_arguments(Some(arguments)),
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn read_arguments(&mut self, arguments: Option<&CallArguments<&str>>) {
        let Some(arguments) = arguments else { return };
        for inline in arguments.positional.iter().chain(arguments.named.iter().map(|named| &named.value)) {
            self.read_inline(inline);
        }
    }

    fn quote(&mut self, key: &str, attribute: Option<&str>) {
        self.quotes.insert(attribute.map_or_else(|| key.to_owned(), |attribute| format!("{key}.{attribute}")));
    }
}

fn compare(first: &(&str, Texts), second: &(&str, Texts), findings: &mut Findings) {
    for (here, there) in [(first, second), (second, first)] {
        let missing = here.1.iter().filter(|(key, _)| !key.starts_with('-') && !there.1.contains_key(*key));
        for (key, text) in missing {
            findings.fault(format!("{key} ({}) is missing in {}", text.file, there.0));
        }
    }
    for (key, text) in &first.1 {
        let Some(other) = second.1.get(key).filter(|_| !key.starts_with('-')) else {
            continue;
        };
        if text.variables != other.variables {
            findings.fault(format!(
                "{key}: {} has the variables {}, {} has {}",
                text.file,
                listed(&text.variables),
                other.file,
                listed(&other.variables)
            ));
        }
    }
}

fn listed(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        return "none".to_owned();
    }
    names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Findings, Texts, compare, parse};

    fn texts(source: &str) -> Texts {
        parse("a.ftl", source, &mut Findings::default()).into_iter().collect()
    }

    fn faults(en: &str, sq: &str) -> Vec<String> {
        let mut findings = Findings::default();
        compare(&("en", texts(en)), &("sq", texts(sq)), &mut findings);
        findings.faults
    }

    #[test]
    fn variables_are_found_wherever_they_hide() {
        let found = texts(
            "a = { $n ->\n    [one] one for { $who }\n   *[other] { NUMBER($m, digits: 2) }\n }\n    .title = { $t }\n\
             b = { a } and { -name(case: \"x\") }\n-name = Ergon\n",
        );
        let variables = |key: &str| found.get(key).map(|text| text.variables.iter().cloned().collect::<Vec<_>>());
        assert_eq!(variables("a"), Some(["m", "n", "who"].map(str::to_owned).to_vec()));
        assert_eq!(variables("a.title"), Some(vec!["t".to_owned()]));
        assert_eq!(found.get("b").map(|text| text.quotes.len()), Some(2));
        assert!(found.contains_key("-name"));
    }

    #[test]
    fn languages_must_have_the_same_keys_and_variables() {
        assert!(faults("a = A { $n }\n", "a = { $n } B\n").is_empty());
        assert_eq!(faults("a = A\nb = B\n", "a = A\n"), ["b (a.ftl) is missing in sq"]);
        assert_eq!(faults("a = A\n", "a = A\nb = B\n"), ["b (a.ftl) is missing in en"]);
        assert_eq!(faults("a = { $n }\n", "a = { $m }\n"), ["a: a.ftl has the variables $n, a.ftl has $m"]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_a_fault_with_its_line() {
        let mut findings = Findings::default();
        let read = parse("a.ftl", "a = A\n\nb = { $\n", &mut findings);
        assert_eq!(read.len(), 1);
        assert!(findings.faults.iter().any(|fault| fault.starts_with("a.ftl:3: ")), "{:?}", findings.faults);
    }
}
