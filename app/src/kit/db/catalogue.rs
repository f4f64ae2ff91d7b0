//! Every table with what its columns hold, read from the text of PostgreSQL's migrations: SQLite keeps instants as text and
//! truth as a number, so that its own schema does not say enough to carry a row to the other engine. A test holds this against
//! a real database.

use std::sync::LazyLock;

use super::migrate::migrations;
use super::pool::Engine;

/// What a column holds, on either engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Id,
    Text,
    Int,
    Long,
    Bool,
    At,
    Day,
    Bytes,
}

impl Kind {
    fn of(declared: &str) -> Option<Self> {
        Some(match declared.trim_end_matches([',', ';', ')']) {
            "uuid" => Self::Id,
            "text" => Self::Text,
            "integer" => Self::Int,
            "bigint" => Self::Long,
            "boolean" => Self::Bool,
            "timestamptz" => Self::At,
            "date" => Self::Day,
            "bytea" => Self::Bytes,
            _ => return None,
        })
    }
}

/// One table. Columns that the database computes by itself are not among its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: &'static str,
    pub columns: Vec<&'static str>,
    pub kinds: Vec<Kind>,
    /// The primary key; empty where a table has none.
    pub key: Vec<&'static str>,
}

impl Table {
    /// All rows in the order that is the same on both engines.
    #[must_use]
    pub fn select(&self, engine: Engine) -> String {
        let order = if self.key.is_empty() { &self.columns } else { &self.key };
        let order: Vec<String> = order.iter().map(|column| self.ordered(column, engine)).collect();
        format!("select {} from {} order by {}", self.columns.join(", "), self.name, order.join(", "))
    }

    /// PostgreSQL sorts texts by the language of the database, unless it is told not to.
    fn ordered(&self, column: &str, engine: Engine) -> String {
        let at = self.columns.iter().position(|held| *held == column);
        let is_text = at.and_then(|at| self.kinds.get(at)).is_some_and(|kind| *kind == Kind::Text);
        let collate = if is_text && engine == Engine::Postgres { " collate \"C\"" } else { "" };
        format!("{column}{collate} nulls first")
    }
}

static NEWEST: LazyLock<Vec<Table>> = LazyLock::new(|| catalogue_at(newest()));

/// The number of the last migration that this program knows.
#[must_use]
pub fn newest() -> i64 {
    migrations(Engine::Postgres).iter().map(|(number, _, _)| *number).max().unwrap_or(0)
}

/// The tables of this program, each after those that it refers to when it was made.
#[must_use]
pub fn catalogue() -> &'static [Table] {
    &NEWEST
}

/// The tables as they were after the migration of this number.
#[must_use]
pub fn catalogue_at(schema: i64) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut seen = migrations(Engine::Postgres);
    seen.retain(|(number, _, _)| *number <= schema);
    seen.sort_unstable_by_key(|(number, _, _)| *number);
    for (_, _, sql) in seen {
        read(sql, &mut tables);
    }
    tables
}

fn read(sql: &'static str, tables: &mut Vec<Table>) {
    let mut making: Option<Table> = None;
    let mut lines = sql.lines().peekable();
    while let Some(line) = lines.next() {
        let computed = lines.peek().is_some_and(|next| next.trim_start().starts_with("generated always"));
        if let Some(table) = &mut making {
            if line.starts_with(')') {
                tables.extend(making.take());
            } else {
                column(table, line, computed);
            }
        } else if let Some(name) = line.strip_prefix("create table ") {
            let name = name.trim_end_matches([' ', '(']);
            making = Some(Table { name, columns: Vec::new(), kinds: Vec::new(), key: Vec::new() });
        } else if let Some(name) = line.strip_prefix("drop table ") {
            tables.retain(|table| table.name != name.trim_end_matches(';'));
        } else if let Some((name, rest)) =
            line.strip_prefix("alter table ").and_then(|rest| rest.split_once(" add column "))
            && let Some(table) = tables.iter_mut().find(|table| table.name == name)
        {
            column(table, rest, computed);
        }
    }
}

/// Takes up a line between the brackets of a table: a column, the key, or a constraint, which is passed over.
fn column(table: &mut Table, line: &'static str, computed: bool) {
    let line = line.trim();
    if let Some((_, rest)) = line.split_once("primary key (") {
        table.key = rest.split(')').next().unwrap_or_default().split(", ").collect();
        return;
    }
    let mut words = line.split_whitespace();
    let (Some(name), Some(kind)) = (words.next(), words.next().and_then(Kind::of)) else { return };
    if computed || line.contains("generated always") {
        return;
    }
    if line.contains("primary key") {
        table.key = vec![name];
    }
    table.columns.push(name);
    table.kinds.push(kind);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_with_its_key_and_without_what_is_computed() {
        let sql = "create table made (\n  slot_id uuid not null references custody_slot (id),\n  name text,\n  constraint made_name check (name <> ''),\n  primary key (slot_id, name)\n);\nalter table made add column n integer\n  generated always as (1) stored;\nalter table made add column seen_at timestamptz;";
        let mut tables = Vec::new();
        read(sql, &mut tables);
        let [made] = tables.as_slice() else { panic!("{tables:?}") };
        assert_eq!(
            (made.columns.clone(), made.key.clone()),
            (vec!["slot_id", "name", "seen_at"], vec!["slot_id", "name"])
        );
        assert_eq!(
            made.select(Engine::Postgres),
            "select slot_id, name, seen_at from made order by slot_id nulls first, name collate \"C\" nulls first"
        );
    }

    #[test]
    fn an_earlier_schema_has_fewer_tables() {
        assert!(catalogue_at(1).len() < catalogue().len());
        assert!(catalogue_at(1).iter().all(|table| table.name.starts_with("access_")));
    }
}
