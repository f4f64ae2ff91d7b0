//! Which figures of a table are hidden from those who get aggregates: whatever rests on fewer than five persons, and as much more as
//! it takes that none of these can be found by subtraction.
//!
//! A table is sums: each row and each column adds up to its total. Each figure stands in at most two such sums. Taking the sums
//! as points and the figures as lines between them (a figure in one sum only has its other end outside), a hidden figure can be
//! computed from what is shown exactly when no way leads round it over other hidden figures. So a hidden figure is given such
//! a way round, over as few persons as can be.

/// Fewer persons than this are hidden.
pub const LEAST: i64 = 5;

/// The end of a figure that stands in one sum only.
pub const OUTSIDE: usize = 0;

/// A figure of a table: the two sums that it stands in, and on how many persons it rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    pub ends: (usize, usize),
    pub persons: i64,
}

impl Figure {
    #[must_use]
    pub const fn new(one: usize, other: usize, persons: i64) -> Self {
        Self { ends: (one, other), persons }
    }

    fn too_few(self) -> bool {
        (1..LEAST).contains(&self.persons)
    }

    /// What hiding it costs. A figure of nobody is known to be nothing, so hiding it hides nothing else.
    fn cost(self, hidden: bool) -> Option<i64> {
        if hidden { Some(0) } else { (self.persons > 0).then_some(self.persons) }
    }

    fn leads_from(self, point: usize) -> Option<usize> {
        let (one, other) = self.ends;
        if one == point {
            Some(other)
        } else if other == point {
            Some(one)
        } else {
            None
        }
    }
}

/// For each figure whether it is hidden.
#[must_use]
pub fn hidden(figures: &[Figure]) -> Vec<bool> {
    let mut hidden: Vec<bool> = figures.iter().map(|figure| figure.too_few()).collect();
    for number in 0..figures.len() {
        if hidden.get(number) != Some(&true) {
            continue;
        }
        match way_round(figures, &hidden, number) {
            Some(way) => {
                for step in way {
                    if let Some(held) = hidden.get_mut(step) {
                        *held = true;
                    }
                }
            }
            // Sums that do not add up protect nothing: then nothing is shown.
            None => return figures.iter().map(|figure| figure.persons > 0).collect(),
        }
    }
    hidden
}

/// How a point was come to.
#[derive(Clone, Copy)]
struct Reached {
    cost: i64,
    /// The figure, and the point on its other side; none at the start.
    over: Option<(usize, usize)>,
}

/// The cheapest way from one end of a figure to the other without it: the figures on it. Ways of one length are taken in the order
/// of the table, so that the same table always hides the same.
fn way_round(figures: &[Figure], hidden: &[bool], number: usize) -> Option<Vec<usize>> {
    let (start, end) = figures.get(number)?.ends;
    let points = figures.iter().map(|figure| figure.ends.0.max(figure.ends.1)).max().unwrap_or(0) + 1;
    let mut reached: Vec<Option<Reached>> = vec![None; points];
    *reached.get_mut(start)? = Some(Reached { cost: 0, over: None });
    let mut changed = true;
    while changed {
        changed = false;
        for (step, figure) in figures.iter().enumerate().filter(|(step, _)| *step != number) {
            let Some(cost) = figure.cost(hidden.get(step) == Some(&true)) else { continue };
            for from in [figure.ends.0, figure.ends.1] {
                let Some(so_far) = reached.get(from).copied().flatten() else { continue };
                let Some(to) = figure.leads_from(from) else { continue };
                let Some(held) = reached.get_mut(to) else { continue };
                if held.is_none_or(|least| so_far.cost + cost < least.cost) {
                    *held = Some(Reached { cost: so_far.cost + cost, over: Some((step, from)) });
                    changed = true;
                }
            }
        }
    }
    let mut way = Vec::new();
    let mut point = end;
    while point != start {
        let (step, from) = reached.get(point).copied().flatten()?.over?;
        way.push(step);
        point = from;
    }
    Some(way)
}

/// A list with its total: the last number is the total's.
#[must_use]
pub fn list(persons: &[i64]) -> Vec<bool> {
    hidden(&persons.iter().map(|persons| Figure::new(OUTSIDE, 1, *persons)).collect::<Vec<_>>())
}

/// A table of rows and columns with their totals: the last row and the last column are totals.
#[must_use]
pub fn grid(rows: &[Vec<i64>]) -> Vec<Vec<bool>> {
    let figures: Vec<Figure> = rows
        .iter()
        .enumerate()
        .flat_map(|(row, cells)| {
            cells
                .iter()
                .enumerate()
                .map(move |(column, persons)| Figure::new(1 + row, 1 + rows.len() + column, *persons))
        })
        .collect();
    let mut flat = hidden(&figures).into_iter();
    rows.iter().map(|cells| flat.by_ref().take(cells.len()).collect()).collect()
}
