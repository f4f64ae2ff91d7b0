//! Paging and sorting of lists through the address, so that a list can be shared, gone back to, and works without scripting.

/// Rows on one page of a list.
pub const PAGE_SIZE: i64 = 50;

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

/// The key by which names sort and are found: lower case, with the marks of Albanian and Serbian letters folded away and the
/// digraph `đ` written as people type it.
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
            other => key.push(other),
        }
    }
    key
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
        ] {
            assert_eq!(sort_key(name), key);
        }
    }
}
