//! What an analysis must hold before it can be approved, and when an activity may be asked for. Pure.

use super::analysis::{Analysis, Aspect, Words};
use crate::custody::kits::Clearance;

/// From none to very high.
pub const DEMAND: std::ops::RangeInclusive<i32> = 0..=4;
/// Levels of the Vona du Toit model of creative ability.
pub const LEVELS: std::ops::RangeInclusive<i32> = 1..=9;
pub const STEPS: std::ops::RangeInclusive<usize> = 3..=12;
pub const GRADES: std::ops::RangeInclusive<usize> = 3..=7;
pub const PARTICIPANTS: std::ops::RangeInclusive<i32> = 1..=20;
pub const STAFF: std::ops::RangeInclusive<i32> = 1..=4;
pub const TOOL_COUNT: std::ops::RangeInclusive<i32> = 1..=99;
pub const LENGTH: std::ops::RangeInclusive<i32> = 5..=480;

/// What is wrong with an analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Title,
    Purpose,
    /// The eight aspects, each once and in order, are not all there.
    Aspects,
    DemandLevel(Aspect),
    DemandWords(Aspect),
    Steps,
    Grades,
    Contraindications,
    Levels,
    Minutes,
    Participants,
    Staff,
    UnknownTool(String),
    ToolCount(String),
    ToolTwice(String),
}

/// Everything that is wrong, in the order of the form.
pub fn faults(analysis: &Analysis, known_tool: impl Fn(&str) -> bool) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut require = |holds: bool, fault: Fault| {
        if !holds {
            found.push(fault);
        }
    };
    let whole = |list: &[Words]| list.iter().all(Words::is_whole);
    let ascends = |[from, to]: [i32; 2]| from <= to;
    let prison = &analysis.prison;
    require(analysis.title.is_whole(), Fault::Title);
    require(analysis.purpose.is_whole(), Fault::Purpose);
    let aspects: Vec<Aspect> = analysis.demands.iter().map(|demand| demand.aspect).collect();
    require(aspects == Aspect::ALL, Fault::Aspects);
    for demand in &analysis.demands {
        require(DEMAND.contains(&demand.level), Fault::DemandLevel(demand.aspect));
        require(demand.words.is_whole(), Fault::DemandWords(demand.aspect));
    }
    require(STEPS.contains(&analysis.steps.len()) && whole(&analysis.steps), Fault::Steps);
    require(GRADES.contains(&analysis.grades.len()) && whole(&analysis.grades), Fault::Grades);
    require(!analysis.contraindications.is_empty() && whole(&analysis.contraindications), Fault::Contraindications);
    let levels = prison.creative_ability;
    require(ascends(levels) && levels.iter().all(|level| LEVELS.contains(level)), Fault::Levels);
    require(ascends(prison.minutes) && prison.minutes.iter().all(|n| LENGTH.contains(n)), Fault::Minutes);
    require(PARTICIPANTS.contains(&prison.max_participants), Fault::Participants);
    require(STAFF.contains(&prison.min_staff), Fault::Staff);
    for (at, tool) in prison.tools.iter().enumerate() {
        require(known_tool(&tool.code), Fault::UnknownTool(tool.code.clone()));
        require(TOOL_COUNT.contains(&tool.count), Fault::ToolCount(tool.code.clone()));
        let twice = prison.tools.iter().take(at).any(|other| other.code == tool.code);
        require(!twice, Fault::ToolTwice(tool.code.clone()));
    }
    found
}

/// Why an approved activity cannot be asked for in a facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCleared {
    /// Custody has not decided yet.
    Waiting,
    Refused,
}

/// An activity is asked for where custody has cleared what it needs.
pub const fn requestable(clearance: Option<Clearance>) -> Result<(), NotCleared> {
    match clearance {
        Some(Clearance::Cleared) => Ok(()),
        Some(Clearance::Refused) => Err(NotCleared::Refused),
        None => Err(NotCleared::Waiting),
    }
}

#[cfg(test)]
mod tests {
    use super::super::analysis::ToolCount;
    use super::super::library;
    use super::*;

    #[test]
    fn each_fault_is_found() {
        let tools = library::tools().unwrap();
        let whole = library::activities(&tools).unwrap().into_iter().find(|held| held.code == "cooking").unwrap();
        let known = |code: &str| tools.iter().any(|tool| tool.code == code);
        assert_eq!(faults(&whole, known), []);
        type Change = fn(&mut Analysis);
        let cases: [(Change, Fault); 15] = [
            (|a| a.title.sq.clear(), Fault::Title),
            (|a| a.purpose.sr = " ".to_owned(), Fault::Purpose),
            (|a| a.demands.swap(0, 1), Fault::Aspects),
            (|a| a.demands[2].level = 5, Fault::DemandLevel(Aspect::Space)),
            (|a| a.demands[7].words.en.clear(), Fault::DemandWords(Aspect::BodyStructures)),
            (|a| a.steps.clear(), Fault::Steps),
            (|a| a.grades.truncate(2), Fault::Grades),
            (|a| a.contraindications.clear(), Fault::Contraindications),
            (|a| a.prison.creative_ability = [6, 4], Fault::Levels),
            (|a| a.prison.minutes = [1, 30], Fault::Minutes),
            (|a| a.prison.max_participants = 21, Fault::Participants),
            (|a| a.prison.min_staff = 0, Fault::Staff),
            (|a| a.prison.tools[0].code = "sword".to_owned(), Fault::UnknownTool("sword".to_owned())),
            (|a| a.prison.tools[0].count = 0, Fault::ToolCount("mixing_bowl".to_owned())),
            (
                |a| a.prison.tools.push(ToolCount { code: "oven".to_owned(), count: 1 }),
                Fault::ToolTwice("oven".to_owned()),
            ),
        ];
        for (change, fault) in cases {
            let mut changed = whole.clone();
            change(&mut changed);
            assert_eq!(faults(&changed, known), [fault]);
        }
    }

    #[test]
    fn what_is_not_cleared_is_not_asked_for() {
        assert_eq!(requestable(Some(Clearance::Cleared)), Ok(()));
        assert_eq!(requestable(Some(Clearance::Refused)), Err(NotCleared::Refused));
        assert_eq!(requestable(None), Err(NotCleared::Waiting));
    }

    #[test]
    fn what_corrections_see_decides_about_the_kit() {
        let tools = library::tools().unwrap();
        let whole = library::activities(&tools).unwrap().remove(0).prison;
        let mut clinical = whole.clone();
        clinical.creative_ability = [1, 9];
        clinical.minutes = [10, 20];
        clinical.tools.reverse();
        assert!(whole.same_kit(&clinical));
        let mut other = whole.clone();
        other.max_participants += 1;
        assert!(!whole.same_kit(&other));
    }
}
