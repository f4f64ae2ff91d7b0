//! The style sheet and the static files. The sheet is one file made of the parts in `style/`, in the order
//! that `style/order.txt` names, because cascade layers take their order from where they are first said.

use std::fs;

use super::files::File;
use crate::failure::{Outcome, While};
use crate::paths;

/// All parts in order, without comments and indentation.
pub fn sheet() -> Outcome<String> {
    let folder = paths::root().join("style");
    let order = paths::read(&folder.join("order.txt"))?;
    let wanted = names(&order);
    for path in paths::files_below(&folder, "css") {
        let name = path.strip_prefix(&folder).unwrap_or(&path).display().to_string();
        if !name.starts_with("static/") && !wanted.contains(&name.as_str()) {
            return Err(format!("style/{name} is not named in style/order.txt, so no page would have it").into());
        }
    }
    let mut sheet = String::new();
    for name in wanted {
        sheet.push_str(&squeezed(&paths::read(&folder.join(name))?));
    }
    Ok(sheet)
}

/// One file name a line; blank lines and lines that begin with `#` say nothing.
fn names(order: &str) -> Vec<&str> {
    order.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// The favicon and its like, below `style/static/`, under their own names.
pub fn statics() -> Outcome<Vec<File>> {
    let folder = paths::root().join("style/static");
    let mut found = Vec::new();
    let mut waiting = vec![folder.clone()];
    while let Some(next) = waiting.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let name = path.strip_prefix(&folder).unwrap_or(&path).display().to_string();
            let bytes = fs::read(&path).during(format_args!("reading {}", paths::shown(&path)))?;
            found.push(File { name, bytes });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// Leaves out comments, indentation and blank lines, and nothing else: what is inside quotes stays as it is.
fn squeezed(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    let mut quote: Option<char> = None;
    while let Some(next) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let (taken, after) = match next {
            // An escaped quote ends nothing.
            '\\' => rest.split_at(1 + rest.chars().nth(1).map_or(0, char::len_utf8)),
            _ => rest.split_at(next.len_utf8()),
        };
        match quote {
            Some(open) if open == next => quote = None,
            None if next == '"' || next == '\'' => quote = Some(next),
            _ => {}
        }
        bare.push_str(taken);
        rest = after;
    }
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |sheet, line| sheet + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::{names, squeezed};

    #[test]
    fn order_skips_blank_lines_and_remarks() {
        assert_eq!(names("# first\ntokens.css\n\n  layout.css \n"), ["tokens.css", "layout.css"]);
    }

    #[test]
    fn comments_and_indentation_go_and_strings_stay() {
        let css = "/* why */\n@layer a {\n  b::before { content: \"/* \\\" no comment */\"; }\n\n}\n/* open";
        assert_eq!(squeezed(css), "@layer a {\nb::before { content: \"/* \\\" no comment */\"; }\n}\n");
    }
}
