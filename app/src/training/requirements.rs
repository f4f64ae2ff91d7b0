//! What the head asks for: of whoever signs alone, of whoever is given a role, of whoever takes a measure.

use chrono::NaiveDate;

use super::cosign::SUBJECT;
use super::model::{Strictness, Subject};
use super::rules::{Giving, giving};
use super::write::By;
use crate::access::Role;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::UserId;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// Roles that can ask for a certificate: those that the head approves.
pub const ROLES: [Role; 4] = [Role::Practitioner, Role::Clinician, Role::Reviewer, Role::Head];

/// What must hold before somebody signs alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Rule {
    pub certificate: bool,
    pub sessions: i32,
    pub version: i32,
}

pub async fn rule(tx: &mut CareTx) -> Result<Rule, DbError> {
    let found = sql_optional!(
        tx,
        Rule,
        "select certificate, sessions, version from training_rule where subject = $1",
        SUBJECT
    )?;
    Ok(found.unwrap_or_default())
}

/// False when somebody else has said otherwise since.
pub async fn set_rule(tx: &mut CareTx, rule: Rule, by: By) -> Result<bool, DbError> {
    let touched = if rule.version == 0 {
        sql_exec!(
            tx,
            "insert into training_rule (subject, certificate, sessions, set_by, set_at, version) values ($1, $2, $3, $4, $5, 1)
             on conflict (subject) do nothing",
            SUBJECT,
            rule.certificate,
            rule.sessions,
            by.user,
            by.at
        )?
    } else {
        sql_exec!(
            tx,
            "update training_rule set certificate = $2, sessions = $3, set_by = $4, set_at = $5, version = version + 1
             where subject = $1 and version = $6",
            SUBJECT,
            rule.certificate,
            rule.sessions,
            by.user,
            by.at,
            rule.version
        )?
    };
    Ok(touched > 0)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct OfRole {
    pub role: Role,
    pub subject: Subject,
    pub strictness: Strictness,
}

pub async fn of_roles(tx: &mut CareTx) -> Result<Vec<OfRole>, DbError> {
    sql_all!(tx, OfRole, "select role, subject, strictness from training_role order by role, subject")
}

/// Says what a role asks for; without a strictness it asks for nothing of the subject.
pub async fn set_role(
    tx: &mut CareTx,
    (role, subject): (Role, Subject),
    strictness: Option<Strictness>,
    by: By,
) -> Result<(), DbError> {
    sql_exec!(tx, "delete from training_role where role = $1 and subject = $2", role, subject)?;
    if let Some(strictness) = strictness {
        sql_exec!(
            tx,
            "insert into training_role (role, subject, strictness, set_by, set_at) values ($1, $2, $3, $4, $5)",
            role,
            subject,
            strictness,
            by.user,
            by.at
        )?;
    }
    Ok(())
}

/// What giving a role that waits comes to, and which certificates are missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub user: UserId,
    pub role: Role,
    pub giving: Giving,
    pub missing: Vec<Subject>,
}

/// What a role asks for, and whether it is held.
type Asked = (Subject, Strictness, bool);

/// Of every role that waits for approval.
pub async fn waiting(tx: &mut CareTx, today: NaiveDate) -> Result<Vec<Given>, DbError> {
    let rows = sql_all!(
        tx,
        (UserId, Role, Subject, Strictness, bool),
        "select distinct g.user_id, g.role, r.subject, r.strictness, exists (
             select 1 from training_certificate t join training_person p on p.id = t.person_id
             where p.user_id = g.user_id and t.subject = r.subject and t.issued_on <= $1 and t.valid_until >= $1
               and (t.revoked_on is null or t.revoked_on > $1)) as held
         from access_grant g join training_role r on r.role = g.role
         where g.side = 'care' and g.approved_at is null and g.ended_at is null",
        today
    )?;
    let mut found: Vec<(UserId, Role, Vec<Asked>)> = Vec::new();
    for (user, role, subject, strictness, held) in rows {
        match found.iter_mut().find(|(known, of, _)| (*known, *of) == (user, role)) {
            Some((_, _, asked)) => asked.push((subject, strictness, held)),
            None => found.push((user, role, vec![(subject, strictness, held)])),
        }
    }
    let given = |(user, role, asked): (UserId, Role, Vec<Asked>)| {
        let facts: Vec<(Strictness, bool)> = asked.iter().map(|(_, strictness, held)| (*strictness, *held)).collect();
        let missing = asked.iter().filter(|(_, _, held)| !held).map(|(subject, _, _)| *subject).collect();
        Given { user, role, giving: giving(&facts), missing }
    };
    Ok(found.into_iter().map(given).collect())
}

/// Whether somebody holds a certificate of a subject today, for a measure that asks for it.
pub async fn holds(tx: &mut CareTx, user: UserId, subject: Subject, today: NaiveDate) -> Result<bool, DbError> {
    Ok(sql_one!(
        tx,
        (bool,),
        "select exists (select 1 from training_certificate t join training_person p on p.id = t.person_id
           where p.user_id = $1 and t.subject = $2 and t.issued_on <= $3 and t.valid_until >= $3
             and (t.revoked_on is null or t.revoked_on > $3))",
        user,
        subject,
        today
    )?
    .0)
}
