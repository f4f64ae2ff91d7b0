//! What is hidden stays hidden: against everything that can be computed from sums and differences of what is shown.

use proptest::prelude::*;

use super::suppress::{Figure, LEAST, OUTSIDE, grid, hidden, list};

/// Whether the figure can be computed from the shown ones: the sums are equations in the hidden figures, and elimination in
/// whole fractions finds each unknown that they settle.
fn settled(figures: &[Figure], hidden: &[bool], signs: &dyn Fn(usize, usize) -> i64) -> Vec<usize> {
    let unknown: Vec<usize> = (0..figures.len()).filter(|number| hidden[*number]).collect();
    let points = figures.iter().map(|figure| figure.ends.0.max(figure.ends.1)).max().unwrap_or(0);
    let mut rows: Vec<Vec<f64>> = (1..=points)
        .map(|point| {
            unknown
                .iter()
                .map(|number| {
                    let (one, other) = figures[*number].ends;
                    let sign = f64::from(i32::try_from(signs(*number, point)).unwrap());
                    if one == other {
                        0.0
                    } else if one == point || other == point {
                        sign
                    } else {
                        0.0
                    }
                })
                .collect()
        })
        .collect();
    let mut pivots = Vec::new();
    let mut rank = 0;
    for column in 0..unknown.len() {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column].abs() > 1e-9) else { continue };
        rows.swap(rank, pivot);
        let lead = rows[rank][column];
        rows[rank].iter_mut().for_each(|value| *value /= lead);
        let chosen = rows[rank].clone();
        for (number, row) in rows.iter_mut().enumerate() {
            let factor = row[column];
            if number != rank && factor.abs() > 1e-9 {
                row.iter_mut().zip(&chosen).for_each(|(value, held)| *value -= factor * held);
            }
        }
        pivots.push(column);
        rank += 1;
    }
    pivots
        .iter()
        .enumerate()
        .filter(|(row, column)| {
            rows[*row].iter().enumerate().all(|(other, value)| other == **column || value.abs() < 1e-9)
        })
        .map(|(_, column)| unknown[*column])
        .collect()
}

/// A table with its totals, of random numbers of persons.
fn table() -> impl Strategy<Value = Vec<Vec<i64>>> {
    let persons = prop_oneof![3 => Just(0_i64), 3 => 1_i64..5, 4 => 5_i64..40];
    (1_usize..7, 1_usize..7).prop_flat_map(move |(rows, columns)| {
        proptest::collection::vec(proptest::collection::vec(persons.clone(), columns), rows).prop_map(|mut cells| {
            for row in &mut cells {
                row.push(row.iter().sum());
            }
            let columns = cells[0].len();
            cells.push((0..columns).map(|column| cells.iter().map(|row| row[column]).sum()).collect());
            cells
        })
    })
}

fn figures(cells: &[Vec<i64>]) -> Vec<Figure> {
    let rows = cells.len();
    let figure = |row: usize, column: usize| Figure::new(1 + row, 1 + rows + column, cells[row][column]);
    (0..rows).flat_map(|row| (0..cells[row].len()).map(move |column| figure(row, column))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn nothing_hidden_can_be_computed(cells in table()) {
        let hidden = grid(&cells);
        let (rows, columns) = (cells.len(), cells[0].len());
        for (row, held) in cells.iter().enumerate() {
            for (column, persons) in held.iter().enumerate() {
                prop_assert!(hidden[row][column] || !(1..LEAST).contains(persons), "{cells:?}");
                prop_assert!(*persons > 0 || !hidden[row][column], "hides what is nothing: {cells:?}");
            }
        }
        // A total stands in its sum with the other sign.
        let signs = |number: usize, point: usize| {
            let (row, column) = (number / columns, number % columns);
            let total = if point <= rows { column + 1 == columns } else { row + 1 == rows };
            if total { -1 } else { 1 }
        };
        let flat: Vec<bool> = hidden.iter().flatten().copied().collect();
        prop_assert_eq!(settled(&figures(&cells), &flat, &signs), Vec::<usize>::new(), "{:?} {:?}", cells, hidden);
    }

    #[test]
    fn a_list_hides_none_or_more_than_one(mut persons in proptest::collection::vec(0_i64..20, 1..9)) {
        persons.push(persons.iter().sum());
        let hidden = list(&persons);
        let count = hidden.iter().filter(|held| **held).count();
        prop_assert!(count != 1, "{persons:?} {hidden:?}");
        if !persons.iter().any(|held| (1..LEAST).contains(held)) {
            prop_assert_eq!(count, 0);
        }
    }

    #[test]
    fn sums_of_sums_hide_as_well(reasons in proptest::collection::vec(proptest::collection::vec(0_i64..12, 1..5), 1..4)) {
        // Reasons add up to sides, sides to the whole.
        let whole = reasons.len() + 1;
        let mut table = Vec::new();
        let mut totals = Vec::new();
        for (side, persons) in reasons.iter().enumerate() {
            table.extend(persons.iter().map(|held| Figure::new(1 + side, OUTSIDE, *held)));
            totals.extend(std::iter::repeat_n(false, persons.len()));
            table.push(Figure::new(1 + side, whole, persons.iter().sum()));
            totals.push(true);
        }
        table.push(Figure::new(whole, OUTSIDE, reasons.iter().flatten().sum()));
        totals.push(true);
        let hidden = hidden(&table);
        let signs = |number: usize, point: usize| {
            let own = table[number].ends.0 == point;
            if totals[number] && own { -1 } else { 1 }
        };
        prop_assert_eq!(settled(&table, &hidden, &signs), Vec::<usize>::new(), "{:?} {:?}", table, hidden);
    }
}

#[test]
fn what_is_hidden_with_its_reason() {
    let cases: [(&str, &[i64], &[bool]); 6] = [
        ("enough everywhere", &[7, 9, 16], &[false, false, false]),
        ("nobody is no secret", &[0, 9, 9], &[false, false, false]),
        ("one is too few, and the smallest other hides it", &[3, 12, 9, 24], &[true, false, true, false]),
        ("two too few hide each other", &[3, 12, 4, 19], &[true, false, true, false]),
        ("the only one: its total says the same", &[3, 0, 3], &[true, false, true]),
        ("one other only", &[3, 8, 11], &[true, true, false]),
    ];
    for (reason, persons, expected) in cases {
        assert_eq!(list(persons), expected, "{reason}");
    }
}
