//! Kits: what activities need of the prison.

use crate::access::policy::Permission as P;
use crate::custody::kits::pages::{kit as kit_page, list as list_page};
use crate::kit::ids::KitId;
use crate::web::Routes;

pub const KITS: &str = "/kits";

/// One kit; a decision about it is sent to the same address.
#[must_use]
pub fn kit(id: KitId) -> String {
    format!("{KITS}/{id}")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes.get(KITS, P::KitRead, list_page::page).get("/kits/{id}", P::KitRead, kit_page::page).post(
        "/kits/{id}",
        P::KitClear,
        kit_page::decide,
    )
}
