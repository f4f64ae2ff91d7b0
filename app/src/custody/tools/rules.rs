//! What a count says and what may be done next. Pure.

use super::model::{Answer, Count, Way};

/// How it stands with the tools of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Nothing has been handed out.
    In,
    /// Handed out, and not counted in yet.
    Out,
    /// Counted in, and something is missing or too many.
    Differs,
    /// All came back.
    Back,
    /// It did not all come back, and a coordinator has answered for it.
    Answered,
}

impl Stage {
    /// From the last count and what was decided about it.
    #[must_use]
    pub const fn of(last: Option<(Way, bool, Option<Answer>)>) -> Self {
        match last {
            None => Self::In,
            Some((Way::Out, ..)) => Self::Out,
            Some((Way::In, false, _)) => Self::Back,
            Some((Way::In, true, None)) => Self::Differs,
            Some((Way::In, true, Some(_))) => Self::Answered,
        }
    }

    #[must_use]
    pub fn of_counts(counts: &[Count]) -> Self {
        Self::of(counts.iter().max_by_key(|count| count.number).map(|last| (last.kind, last.differs, last.answer)))
    }

    /// Which count may come next. What was answered for can still turn up.
    #[must_use]
    pub const fn next(self) -> Option<Way> {
        match self {
            Self::In => Some(Way::Out),
            Self::Out | Self::Differs | Self::Answered => Some(Way::In),
            Self::Back => None,
        }
    }

    /// Whether a session may be over as far as its tools go. The database says the same.
    #[must_use]
    pub const fn may_end(self) -> bool {
        matches!(self, Self::In | Self::Back | Self::Answered)
    }
}

/// Of one tool: how many there should be and how many were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted<'a> {
    pub tool: &'a str,
    pub expected: i32,
    pub counted: i32,
}

/// The tools of which another number came back than went out. A number handed out that is not the kit's is no discrepancy: it is
/// what must come back.
#[must_use]
pub fn differing<'a>(way: Way, rows: &[Counted<'a>]) -> Vec<&'a str> {
    match way {
        Way::Out => Vec::new(),
        Way::In => rows.iter().filter(|row| row.expected != row.counted).map(|row| row.tool).collect(),
    }
}

/// Two to four letters, as people sign a list.
#[must_use]
pub fn initials(typed: &str) -> Option<String> {
    let letters: String =
        typed.chars().filter(|c| !matches!(c, '.' | ' ' | '-')).flat_map(char::to_uppercase).collect();
    ((2..=4).contains(&letters.chars().count()) && letters.chars().all(char::is_alphabetic)).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_count_says_how_it_stands() {
        for (last, stage, next, may_end) in [
            (None, Stage::In, Some(Way::Out), true),
            (Some((Way::Out, false, None)), Stage::Out, Some(Way::In), false),
            (Some((Way::In, false, None)), Stage::Back, None, true),
            (Some((Way::In, true, None)), Stage::Differs, Some(Way::In), false),
            (Some((Way::In, true, Some(Answer::Lost))), Stage::Answered, Some(Way::In), true),
        ] {
            let held = Stage::of(last);
            assert_eq!((held, held.next(), held.may_end()), (stage, next, may_end), "{last:?}");
        }
    }

    #[test]
    fn what_went_out_must_come_back() {
        let row = |tool, expected, counted| Counted { tool, expected, counted };
        for (way, rows, expected) in [
            (Way::Out, vec![row("knife", 6, 4)], vec![]),
            (Way::In, vec![row("knife", 4, 4), row("peeler", 2, 2)], vec![]),
            (Way::In, vec![row("knife", 4, 3), row("peeler", 2, 2)], vec!["knife"]),
            (Way::In, vec![row("knife", 4, 5)], vec!["knife"]),
        ] {
            assert_eq!(differing(way, &rows), expected, "{rows:?}");
        }
    }

    #[test]
    fn initials_are_two_to_four_letters() {
        for (typed, expected) in [
            ("ab", Some("AB")),
            (" A. B. ", Some("AB")),
            ("dž", Some("DŽ")),
            ("a", None),
            ("abcde", None),
            ("a1", None),
            ("", None),
        ] {
            assert_eq!(initials(typed).as_deref(), expected, "{typed}");
        }
    }
}
