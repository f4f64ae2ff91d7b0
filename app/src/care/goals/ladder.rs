//! What makes a ladder one that can be rated honestly: five steps that all say something, that differ, that leave no result
//! between two of them and none in two of them, and that move one thing at a time.
//!
//! Words are beyond a rule; numbers are not. A number here is written in digits, alone (`3`, `2.5`, `2,5`), as a range
//! (`0-1`, `3–4`, `3 to 4`, `3 deri në 4`, `3 do 4`), or as a limit (`5 or more`, `5+`, `at least 5`, `up to 2`, `less than
//! 3`, `more than 4`, and the same in Albanian and Serbian). What stands after it names the quantity: `10 minutes` and `2
//! prompts` are not compared.
//!
//! - When each step has one number, or all have several of which only one moves, the steps are a scale, going up or down.
//!   Each step holds an interval. Two that hold the same number overlap; a number between two steps that neither holds is
//!   a gap; a step that lies on the wrong side of its neighbour turns back.
//! - Bare numbers that all lie further than one apart (`10, 20, 40 minutes`) are marks: a result between two of them counts
//!   as the lower one, and there is no gap. As soon as two of them are neighbours, or one is a range or a limit, the scale
//!   goes number by number and every number must have its step.
//! - Steps at either end may do without a number (`Does not come`): they are outside the scale. One in the middle without a
//!   number, or another quantity among them, leaves nothing to compare.
//! - When all five steps have two or more numbers and more than one of the places changes from step to step, more than one
//!   thing is being moved, and nobody can say which of them a rating means.

use super::model::{Ladder, Level};

/// Something that keeps a ladder from being rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LadderFault {
    /// The step says nothing.
    Empty(Level),
    /// The second says the same as the first.
    Same(Level, Level),
    /// Some number lies between the two and in neither.
    Gap(Level, Level),
    /// Some number lies in both.
    Overlap(Level, Level),
    /// The step goes back where the others go on.
    TurnsBack(Level),
    /// More than one number changes from step to step.
    MovesTwoThings,
}

impl LadderFault {
    /// The step at which it is shown.
    #[must_use]
    pub const fn at(self) -> Level {
        match self {
            Self::Empty(level)
            | Self::TurnsBack(level)
            | Self::Same(_, level)
            | Self::Gap(_, level)
            | Self::Overlap(_, level) => level,
            Self::MovesTwoThings => Level::EXPECTED,
        }
    }
}

/// Everything that is wrong with a ladder, from the lowest step up. See the head of this module for what is looked at.
#[must_use]
pub fn faults(ladder: &Ladder) -> Vec<LadderFault> {
    let texts = Level::ALL.map(|level| (level, ladder.step(level).trim()));
    let mut found: Vec<LadderFault> =
        texts.iter().filter(|(_, text)| text.is_empty()).map(|(level, _)| LadderFault::Empty(*level)).collect();
    for (at, (level, text)) in texts.iter().enumerate().filter(|(_, (_, text))| !text.is_empty()) {
        let earlier = texts.iter().take(at).find(|(_, other)| folded(other) == folded(text));
        found.extend(earlier.map(|(other, _)| LadderFault::Same(*other, *level)));
    }
    if found.is_empty() {
        found = faults_of_numbers(&texts.map(|(level, text)| (level, quantities(text))));
    }
    found
}

/// A text as it is compared: case, spaces and the full stop at the end say nothing.
fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_lowercase()
}

fn faults_of_numbers(steps: &[(Level, Vec<Quantity>); 5]) -> Vec<LadderFault> {
    let fewest = steps.iter().map(|(_, held)| held.len()).min().unwrap_or(0);
    if fewest < 2 {
        return single_scale(steps).map(|scale| faults_of_scale(&scale)).unwrap_or_default();
    }
    let place = |at: usize| -> Vec<(Level, &Quantity)> {
        steps.iter().filter_map(|(level, held)| Some((*level, held.get(at)?))).collect()
    };
    let moves = |scale: &Vec<(Level, &Quantity)>| scale.windows(2).any(differ);
    let moving: Vec<_> = (0..fewest).map(place).filter(moves).collect();
    match moving.as_slice() {
        [scale] if same_quantity(scale) => faults_of_scale(scale),
        [] | [_] => Vec::new(),
        _ => vec![LadderFault::MovesTwoThings],
    }
}

fn differ(pair: &[(Level, &Quantity)]) -> bool {
    matches!(pair, [(_, one), (_, other)] if one.bound != other.bound)
}

/// The steps that carry a number, when each of them carries one, they lie side by side and tell of the same quantity.
fn single_scale(steps: &[(Level, Vec<Quantity>); 5]) -> Option<Vec<(Level, &Quantity)>> {
    if steps.iter().any(|(_, held)| held.len() > 1) {
        return None;
    }
    let scale: Vec<(Level, &Quantity)> =
        steps.iter().filter_map(|(level, held)| Some((*level, held.first()?))).collect();
    let side_by_side = scale.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if b.get() - a.get() == 1));
    (scale.len() > 1 && side_by_side && same_quantity(&scale)).then_some(scale)
}

/// Whether what stands after the numbers is one word in whatever form: its first letters are enough.
fn same_quantity(scale: &[(Level, &Quantity)]) -> bool {
    let mut units = scale.iter().map(|(_, quantity)| quantity.unit.as_str()).filter(|unit| !unit.is_empty());
    let first = units.next();
    first.is_none_or(|first| units.all(|unit| unit == first))
}

fn faults_of_scale(scale: &[(Level, &Quantity)]) -> Vec<LadderFault> {
    let one = scale.iter().map(|(_, quantity)| quantity.finest).min().unwrap_or(WHOLE);
    let spans: Vec<(Level, Span)> = scale.iter().map(|(level, quantity)| (*level, quantity.bound.span(one))).collect();
    let rises = match (spans.first(), spans.last()) {
        (Some((_, first)), Some((_, last))) => (last.low, last.high) >= (first.low, first.high),
        _ => return Vec::new(),
    };
    let pairs = || spans.windows(2).filter_map(|pair| if let [a, b] = pair { Some((*a, *b)) } else { None });
    let marks = scale.iter().all(|(_, quantity)| matches!(quantity.bound, Bound::Exactly(_)))
        && pairs().all(|((_, a), (_, b))| (a.low - b.low).abs() > one);
    pairs()
        .filter_map(|((before, a), (after, b))| {
            let (lower, upper) = if rises { (a, b) } else { (b, a) };
            if lower.high < upper.low {
                let gap = !marks && upper.low - lower.high > one;
                return gap.then_some(LadderFault::Gap(before, after));
            }
            if upper.high < lower.low {
                return Some(LadderFault::TurnsBack(after));
            }
            Some(LadderFault::Overlap(before, after))
        })
        .collect()
}

/// Numbers are held in hundredths.
const WHOLE: i64 = 100;
/// Beyond every number that a step could mean.
const ENDLESS: i64 = i64::MAX / 4;

/// One number as a step says it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Quantity {
    bound: Bound,
    /// The smallest difference that its digits tell: one, a tenth or a hundredth.
    finest: i64,
    /// The first letters of the word after it.
    unit: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Exactly(i64),
    Between(i64, i64),
    AtLeast(i64),
    MoreThan(i64),
    AtMost(i64),
    LessThan(i64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    low: i64,
    high: i64,
}

impl Bound {
    fn span(self, one: i64) -> Span {
        let (low, high) = match self {
            Self::Exactly(number) => (number, number),
            Self::Between(a, b) => (a.min(b), a.max(b)),
            Self::AtLeast(number) => (number, ENDLESS),
            Self::MoreThan(number) => (number + one, ENDLESS),
            Self::AtMost(number) => (0, number),
            Self::LessThan(number) => (0, number - one),
        };
        Span { low, high }
    }
}

const AT_LEAST: &[&str] =
    &["at least", "minimum", "së paku", "se paku", "të paktën", "te pakten", "najmanje", "bar", "barem"];
const MORE_THAN: &[&str] = &["more than", "above", "më shumë se", "me shume se", "mbi", "više od", "vise od", "preko"];
const AT_MOST: &[&str] =
    &["up to", "at most", "maximum", "deri në", "deri ne", "deri", "së shumti", "se shumti", "najviše", "najvise"];
const LESS_THAN: &[&str] =
    &["less than", "fewer than", "under", "below", "më pak se", "me pak se", "nën", "manje od", "ispod"];
const OR_MORE: &[&str] = &[
    "or more",
    "and more",
    "or over",
    "ose më shumë",
    "ose me shume",
    "e më shumë",
    "e me shume",
    "a më shumë",
    "apo më shumë",
    "ili više",
    "ili vise",
    "i više",
    "i vise",
];
const OR_LESS: &[&str] =
    &["or less", "or fewer", "ose më pak", "ose me pak", "a më pak", "apo më pak", "e më pak", "ili manje", "i manje"];
const RANGE: &[&str] = &["to", "deri në", "deri", "do"];

/// The numbers of a text in their order.
fn quantities(text: &str) -> Vec<Quantity> {
    let text = text.to_lowercase().replace(['–', '—', '−'], "-");
    let mut found = Vec::new();
    let (mut before, mut rest) = (String::new(), text.as_str());
    while let Some((skipped, number, after)) = next_number(rest) {
        before.push_str(skipped);
        if before.ends_with(char::is_alphabetic) || after.starts_with(':') || before.ends_with(':') {
            // The number of a room, or a time of day: nothing that is counted.
            before.push('0');
            rest = after;
            continue;
        }
        let (bound, finest, after) = read_bound(&before, number, after);
        let unit = after.trim_start().chars().take_while(|c| c.is_alphabetic() || *c == '%').take(3).collect();
        found.push(Quantity { bound, finest, unit });
        before.clear();
        rest = after;
    }
    found
}

/// The next digits: what stands before them, the number with its finest digit, and what stands after.
fn next_number(text: &str) -> Option<(&str, (i64, i64), &str)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (skipped, from) = text.split_at_checked(start)?;
    let (number, after) = read_number(from)?;
    Some((skipped, number, after))
}

/// A number at the beginning of a text, in hundredths, with its finest digit.
fn read_number(text: &str) -> Option<((i64, i64), &str)> {
    let whole_end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (whole, after) = text.split_at_checked(whole_end)?;
    // Longer than this counts nothing in a patient's day, and must not overflow.
    let whole: i64 = whole.get(..whole.len().min(9))?.parse().ok()?;
    let fraction: String = after
        .strip_prefix(['.', ','])
        .map(|rest| rest.chars().take_while(char::is_ascii_digit).take(2).collect())
        .unwrap_or_default();
    let (hundredths, finest) = match (fraction.len(), fraction.parse::<i64>()) {
        (1, Ok(tenths)) => (tenths * 10, WHOLE / 10),
        (2, Ok(hundredths)) => (hundredths, 1),
        _ => (0, WHOLE),
    };
    let used = if fraction.is_empty() { 0 } else { fraction.len() + 1 };
    Some(((whole * WHOLE + hundredths, finest), after.get(used..).unwrap_or_default()))
}

/// What a number means by the words around it, and what is left of the text after them.
fn read_bound<'a>(before: &str, (number, finest): (i64, i64), after: &'a str) -> (Bound, i64, &'a str) {
    if let Some(((to, finest_to), rest)) = range_end(after) {
        return (Bound::Between(number, to), finest.min(finest_to), rest);
    }
    if let Some(rest) = after.strip_prefix('+') {
        return (Bound::AtLeast(number), finest, rest);
    }
    let near = after.trim_start();
    // The limit may stand before the word that is counted or after it: '5 or more times', '5 times or more'.
    let behind_word = near.trim_start_matches(char::is_alphabetic).trim_start();
    for (words, bound) in [(OR_MORE, Bound::AtLeast(number)), (OR_LESS, Bound::AtMost(number))] {
        if let Some(rest) = words.iter().find_map(|word| strip_word(near, word)) {
            return (bound, finest, rest);
        }
        if words.iter().any(|word| strip_word(behind_word, word).is_some()) {
            return (bound, finest, after);
        }
    }
    let limits = [
        (AT_LEAST, Bound::AtLeast(number)),
        (MORE_THAN, Bound::MoreThan(number)),
        (LESS_THAN, Bound::LessThan(number)),
        (AT_MOST, Bound::AtMost(number)),
    ];
    let stands_before = |words: &[&str]| words.iter().any(|word| ends_with_word(before.trim_end(), word));
    let limit = limits.into_iter().find(|(words, _)| stands_before(words));
    (limit.map_or(Bound::Exactly(number), |(_, bound)| bound), finest, after)
}

/// The upper end of a range that goes on after its first number.
fn range_end(after: &str) -> Option<((i64, i64), &str)> {
    let near = after.trim_start();
    let rest = near.strip_prefix('-').or_else(|| RANGE.iter().find_map(|word| strip_word(near, word)))?;
    read_number(rest.trim_start())
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    text.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphabetic))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
}

/// The ladder of a goal that is raised: the step on which the patient stands becomes the one to begin from, and the steps
/// above it move down with it. What is then to be reached is still to be written.
#[must_use]
pub fn raised(ladder: &Ladder, stands_at: Level) -> Ladder {
    let step = |level: Level| {
        let from = Level::new(level.get() + stands_at.get() - Level::START.get());
        from.map(|from| ladder.step(from).to_owned()).unwrap_or_default()
    };
    let [step_m2, step_m1, step_0, step_p1, step_p2] = Level::ALL.map(step);
    Ladder { step_m2, step_m1, step_0, step_p1, step_p2 }
}

#[cfg(test)]
mod tests;
