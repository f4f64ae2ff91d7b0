//! `/training`, for whoever reads the whole register; `/training/own` for everybody about oneself; `/training/staff` for
//! coordinators; `/certificates/check` for whoever holds a paper.

pub mod check;
pub mod competence;
pub mod course;
pub mod courses;
pub mod enrol;
pub mod file;
pub mod lineage;
pub mod own;
pub mod paper;
pub mod people;
pub mod settings;
pub mod signers;
mod tables;

use leptos::prelude::AnyView;

use crate::access::Permission;
use crate::kit::ui::tabs;
use crate::routes;
use crate::web::Ctx;

/// The pages of the register.
fn register_tabs(ctx: &Ctx, here: &str) -> AnyView {
    let lang = ctx.lang;
    let mut links = vec![
        (routes::TRAINING.to_owned(), lang.t("training-courses").into_owned()),
        (routes::TRAINING_PEOPLE.to_owned(), lang.t("training-people").into_owned()),
        (routes::TRAINING_COMPETENCE.to_owned(), lang.t("training-competence").into_owned()),
        (routes::TRAINING_LINEAGE.to_owned(), lang.t("training-lineage").into_owned()),
    ];
    if ctx.may(Permission::TrainingManage) {
        links.push((routes::TRAINING_SETTINGS.to_owned(), lang.t("training-settings").into_owned()));
    }
    tabs(lang.t("training-title"), links, here)
}
