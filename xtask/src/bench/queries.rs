//! Which statements a page runs and how long each takes, read from the server's own log.

use std::collections::BTreeMap;

/// Milliseconds of every run of a statement.
#[derive(Debug, Default)]
pub struct Timings(BTreeMap<String, Vec<f64>>);

/// Shorter than this is no matter, however much it grows.
const MATTERS: f64 = 0.2;
/// So much of a statement is printed.
const SHOWN: usize = 160;

/// Reads lines such as `… sqlx::query: summary="select a …" db.statement="\n\nselect a from b\n" … elapsed_secs=0.00012`.
pub fn read(log: &str) -> Timings {
    let mut timings = Timings::default();
    for line in log.lines() {
        if let Some((statement, seconds)) = statement_of(line) {
            timings.0.entry(statement).or_default().push(seconds * 1000.0);
        }
    }
    timings
}

fn statement_of(line: &str) -> Option<(String, f64)> {
    let seconds = line.split_once("elapsed_secs=")?.1.split_whitespace().next()?.parse().ok()?;
    let (_, after) = line.split_once("summary=\"")?;
    let (summary, after) = after.split_once("\" db.statement=\"")?;
    let (whole, _) = after.split_once("\" rows_affected=")?;
    let statement = if whole.is_empty() { summary } else { whole };
    let words: Vec<&str> = statement.split("\\n").flat_map(str::split_whitespace).collect();
    Some((words.join(" "), seconds))
}

/// The statements that take longer than the aim allows, the slowest first, in words.
pub fn grown(before: &Timings, after: &Timings, aim: f64) -> Vec<String> {
    let mut found: Vec<(f64, String)> = Vec::new();
    for (statement, runs) in &after.0 {
        let Some(earlier) = before.0.get(statement) else { continue };
        let (then, now) = (median(earlier), median(runs));
        if now >= MATTERS && now > then * aim {
            let shown: String = statement.chars().take(SHOWN).collect();
            found.push((now, format!("{then:.2} → {now:.2} ms  {shown}")));
        }
    }
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    found.into_iter().map(|(_, words)| words).collect()
}

fn median(runs: &[f64]) -> f64 {
    let mut sorted = runs.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{grown, read};

    fn line(statement: &str, seconds: f64) -> String {
        format!(
            "2026-11-24T00:00:00Z DEBUG sqlx::query: summary=\"select …\" db.statement=\"\\n\\n{statement}\\n\" rows_affected=0 rows_returned=1 elapsed=1ms elapsed_secs={seconds}\n"
        )
    }

    #[test]
    fn what_grows_is_named_and_what_is_short_is_not() {
        let before =
            read(&(line("select\\n  a from b", 0.001) + &line("select c", 0.000_01) + &line("select d", 0.002)));
        let after = read(&(line("select\\n  a from b", 0.004) + &line("select c", 0.000_1) + &line("select d", 0.002)));
        assert_eq!(grown(&before, &after, 1.5), ["1.00 → 4.00 ms  select a from b"]);
    }

    #[test]
    fn a_short_statement_is_its_own_summary() {
        let log = "DEBUG sqlx::query: summary=\"select 1\" db.statement=\"\" rows_affected=0 rows_returned=1 elapsed=1ms elapsed_secs=0.5\n";
        assert!(read(log).0.contains_key("select 1"));
    }
}
