//! Markup that must not be written. Leptos puts the children of a text area into the page unescaped, so that a
//! note could close it and run a script: only the note box, which knows this, may write one. Inline styles
//! would need a hole in the content security policy.

use super::Findings;
use super::rust_text::{self, Kind};
use crate::failure::Outcome;
use crate::paths;

const NOTE_BOX: &str = "app/src/kit/ui/note_box.rs";

pub fn no_forbidden_markup(findings: &mut Findings) -> Outcome {
    for path in paths::files_below(&paths::root().join("app/src"), "rs") {
        let name = paths::shown(&path);
        // Tests may name what the product must not write, to prove that it does not.
        if path.file_name().is_some_and(|file| file == "tests.rs") || name.contains("/tests/") {
            continue;
        }
        let source = paths::read(&path)?;
        for (line, what) in forbidden(rust_text::product_part(&source), name == NOTE_BOX) {
            findings.fault(format!("{name}:{line}: {what}"));
        }
    }
    Ok(())
}

fn forbidden(source: &str, is_note_box: bool) -> Vec<(usize, &'static str)> {
    let mut found = Vec::new();
    for piece in rust_text::pieces(source) {
        let mut add = |at: usize, what| {
            let before = piece.text.get(..at).unwrap_or_default();
            found.push((piece.line + before.matches('\n').count(), what));
        };
        let lower = piece.text.to_ascii_lowercase();
        if !is_note_box {
            // As an element, and as the function of Leptos that makes one.
            for form in ["<textarea", "::textarea("] {
                lower.match_indices(form).for_each(|(at, _)| add(at, "a text area outside the note box"));
            }
        }
        lower.match_indices("<style").for_each(|(at, _)| add(at, "a style element"));
        for (at, word) in lower.match_indices("style") {
            let before = lower.get(..at).unwrap_or_default();
            let after = lower.get(at + word.len()..).unwrap_or_default();
            if is_style_attribute(before, after, piece.kind) {
                add(at, "an inline style");
            }
        }
    }
    found.sort_unstable();
    found
}

/// `style="…"`, `style={…}` or `style:color=…` in a view; not `data-style=`, `let style = …`, `x.style`.
fn is_style_attribute(before: &str, after: &str, kind: Kind) -> bool {
    let stands_alone = before.chars().next_back().is_none_or(char::is_whitespace);
    let assigned = after.starts_with('=') && !after.starts_with("==");
    let directive = kind == Kind::Code
        && after.strip_prefix(':').is_some_and(|name| name.starts_with(|c: char| c.is_alphabetic()))
        && after.split(|c: char| c.is_whitespace() || c == '>').next().is_some_and(|word| word.contains('='));
    stands_alone && (assigned || directive)
}

#[cfg(test)]
mod tests {
    use super::forbidden;

    #[test]
    fn forbidden_markup_is_found_with_its_line() {
        let source = "view! {\n  <p style=\"color:red\">\n  <div style:width=move || w>\n  <TextArea/>\n}\n\
                      let a = \"<textarea name=x>\";\nlet b = \"<p style='x'>\";\nview! { <textarea></textarea> }\nhtml::textarea()";
        let lines: Vec<usize> = forbidden(source, false).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [2, 3, 4, 6, 7, 8, 9]);
        let in_note_box: Vec<usize> = forbidden(source, true).into_iter().map(|(line, _)| line).collect();
        assert_eq!(in_note_box, [2, 3, 7]);
    }

    #[test]
    fn what_only_looks_alike_is_let_be() {
        for source in [
            "// <textarea style=\"x\">",
            "let style = 1;",
            "if a.style == b {}",
            "<p data-style=\"x\" class=\"style\">",
            "struct A { style: String }",
            "<link rel=\"stylesheet\"/>",
            "fn f(style: &str, a: i32) {}",
        ] {
            assert!(forbidden(source, false).is_empty(), "{source}");
        }
    }
}
