//! Many rows at once. An import and the demonstration data write tens of thousands of rows: here they go out in statements
//! of a few fixed sizes, so that either engine keeps them prepared.

use std::borrow::Cow;
use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use super::{Conn, DbError, HasConn, count_statement};

/// One value of a row, with the type that its column has on either engine.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Id(Option<Uuid>),
    Text(Option<Cow<'static, str>>),
    Int(Option<i32>),
    Long(Option<i64>),
    Bool(Option<bool>),
    At(Option<DateTime<Utc>>),
    Day(Option<NaiveDate>),
    Bytes(Option<Vec<u8>>),
}

macro_rules! cells_from {
    ($($from:ty => |$value:ident| $cell:expr;)*) => {$(
        impl From<$from> for Cell {
            fn from($value: $from) -> Self {
                $cell
            }
        }
    )*};
}

cells_from! {
    Uuid => |value| Self::Id(Some(value));
    Option<Uuid> => |value| Self::Id(value);
    String => |value| Self::Text(Some(Cow::Owned(value)));
    &'static str => |value| Self::Text(Some(Cow::Borrowed(value)));
    Option<&'static str> => |value| Self::Text(value.map(Cow::Borrowed));
    Option<String> => |value| Self::Text(value.map(Cow::Owned));
    i32 => |value| Self::Int(Some(value));
    Option<i32> => |value| Self::Int(value);
    i64 => |value| Self::Long(Some(value));
    bool => |value| Self::Bool(Some(value));
    DateTime<Utc> => |value| Self::At(Some(value));
    Option<DateTime<Utc>> => |value| Self::At(value);
    NaiveDate => |value| Self::Day(Some(value));
    Option<NaiveDate> => |value| Self::Day(value);
    Vec<u8> => |value| Self::Bytes(Some(value));
}

/// The values of one row: `cells![id, name, now]`.
#[macro_export]
macro_rules! cells {
    ($($value:expr),* $(,)?) => { [$($crate::kit::db::Cell::from($value)),*] };
}

/// Rows of one table that wait to be inserted.
#[derive(Debug)]
pub struct Rows {
    table: &'static str,
    columns: &'static [&'static str],
    cells: Vec<Cell>,
}

/// Rows in one statement: the largest that fits is taken until none are left.
const SIZES: [usize; 5] = [256, 64, 16, 4, 1];

/// `query` with every cell bound, for whichever engine it is of.
macro_rules! bind_all {
    ($query:expr, $cells:expr) => {{
        let mut query = $query;
        for cell in $cells {
            query = match cell {
                Cell::Id(value) => query.bind(value),
                Cell::Text(value) => query.bind(value.as_deref()),
                Cell::Int(value) => query.bind(value),
                Cell::Long(value) => query.bind(value),
                Cell::Bool(value) => query.bind(value),
                Cell::At(value) => query.bind(value),
                Cell::Day(value) => query.bind(value),
                Cell::Bytes(value) => query.bind(value.as_deref()),
            };
        }
        query
    }};
}

impl Rows {
    #[must_use]
    pub const fn new(table: &'static str, columns: &'static [&'static str]) -> Self {
        Self { table, columns, cells: Vec::new() }
    }

    /// Adds a row. Its width must be the number of columns: anything else is a fault of the caller and breaks the insert.
    pub fn push<const N: usize>(&mut self, row: [Cell; N]) {
        debug_assert_eq!(N, self.columns.len(), "{}", self.table);
        self.cells.extend(row);
    }

    /// As [`Self::push`], for a row whose width only its table knows.
    pub(super) fn push_cells(&mut self, row: Vec<Cell>) {
        debug_assert_eq!(row.len(), self.columns.len(), "{}", self.table);
        self.cells.extend(row);
    }

    #[must_use]
    pub const fn len(&self) -> usize {
        self.cells.len() / self.columns.len()
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Inserts all rows and forgets them. For the owner: see [`Self::insert_within_walls`].
    pub async fn insert(&mut self, tx: &mut impl HasConn) -> Result<(), DbError> {
        self.insert_by(tx, &SIZES).await
    }

    /// As [`Self::insert`], for the transaction of a side. On SQLite each row has its own statement: before a statement of
    /// several rows SQLite looks for rows that refer to them, also in tables that the side must not read.
    pub async fn insert_within_walls(&mut self, tx: &mut impl HasConn) -> Result<(), DbError> {
        let sizes: &[usize] = match tx.conn() {
            Conn::Sqlite(_) => &[1],
            Conn::Postgres(_) => &SIZES,
        };
        self.insert_by(tx, sizes).await
    }

    async fn insert_by(&mut self, tx: &mut impl HasConn, sizes: &[usize]) -> Result<(), DbError> {
        let named = matches!(tx.conn(), Conn::Postgres(_));
        let cells = std::mem::take(&mut self.cells);
        let mut rest = cells.as_slice();
        for size in sizes {
            let width = size * self.columns.len();
            if rest.len() < width {
                continue;
            }
            let sql = self.sql(*size, named);
            while let Some((rows, after)) = rest.split_at_checked(width) {
                run(tx, &sql, rows).await?;
                rest = after;
            }
        }
        Ok(())
    }

    /// SQLite looks each `$n` up by walking the list of all names, which with thousands of them takes longer than the insert: there
    /// the places have no names.
    fn sql(&self, rows: usize, named: bool) -> String {
        let mut sql = format!("insert into {} ({}) values ", self.table, self.columns.join(", "));
        let mut at = 0;
        for row in 0..rows {
            sql.push_str(if row == 0 { "(" } else { ", (" });
            for column in 0..self.columns.len() {
                at += 1;
                sql.push_str(if column == 0 { "" } else { ", " });
                let _ = if named { write!(sql, "${at}") } else { write!(sql, "?") };
            }
            sql.push(')');
        }
        sql
    }
}

/// Rows that are there and wait to be changed, all by one statement.
#[derive(Debug)]
pub struct Changes {
    sql: &'static str,
    rows: Vec<Vec<Cell>>,
}

impl Changes {
    #[must_use]
    pub const fn new(sql: &'static str) -> Self {
        Self { sql, rows: Vec::new() }
    }

    /// Adds the values of `$1`, `$2` and so on.
    pub fn push<const N: usize>(&mut self, values: [Cell; N]) {
        self.rows.push(values.into());
    }

    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Makes all changes and forgets them.
    pub async fn make(&mut self, tx: &mut impl HasConn) -> Result<(), DbError> {
        for row in std::mem::take(&mut self.rows) {
            run(tx, self.sql, &row).await?;
        }
        Ok(())
    }
}

async fn run(tx: &mut impl HasConn, sql: &str, cells: &[Cell]) -> Result<(), DbError> {
    count_statement();
    let query = AssertSqlSafe(sql.to_owned());
    match tx.conn() {
        Conn::Sqlite(c) => bind_all!(sqlx::query(query), cells).execute(&mut **c).await.map(drop)?,
        Conn::Postgres(c) => bind_all!(sqlx::query(query), cells).execute(&mut **c).await.map(drop)?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_number_their_values() {
        let rows = Rows::new("custody_wing", &["id", "code"]);
        assert_eq!(rows.sql(2, true), "insert into custody_wing (id, code) values ($1, $2), ($3, $4)");
        assert_eq!(rows.sql(2, false), "insert into custody_wing (id, code) values (?, ?), (?, ?)");
    }
}
