//! Paging and sorting of lists through the address, so that a list can be shared, gone back to, and works without scripting.

/// Rows on one page of a list.
pub const PAGE_SIZE: i64 = 50;

/// Which rows of a list are asked for, where its page has them all at once and its file has them bit by bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    pub limit: i64,
    pub offset: i64,
}

impl Cut {
    /// What a page shows at once: whoever has more than these waiting has other worries than the rest.
    pub const SHOWN: Self = Self { limit: 200, offset: 0 };

    /// What a file reads at once.
    #[must_use]
    pub const fn of_file(offset: i64) -> Self {
        Self { limit: PAGE_SIZE, offset }
    }
}

/// Which part of a list is shown, in which order, and what was searched for.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(default)]
pub struct ListQuery {
    pub page: Option<i64>,
    pub sort: Option<String>,
    pub dir: Option<String>,
    pub q: Option<String>,
}

impl ListQuery {
    /// The page number, from 1.
    #[must_use]
    pub fn page(&self) -> i64 {
        self.page.unwrap_or(1).clamp(1, 1_000_000)
    }

    #[must_use]
    pub fn offset(&self) -> i64 {
        (self.page() - 1) * PAGE_SIZE
    }

    #[must_use]
    pub fn descending(&self) -> bool {
        self.dir.as_deref() == Some("desc")
    }

    /// What was searched for, trimmed and cut to a sensible length.
    #[must_use]
    pub fn search(&self) -> String {
        self.q.as_deref().unwrap_or_default().trim().chars().take(80).collect()
    }
}

/// The key by which names sort and are found: lower case, with the marks of Albanian and Serbian letters folded away, the
/// digraph `đ` written as people type it, and Serbian Cyrillic by its Latin letters, so that either script finds the other.
#[must_use]
pub fn sort_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'ç' | 'č' | 'ć' => key.push('c'),
            'ë' => key.push('e'),
            'š' => key.push('s'),
            'ž' => key.push('z'),
            'đ' => key.push_str("dj"),
            '’' | '‘' => key.push('\''),
            other => match latin(other) {
                Some(letters) => key.push_str(letters),
                None => key.push(other),
            },
        }
    }
    key
}

/// The Latin letters, without marks, of a small letter of Serbian Cyrillic.
const fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'ђ' => "dj",
        'е' => "e",
        'ж' | 'з' => "z",
        'и' => "i",
        'ј' => "j",
        'к' => "k",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' => "n",
        'њ' => "nj",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' | 'ш' => "s",
        'т' => "t",
        'ћ' | 'ц' | 'ч' => "c",
        'у' => "u",
        'ф' => "f",
        'х' => "h",
        'џ' => "dz",
        _ => return None,
    })
}

/// The pattern that every name and number fits.
pub const EVERYBODY: &str = "%%";

/// What was typed, as up to three patterns that all must be found in the name or the number, in whatever order: people type
/// 'Arben Krasniqi' and 'Krasniqi, Arben'. An empty search finds everybody.
#[must_use]
pub fn search_patterns(typed: &str) -> [String; 3] {
    let key = sort_key(typed);
    let mut words = key.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty());
    [(); 3].map(|()| format!("%{}%", words.next().map(escape).unwrap_or_default()))
}

/// In a pattern `%` and `_` stand for other letters; typed by a person they stand for themselves.
fn escape(word: &str) -> String {
    let mut escaped = String::with_capacity(word.len());
    for c in word.chars() {
        if matches!(c, '%' | '_' | '\\') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_however_they_are_typed() {
        for (name, key) in [
            ("Çelaj, Ëndrit", "celaj, endrit"),
            ("ĐOKIĆ", "djokic"),
            ("O’Neill", "o'neill"),
            ("Žarko Šarić", "zarko saric"),
            ("Ђорђевић, Љиљана", "djordjevic, ljiljana"),
        ] {
            assert_eq!(sort_key(name), key);
        }
    }

    #[test]
    fn names_are_searched_word_by_word() {
        for (typed, patterns) in [
            ("", ["%%", "%%", "%%"]),
            ("Krasniqi, Arben", ["%krasniqi%", "%arben%", "%%"]),
            ("  ŠARIĆ ", ["%saric%", "%%", "%%"]),
            ("a_1 50%", ["%a\\_1%", "%50\\%%", "%%"]),
            ("one two three four", ["%one%", "%two%", "%three%"]),
        ] {
            assert_eq!(search_patterns(typed), patterns, "{typed}");
        }
    }
}
