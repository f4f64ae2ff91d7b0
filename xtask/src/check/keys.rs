//! Texts that the source asks for exist, and texts that exist are asked for. Keys are mostly written out;
//! families of keys that the source computes, such as the labels of a code list, are known by their prefix.

use std::collections::{BTreeMap, BTreeSet};

use super::Findings;
use super::languages;
use super::rust_text::{self, Kind};
use crate::failure::Outcome;
use crate::paths;

/// What takes a key, as written before the quote, without spaces.
const CALLS: [&str; 4] = [".t(", ".t_with(", "Msg::new(", "Msg::with("];

#[derive(Debug, Default)]
struct Uses {
    /// Keys written out in a call, each with the first place.
    written: BTreeMap<String, String>,
    /// Beginnings of computed keys in a call, each with the first place.
    computed: BTreeMap<String, String>,
    /// Every other text in quotes that might be a key kept in a table.
    perhaps: BTreeSet<String>,
    /// Beginnings of every other text that is put together.
    perhaps_computed: BTreeSet<String>,
}

pub fn all_exist(findings: &mut Findings) -> Outcome {
    let texts = languages::english(&mut Findings::default())?;
    let mut uses = Uses::default();
    for folder in ["app/src", "server/src"] {
        for path in paths::files_below(&paths::root().join(folder), "rs") {
            if path.file_name().is_some_and(|name| name != "tests.rs") {
                uses.read(&paths::shown(&path), rust_text::product_part(&paths::read(&path)?));
            }
        }
    }
    for (key, place) in uses.written.iter().filter(|(key, _)| !texts.contains_key(*key)) {
        findings.fault(format!("{place}: there is no text {key}"));
    }
    for (prefix, place) in &uses.computed {
        if !texts.keys().any(|key| key.starts_with(prefix.as_str())) {
            findings.fault(format!("{place}: there is no text that begins with {prefix}"));
        }
    }
    let quoted: BTreeSet<&String> = texts.values().flat_map(|text| &text.quotes).collect();
    for (key, text) in texts.iter().filter(|(key, _)| !uses.has(key) && !quoted.contains(key)) {
        findings.remark(format!("nothing uses {key} ({})", text.file));
    }
    Ok(())
}

impl Uses {
    fn read(&mut self, file: &str, source: &str) {
        let mut before = "";
        let mut code_list = None;
        for piece in rust_text::pieces(source) {
            if piece.kind == Kind::Code {
                before = piece.text;
                if before.contains('}') {
                    code_list = None;
                }
                continue;
            }
            let place = format!("{file}:{}", piece.line);
            if begins_code_list(before) {
                code_list = Some(piece.text);
            } else if let Some(prefix) = code_list.filter(|_| before.trim_end().ends_with('=')) {
                let key = format!("{prefix}-{}", piece.text.replace('_', "-"));
                self.written.entry(key).or_insert(place);
            } else {
                let squeezed: String = before.split_whitespace().collect();
                self.read_text(piece.text, &squeezed, place);
            }
            before = "";
        }
    }

    /// A text in quotes, by what stands before it.
    fn read_text(&mut self, text: &str, before: &str, place: String) {
        let call = |code: &str| CALLS.iter().any(|call| code.ends_with(call));
        let put_together = before.strip_suffix("format!(").map(|code| code.trim_end_matches('&'));
        let prefix = text.split_once('{').map(|(prefix, _)| prefix);
        match (put_together, prefix) {
            // What begins with a variable says nothing about its family.
            (Some(_), Some("")) => {}
            (Some(code), Some(prefix)) if call(code) => {
                self.computed.entry(prefix.to_owned()).or_insert(place);
            }
            (Some(_), Some(prefix)) if prefix.ends_with('-') => {
                self.perhaps_computed.insert(prefix.to_owned());
            }
            _ if call(before) || put_together.is_some_and(call) => {
                self.written.entry(text.to_owned()).or_insert(place);
            }
            _ if before.ends_with(".code_label(") => {
                self.computed.entry(format!("{text}-")).or_insert(place);
            }
            _ => {
                self.perhaps.insert(text.to_owned());
            }
        }
    }

    fn has(&self, key: &str) -> bool {
        // An attribute comes with its message, and terms are for other texts.
        let message = key.split('.').next().unwrap_or(key);
        let computed = self.computed.keys().chain(&self.perhaps_computed);
        self.written.contains_key(message)
            || self.perhaps.contains(message)
            || computed.into_iter().any(|prefix| message.starts_with(prefix.as_str()))
    }
}

/// `text_enum! { enum Sex label "sex" { Male = "male", … } }`: the word before the quote.
fn begins_code_list(before: &str) -> bool {
    let mut words = before.split_whitespace().rev();
    words.next() == Some("label") && words.nth(1) == Some("enum")
}

#[cfg(test)]
mod tests {
    use super::Uses;

    fn uses(source: &str) -> Uses {
        let mut uses = Uses::default();
        uses.read("a.rs", source);
        uses
    }

    #[test]
    fn keys_written_out_are_found_in_every_call() {
        let found = uses(
            "lang.t(\"a-a\"); lang.t_with(\n    \"a-b\", &[(\"n\", 1.into())]); Msg::new(\"a-c\"); Msg::with(\"a-d\", x);\n\
             // lang.t(\"a-e\")\nother(\"a-f\");",
        );
        assert_eq!(found.written.keys().collect::<Vec<_>>(), ["a-a", "a-b", "a-c", "a-d"]);
        assert_eq!(found.written.get("a-b").map(String::as_str), Some("a.rs:2"));
        assert!(found.has("a-a") && found.has("a-a.title") && found.has("a-f") && !found.has("a-e"));
    }

    #[test]
    fn computed_keys_are_known_by_their_prefix() {
        let found = uses(
            "lang.t(&format!(\"sex-{}\", x)); lang.code_label(\"side\", code); lang.t(&format!(\"{prefix}-{}\", code))\n\
             let key = format!(\"menu-{name}\");",
        );
        assert_eq!(found.computed.keys().collect::<Vec<_>>(), ["sex-", "side-"]);
        assert!(found.has("menu-today") && found.has("side-care") && !found.has("sexes"));
    }

    #[test]
    fn every_code_of_a_list_needs_its_label() {
        let found = uses(
            "text_enum! {\n    /// Why.\n    pub enum LossReason label \"loss-reason\" {\n        /// Doc.\n        NoEscort = \
             \"no_escort\",\n        Lockdown = \"lockdown\",\n    }\n}\nlet a = \"not_one\";",
        );
        assert_eq!(found.written.keys().collect::<Vec<_>>(), ["loss-reason-lockdown", "loss-reason-no-escort"]);
        assert!(found.perhaps.contains("not_one"));
    }
}
