//! Test runners each close in their own words. Their counts are read from those lines, so that the summary at
//! the end can say in one line how many tests ran, and so that a suite that ran none is noticed.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Tally {
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    pub fn ran(self) -> u64 {
        self.passed + self.failed
    }
}

/// What a closing line of nextest, `cargo test` or Node's runner (spec or TAP) adds.
pub fn closing_line(line: &str) -> Option<Tally> {
    let line = without_colours(line);
    let line = line.trim();
    if line.starts_with("Summary [") {
        // Summary [   1.2s] 12 tests run: 11 passed (1 slow), 1 failed, 3 skipped
        return line.split_once("run:").map(|(_, counts)| counts_before_words(counts));
    }
    if let Some(counts) = line.strip_prefix("test result:") {
        // test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out
        return Some(counts_before_words(counts));
    }
    node_line(line)
}

/// Node names one count a line: `ℹ pass 3` in its spec, `# pass 3` in TAP.
fn node_line(line: &str) -> Option<Tally> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let ["ℹ" | "#", word, number] = words.as_slice() else {
        return None;
    };
    let number = number.parse().ok()?;
    let mut tally = Tally::default();
    match *word {
        "pass" => tally.passed = number,
        "fail" | "cancelled" => tally.failed = number,
        "skipped" | "todo" => tally.skipped = number,
        _ => return None,
    }
    Some(tally)
}

fn counts_before_words(text: &str) -> Tally {
    let mut tally = Tally::default();
    let mut number = 0;
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if let Ok(next) = word.parse() {
            number = next;
            continue;
        }
        match word {
            "passed" => tally.passed += number,
            "failed" | "timed" | "exec" => tally.failed += number,
            "skipped" | "ignored" => tally.skipped += number,
            _ => {}
        }
        number = 0;
    }
    tally
}

fn without_colours(line: &str) -> String {
    let mut plain = String::new();
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            let _code = characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Tally, closing_line};

    #[test]
    fn each_runner_is_understood() {
        let tally = |passed, failed, skipped| Some(Tally { passed, failed, skipped });
        for (line, expected) in [
            ("     Summary [   0.123s] 12 tests run: 12 passed, 1 skipped", tally(12, 0, 1)),
            ("     Summary [   9.1s] 4 tests run: 2 passed (1 slow), 1 failed, 1 timed out, 0 skipped", tally(2, 2, 0)),
            (
                "\u{1b}[32;1m     Summary\u{1b}[0m [   0.1s] \u{1b}[1m3\u{1b}[0m tests run: \u{1b}[1m3\u{1b}[0m passed",
                tally(3, 0, 0),
            ),
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.1s",
                tally(3, 0, 1),
            ),
            ("ℹ pass 7", tally(7, 0, 0)),
            ("# fail 2", tally(0, 2, 0)),
            ("ℹ tests 9", None),
            ("anything else", None),
        ] {
            assert_eq!(closing_line(line), expected, "{line}");
        }
    }
}
