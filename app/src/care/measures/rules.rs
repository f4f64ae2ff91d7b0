//! Scores and what they say. A score is a whole number of thousandths, so that no engine and no language rounds it.

use std::collections::BTreeMap;

use super::definition::{Band, Definition, Direction, Kind, Method};

/// The answers by item; of a slot the numbers, in thousandths.
pub type Answers = BTreeMap<String, i32>;

/// A score, and the second one of an instrument that has two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    pub first: i32,
    pub second: Option<i32>,
}

/// The score of a set of answers, or the codes of the items that it lacks.
pub fn score(definition: &Definition, answers: &Answers) -> Result<Score, Vec<String>> {
    let asked = if definition.kind == Kind::Slot { &definition.slots } else { &definition.items };
    let given: Vec<i32> = asked.iter().filter_map(|item| answers.get(&item.code).copied()).collect();
    let missing =
        || asked.iter().filter(|item| !answers.contains_key(&item.code)).map(|item| item.code.clone()).collect();
    let needed = definition.scoring.and_then(|scoring| scoring.answered).unwrap_or(asked.len());
    if given.len() < needed || given.is_empty() {
        return Err(missing());
    }
    match (definition.scoring, given.as_slice()) {
        (Some(scoring), _) => {
            let score = match scoring.method {
                Method::Sum => sum(&given),
                Method::Mean => mean(&given),
            };
            Ok(Score { first: score.saturating_mul(scoring.factor), second: None })
        }
        (None, [first, rest @ ..]) => Ok(Score { first: *first, second: rest.first().copied() }),
        (None, []) => Err(missing()),
    }
}

/// In thousandths.
fn sum(values: &[i32]) -> i32 {
    values.iter().sum::<i32>().saturating_mul(1000)
}

/// In thousandths, to the nearest.
#[must_use]
pub fn mean(values: &[i32]) -> i32 {
    let count = i32::try_from(values.len()).unwrap_or(i32::MAX).max(1);
    (sum(values) + count / 2) / count
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Better,
    Worse,
    /// Less than the change that matters.
    TooSmall,
    /// Nobody has said what change matters.
    Unknown,
}

impl Change {
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Better => "measures-better",
            Self::Worse => "measures-worse",
            Self::TooSmall => "measures-too-small",
            Self::Unknown => "measures-change-unknown",
        }
    }
}

/// What became of a score since the first one.
#[must_use]
pub fn change(direction: Direction, matters: Option<i32>, first: i32, last: i32) -> Change {
    let Some(matters) = matters else { return Change::Unknown };
    let gain = match direction {
        Direction::Higher => last - first,
        Direction::Lower => first - last,
    };
    match gain {
        gain if gain >= matters * 1000 => Change::Better,
        gain if gain <= -matters * 1000 => Change::Worse,
        _ => Change::TooSmall,
    }
}

/// What a score means.
#[must_use]
pub fn band(definition: &Definition, score: i32) -> Option<&Band> {
    definition.bands.iter().find(|band| score <= band.up_to * 1000)
}

/// A number with up to three decimals, as people type it, in thousandths.
#[must_use]
pub fn parse_milli(text: &str) -> Option<i32> {
    let text = text.trim().replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    if part.len() > 3 || whole.is_empty() || !text.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let thousandths: i32 = format!("{part:0<3}").parse().ok()?;
    whole.parse::<i32>().ok()?.checked_mul(1000)?.checked_add(thousandths)
}

#[cfg(test)]
mod tests {
    use super::super::library;
    use super::*;

    fn shipped(code: &str) -> Definition {
        library::shipped().iter().find(|definition| definition.code == code).unwrap().clone()
    }

    fn answers(values: &[i32]) -> Answers {
        values.iter().enumerate().map(|(at, value)| ((at + 1).to_string(), *value)).collect()
    }

    #[test]
    fn who_5_is_scored_as_published() {
        let who5 = shipped("who5");
        for (given, index, meaning) in [
            ([3, 3, 2, 3, 2], 52_000, "not low"),
            ([5, 5, 5, 5, 5], 100_000, "not low"),
            ([0, 0, 0, 0, 0], 0, "depression is likely: ask further"),
            ([2, 2, 1, 1, 1], 28_000, "depression is likely: ask further"),
            ([2, 2, 2, 1, 1], 32_000, "low: look closer"),
            ([3, 3, 2, 2, 2], 48_000, "low: look closer"),
        ] {
            let score = score(&who5, &answers(&given)).unwrap();
            assert_eq!(score, Score { first: index, second: None }, "{given:?}");
            assert_eq!(band(&who5, index).unwrap().text["en"], meaning, "{given:?}");
        }
        let mut four = answers(&[3, 3, 2, 3, 2]);
        four.remove("4");
        assert_eq!(score(&who5, &four), Err(vec!["4".to_owned()]), "all five are needed");
    }

    #[test]
    fn means_of_the_copm_vector() {
        assert_eq!([mean(&[3, 4, 2]), mean(&[6, 5, 4]), mean(&[1, 1, 2])], [3000, 5000, 1333]);
        let copm = shipped("copm");
        let taken = |performance, satisfaction| {
            Answers::from([("performance".to_owned(), performance), ("satisfaction".to_owned(), satisfaction)])
        };
        assert_eq!(score(&copm, &taken(3000, 2500)), Ok(Score { first: 3000, second: Some(2500) }));
        assert_eq!(score(&copm, &Answers::new()), Err(vec!["performance".to_owned(), "satisfaction".to_owned()]));
        assert_eq!(change(copm.direction, copm.matters, 3000, 5000), Change::Better);
    }

    #[test]
    fn a_mean_may_leave_out_what_could_not_be_seen() {
        let house = shipped("house_group");
        let mut given = Answers::new();
        for (code, value) in [("task", 3), ("rules", 4), ("turns", 2)] {
            given.insert(code.to_owned(), value);
        }
        assert_eq!(score(&house, &given).unwrap_err(), ["help", "setback", "finish"]);
        given.insert("help".to_owned(), 4);
        assert_eq!(score(&house, &given), Ok(Score { first: 3250, second: None }));
    }

    #[test]
    fn change_is_judged_by_its_direction_and_by_what_matters() {
        use Direction::{Higher, Lower};
        for (direction, matters, first, last, expected) in [
            (Higher, Some(10), 40_000, 50_000, Change::Better),
            (Higher, Some(10), 40_000, 49_999, Change::TooSmall),
            (Higher, Some(10), 40_000, 30_000, Change::Worse),
            (Lower, Some(5), 40_000, 35_000, Change::Better),
            (Lower, Some(5), 40_000, 45_000, Change::Worse),
            (Higher, None, 0, 100_000, Change::Unknown),
        ] {
            assert_eq!(change(direction, matters, first, last), expected, "{first} {last}");
        }
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (text, expected) in [
            ("7", Some(7000)),
            ("6,5", Some(6500)),
            (" 3.333 ", Some(3333)),
            ("3.3333", None),
            ("-1", None),
            ("x", None),
            ("", None),
            (".5", None),
            ("1.2.3", None),
            ("99999999999", None),
        ] {
            assert_eq!(parse_milli(text), expected, "{text}");
        }
    }
}
