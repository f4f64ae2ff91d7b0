//! Filters of the unit's page that those who review keep at hand.

use app::kit::db::{Conn, DbError};
use app::sql_exec;
use uuid::Uuid;

use super::calendar::Calendar;
use super::chance::Chance;
use super::users::Users;

/// The language of who keeps it, its name and what it asks for.
const FILTERS: [(&str, &str, &str); 6] = [
    ("en", "Slipping: few hours", "show=slipping&reason=hours"),
    ("en", "Notes before the visit", "show=notes"),
    ("sq", "Pak orë këtë muaj", "show=slipping&reason=hours"),
    ("sq", "Shënime për t’u nënshkruar", "show=notes"),
    ("sr", "Malo sati ovog meseca", "show=slipping&reason=hours"),
    ("sr", "Beleške za potpis", "show=notes"),
];

pub async fn build(tx: &mut Conn, chance: &mut Chance, calendar: Calendar, users: &Users) -> Result<(), DbError> {
    for user in [&users.reviewer, &users.head] {
        for (_, name, query) in FILTERS.into_iter().filter(|(language, ..)| *language == user.language) {
            sql_exec!(
                tx,
                "insert into care_saved_filter (id, user_id, name, query, is_default, created_at) values ($1, $2, $3, $4, $5, $6)",
                chance.id::<Uuid>(calendar.beginning()),
                user.id,
                name,
                query,
                false,
                calendar.beginning()
            )?;
        }
    }
    Ok(())
}
