//! The users as a file.

use axum::extract::Query;
use axum::response::Response;

use super::store::{self, Held, User};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::{ListQuery, PAGE_SIZE};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Query(query): Query<ListQuery>) -> Result<Response> {
    let lang = ctx.lang;
    let tx = ctx.system(Permission::UserManage, Subject::System, "export").await?;
    let headers =
        ["access-username", "admin-users-name", "export-profession", "admin-users-roles", "admin-users-state"];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    Ok(export::stream(format, "users", headers, tx, move |tx, offset| {
        let query = ListQuery { page: Some(offset / PAGE_SIZE + 1), ..query.clone() };
        Box::pin(async move {
            let users = store::users(tx, &query).await?;
            let roles = store::roles(tx, &query).await?;
            Ok(export::Page::of(&users, |user| line(lang, user, &roles)))
        })
    }))
}

fn line(lang: Lang, user: &User, roles: &[Held]) -> Vec<Value> {
    let held: Vec<String> = roles
        .iter()
        .filter(|held| held.user_id == user.id)
        .map(|held| {
            let places = [&held.facility, &held.wing].into_iter().flatten().map(|place| format!(" · {place}"));
            format!("{}{}", held.role.label(lang), places.collect::<String>())
        })
        .collect();
    let state = if user.active { "admin-users-active" } else { "admin-users-inactive" };
    vec![
        Value::from(&user.username),
        Value::from(&user.display_name),
        Value::from(&user.profession),
        Value::from(held.join("; ")),
        Value::from(lang.t(state)),
    ]
}
