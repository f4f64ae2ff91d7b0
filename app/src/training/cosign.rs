//! Who must be co-signed, from the register and from what the head has said: the facts of [`rules::cosign`], for one who signs and
//! for the page on which the head arranges supervision.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::model::{Exemption, Outcome, Subject};
use super::rules::{self, Signer, Why};
use crate::i18n::Lang;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::UserId;
use crate::{sql_all, sql_exec, sql_optional};

/// What care's notes are about: the certificate that counts for signing them.
pub const SUBJECT: Subject = Subject::OtGuidelines;

/// The facts of one practitioner.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Known {
    pub user_id: UserId,
    pub name: String,
    supervised: bool,
    exempt_until: Option<NaiveDate>,
    certificate_asked: bool,
    certified_until: Option<NaiveDate>,
    sessions_asked: i32,
    sessions_met: i32,
}

impl Known {
    #[must_use]
    pub fn why(&self, today: NaiveDate) -> Why {
        let signer = Signer {
            supervised: self.supervised,
            exempt_until: self.exempt_until,
            certificate_asked: self.certificate_asked,
            certified_until: self.certified_until,
            sessions_asked: self.sessions_asked,
            sessions_met: self.sessions_met,
        };
        rules::cosign(&signer, today)
    }
}

macro_rules! known {
    ($rest:literal) => {
        concat!(
            "select u.id as user_id, u.display_name as name,
               exists (select 1 from care_supervision s where s.user_id = u.id and s.ended_on is null) as supervised,
               (select max(e.valid_until) from training_exemption e where e.user_id = u.id and e.ended_on is null) as exempt_until,
               coalesce((select r.certificate from training_rule r where r.subject = $1), $2) as certificate_asked,
               (select max(t.valid_until) from training_certificate t join training_person p on p.id = t.person_id
                 where p.user_id = u.id and t.subject = $1 and t.revoked_on is null) as certified_until,
               coalesce((select r.sessions from training_rule r where r.subject = $1), 0) as sessions_asked,
               cast((select count(*) from training_supervised m where m.user_id = u.id and m.outcome = 'met') as integer) as sessions_met
             from access_user u where ",
            $rest
        )
    };
}

/// Why somebody signs alone today, or does not.
pub async fn why(tx: &mut CareTx, user: UserId, today: NaiveDate) -> Result<Why, DbError> {
    let known = sql_optional!(tx, Known, known!("u.id = $3"), SUBJECT, false, user)?;
    Ok(known.map_or(Why::NeverCertified, |known| known.why(today)))
}

/// Everybody who signs notes.
pub async fn everybody(tx: &mut CareTx) -> Result<Vec<Known>, DbError> {
    sql_all!(
        tx,
        Known,
        known!(
            "u.active <> $2 and exists (select 1 from access_grant g where g.user_id = u.id and g.role = 'practitioner'
               and g.ended_at is null and g.approved_at is not null) order by u.display_name, u.id limit 500"
        ),
        SUBJECT,
        false
    )
}

/// The reason in words.
#[must_use]
pub fn words(lang: Lang, why: Why) -> String {
    match why {
        Why::HeadNamedSupervisor => lang.t("training-why-head").into_owned(),
        Why::HeadExempted(until) => lang.t_with("training-why-exempt", &[("date", lang.date(until).into())]),
        Why::NeverCertified => lang.t("training-why-never").into_owned(),
        Why::CertificateLapsed(until) => lang.t_with("training-why-lapsed", &[("date", lang.date(until).into())]),
        Why::SessionsMissing { met, asked } => {
            lang.t_with("training-why-sessions", &[("met", met.into()), ("asked", asked.into())])
        }
        Why::NothingAsked => lang.t("training-why-nothing").into_owned(),
        Why::Competent => lang.t("training-why-competent").into_owned(),
    }
}

/// An exemption that holds or held.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Exempted {
    pub id: Uuid,
    pub user_id: UserId,
    pub name: String,
    pub reason: Exemption,
    pub valid_until: NaiveDate,
}

pub async fn exemptions(tx: &mut CareTx) -> Result<Vec<Exempted>, DbError> {
    sql_all!(
        tx,
        Exempted,
        "select e.id, e.user_id, u.display_name as name, e.reason, e.valid_until
         from training_exemption e join access_user u on u.id = e.user_id where e.ended_on is null
         order by u.display_name, e.id limit 500"
    )
}

#[derive(Debug, Clone, Copy)]
pub struct Exempt {
    pub id: Uuid,
    pub user: UserId,
    pub reason: Exemption,
    pub until: NaiveDate,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// Lets somebody sign alone; an earlier word of the head about it ends.
pub async fn exempt(tx: &mut CareTx, exempt: Exempt) -> Result<(), DbError> {
    let today = exempt.at.date_naive();
    sql_exec!(
        tx,
        "update training_exemption set ended_on = $2 where user_id = $1 and ended_on is null",
        exempt.user,
        today
    )?;
    sql_exec!(
        tx,
        "insert into training_exemption (id, user_id, reason, valid_until, ended_on, set_by, set_at)
         values ($1, $2, $3, $4, null, $5, $6)",
        exempt.id,
        exempt.user,
        exempt.reason,
        exempt.until,
        exempt.by,
        exempt.at
    )?;
    Ok(())
}

pub async fn end_exemption(tx: &mut CareTx, id: Uuid, on: NaiveDate) -> Result<(), DbError> {
    sql_exec!(tx, "update training_exemption set ended_on = $2 where id = $1 and ended_on is null", id, on)?;
    Ok(())
}

/// A session as it was signed off.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Supervised {
    pub user_id: UserId,
    pub name: String,
    pub on_date: NaiveDate,
    pub outcome: Outcome,
    pub signed_by: String,
}

/// One's own supervised sessions, and those that one has signed off.
pub async fn sessions(tx: &mut CareTx, user: UserId) -> Result<Vec<Supervised>, DbError> {
    sql_all!(
        tx,
        Supervised,
        "select m.user_id, u.display_name as name, m.on_date, m.outcome, b.display_name as signed_by
         from training_supervised m join access_user u on u.id = m.user_id join access_user b on b.id = m.signed_by
         where m.user_id = $1 or m.signed_by = $1 order by m.on_date desc, u.display_name limit 200",
        user
    )
}

/// Those whom the user supervises today.
pub async fn supervisees(tx: &mut CareTx, user: UserId) -> Result<Vec<(UserId, String)>, DbError> {
    sql_all!(
        tx,
        (UserId, String),
        "select s.user_id, u.display_name from care_supervision s join access_user u on u.id = s.user_id
         where s.supervisor_id = $1 and s.ended_on is null order by u.display_name",
        user
    )
}

#[derive(Debug, Clone, Copy)]
pub struct SignOff {
    pub id: Uuid,
    pub user: UserId,
    pub on: NaiveDate,
    pub outcome: Outcome,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

pub async fn sign_off(tx: &mut CareTx, new: SignOff) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into training_supervised (id, user_id, on_date, outcome, signed_by, signed_at) values ($1, $2, $3, $4, $5, $6)",
        new.id,
        new.user,
        new.on,
        new.outcome,
        new.by,
        new.at
    )?;
    Ok(())
}
