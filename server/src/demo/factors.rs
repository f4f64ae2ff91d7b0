//! Second factors: `auditor2` has one, whose secret is known so that it can be tried, and the deputy head has lost a phone. No role is
//! obliged to have one.

use app::access::factor::store;
use app::access::factor::totp::Secret;
use app::access::keys::InstallationKey;
use app::kit::db::{Conn, DbError};
use app::kit::ids::UserId;
use app::{sql_exec, sql_optional};
use chrono::TimeDelta;
use uuid::Uuid;

use super::calendar::Calendar;
use super::chance::Chance;

/// In base32: MVZGO33OEBSGK3LPNZZXI4TBORUW63RB.
const SECRET: [u8; 20] = *b"ergon demonstration!";
const LOST: &str = "Phone lost on a visit to Dubrava; came to the office with her service card.";

pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    key: &InstallationKey,
    maker: UserId,
) -> Result<(), DbError> {
    let since = calendar.now() - TimeDelta::days(30);
    if let (Some(auditor), vault) = (named(tx, "auditor2").await?, key.vault())
        && let Some(sealed) = vault.seal(auditor, &Secret::new(SECRET))
    {
        sql_exec!(
            tx,
            "insert into access_factor (user_id, secret, confirmed_at, last_step, failures) values ($1, $2, $3, 0, 0)",
            auditor,
            sealed,
            since
        )?;
        for number in 1..=10_u64 {
            sql_exec!(
                tx,
                "insert into access_recovery_code (user_id, digest, made_at) values ($1, $2, $3)",
                auditor,
                vault.digest(auditor, &format!("{:016}", number * 1_111_111_111_111)),
                since
            )?;
        }
    }
    if let Some(deputy) = named(tx, "head2").await? {
        let at = since + TimeDelta::days(9);
        store::record_removal(tx, chance.id::<Uuid>(at), (deputy, Some(maker)), LOST, at).await?;
        sql_exec!(
            tx,
            "update access_factor_removal set told_at = $2 where user_id = $1",
            deputy,
            at + TimeDelta::hours(20)
        )?;
    }
    Ok(())
}

async fn named(tx: &mut Conn, username: &str) -> Result<Option<UserId>, DbError> {
    Ok(sql_optional!(tx, (UserId,), "select id from access_user where username = $1", username)?.map(|(id,)| id))
}
