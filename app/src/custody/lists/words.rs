//! Rows as they are printed, and changes as they are told.

use std::collections::HashMap;

use chrono_tz::Tz;

use super::model::{CurrentRow, ListHead, ListKind, PrintedRow, ToolOf};
use super::rules::{self, Change, Gone, What};
use crate::custody::people::{Cautions, absence_key, housing, list_name};
use crate::custody::slots::words;
use crate::i18n::Lang;
use crate::kit::ids::SlotId;

/// What the words of a day's rows are made from.
#[derive(Debug)]
pub struct Wording<'a> {
    pub lang: Lang,
    pub zone: Tz,
    pub cautions: &'a Cautions,
    pub tools: HashMap<SlotId, Vec<String>>,
}

impl<'a> Wording<'a> {
    #[must_use]
    pub fn new(lang: Lang, zone: Tz, cautions: &'a Cautions, tools: &[ToolOf]) -> Self {
        let mut by_slot: HashMap<SlotId, Vec<String>> = HashMap::new();
        for tool in tools {
            by_slot.entry(tool.slot_id).or_default().push(format!("{} × {}", tool.count, tool.name.say(lang)));
        }
        Self { lang, zone, cautions, tools: by_slot }
    }

    /// The rows of one list, as they would stand on the paper now.
    #[must_use]
    pub fn rows(&self, rows: &[&CurrentRow]) -> Vec<PrintedRow> {
        let clashes = rules::clashes(rows);
        rows.iter().zip(clashes).map(|(row, clashes)| self.row(row, &clashes)).collect()
    }

    fn row(&self, row: &CurrentRow, clashes: &[&CurrentRow]) -> PrintedRow {
        let lang = self.lang;
        let mut cautions = if row.is_elsewhere { Vec::new() } else { self.cautions.in_words(row.person_id, lang) };
        cautions.extend(absence_key(row.presence).map(|key| lang.t(key).into_owned()));
        let live = row.status.is_live();
        let clash =
            |other: &&CurrentRow| format!("{} {}", lang.times(other.starts_at, other.ends_at, self.zone), other.room);
        PrintedRow {
            slot: row.slot_id,
            person: row.person_id,
            name: list_name(&row.family_name, &row.given_name),
            number: row.prison_number.clone(),
            wing: row.wing.clone(),
            cell: row.cell.clone(),
            from: row.starts_at,
            to: row.ends_at,
            room: row.room.clone(),
            letter: row.label_letter.clone(),
            live,
            state: if live { String::new() } else { words::state(lang, row.status, row.cancel_reason) },
            is_elsewhere: row.is_elsewhere,
            on_wing: row.room_kind.is_on_wing(),
            officers: row.escort_officers,
            mode: row.escort_mode,
            cautions,
            clashes: clashes.iter().map(clash).collect(),
            bring: self.tools.get(&row.slot_id).filter(|_| live).cloned().unwrap_or_default(),
        }
    }
}

impl PrintedRow {
    /// When and where to.
    #[must_use]
    pub fn way(&self, lang: Lang, zone: Tz) -> String {
        format!("{} {}", lang.times(self.from, self.to, zone), self.room)
    }

    /// Wing and cell, the wing once.
    #[must_use]
    pub fn housing(&self) -> String {
        housing(self.wing.as_deref(), &self.cell)
    }

    /// Alerts and the rest, and the officers who go along.
    #[must_use]
    pub fn warnings(&self, lang: Lang) -> String {
        let mut all = self.cautions.clone();
        if self.officers > 0 {
            all.push(words::escort(lang, self.officers, self.mode));
        }
        all.join("; ")
    }
}

/// `Unlock list · Wing C · AM`.
#[must_use]
pub fn title(lang: Lang, head: &ListHead) -> String {
    let mut parts = vec![head.kind.label(lang).into_owned()];
    parts.extend(head.wing.clone());
    parts.extend(head.room.clone());
    parts.push(head.part.label(lang).into_owned());
    parts.join(" · ")
}

/// `List 3117, version 2`.
#[must_use]
pub fn numbered(lang: Lang, head: &ListHead) -> String {
    lang.t_with("lists-numbered", &[("number", head.number.to_string().into()), ("version", head.version.into())])
}

/// How many are unlocked, leave and stay, as the rows of a print say it: people, not rows.
#[must_use]
pub fn counts(lang: Lang, kind: ListKind, rows: &[PrintedRow]) -> String {
    let mut people: Vec<_> = rows.iter().filter(|row| row.live).map(|row| row.person).collect();
    people.sort_unstable();
    people.dedup();
    let count = |key: &str, n: usize| lang.t_with(key, &[("n", n.into())]);
    if kind != ListKind::Unlock {
        return count("lists-people", people.len());
    }
    let leaves = |person| rows.iter().any(|row| row.live && row.person == person && !row.on_wing);
    let leaving = people.iter().filter(|person| leaves(**person)).count();
    format!(
        "{}, {}, {}",
        count("unlock-people", people.len()),
        count("unlock-leaving", leaving),
        count("unlock-staying", people.len() - leaving)
    )
}

/// What happened to a row since it was printed.
#[must_use]
pub fn change(lang: Lang, zone: Tz, change: &Change) -> String {
    match &change.what {
        What::Added => lang.t("lists-added").into_owned(),
        What::Gone(Gone::Stopped(state)) => state.clone(),
        What::Gone(Gone::OtherWing(Some(wing))) => lang.t_with("lists-gone-wing", &[("wing", wing.clone().into())]),
        What::Gone(Gone::OtherWing(None)) => lang.t("lists-gone-no-wing").into_owned(),
        What::Gone(Gone::Elsewhere) => lang.t("lists-gone-elsewhere").into_owned(),
        What::Gone(Gone::NotCalled) => lang.t("lists-gone-not-called").into_owned(),
        What::Changed(facets) => {
            let (Some(earlier), Some(now)) = (&change.earlier, &change.now) else { return String::new() };
            facets.iter().map(|facet| told(lang, zone, *facet, earlier, now)).collect::<Vec<_>>().join("; ")
        }
    }
}

fn told(lang: Lang, zone: Tz, facet: rules::Facet, earlier: &PrintedRow, now: &PrintedRow) -> String {
    let say = |row: &PrintedRow| match facet {
        rules::Facet::Time => lang.times(row.from, row.to, zone),
        rules::Facet::Room => row.room.clone(),
        rules::Facet::Escort => words::escort(lang, row.officers, row.mode),
        rules::Facet::Housing => row.housing(),
    };
    lang.t_with(facet.key(), &[("earlier", say(earlier).into()), ("now", say(now).into())])
}
