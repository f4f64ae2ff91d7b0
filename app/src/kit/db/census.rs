//! Whole tables: counted, hashed and carried to another database. The hash is taken over what a row says and not over how an
//! engine stores it, so that it is the same on both: rows in the order of the primary key, instants as microseconds, truth as
//! a byte, texts and bytes with their length.

use chrono::Datelike as _;
use futures_util::TryStreamExt as _;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Row as _};

use super::bulk::{Cell, Rows};
use super::catalogue::{Kind, Table};
use super::pool::Engine;
use super::{Conn, DbError, count_statement};

/// What a table came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    pub table: String,
    pub rows: u64,
    pub sha256: String,
}

/// Told after every few thousand rows: the table, and how many of its rows are done.
pub type Step<'a> = &'a mut (dyn FnMut(&str, u64) + Send);

/// Rows that wait before they are written.
const BATCH: usize = 4096;

struct Tally {
    hash: Sha256,
    rows: u64,
}

impl Tally {
    fn new(table: &Table) -> Self {
        let head = format!("{}\n{}\n", table.name, table.columns.join("\n"));
        Self { hash: Sha256::new_with_prefix(head), rows: 0 }
    }

    fn add(&mut self, row: &[Cell]) {
        for cell in row {
            hash_cell(&mut self.hash, cell);
        }
        self.rows += 1;
    }

    fn close(self, table: &Table) -> Counted {
        Counted { table: table.name.to_owned(), rows: self.rows, sha256: hex::encode(self.hash.finalize()) }
    }
}

fn hash_cell(hash: &mut Sha256, cell: &Cell) {
    let mut put = |tag: u8, bytes: &[u8]| {
        hash.update([tag]);
        hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(bytes);
    };
    match cell {
        Cell::Id(Some(id)) => put(1, id.as_bytes()),
        Cell::Text(Some(text)) => put(2, text.as_bytes()),
        Cell::Int(Some(number)) => put(3, &i64::from(*number).to_be_bytes()),
        Cell::Long(Some(number)) => put(3, &number.to_be_bytes()),
        Cell::Bool(Some(truth)) => put(4, &[u8::from(*truth)]),
        Cell::At(Some(at)) => put(5, &at.timestamp_micros().to_be_bytes()),
        Cell::Day(Some(day)) => put(6, &day.num_days_from_ce().to_be_bytes()),
        Cell::Bytes(Some(bytes)) => put(7, bytes),
        Cell::Id(None)
        | Cell::Text(None)
        | Cell::Int(None)
        | Cell::Long(None)
        | Cell::Bool(None)
        | Cell::At(None)
        | Cell::Day(None)
        | Cell::Bytes(None) => put(0, &[]),
    }
}

/// One row as cells, whichever engine it is of.
macro_rules! cells_of {
    ($row:expr, $table:expr) => {{
        let mut cells = Vec::with_capacity($table.kinds.len());
        for (at, kind) in $table.kinds.iter().enumerate() {
            let cell = match kind {
                Kind::Id => $row.try_get(at).map(Cell::Id),
                Kind::Text => $row.try_get(at).map(|text: Option<String>| Cell::Text(text.map(Into::into))),
                Kind::Int => $row.try_get(at).map(Cell::Int),
                Kind::Long => $row.try_get(at).map(Cell::Long),
                Kind::Bool => $row.try_get(at).map(Cell::Bool),
                Kind::At => $row.try_get(at).map(Cell::At),
                Kind::Day => $row.try_get(at).map(Cell::Day),
                Kind::Bytes => $row.try_get(at).map(Cell::Bytes),
            };
            cells.push(cell.map_err(|error| unreadable($table, at, &error))?);
        }
        cells
    }};
}

/// SQLite keeps whatever was written: what is no day or no time is told with its place, and without what stands there.
fn unreadable(table: &Table, at: usize, error: &sqlx::Error) -> sqlx::Error {
    let column = table.columns.get(at).copied().unwrap_or_default();
    sqlx::Error::Decode(format!("{}.{column} holds something else than it should ({error})", table.name).into())
}

/// Does something with every row of a table, in the canonical order.
macro_rules! each_row {
    ($conn:expr, $table:expr, $cells:ident => $body:block) => {{
        count_statement();
        match $conn {
            Conn::Sqlite(c) => {
                let mut rows = sqlx::query(AssertSqlSafe($table.select(Engine::Sqlite))).fetch(&mut **c);
                while let Some(row) = rows.try_next().await? {
                    let $cells = cells_of!(row, $table);
                    $body
                }
            }
            Conn::Postgres(c) => {
                let mut rows = sqlx::query(AssertSqlSafe($table.select(Engine::Postgres))).fetch(&mut **c);
                while let Some(row) = rows.try_next().await? {
                    let $cells = cells_of!(row, $table);
                    $body
                }
            }
        }
    }};
}

/// Counts and hashes tables. The connection should see one moment, as that of a snapshot does.
pub async fn census(conn: &mut Conn, tables: &[Table], step: Step<'_>) -> Result<Vec<Counted>, DbError> {
    let mut counted = Vec::with_capacity(tables.len());
    for table in tables {
        let mut tally = Tally::new(table);
        each_row!(&mut *conn, table, cells => {
            tally.add(&cells);
        });
        step(table.name, tally.rows);
        counted.push(tally.close(table));
    }
    Ok(counted)
}

/// Copies a whole table, and says what it was.
pub async fn copy(from: &mut Conn, to: &mut Conn, table: &'static Table, step: Step<'_>) -> Result<Counted, DbError> {
    let mut tally = Tally::new(table);
    let mut waiting = Rows::new(table.name, &table.columns);
    each_row!(from, table, cells => {
        tally.add(&cells);
        waiting.push_cells(cells);
        if waiting.len() >= BATCH {
            waiting.insert(to).await?;
            step(table.name, tally.rows);
        }
    });
    waiting.insert(to).await?;
    step(table.name, tally.rows);
    Ok(tally.close(table))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash_of(cells: &[Cell]) -> String {
        let mut hash = Sha256::new();
        cells.iter().for_each(|cell| hash_cell(&mut hash, cell));
        hex::encode(hash.finalize())
    }

    #[test]
    fn neighbours_cannot_run_into_one_another() {
        let text = |text: &'static str| Cell::from(text);
        assert_ne!(hash_of(&[text("ab"), text("c")]), hash_of(&[text("a"), text("bc")]));
        assert_ne!(hash_of(&[text("")]), hash_of(&[Cell::Text(None)]));
        assert_eq!(hash_of(&[Cell::Int(Some(7))]), hash_of(&[Cell::Long(Some(7))]));
    }
}
