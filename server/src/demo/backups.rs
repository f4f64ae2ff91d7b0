//! Two weeks of backups, each night at one, up to yesterday's: today's may still lie ahead.

use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use chrono::{DateTime, Days, TimeDelta, Utc};

use super::calendar::Calendar;
use super::chance::Chance;

const NIGHTS: u64 = 14;

pub async fn build(tx: &mut Conn, chance: &mut Chance, calendar: Calendar) -> Result<(), DbError> {
    let mut rows = Rows::new("access_backup", &["id", "made_at", "how", "name"]);
    for night in (1..=NIGHTS).rev() {
        let date = calendar.today.checked_sub_days(Days::new(night)).unwrap_or(calendar.today);
        let at: DateTime<Utc> = date.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::seconds(3603);
        let name = crate::keeping::backup::file_name(at);
        rows.push(cells![chance.id::<uuid::Uuid>(at), at, "schedule", name]);
    }
    rows.insert(tx).await
}
