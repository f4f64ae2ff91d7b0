//! What opens to a reason or to broken glass, and to whom it never does.

use super::Role::{Administrator, Coordinator, Officer, Practitioner};
use super::*;
use crate::kit::ids::UserId;
use uuid::Uuid;

const HERE: FacilityId = FacilityId(Uuid::from_u128(1));
const ELSEWHERE: FacilityId = FacilityId(Uuid::from_u128(2));

fn actor(role: Role) -> Actor {
    Actor {
        id: UserId(Uuid::from_u128(9)),
        username: "u".to_owned(),
        name: "U".to_owned(),
        profession: String::new(),
        side: role.side(),
        lang: crate::i18n::Lang::En,
        must_change_password: false,
        grants: vec![Grant { role, facility: Some(HERE), wing: None }],
        places: Vec::new(),
        here: None,
        glass_until: None,
        reason_until: None,
        standing: crate::access::factor::Standing::default(),
    }
}

#[test]
fn what_is_closed_opens_to_a_reason_or_to_broken_glass() {
    use Denied::{NeedsBreakGlass, NeedsReason, NotYourFacility, NotYourSide, RoleNotEnough};
    use Opening::{BreakGlass, Reason};
    let closed = Facts { facility: Some(HERE), of_patient: true, ..Facts::default() };
    let opened = |how| Facts { opened: Some(how), ..closed };
    let treating = Facts { treating: true, ..closed };
    let list = Facts { of_patient: false, ..closed };
    for (role, permission, facts, expected) in [
        (Head, P::NoteRead, closed, Err(NeedsReason)),
        (Head, P::NoteRead, opened(Reason), Ok(())),
        (Head, P::NoteRead, opened(BreakGlass), Ok(())),
        (Head, P::EvaluationRead, closed, Err(NeedsReason)),
        (Head, P::SessionRead, opened(Reason), Ok(())),
        (Head, P::SessionRead, list, Err(RoleNotEnough)),
        (Head, P::NoteRead, Facts { facility: Some(ELSEWHERE), ..opened(Reason) }, Err(NotYourFacility)),
        (Clinician, P::NoteRead, closed, Err(NeedsBreakGlass)),
        (Clinician, P::NoteRead, opened(Reason), Err(NeedsBreakGlass)),
        (Clinician, P::NoteRead, opened(BreakGlass), Ok(())),
        (Clinician, P::NoteRead, treating, Ok(())),
        (Clinician, P::PlanWrite, opened(BreakGlass), Err(RoleNotEnough)),
        (Reviewer, P::NoteRead, closed, Ok(())),
        (Coordinator, P::NoteRead, opened(BreakGlass), Err(NotYourSide)),
        (Officer, P::RecordOpen, closed, Err(NotYourSide)),
        (Administrator, P::RecordOpen, closed, Err(NotYourSide)),
    ] {
        assert_eq!(decide(&actor(role), permission, &facts), expected, "{role} {permission} {facts:?}");
    }
}

#[test]
fn nobody_of_custody_opens_a_record() {
    for (permission, roles) in MATRIX {
        for (role, reach) in *roles {
            let opens = matches!(reach, Reason | TreatingOrGlass);
            assert!(!opens || role.side() == Side::Care, "{permission} {role}");
        }
    }
    assert!(OPENS.iter().all(|(role, _)| role.side() == Side::Care));
    assert!(may_open(&actor(Head), Opening::Reason) && !may_open(&actor(Head), Opening::BreakGlass));
    assert!(!may_open(&actor(Practitioner), Opening::BreakGlass));
}

#[test]
fn a_page_does_not_show_besides_what_needs_a_reason() {
    assert!(holds(&actor(Head), P::SessionRead) && !holds_outright(&actor(Head), P::SessionRead));
    assert!(holds_outright(&actor(Clinician), P::NoteRead));
}
