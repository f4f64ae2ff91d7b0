//! The looks of one day. The index on the moment finds them; the rest of the log is not read.

use chrono::{DateTime, Utc};

use super::rules::Look;
use crate::kit::db::{DbError, SystemTx};
use crate::sql_all;

/// More looks than this in a day is not read; the department has some fifty who look.
const MOST: i64 = 50_000;

pub async fn looks(tx: &mut SystemTx, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<Vec<Look>, DbError> {
    sql_all!(
        tx,
        Look,
        "select e.at, e.user_name, u.display_name, e.person_id, p.family_name,
           (select case when count(*) = count(s.ends_on) then max(s.ends_on) end
            from custody_stay s where s.person_id = p.id) as left_on
         from access_entry e join access_user u on u.id = e.user_id join custody_person p on p.id = e.person_id
         where e.at >= $1 and e.at < $2 and e.side = 'care' and e.outcome = 'allowed' order by e.at, e.id limit $3",
        from,
        to,
        MOST
    )
}
