//! Bringing the library of this program into the database, as its owner and as often as one likes: only what has changed is
//! written. A version that the house has made and approved itself is left alone.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::analysis::Analysis;
use super::library::{self, LibraryError, Tool};
use crate::kit::clock::Clock;
use crate::kit::db::{Conn, DbError, Rows};
use crate::kit::ids::{ActivityVersionId, KitId};
use crate::{cells, sql_all, sql_exec, sql_one};

#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error(transparent)]
    Library(#[from] LibraryError),
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The newest versions of an activity that are there already.
#[derive(Debug, sqlx::FromRow)]
struct Held {
    id: ActivityVersionId,
    code: String,
    version_no: i32,
    status: String,
    content: String,
    kit_id: Option<KitId>,
    created_by: Option<Uuid>,
}

/// Rows that wait to be written together.
struct Fresh<'a> {
    tools: &'a [Tool],
    now: DateTime<Utc>,
    next_kit: i32,
    activities: Rows,
    kits: Rows,
    kit_tools: Rows,
    versions: Rows,
}

/// Writes what is new. Kits are numbered in the order of the library.
pub async fn load(tx: &mut Conn, clock: &Clock) -> Result<(), LoadError> {
    let tools = library::tools()?;
    let library = library::activities(&tools)?;
    if matches!(tx, Conn::Postgres(_)) {
        // Two programs that start at once would number the same kits; SQLite has one writer anyway.
        sql_exec!(tx, "select pg_advisory_xact_lock(5270101)")?;
    }
    write_tools(tx, &tools).await?;
    let held = sql_all!(
        tx,
        Held,
        "select id, code, version_no, status, content, kit_id, created_by from care_activity_version order by code, version_no"
    )?;
    let known: Vec<String> =
        sql_all!(tx, (String,), "select code from care_activity")?.into_iter().map(|(code,)| code).collect();
    let (last_kit,) = sql_one!(tx, (i32,), "select coalesce(max(number), 0) from custody_kit")?;
    let mut fresh = Fresh::new(&tools, clock.now(), last_kit + 1);
    for analysis in &library {
        if !known.contains(&analysis.code) {
            fresh.add_activity(analysis);
        }
        let versions: Vec<&Held> = held.iter().filter(|held| held.code == analysis.code).collect();
        if is_wanted(&versions, analysis) {
            let kept = settle(tx, &versions, analysis, fresh.now).await?;
            fresh.add_version(clock, analysis, versions.last().map_or(1, |last| last.version_no + 1), kept);
        }
    }
    for rows in [&mut fresh.activities, &mut fresh.kits, &mut fresh.kit_tools, &mut fresh.versions] {
        rows.insert(tx).await?;
    }
    Ok(())
}

/// What the program brings is written when it differs from what it brought last, unless the house follows a version of its own
/// or has retired the activity.
fn is_wanted(versions: &[&Held], analysis: &Analysis) -> bool {
    let brought = versions.iter().rev().find(|held| held.created_by.is_none());
    let approved = versions.iter().find(|held| held.status == "approved");
    match (brought, approved) {
        (None, _) => versions.is_empty(),
        (Some(last), Some(approved)) => approved.created_by.is_none() && last.content != analysis.content(),
        (Some(_), None) => false,
    }
}

/// Retires the version before; gives its kit when corrections would see the same in the new one.
async fn settle(
    tx: &mut Conn,
    versions: &[&Held],
    analysis: &Analysis,
    now: DateTime<Utc>,
) -> Result<Option<KitId>, DbError> {
    let Some(before) = versions.iter().find(|held| held.status == "approved") else { return Ok(None) };
    sql_exec!(
        tx,
        "update care_activity_version set status = 'retired', version = version + 1 where id = $1",
        before.id
    )?;
    let title = &analysis.title;
    let purpose = &analysis.purpose;
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
    let same = Analysis::parse(&before.content).is_some_and(|held| held.prison.same_kit(&analysis.prison));
    if same {
        return Ok(before.kit_id);
    }
    sql_exec!(tx, "update custody_kit set ended_at = $2 where id = $1", before.kit_id, now)?;
    Ok(None)
}

async fn write_tools(tx: &mut Conn, tools: &[Tool]) -> Result<(), DbError> {
    let held = sql_all!(tx, Tool, "select code, class, name_en as en, name_sq as sq, name_sr as sr from custody_tool")?;
    let mut rows = Rows::new("custody_tool", &["code", "class", "name_en", "name_sq", "name_sr"]);
    for tool in tools.iter().filter(|tool| !held.contains(tool)) {
        if held.iter().any(|held| held.code == tool.code) {
            sql_exec!(
                tx,
                "update custody_tool set class = $2, name_en = $3, name_sq = $4, name_sr = $5 where code = $1",
                &tool.code,
                tool.class,
                &tool.en,
                &tool.sq,
                &tool.sr
            )?;
        } else {
            let Tool { code, class, en, sq, sr } = tool.clone();
            rows.push(cells![code, class.as_str(), en, sq, sr]);
        }
    }
    rows.insert(tx).await
}

impl<'a> Fresh<'a> {
    const fn new(tools: &'a [Tool], now: DateTime<Utc>, next_kit: i32) -> Self {
        Self {
            tools,
            now,
            next_kit,
            activities: Rows::new(
                "care_activity",
                &[
                    "code",
                    "kind",
                    "area",
                    "title_en",
                    "title_sq",
                    "title_sr",
                    "purpose_en",
                    "purpose_sq",
                    "purpose_sr",
                    "position",
                ],
            ),
            kits: Rows::new(
                "custody_kit",
                &[
                    "id",
                    "number",
                    "neutral",
                    "room_kind",
                    "in_cell",
                    "max_participants",
                    "min_staff",
                    "officer_presence",
                    "count_tools",
                    "created_at",
                ],
            ),
            kit_tools: Rows::new("custody_kit_tool", &["kit_id", "tool_code", "count"]),
            versions: Rows::new(
                "care_activity_version",
                &[
                    "id",
                    "code",
                    "version_no",
                    "status",
                    "kind",
                    "area",
                    "title_en",
                    "title_sq",
                    "title_sr",
                    "in_cell",
                    "level_from",
                    "level_to",
                    "tool_classes",
                    "content",
                    "search",
                    "kit_id",
                    "created_at",
                    "comment",
                    "approved_at",
                    "version",
                ],
            ),
        }
    }

    fn add_activity(&mut self, analysis: &Analysis) {
        let (title, purpose) = (analysis.title.clone(), analysis.purpose.clone());
        self.activities.push(cells![
            analysis.code.clone(),
            analysis.kind.as_str(),
            analysis.area.as_str(),
            title.en,
            title.sq,
            title.sr,
            purpose.en,
            purpose.sq,
            purpose.sr,
            analysis.position
        ]);
    }

    fn add_version(&mut self, clock: &Clock, analysis: &Analysis, version_no: i32, kit: Option<KitId>) {
        let kit = kit.unwrap_or_else(|| self.add_kit(clock, analysis));
        let id: ActivityVersionId = clock.new_id();
        let title = analysis.title.clone();
        let [from, to] = analysis.prison.creative_ability;
        self.versions.push(cells![
            id,
            analysis.code.clone(),
            version_no,
            "approved",
            analysis.kind.as_str(),
            analysis.area.as_str(),
            title.en,
            title.sq,
            title.sr,
            analysis.prison.in_cell,
            from,
            to,
            self.classes(analysis),
            analysis.content(),
            analysis.search_text(),
            kit,
            self.now,
            "",
            self.now,
            1
        ]);
    }

    fn add_kit(&mut self, clock: &Clock, analysis: &Analysis) -> KitId {
        let id: KitId = clock.new_id();
        let prison = &analysis.prison;
        self.kits.push(cells![
            id,
            self.next_kit,
            prison.neutral.as_str(),
            prison.room.as_str(),
            prison.in_cell,
            prison.max_participants,
            prison.min_staff,
            prison.officer_presence.as_str(),
            prison.count_tools,
            self.now
        ]);
        self.next_kit += 1;
        for tool in &prison.tools {
            self.kit_tools.push(cells![id, tool.code.clone(), tool.count]);
        }
        id
    }

    fn classes(&self, analysis: &Analysis) -> String {
        let class = |code: &str| self.tools.iter().find(|tool| tool.code == code).map(|tool| tool.class);
        super::model::classes_text(analysis.prison.tools.iter().filter_map(|tool| class(&tool.code)))
    }
}
