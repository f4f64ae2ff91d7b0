//! The library, as questions to the database.

use chrono::{DateTime, Utc};

use super::analysis::Analysis;
use super::library::Tool;
use super::model::{Listed, Offered, Search, VersionLine, classes_text};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{ActivityVersionId, FacilityId, KitId, UserId};
use crate::kit::page::{PAGE_SIZE, sort_key};
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// Approved activities in the order of the library, with what a facility's custody has decided about each; a short list.
pub async fn offered(tx: &mut CareTx, facility: FacilityId) -> Result<Vec<Offered>, DbError> {
    sql_all!(
        tx,
        Offered,
        "select a.code, a.title_en, a.title_sq, a.title_sr, c.status as clearance, k.max_participants as most
         from care_activity_version v join care_activity a on a.code = v.code join custody_kit k on k.id = v.kit_id
         left join custody_kit_clearance c on c.kit_id = v.kit_id and c.facility_id = $1
         where v.status = 'approved' order by a.position, a.code",
        facility
    )
}

macro_rules! listed {
    ($what:literal, $rest:literal) => {
        concat!(
            "select ",
            $what,
            " from care_activity_version v join care_activity a on a.code = v.code
             left join custody_kit_clearance c on c.kit_id = v.kit_id and c.facility_id = $1
             where v.status = $2 and v.search like $3 and ($4 = '' or v.area = $4) and ($5 = '' or v.kind = $5)
               and v.tool_classes like $6 and ($7 = 0 or (v.level_from <= $7 and v.level_to >= $7)) and (v.in_cell or $8 = '')",
            $rest
        )
    };
}

/// How many versions match, and those of one page.
pub async fn search(
    tx: &mut CareTx,
    facility: Option<FacilityId>,
    words: &str,
    search: &Search,
    offset: i64,
) -> Result<(i64, Vec<Listed>), DbError> {
    let plain: String = sort_key(words).chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect();
    let words = format!("%{plain}%");
    let tool = if search.tool.is_empty() { "%".to_owned() } else { format!("%,{},%", search.tool) };
    let level: i32 = search.level.parse().unwrap_or(0);
    let (total,) = sql_one!(
        tx,
        (i64,),
        listed!("count(*)", ""),
        facility,
        &search.status,
        &words,
        &search.area,
        &search.kind,
        &tool,
        level,
        &search.cell
    )?;
    let found = sql_all!(
        tx,
        Listed,
        listed!(
            "v.code, v.kind, v.area, v.title_en, v.title_sq, v.title_sr, v.in_cell, v.level_from, v.level_to, v.tool_classes,
             (v.proposed_at is not null) as proposed, c.status as clearance",
            " order by a.position, v.code, v.version_no desc limit $9 offset $10"
        ),
        facility,
        &search.status,
        &words,
        &search.area,
        &search.kind,
        &tool,
        level,
        &search.cell,
        PAGE_SIZE,
        offset
    )?;
    Ok((total, found))
}

/// All versions of an activity, the newest first.
pub async fn versions(tx: &mut CareTx, code: &str) -> Result<Vec<VersionLine>, DbError> {
    sql_all!(
        tx,
        VersionLine,
        "select v.id, v.version_no, v.status, v.kit_id, c.display_name as created_by, v.created_at, v.proposed_at, v.comment,
                p.display_name as approved_by, v.approved_at, v.version
         from care_activity_version v
         left join access_user c on c.id = v.created_by
         left join access_user p on p.id = v.approved_by
         where v.code = $1 order by v.version_no desc limit 200",
        code
    )
}

/// The kept analysis of a version.
pub async fn content(tx: &mut CareTx, code: &str, version_no: i32) -> Result<Option<Analysis>, DbError> {
    let row = sql_optional!(
        tx,
        (String,),
        "select content from care_activity_version where code = $1 and version_no = $2",
        code,
        version_no
    )?;
    Ok(row.and_then(|(content,)| Analysis::parse(&content)))
}

/// What custody has decided about a kit, facility by facility, as care may tell it.
pub async fn clearances(
    tx: &mut CareTx,
    kit: Option<KitId>,
) -> Result<Vec<(String, Option<crate::custody::kits::Clearance>)>, DbError> {
    sql_all!(
        tx,
        (String, Option<crate::custody::kits::Clearance>),
        "select f.name, c.status from custody_facility f left join custody_kit_clearance c on c.facility_id = f.id and c.kit_id = $1
         order by f.name",
        kit
    )
}

/// Every tool that there is, by its English name.
pub async fn tools(tx: &mut CareTx) -> Result<Vec<Tool>, DbError> {
    sql_all!(
        tx,
        Tool,
        "select code, class, name_en as en, name_sq as sq, name_sr as sr from custody_tool order by name_en, code"
    )
}

pub async fn is_there(tx: &mut CareTx, code: &str) -> Result<bool, DbError> {
    Ok(sql_optional!(tx, (String,), "select code from care_activity where code = $1", code)?.is_some())
}

/// The place of the last activity of the library.
pub async fn last_position(tx: &mut CareTx) -> Result<i32, DbError> {
    Ok(sql_one!(tx, (i32,), "select coalesce(max(position), 0) from care_activity")?.0)
}

pub async fn add_activity(tx: &mut CareTx, analysis: &Analysis) -> Result<(), DbError> {
    let (title, purpose) = (&analysis.title, &analysis.purpose);
    sql_exec!(
        tx,
        "insert into care_activity (code, kind, area, title_en, title_sq, title_sr, purpose_en, purpose_sq, purpose_sr, position)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &analysis.code,
        analysis.kind,
        analysis.area,
        &title.en,
        &title.sq,
        &title.sr,
        &purpose.en,
        &purpose.sq,
        &purpose.sr,
        analysis.position
    )?;
    Ok(())
}

/// What lists and sessions call the activity from now on.
pub async fn rename_activity(tx: &mut CareTx, analysis: &Analysis) -> Result<(), DbError> {
    let (title, purpose) = (&analysis.title, &analysis.purpose);
    sql_exec!(
        tx,
        "update care_activity set kind = $2, area = $3, title_en = $4, title_sq = $5, title_sr = $6, purpose_en = $7, purpose_sq = $8,
            purpose_sr = $9 where code = $1",
        &analysis.code,
        analysis.kind,
        analysis.area,
        &title.en,
        &title.sq,
        &title.sr,
        &purpose.en,
        &purpose.sq,
        &purpose.sr
    )?;
    Ok(())
}

/// What the columns beside a version's content hold of it.
struct Columns {
    classes: String,
    content: String,
    search: String,
}

fn columns(analysis: &Analysis, tools: &[Tool]) -> Columns {
    let class = |code: &str| tools.iter().find(|tool| tool.code == code).map(|tool| tool.class);
    Columns {
        classes: classes_text(analysis.prison.tools.iter().filter_map(|tool| class(&tool.code))),
        content: analysis.content(),
        search: analysis.search_text(),
    }
}

pub async fn add_draft(
    tx: &mut CareTx,
    id: ActivityVersionId,
    analysis: &Analysis,
    tools: &[Tool],
    proposed: Option<DateTime<Utc>>,
    (by, now): (UserId, DateTime<Utc>),
) -> Result<(), DbError> {
    let held = columns(analysis, tools);
    let [from, to] = analysis.prison.creative_ability;
    sql_exec!(
        tx,
        "insert into care_activity_version (id, code, version_no, status, kind, area, title_en, title_sq, title_sr, in_cell, level_from,
            level_to, tool_classes, content, search, created_by, created_at, proposed_at, comment, version)
         values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, '', 1)",
        id,
        &analysis.code,
        analysis.version,
        analysis.kind,
        analysis.area,
        &analysis.title.en,
        &analysis.title.sq,
        &analysis.title.sr,
        analysis.prison.in_cell,
        from,
        to,
        &held.classes,
        &held.content,
        &held.search,
        by,
        now,
        proposed
    )?;
    Ok(())
}

/// `false` when somebody has saved or decided since `seen`.
pub async fn save_draft(
    tx: &mut CareTx,
    (id, seen): (ActivityVersionId, i32),
    analysis: &Analysis,
    tools: &[Tool],
    proposed: Option<DateTime<Utc>>,
) -> Result<bool, DbError> {
    let held = columns(analysis, tools);
    let [from, to] = analysis.prison.creative_ability;
    let touched = sql_exec!(
        tx,
        "update care_activity_version set kind = $3, area = $4, title_en = $5, title_sq = $6, title_sr = $7, in_cell = $8, level_from = $9,
            level_to = $10, tool_classes = $11, content = $12, search = $13, proposed_at = $14, version = version + 1
         where id = $1 and version = $2 and status = 'draft'",
        id,
        seen,
        analysis.kind,
        analysis.area,
        &analysis.title.en,
        &analysis.title.sq,
        &analysis.title.sr,
        analysis.prison.in_cell,
        from,
        to,
        &held.classes,
        &held.content,
        &held.search,
        proposed
    )?;
    Ok(touched > 0)
}

pub async fn return_draft(
    tx: &mut CareTx,
    (id, seen): (ActivityVersionId, i32),
    comment: &str,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_activity_version set proposed_at = null, comment = $3, version = version + 1
         where id = $1 and version = $2 and status = 'draft' and proposed_at is not null",
        id,
        seen,
        comment
    )?;
    Ok(touched > 0)
}

pub async fn retire(tx: &mut CareTx, (id, seen): (ActivityVersionId, i32)) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_activity_version set status = 'retired', version = version + 1 where id = $1 and version = $2 and status = 'approved'",
        id,
        seen
    )?;
    Ok(touched > 0)
}

pub async fn approve(
    tx: &mut CareTx,
    (id, seen): (ActivityVersionId, i32),
    kit: KitId,
    (by, now): (UserId, DateTime<Utc>),
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_activity_version set status = 'approved', kit_id = $3, approved_by = $4, approved_at = $5, version = version + 1
         where id = $1 and version = $2 and status = 'draft' and proposed_at is not null",
        id,
        seen,
        kit,
        by,
        now
    )?;
    Ok(touched > 0)
}

/// What corrections are given of an activity: codes, numbers and tools, under the next number.
pub async fn add_kit(tx: &mut CareTx, id: KitId, analysis: &Analysis, now: DateTime<Utc>) -> Result<(), DbError> {
    let prison = &analysis.prison;
    let (last,) = sql_one!(tx, (i32,), "select coalesce(max(number), 0) from custody_kit")?;
    sql_exec!(
        tx,
        "insert into custody_kit (id, number, neutral, room_kind, in_cell, max_participants, min_staff, officer_presence, count_tools, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        last + 1,
        prison.neutral,
        prison.room,
        prison.in_cell,
        prison.max_participants,
        prison.min_staff,
        prison.officer_presence,
        prison.count_tools,
        now
    )?;
    for tool in &prison.tools {
        sql_exec!(
            tx,
            "insert into custody_kit_tool (kit_id, tool_code, count) values ($1, $2, $3)",
            id,
            &tool.code,
            tool.count
        )?;
    }
    Ok(())
}

pub async fn end_kit(tx: &mut CareTx, id: KitId, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(tx, "update custody_kit set ended_at = $2 where id = $1 and ended_at is null", id, now)?;
    Ok(())
}
