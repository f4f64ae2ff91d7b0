//! Enough of Rust's grammar to tell code from comments and from text in quotes. A search over bare lines
//! would trip over the comment that explains a rule, and over every example in a string.

/// A stretch of source of one kind, with the line on which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub kind: Kind,
    pub text: &'a str,
    pub line: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Code,
    /// What stands between the quotes, escapes as written.
    Text,
}

/// The source without its comments.
pub fn pieces(source: &str) -> Vec<Piece<'_>> {
    let mut reader = Reader { source, at: 0, code_from: 0, pieces: Vec::new(), counted_to: 0, line: 1 };
    while reader.step() {}
    reader.end_code(source.len());
    reader.pieces
}

/// The part before the file's own tests: those may hold what the product must not.
pub fn product_part(source: &str) -> &str {
    let end = source.match_indices("#[cfg(test)]").find(|(at, marker)| {
        let after = source.get(at + marker.len()..).unwrap_or_default().trim_start();
        after.starts_with("mod ") && after.lines().next().is_some_and(|line| line.ends_with('{'))
    });
    end.and_then(|(at, _)| source.get(..at)).unwrap_or(source)
}

pub fn identifiers(source: &str) -> Vec<String> {
    let code = pieces(source).into_iter().filter(|piece| piece.kind == Kind::Code);
    let words = code.flat_map(|piece| piece.text.split(|c: char| !(c.is_alphanumeric() || c == '_')));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    code_from: usize,
    pieces: Vec<Piece<'a>>,
    counted_to: usize,
    line: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// Takes one comment, one literal or one character; false at the end.
    fn step(&mut self) -> bool {
        let rest = self.rest();
        let Some(next) = rest.chars().next() else { return false };
        if rest.starts_with("//") {
            self.skip(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.skip(block_comment(rest));
        } else if let Some((before, inside, after)) = self.literal(rest) {
            self.take_text(before, inside, after);
        } else if next == '\'' {
            self.at += character(rest);
        } else {
            self.at += next.len_utf8();
        }
        true
    }

    /// Lengths of the opening, the inside and the closing of a string that begins here.
    fn literal(&self, rest: &str) -> Option<(usize, usize, usize)> {
        if rest.starts_with('"') {
            let inside = quoted(rest.get(1..)?);
            return Some((1, inside, 1));
        }
        // A raw string, unless this `r` is the end of a longer word.
        let word_before =
            self.source.get(..self.at)?.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
        let raw = rest.strip_prefix('r').or_else(|| rest.strip_prefix("br")).filter(|_| !word_before)?;
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let body = raw.get(hashes..)?.strip_prefix('"')?;
        let close = format!("\"{}", "#".repeat(hashes));
        let inside = body.find(&close).unwrap_or(body.len());
        Some((rest.len() - body.len(), inside, close.len()))
    }

    fn take_text(&mut self, before: usize, inside: usize, after: usize) {
        self.end_code(self.at);
        let from = self.at + before;
        let end = (from + inside).min(self.source.len());
        let line = self.line_at(from);
        self.pieces.push(Piece { kind: Kind::Text, text: self.source.get(from..end).unwrap_or_default(), line });
        self.at = (end + after).min(self.source.len());
        self.code_from = self.at;
    }

    fn skip(&mut self, length: usize) {
        self.end_code(self.at);
        self.at += length;
        self.code_from = self.at;
    }

    fn end_code(&mut self, end: usize) {
        let text = self.source.get(self.code_from..end).unwrap_or_default();
        if !text.trim().is_empty() {
            let line = self.line_at(self.code_from);
            self.pieces.push(Piece { kind: Kind::Code, text, line });
        }
        self.code_from = end;
    }

    fn line_at(&mut self, at: usize) -> usize {
        let between = self.source.get(self.counted_to..at).unwrap_or_default();
        self.line += between.matches('\n').count();
        self.counted_to = self.counted_to.max(at);
        self.line
    }
}

/// The length of a string's inside, up to the quote that ends it.
fn quoted(inside: &str) -> usize {
    let mut escaped = false;
    for (at, character) in inside.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    inside.len()
}

/// Block comments nest in Rust.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(here) = rest.get(at..).filter(|here| !here.is_empty()) {
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

/// The length of a character literal such as `'"'`, or of the tick alone where a lifetime begins.
fn character(rest: &str) -> usize {
    let inside = rest.get(1..).unwrap_or_default();
    if inside.starts_with('\\') {
        let escape = inside.get(2..).and_then(|more| more.find('\''));
        return escape.map_or(1, |close| close + 4);
    }
    let Some(first) = inside.chars().next() else { return 1 };
    let closed = inside.get(first.len_utf8()..).is_some_and(|more| more.starts_with('\''));
    if closed { 2 + first.len_utf8() } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::{Kind, identifiers, pieces, product_part};

    fn texts(source: &str) -> Vec<&str> {
        pieces(source).into_iter().filter(|piece| piece.kind == Kind::Text).map(|piece| piece.text).collect()
    }

    #[test]
    fn strings_of_every_form_are_found() {
        assert_eq!(texts(r##"f("a\"b", r"c", r#"d"e"#, br"f", '"', "g")"##), ["a\\\"b", "c", "d\"e", "f", "g"]);
        assert_eq!(texts("let x: &'a str = '\\''; for_r(\"y\")"), ["y"]);
    }

    #[test]
    fn comments_are_left_out() {
        assert!(texts("// \"a\"\n/* \"b\" /* \"c\" */ \"d\" */").is_empty());
        assert_eq!(
            identifiers("use sqlx::query; // tokio\n/* axum */ call(\"argon2\")"),
            ["use", "sqlx", "query", "call"]
        );
    }

    #[test]
    fn lines_are_counted() {
        let lines: Vec<usize> = pieces("a\n\"b\"\n// c\n\n\"d\"").into_iter().map(|piece| piece.line).collect();
        assert_eq!(lines, [1, 2, 5]);
    }

    #[test]
    fn the_files_own_tests_are_not_the_product() {
        assert_eq!(product_part("a\n#[cfg(test)]\nmod tests {\n b\n}"), "a\n");
        let elsewhere = "#[cfg(test)]\nmod tests;\nmod b {\n}";
        assert_eq!(product_part(elsewhere), elsewhere);
    }
}
