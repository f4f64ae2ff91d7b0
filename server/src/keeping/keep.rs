//! The schedule's part: a backup once a day after an hour, caught up after a night in which the server stood still, and the
//! oldest files put away.

use std::path::Path;

use app::access::Gate;
use app::admin::backups::{How, last_scheduled, remember};
use app::kit::db::Database;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::backup::{Order, back_up};
use super::{KeepingError, at};

/// What the server does by itself.
#[derive(Debug, Clone)]
pub struct Plan {
    pub database: Database,
    pub order: Order,
    /// Of the day, in UTC.
    pub hour: u32,
    pub keep: usize,
}

impl Plan {
    /// Makes a backup when one is due, and gives its name.
    pub async fn turn(&self, gate: &Gate) -> Result<Option<String>, KeepingError> {
        let mut tx = gate.unattended_read().await?;
        let last = last_scheduled(&mut tx).await?;
        drop(tx);
        if !is_due(last, gate.clock.now(), self.hour) {
            return Ok(None);
        }
        let made = back_up(&self.database, &self.order, &gate.clock, &mut |_, _| {}).await?;
        let mut tx = gate.unattended_write().await?;
        remember(&mut tx, &gate.clock, How::Schedule, &made.name()).await?;
        tx.commit().await?;
        put_away(&self.order.folder, self.keep)?;
        Ok(Some(made.name()))
    }
}

/// Whether none was made since the hour last struck.
fn is_due(last: Option<DateTime<Utc>>, now: DateTime<Utc>, hour: u32) -> bool {
    let Some(time) = NaiveTime::from_hms_opt(hour, 0, 0) else { return false };
    let today = now.date_naive().and_time(time).and_utc();
    let struck = if today <= now { today } else { today - TimeDelta::days(1) };
    last.is_none_or(|last| last < struck)
}

/// Removes all but the newest backups. What bears another name is nobody's business here.
fn put_away(folder: &Path, keep: usize) -> Result<(), KeepingError> {
    let names = std::fs::read_dir(folder).map_err(at(folder))?.flatten();
    for name in surplus(names.filter_map(|entry| entry.file_name().into_string().ok()).collect(), keep) {
        let path = folder.join(name);
        std::fs::remove_file(&path).map_err(at(&path))?;
    }
    Ok(())
}

/// The oldest backups beyond the number that is kept.
fn surplus(mut names: Vec<String>, keep: usize) -> Vec<String> {
    names.retain(|name| is_backup(name));
    names.sort_unstable();
    names.truncate(names.len().saturating_sub(keep));
    names
}

/// `ergon-20261124T010003Z.age`.
fn is_backup(name: &str) -> bool {
    let stamp = name.strip_prefix("ergon-").and_then(|rest| rest.strip_suffix("Z.age"));
    stamp.is_some_and(|stamp| stamp.len() == 15 && stamp.chars().all(|c| c.is_ascii_digit() || c == 'T'))
}

#[cfg(test)]
mod tests {
    use super::super::backup::file_name;
    use super::*;

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_backup_is_due_once_after_its_hour() {
        let now = moment("2026-11-24T10:00:00Z");
        let cases = [
            (None, 1, true),
            (Some("2026-11-24T01:00:05Z"), 1, false),
            (Some("2026-11-23T01:00:05Z"), 1, true),
            // The hour has not struck today: yesterday's still holds.
            (Some("2026-11-23T23:10:00Z"), 23, false),
            (Some("2026-11-23T10:00:00Z"), 23, true),
            (Some("2026-11-23T10:00:00Z"), 99, false),
        ];
        for (last, hour, expected) in cases {
            assert_eq!(is_due(last.map(moment), now, hour), expected, "{last:?} {hour}");
        }
    }

    #[test]
    fn the_oldest_go_and_strangers_stay() {
        let made = |day: u32| file_name(moment(&format!("2026-11-{day:02}T01:00:00Z")));
        let mut names: Vec<String> = (1..=5).rev().map(made).collect();
        names.push("ergon-holiday.age".to_owned());
        names.push("notes.txt".to_owned());
        assert_eq!(surplus(names.clone(), 3), [made(1), made(2)]);
        assert!(surplus(names, 9).is_empty());
    }
}
