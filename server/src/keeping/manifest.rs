//! What a database held at one moment: engine, schema, and for each table its rows and the hash over them. The same on both
//! engines, so that a dump of PostgreSQL and a move to SQLite are judged by the same figures.

use std::path::Path;

use app::kit::clock::Clock;
use app::kit::db::{Conn, Counted, Step, catalogue_at, census, newest, schema_of};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{KeepingError, at};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// `sqlite` or `postgres`: where the rows lay.
    pub engine: String,
    /// The number of the last migration.
    pub schema: i64,
    pub taken_at: DateTime<Utc>,
    /// The version of the program that wrote this.
    pub program: String,
    pub tables: Vec<Counted>,
}

impl Manifest {
    /// Reads every row. The connection should see one moment.
    pub async fn of(conn: &mut Conn, clock: &Clock, step: Step<'_>) -> Result<Self, KeepingError> {
        let taken_at = clock.now();
        let schema = schema_of(conn).await?;
        if schema > newest() {
            return Err(KeepingError::Later(schema, newest()));
        }
        let engine = match conn {
            Conn::Sqlite(_) => "sqlite",
            Conn::Postgres(_) => "postgres",
        };
        let tables = census(conn, &catalogue_at(schema), step).await?;
        let program = env!("CARGO_PKG_VERSION").to_owned();
        Ok(Self { engine: engine.to_owned(), schema, taken_at, program, tables })
    }

    #[must_use]
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }

    pub fn parse(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    pub fn read(path: &Path) -> Result<Self, KeepingError> {
        let bytes = std::fs::read(path).map_err(at(path))?;
        Self::parse(&bytes).ok_or_else(|| KeepingError::Manifest(path.display().to_string()))
    }

    #[must_use]
    pub fn text(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    /// What does not agree, in words; nothing when the two hold the same rows under the same schema.
    #[must_use]
    pub fn differences(&self, found: &Self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.schema != found.schema {
            wrong.push(format!("schema {} and not {}", found.schema, self.schema));
        }
        for table in &self.tables {
            match found.tables.iter().find(|other| other.table == table.table) {
                None => wrong.push(format!("{} is missing", table.table)),
                Some(other) if other.rows != table.rows => {
                    wrong.push(format!("{}: {} rows and not {}", table.table, other.rows, table.rows));
                }
                Some(other) if other.sha256 != table.sha256 => {
                    wrong.push(format!("{}: as many rows, but not the same", table.table));
                }
                Some(_) => {}
            }
        }
        let unknown = found.tables.iter().filter(|other| !self.tables.iter().any(|table| table.table == other.table));
        wrong.extend(unknown.map(|other| format!("{} is not in the manifest", other.table)));
        wrong
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(tables: &[(&str, u64, &str)]) -> Manifest {
        let counted = |(table, rows, sha256): &(&str, u64, &str)| Counted {
            table: (*table).to_owned(),
            rows: *rows,
            sha256: (*sha256).to_owned(),
        };
        Manifest {
            engine: "sqlite".to_owned(),
            schema: 7,
            taken_at: Clock::System.now(),
            program: "1".to_owned(),
            tables: tables.iter().map(counted).collect(),
        }
    }

    #[test]
    fn what_differs_is_named() {
        let kept = manifest(&[("a", 2, "x"), ("b", 3, "y"), ("c", 0, "z")]);
        assert!(kept.differences(&kept).is_empty());
        let cases = [
            (manifest(&[("a", 1, "x"), ("b", 3, "y"), ("c", 0, "z")]), "a: 1 rows and not 2"),
            (manifest(&[("a", 2, "x"), ("b", 3, "Y"), ("c", 0, "z")]), "b: as many rows, but not the same"),
            (manifest(&[("a", 2, "x"), ("b", 3, "y")]), "c is missing"),
            (manifest(&[("a", 2, "x"), ("b", 3, "y"), ("c", 0, "z"), ("d", 0, "z")]), "d is not in the manifest"),
            (Manifest { schema: 8, ..kept.clone() }, "schema 8 and not 7"),
        ];
        for (found, expected) in cases {
            assert_eq!(kept.differences(&found), [expected]);
        }
    }
}
