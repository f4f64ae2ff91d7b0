//! The list of activities.

use axum::response::Response;
use leptos::prelude::*;

use super::model::Activity;
use super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::ui::{Header, table_under_heading};
use crate::web::Ctx;

pub async fn list(ctx: Ctx) -> Result<Response> {
    let lang = ctx.lang;
    let mut tx = ctx.care(Permission::ActivityRead, Subject::System, "activities").await?;
    let activities = store::all(&mut tx).await?;
    drop(tx);
    let title = lang.t("sessions-activities");
    Ok(ctx.page(title.clone(), || {
        let headers = vec![
            Header::new(lang.t("sessions-activity")),
            Header::new(lang.t("sessions-purpose")),
            Header::new(lang.t("sessions-activity-kind")),
            Header::new(lang.t("sessions-activity-area")),
        ];
        let rows = activities.iter().map(|activity| row(lang, activity)).collect();
        view! {
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("sessions-activities-lead")}</p>
            <div class="card">{table_under_heading(title, headers, rows, "")}</div>
        }
        .into_any()
    }))
}

fn row(lang: Lang, activity: &Activity) -> AnyView {
    view! {
        <tr>
            <th scope="row">{activity.title.say(lang).to_owned()}</th>
            <td>{activity.purpose(lang).to_owned()}</td>
            <td>{activity.kind.label(lang)}</td>
            <td>{activity.area.label(lang)}</td>
        </tr>
    }
    .into_any()
}
