//! Words that a practitioner writes often: templates that a note begins as, and phrases that are put into it. They are each
//! practitioner's own.

use uuid::Uuid;

use super::draft::{Format, Texts};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::UserId;
use crate::text_enum;
use crate::{sql_all, sql_exec, sql_optional};

/// As many as one practitioner keeps; more than that nobody finds again.
pub const MOST: usize = 60;

text_enum! {
    pub enum PhraseKind label "phrase-kind" { Phrase = "phrase", Template = "template" }
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Phrase {
    pub id: Uuid,
    pub kind: PhraseKind,
    pub title: String,
    pub format: Format,
    #[sqlx(flatten)]
    pub texts: Texts,
    pub version: i32,
}

/// All of one practitioner's, templates first, in their order.
pub async fn of_user(tx: &mut CareTx, user: UserId) -> Result<Vec<Phrase>, DbError> {
    sql_all!(
        tx,
        Phrase,
        "select id, kind, title, format, subjective, objective, assessment, plan, narrative, version
         from care_phrase where user_id = $1 order by kind desc, position, title",
        user
    )
}

/// One of the user's own.
pub async fn find(tx: &mut CareTx, user: UserId, id: Uuid) -> Result<Option<Phrase>, DbError> {
    sql_optional!(
        tx,
        Phrase,
        "select id, kind, title, format, subjective, objective, assessment, plan, narrative, version
         from care_phrase where id = $1 and user_id = $2",
        id,
        user
    )
}

/// Adds one at the end; sent twice, it is added once.
pub async fn insert(tx: &mut CareTx, user: UserId, phrase: &Phrase, position: usize) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_phrase (id, user_id, kind, title, format, subjective, objective, assessment, plan, narrative, position, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1) on conflict (id) do nothing",
        phrase.id,
        user,
        phrase.kind,
        &phrase.title,
        phrase.format,
        &phrase.texts.subjective,
        &phrase.texts.objective,
        &phrase.texts.assessment,
        &phrase.texts.plan,
        &phrase.texts.narrative,
        i32::try_from(position).unwrap_or(i32::MAX)
    )?;
    Ok(())
}

/// `false` when it was changed since.
pub async fn update(tx: &mut CareTx, user: UserId, phrase: &Phrase, version: i32) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_phrase set title = $4, subjective = $5, objective = $6, assessment = $7, plan = $8, narrative = $9, version = version + 1
         where id = $1 and user_id = $2 and version = $3",
        phrase.id,
        user,
        version,
        &phrase.title,
        &phrase.texts.subjective,
        &phrase.texts.objective,
        &phrase.texts.assessment,
        &phrase.texts.plan,
        &phrase.texts.narrative
    )?;
    Ok(touched > 0)
}

pub async fn delete(tx: &mut CareTx, user: UserId, id: Uuid) -> Result<(), DbError> {
    sql_exec!(tx, "delete from care_phrase where id = $1 and user_id = $2", id, user)?;
    Ok(())
}
