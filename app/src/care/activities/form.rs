//! The form of an analysis: everything in three languages, lists as one line for each item. A draft may have gaps; what is
//! proposed to the head may not.

use super::analysis::{Analysis, Aspect, Demand, Prison, ToolCount, Words};
use super::library::Tool;
use super::rules::{DEMAND, Fault, LENGTH, LEVELS, PARTICIPANTS, STAFF, TOOL_COUNT, faults};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::page::sort_key;

const LONGEST_TITLE: usize = 120;
const LONGEST_SENTENCE: usize = 600;
const LONGEST_LIST: usize = 6000;

/// The name of a field that stands once for each language.
#[must_use]
pub fn in_language(what: &str, lang: Lang) -> String {
    format!("{what}-{}", lang.code())
}

#[must_use]
pub fn demand_field(aspect: Aspect) -> String {
    format!("demand-{}", aspect.as_str().replace('_', "-"))
}

/// An activity that nobody has written yet.
#[must_use]
pub fn blank() -> Fields {
    Fields::new()
        .with("version", "0")
        .with("most", "6")
        .with("staff", "1")
        .with("level-from", "3")
        .with("level-to", "7")
        .with("minutes-from", "30")
        .with("minutes-to", "60")
}

/// The form as it says what is kept; `seen` is the version of the draft, 0 when there is none yet.
#[must_use]
pub fn fill(analysis: &Analysis, tools: &[Tool], lang: Lang, seen: i32) -> Fields {
    let prison = &analysis.prison;
    let [level_from, level_to] = prison.creative_ability;
    let [minutes_from, minutes_to] = prison.minutes;
    let mut fields = Fields::new()
        .with("version", seen.to_string())
        .with("kind", analysis.kind.as_str())
        .with("area", analysis.area.as_str())
        .with("neutral", prison.neutral.as_str())
        .with("room", prison.room.as_str())
        .with("in-cell", if prison.in_cell { "yes" } else { "" })
        .with("most", prison.max_participants.to_string())
        .with("staff", prison.min_staff.to_string())
        .with("officers", prison.officer_presence.as_str())
        .with("count-tools", if prison.count_tools { "yes" } else { "" })
        .with("literacy", prison.literacy.as_str())
        .with("level-from", level_from.to_string())
        .with("level-to", level_to.to_string())
        .with("minutes-from", minutes_from.to_string())
        .with("minutes-to", minutes_to.to_string());
    let name = |code: &str| tools.iter().find(|tool| tool.code == code).map_or(code, |tool| tool.say(lang)).to_owned();
    let lines: Vec<String> = prison.tools.iter().map(|tool| format!("{} {}", tool.count, name(&tool.code))).collect();
    fields.set("tools", lines.join("\n"));
    for lang in Lang::ALL {
        let list = |words: &[Words]| words.iter().map(|words| words.say(lang)).collect::<Vec<_>>().join("\n");
        fields.set(in_language("title", lang), analysis.title.say(lang));
        fields.set(in_language("purpose", lang), analysis.purpose.say(lang));
        fields.set(in_language("steps", lang), list(&analysis.steps));
        fields.set(in_language("grades", lang), list(&analysis.grades));
        fields.set(in_language("contra", lang), list(&analysis.contraindications));
        for demand in &analysis.demands {
            fields.set(in_language(&demand_field(demand.aspect), lang), demand.words.say(lang));
        }
    }
    for demand in &analysis.demands {
        fields.set(demand_field(demand.aspect), demand.level.to_string());
    }
    fields
}

/// Reads the form; errors stand at the fields. What is `whole` can be proposed.
pub fn parse(
    fields: &mut Fields,
    tools: &[Tool],
    (code, version, position): (&str, i32, i32),
    whole: bool,
) -> Option<Analysis> {
    let title = words(fields, "title", LONGEST_TITLE);
    let purpose = words(fields, "purpose", LONGEST_SENTENCE);
    let (kind, area) = (fields.choice("kind"), fields.choice("area"));
    let prison = prison(fields, tools);
    let demands = Aspect::ALL.iter().map(|aspect| demand(fields, *aspect)).collect();
    let [steps, grades, contraindications] = ["steps", "grades", "contra"].map(|what| list(fields, what));
    if title.en.is_empty() && fields.error_at("title-en").is_none() {
        fields.error("title-en", Msg::new("form-required"));
    }
    if fields.is_refused() {
        return None;
    }
    let analysis = Analysis {
        code: code.to_owned(),
        version,
        position,
        kind: kind?,
        area: area?,
        title,
        purpose,
        prison: prison?,
        demands,
        steps,
        grades,
        contraindications,
    };
    if whole {
        for fault in faults(&analysis, |code| tools.iter().any(|tool| tool.code == code)) {
            say(fields, &analysis, &fault);
        }
    }
    (!fields.is_refused()).then_some(analysis)
}

fn words(fields: &mut Fields, what: &str, longest: usize) -> Words {
    let [en, sq, sr] = Lang::ALL.map(|lang| fields.text(&in_language(what, lang), longest));
    Words { en, sq, sr }
}

/// One item for each line; a language with fewer lines has gaps at the end.
fn list(fields: &mut Fields, what: &str) -> Vec<Words> {
    let lines = |text: &str| -> Vec<String> {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    let [en, sq, sr] = Lang::ALL.map(|lang| lines(&fields.text(&in_language(what, lang), LONGEST_LIST)));
    let line = |of: &[String], at: usize| of.get(at).cloned().unwrap_or_default();
    (0..en.len().max(sq.len()).max(sr.len()))
        .map(|at| Words { en: line(&en, at), sq: line(&sq, at), sr: line(&sr, at) })
        .collect()
}

fn demand(fields: &mut Fields, aspect: Aspect) -> Demand {
    let name = demand_field(aspect);
    let level =
        if fields.get(&name).is_empty() { Some(0) } else { fields.number(&name, *DEMAND.start(), *DEMAND.end()) };
    Demand { aspect, level: level.unwrap_or(0), words: words(fields, &name, LONGEST_SENTENCE) }
}

fn prison(fields: &mut Fields, tools: &[Tool]) -> Option<Prison> {
    let (neutral, room, officers) = (fields.choice("neutral"), fields.choice("room"), fields.choice("officers"));
    let literacy = fields.choice("literacy");
    let mut number =
        |name: &str, within: &std::ops::RangeInclusive<i32>| fields.number(name, *within.start(), *within.end());
    let (most, staff) = (number("most", &PARTICIPANTS), number("staff", &STAFF));
    let levels = (number("level-from", &LEVELS), number("level-to", &LEVELS));
    let minutes = (number("minutes-from", &LENGTH), number("minutes-to", &LENGTH));
    let tools = tool_lines(fields, tools);
    for (span, to) in [(levels, "level-to"), (minutes, "minutes-to")] {
        if matches!(span, (Some(from), Some(until)) if from > until) {
            fields.error(to, Msg::new("library-from-to"));
        }
    }
    Some(Prison {
        neutral: neutral?,
        room: room?,
        in_cell: fields.get("in-cell") == "yes",
        max_participants: most?,
        min_staff: staff?,
        officer_presence: officers?,
        count_tools: fields.get("count-tools") == "yes",
        literacy: literacy?,
        creative_ability: [levels.0?, levels.1?],
        minutes: [minutes.0?, minutes.1?],
        tools,
    })
}

/// 'Four safety scissors' as '4 safety scissors', by the name in any language or by the code.
fn tool_lines(fields: &mut Fields, tools: &[Tool]) -> Vec<ToolCount> {
    let text = fields.text("tools", LONGEST_LIST);
    let mut found: Vec<ToolCount> = Vec::new();
    for (at, line) in text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty()) {
        let line_no = ("line", (at + 1).into());
        match tool_line(line, tools) {
            None => fields.error("tools", Msg::with("library-tool-unknown", [line_no, ("word", line.into())])),
            Some(tool) if found.iter().any(|held| held.code == tool.code) => {
                fields.error("tools", Msg::with("library-tool-twice", [line_no, ("word", line.into())]));
            }
            Some(tool) => found.push(tool),
        }
    }
    found
}

fn tool_line(line: &str, tools: &[Tool]) -> Option<ToolCount> {
    let (count, name) = line.split_once(char::is_whitespace)?;
    let count = count.trim_end_matches(['x', '×']).parse().ok().filter(|count| TOOL_COUNT.contains(count))?;
    let name = sort_key(name.trim());
    let is_named =
        |tool: &&Tool| tool.code == name || [&tool.en, &tool.sq, &tool.sr].iter().any(|held| sort_key(held) == name);
    tools.iter().find(is_named).map(|tool| ToolCount { code: tool.code.clone(), count })
}

/// Puts what is missing at its field.
fn say(fields: &mut Fields, analysis: &Analysis, fault: &Fault) {
    let gap = |words: &Words| Lang::ALL.into_iter().find(|lang| words.say(*lang).trim().is_empty()).unwrap_or(Lang::En);
    let of_list = |list: &[Words]| list.iter().find(|words| !words.is_whole()).map_or(Lang::En, gap);
    let (field, message) = match fault {
        Fault::Title => (in_language("title", gap(&analysis.title)), Msg::new("form-required")),
        Fault::Purpose => (in_language("purpose", gap(&analysis.purpose)), Msg::new("form-required")),
        Fault::DemandLevel(aspect) => (demand_field(*aspect), Msg::new("form-choose")),
        Fault::DemandWords(aspect) => {
            let held = analysis.demands.iter().find(|demand| demand.aspect == *aspect);
            let lang = held.map_or(Lang::En, |demand| gap(&demand.words));
            (in_language(&demand_field(*aspect), lang), Msg::new("form-required"))
        }
        Fault::Steps => (in_language("steps", of_list(&analysis.steps)), Msg::new("library-steps-needed")),
        Fault::Grades => (in_language("grades", of_list(&analysis.grades)), Msg::new("library-grades-needed")),
        Fault::Contraindications => {
            (in_language("contra", of_list(&analysis.contraindications)), Msg::new("library-contra-needed"))
        }
        // The form cannot be read with these in it.
        Fault::Aspects
        | Fault::Levels
        | Fault::Minutes
        | Fault::Participants
        | Fault::Staff
        | Fault::UnknownTool(_)
        | Fault::ToolCount(_)
        | Fault::ToolTwice(_) => (String::new(), Msg::new("form-choose")),
    };
    fields.error(field, message);
}

/// A code made from an English title: `Paper and card craft` becomes `paper_and_card_craft`.
#[must_use]
pub fn code_of(title: &str) -> String {
    let plain: String = sort_key(title).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join("_").chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::super::library;
    use super::*;

    #[test]
    fn what_is_filled_in_reads_back_the_same() {
        let tools = library::tools().unwrap();
        for analysis in library::activities(&tools).unwrap() {
            for lang in Lang::ALL {
                let mut fields = fill(&analysis, &tools, lang, 3);
                let key = (analysis.code.as_str(), analysis.version, analysis.position);
                let read = parse(&mut fields, &tools, key, true);
                assert_eq!(read.as_ref(), Some(&analysis), "{:?}", fields.errors());
            }
        }
    }

    #[test]
    fn each_gap_stands_at_its_field() {
        let tools = library::tools().unwrap();
        let whole = library::activities(&tools).unwrap().remove(0);
        for (name, value, wrong) in [
            ("title-sq", "", "title-sq"),
            ("purpose-sr", "", "purpose-sr"),
            ("demand-space-sq", "", "demand-space-sq"),
            ("demand-space", "7", "demand-space"),
            ("steps-sr", "One line", "steps-sr"),
            ("grades-en", "", "grades-en"),
            ("contra-sq", "", "contra-sq"),
            ("tools", "4 swords", "tools"),
            ("tools", "cup", "tools"),
            ("level-from", "9", "level-to"),
            ("most", "99", "most"),
            ("kind", "", "kind"),
        ] {
            let mut fields = fill(&whole, &tools, Lang::En, 0).with(name, value);
            assert_eq!(parse(&mut fields, &tools, ("x", 1, 1), true), None, "{name}={value}");
            assert!(fields.error_at(wrong).is_some(), "{name}={value} {:?}", fields.errors());
        }
    }

    #[test]
    fn a_draft_may_have_gaps() {
        let tools = library::tools().unwrap();
        let mut fields = fill(&library::activities(&tools).unwrap().remove(0), &tools, Lang::En, 0)
            .with("title-sq", "")
            .with("steps-en", "");
        assert!(parse(&mut fields, &tools, ("x", 1, 1), false).is_some(), "{:?}", fields.errors());
    }

    #[test]
    fn the_example_beside_the_tools_is_one_of_them() {
        let tools = library::tools().unwrap();
        for lang in Lang::ALL {
            let hint = lang.t("library-tools-hint").into_owned();
            let example = hint.split_once('4').map(|(_, name)| format!("4{}", name.trim_end_matches('.'))).unwrap();
            assert!(tool_line(&example, &tools).is_some(), "{example}");
        }
    }

    #[test]
    fn codes_are_plain() {
        assert_eq!(code_of("Paper & card: Çelësi 2"), "paper_card_celesi_2");
    }
}
