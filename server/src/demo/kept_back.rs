//! An hour in which one wing stands still: sessions go on without those who live there. It was announced yesterday, is entered by
//! the product's own rule, and neither side has looked at it yet.

use app::custody::lockdowns::api::hold;
use app::custody::lockdowns::model::{Area, Ask};
use app::custody::lockdowns::rules::{Effect, effect};
use app::custody::lockdowns::store;
use app::custody::slots::CancelReason;
use app::kit::db::{Conn, DbError};
use app::kit::ids::{FacilityId, UserId, WingId};
use app::sql_all;
use chrono::{DateTime, Days, TimeDelta, Utc};

use super::calendar::{Calendar, instant};
use super::chance::Chance;

/// A session ahead, and a wing where some of its people live and some do not.
type Divided = (DateTime<Utc>, DateTime<Utc>, WingId);

/// The first session of the coming days that can go on with fewer people while nothing else has to be cancelled.
pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    (facility, by): (FacilityId, UserId),
) -> Result<(), DbError> {
    let tomorrow = instant(calendar.today + Days::new(1), 0);
    let divided = sql_all!(
        tx,
        Divided,
        "select s.starts_at, s.ends_at, p.wing_id
         from custody_slot s join custody_slot_person sp on sp.slot_id = s.id join custody_person p on p.id = sp.person_id
         where s.facility_id = $1 and s.status = 'confirmed' and s.starts_at > $2 and s.starts_at < $3 and p.wing_id is not null
         group by s.id, s.starts_at, s.ends_at, p.wing_id
         having count(*) < (select count(*) from custody_slot_person o where o.slot_id = s.id)
         order by s.starts_at, s.id, p.wing_id limit 40",
        facility,
        tomorrow,
        tomorrow + TimeDelta::days(7)
    )?;
    let at = instant(calendar.today - Days::new(1), 15 * 60);
    let wings = store::wings(tx, facility).await?;
    for (from, to, wing) in divided {
        let ask = Ask { area: Area::Wing(wing), from, to, reason: CancelReason::Lockdown };
        let touched = store::sessions(tx, facility, &ask).await?;
        if touched.iter().any(|session| effect(&ask.area, session, at) == Effect::Cancel) {
            continue;
        }
        let id = chance.id(at);
        store::insert(tx, (id, facility), &ask, &wings, (by, at)).await?;
        hold(tx, (id, facility), &ask, (by, at), || chance.id(at)).await?;
        break;
    }
    Ok(())
}
