//! Two versions of an analysis beside each other: what changed, answer by answer, in the reader's language.

use super::analysis::{Analysis, Prison, Words};
use super::library::Tool;
use crate::i18n::Lang;

/// One answer that is not what it was; empty on one side when something was added or taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub what: String,
    pub before: String,
    pub after: String,
}

#[must_use]
pub fn changes(lang: Lang, tools: &[Tool], before: &Analysis, after: &Analysis) -> Vec<Change> {
    let (was, now) = (said(lang, tools, before), said(lang, tools, after));
    was.into_iter()
        .zip(now)
        .filter(|((_, before), (_, after))| before != after)
        .map(|((what, before), (_, after))| Change { what, before, after })
        .collect()
}

/// Every answer under its name, in the order of the page.
fn said(lang: Lang, tools: &[Tool], analysis: &Analysis) -> Vec<(String, String)> {
    let list = |words: &[Words]| words.iter().map(|words| words.say(lang)).collect::<Vec<_>>().join("\n");
    let named = |key: &str, value: String| (lang.t(key).into_owned(), value);
    let mut said = vec![
        named("library-title", analysis.title.say(lang).to_owned()),
        named("sessions-purpose", analysis.purpose.say(lang).to_owned()),
        named("sessions-activity-kind", analysis.kind.label(lang).into_owned()),
        named("sessions-activity-area", analysis.area.label(lang).into_owned()),
    ];
    for demand in &analysis.demands {
        said.push((demand.aspect.label(lang).into_owned(), format!("{} {}", demand.level, demand.words.say(lang))));
    }
    said.push(named("library-steps", list(&analysis.steps)));
    said.push(named("library-grades", list(&analysis.grades)));
    said.push(named("library-contraindications", list(&analysis.contraindications)));
    said.extend(prison(lang, &analysis.prison));
    said.push(named("kits-tools", tool_words(lang, tools, &analysis.prison)));
    said
}

/// What an activity needs, line by line.
#[must_use]
pub fn prison(lang: Lang, prison: &Prison) -> Vec<(String, String)> {
    let yes_no = |yes: bool| lang.t(if yes { "kits-yes" } else { "kits-no" }).into_owned();
    let [from, to] = prison.creative_ability;
    let [least, most] = prison.minutes;
    [
        ("library-neutral", prison.neutral.label(lang).into_owned()),
        ("kits-room", prison.room.label(lang).into_owned()),
        ("kits-in-cell", yes_no(prison.in_cell)),
        ("kits-most", prison.max_participants.to_string()),
        ("kits-staff", prison.min_staff.to_string()),
        ("kits-officers", prison.officer_presence.label(lang).into_owned()),
        ("kits-count-tools", yes_no(prison.count_tools)),
        ("library-literacy", prison.literacy.label(lang).into_owned()),
        ("library-level", format!("{from}–{to}")),
        ("library-minutes", format!("{least}–{most}")),
    ]
    .map(|(key, value)| (lang.t(key).into_owned(), value))
    .into()
}

fn tool_words(lang: Lang, tools: &[Tool], prison: &Prison) -> String {
    let name = |code: &str| tools.iter().find(|tool| tool.code == code).map_or(code, |tool| tool.say(lang)).to_owned();
    prison.tools.iter().map(|tool| format!("{} × {}", tool.count, name(&tool.code))).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::library;
    use super::*;

    #[test]
    fn only_what_changed_is_told() {
        let tools = library::tools().unwrap();
        let before = library::activities(&tools).unwrap().remove(0);
        let mut after = before.clone();
        assert_eq!(changes(Lang::En, &tools, &before, &after), []);
        after.title.en = "Another".to_owned();
        after.title.sq = "Tjetër".to_owned();
        after.prison.in_cell = !before.prison.in_cell;
        let found = changes(Lang::En, &tools, &before, &after);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].after, "Another");
    }
}
