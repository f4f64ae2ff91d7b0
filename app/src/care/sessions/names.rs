//! The shared text of a session goes into the note of every patient who took part, so it must not name any of them: an export
//! of one patient never carries another's identity. The text is refused while it holds a name of the roster, the initials
//! with their dots or as two capitals, or a prison number; the marks of letters make no difference.

use crate::kit::page::sort_key;

/// A person as the check knows them.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    pub family: &'a str,
    pub given: &'a str,
    pub number: &'a str,
}

/// What was found, as it stands in the text, and in which line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub word: String,
    pub line: usize,
}

/// Endings that a name takes in a sentence: Albanian cases and the definite form, Serbian cases, the English possessive.
const ENDINGS: &[&str] = &[
    "", "i", "it", "in", "a", "e", "es", "en", "n", "s", "t", "ja", "jes", "jen", "un", "ut", "u", "om", "em", "o",
    "ov", "ova", "ovo", "ove", "ina", "ino", "'s", "se",
];
/// A name shorter than this is matched whole: its stem would be in half of all words.
const SHORTEST_STEM: usize = 4;

/// The first identifier of anybody on the roster that the text holds.
#[must_use]
pub fn identifier_in(text: &str, roster: &[Named<'_>]) -> Option<Found> {
    let forms: Vec<Forms> = roster.iter().map(Forms::of).collect();
    text.lines().enumerate().find_map(|(index, line)| {
        let word = line.split_whitespace().map(bare).find(|word| forms.iter().any(|form| form.matches(word)));
        let found = word.map(str::to_owned).or_else(|| forms.iter().find_map(|form| form.initials_in(line)));
        found.map(|word| Found { word, line: index + 1 })
    })
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// What is looked for of one person, folded as names are for sorting.
struct Forms {
    names: Vec<String>,
    number: String,
    digits: String,
    /// Given and family name and the other way round, as two plain capitals.
    initials: [String; 2],
}

impl Forms {
    fn of(person: &Named<'_>) -> Self {
        let parts = |name: &str| -> Vec<String> {
            name.split(|c: char| c.is_whitespace() || c == '-')
                .map(|part| sort_key(bare(part)))
                .filter(|part| part.chars().count() >= 2)
                .collect()
        };
        let mut names = parts(person.family);
        names.extend(parts(person.given));
        let first = |name: &str| name.trim().chars().next().map(|c| plain_capital(c).to_string()).unwrap_or_default();
        let (family, given) = (first(person.family), first(person.given));
        let number = alphanumeric(person.number);
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        Self { names, number, digits, initials: [format!("{given}{family}"), format!("{family}{given}")] }
    }

    fn matches(&self, word: &str) -> bool {
        // A double name, or one with another word tied to it, is looked at part by part.
        word.split('-').any(|part| self.names.iter().any(|name| is_form_of(part, name))) || self.is_number(word)
    }

    fn is_number(&self, word: &str) -> bool {
        let folded = alphanumeric(word);
        // The digits alone identify as well; a few of them may be anything.
        (self.number.len() >= 3 && folded == self.number) || (self.digits.len() >= 4 && folded == self.digits)
    }

    /// Initials are two capitals: 'B.K.', 'B. K.' or 'BK' standing alone, but not the 'a.m.' of a clock.
    fn initials_in(&self, line: &str) -> Option<String> {
        let letters: Vec<char> = line.chars().collect();
        (0..letters.len()).find_map(|at| {
            let before = at.checked_sub(1).and_then(|at| letters.get(at));
            if before.is_some_and(|c| c.is_alphanumeric() || *c == '.') {
                return None;
            }
            two_capitals(letters.get(at..)?).filter(|(plain, _)| self.initials.contains(plain)).map(|(_, found)| found)
        })
    }
}

/// Two capitals at the beginning, with or without dots and the space between them: without their marks, and as they stand.
fn two_capitals(letters: &[char]) -> Option<(String, String)> {
    let mut rest = letters.iter().copied().peekable();
    let first = rest.next().filter(|c| c.is_uppercase())?;
    let mut found = first.to_string();
    if let Some(dot) = rest.next_if_eq(&'.') {
        found.push(dot);
        rest.next_if_eq(&' ');
    }
    let second = rest.next().filter(|c| c.is_uppercase())?;
    found.push(second);
    let dot = rest.next_if_eq(&'.');
    found.extend(dot);
    if rest.next().is_some_and(char::is_alphanumeric) {
        return None;
    }
    Some(([first, second].map(plain_letter).iter().collect(), found))
}

/// A letter without its mark, in its own case: unlike names, initials are told by being capitals.
fn plain_letter(c: char) -> char {
    match c {
        'Ç' | 'Č' | 'Ć' => 'C',
        'Ë' => 'E',
        'Š' => 'S',
        'Ž' => 'Z',
        'Đ' => 'D',
        other => other,
    }
}

fn plain_capital(c: char) -> char {
    plain_letter(c.to_uppercase().next().unwrap_or(c))
}

/// Whether `written` is the folded `name` in one of the forms that it takes in a sentence. A name in -o never stands without an
/// ending in either language, so that a 'mark' is no Marko; a 'Mark' may be what he is called.
fn is_form_of(written: &str, name: &str) -> bool {
    let word = sort_key(written);
    if word == name {
        return true;
    }
    let stem = name.trim_end_matches(['a', 'e', 'i', 'o', 'u']);
    if word == stem && name.ends_with('o') && !written.starts_with(char::is_uppercase) {
        return false;
    }
    [name, stem].into_iter().any(|base| {
        base.chars().count() >= SHORTEST_STEM && word.strip_prefix(base).is_some_and(|ending| ENDINGS.contains(&ending))
    })
}

fn alphanumeric(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shared_text_names_nobody() {
        let roster = [
            Named { family: "Krasniqi", given: "Besart", number: "A-20417" },
            Named { family: "Đokić", given: "Marko", number: "B-0093" },
            Named { family: "Li", given: "An", number: "7" },
        ];
        let cases = [
            ("We made soup together.", None),
            ("Besart led the group.", Some(("Besart", 1))),
            ("Calm start.\nThen besarti washed up.", Some(("besarti", 2))),
            ("Grupa je slušala Marka.", Some(("Marka", 1))),
            ("Bought at the market.", None),
            ("Made a mark on the wood.", None),
            ("Mark sawed.", Some(("Mark", 1))),
            ("for marku and for markom", Some(("marku", 1))),
            ("Markos soup", Some(("Markos", 1))),
            ("Me Markun gatuam.", Some(("Markun", 1))),
            ("with markut", Some(("markut", 1))),
            ("KRASNIQIT i pëlqeu.", Some(("KRASNIQIT", 1))),
            ("(Djokic) came late", Some(("Djokic", 1))),
            ("Đokićem smo počeli", Some(("Đokićem", 1))),
            ("A20417 left.", Some(("A20417", 1))),
            ("no 20417, again", Some(("20417", 1))),
            ("room 0093", Some(("0093", 1))),
            ("7 people came", None),
            ("An apple", Some(("An", 1))),
            ("another apple and a list", None),
            ("with B. K. again", Some(("B.K.", 1))),
            ("at 10.30 a.m. we began", None),
            ("BK washed up", Some(("BK", 1))),
            ("K.B washed up", Some(("K.B", 1))),
            ("M.Đ. and the soup", Some(("M.Đ.", 1))),
            ("(MD) and the soup", Some(("MD", 1))),
            ("the CV of nobody", None),
            ("bk is not a name", None),
            ("We ended at B. Karaoke followed.", None),
        ];
        for (text, expected) in cases {
            let found = identifier_in(text, &roster);
            assert_eq!(found.as_ref().map(|found| (found.word.as_str(), found.line)), expected, "{text}");
        }
    }
}
