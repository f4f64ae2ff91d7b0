//! Tools and their counts.

use chrono::NaiveDate;

use crate::access::policy::Permission as P;
use crate::custody::kits::pages::room_tools;
use crate::custody::tools::pages::{count, day, register};
use crate::kit::ids::{KitId, SlotId};
use crate::web::Routes;

pub const TOOLS: &str = "/tools";
pub const TOOL_REGISTER: &str = "/tools/register";

/// The sessions of a day whose tools are counted.
#[must_use]
pub fn tools_of_day(date: NaiveDate) -> String {
    format!("{TOOLS}?date={date}")
}

/// The tools of one session; a count is sent to the same address.
#[must_use]
pub fn slot_tools(id: SlotId) -> String {
    format!("/slots/{id}/tools")
}

#[must_use]
pub fn slot_tools_answer(id: SlotId) -> String {
    format!("/slots/{id}/tools/answer")
}

/// What a facility keeps otherwise in one of its rooms.
#[must_use]
pub fn kit_room_tools(id: KitId) -> String {
    format!("/kits/{id}/rooms")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(TOOLS, P::ToolCount, day::page)
        .get(TOOL_REGISTER, P::ToolRegister, register::page)
        .get("/slots/{id}/tools", P::ToolCount, count::page)
        .post("/slots/{id}/tools", P::ToolCount, count::count)
        .post("/slots/{id}/tools/answer", P::ToolDecide, count::answer)
        .post("/kits/{id}/rooms", P::KitClear, room_tools::save)
}
