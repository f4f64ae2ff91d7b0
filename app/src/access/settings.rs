//! Settings of the installation that an administrator makes: which roles must have a second factor, and after how long without use an
//! account is shut. Each saving adds a version; the newest holds, and those before tell what held when.

use chrono::{DateTime, TimeDelta, Utc};

use super::factor::Demand;
use super::roles::Role;
use super::rules::DORMANT_DAYS;
use crate::kit::db::{DbError, SystemTx};
use crate::kit::ids::UserId;
use crate::{sql_all, sql_exec, sql_optional};

/// The bounds of the setting, as the database holds them too.
pub const DORMANT_BOUNDS: (i32, i32) = (14, 730);

/// What holds. Version 0 are the program's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub version: i32,
    pub dormant_days: i32,
    /// In the order of the roles.
    pub demands: Vec<(Role, Demand)>,
    /// By whom and when it was changed last.
    pub changed: Option<(String, DateTime<Utc>)>,
}

pub async fn load(tx: &mut SystemTx) -> Result<Settings, DbError> {
    let newest = sql_optional!(
        tx,
        (i32, i32, String, DateTime<Utc>),
        "select s.version, s.dormant_days, u.display_name, s.changed_at
         from access_setting s join access_user u on u.id = s.changed_by order by s.version desc limit 1"
    )?;
    let Some((version, dormant_days, by, at)) = newest else {
        let demands = Role::ALL.iter().map(|role| (*role, Demand::Offered)).collect();
        return Ok(Settings { version: 0, dormant_days: DORMANT_DAYS, demands, changed: None });
    };
    let set =
        sql_all!(tx, (Role, Demand), "select role, second_factor from access_role_demand where version = $1", version)?;
    let demand = |role: Role| set.iter().find(|(held, _)| *held == role).map_or(Demand::Offered, |(_, demand)| *demand);
    let demands = Role::ALL.iter().map(|role| (*role, demand(*role))).collect();
    Ok(Settings { version, dormant_days, demands, changed: Some((by, at)) })
}

/// Adds the version after the one that was seen; false when somebody else has.
pub async fn save(tx: &mut SystemTx, settings: &Settings, by: UserId, now: DateTime<Utc>) -> Result<bool, DbError> {
    let version = settings.version.saturating_add(1);
    let added = sql_exec!(
        tx,
        "insert into access_setting (version, dormant_days, changed_by, changed_at) values ($1, $2, $3, $4)
         on conflict (version) do nothing",
        version,
        settings.dormant_days,
        by,
        now
    )?;
    if added == 0 {
        return Ok(false);
    }
    for (role, demand) in &settings.demands {
        sql_exec!(
            tx,
            "insert into access_role_demand (version, role, second_factor) values ($1, $2, $3)",
            version,
            *role,
            *demand
        )?;
    }
    Ok(true)
}

/// After how long without use an account is shut.
pub async fn dormant_after(tx: &mut SystemTx) -> Result<TimeDelta, DbError> {
    let days = sql_optional!(tx, (i32,), "select dormant_days from access_setting order by version desc limit 1")?;
    Ok(TimeDelta::days(days.map_or(DORMANT_DAYS, |(days,)| days).into()))
}
