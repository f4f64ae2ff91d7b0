//! What `/users` looks like.

use leptos::prelude::*;

use super::store::{Held, User};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Field, Header, Tone, button, export_links, facts, get_form, hidden, link_button, notice, pager,
    post_form_inline, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

pub fn list(ctx: &Ctx, query: &ListQuery, total: i64, users: &[User], roles: &[Held]) -> AnyView {
    let lang = ctx.lang;
    let fields = Fields::new().with("q", query.search());
    let search = get_form(
        routes::USERS,
        view! { {Field::new(&fields, lang, "q", lang.t("admin-users-search")).search()}{button(lang.t("admin-users-find"))} }.into_any(),
    );
    let rows = users.iter().map(|user| row(ctx, user, roles)).collect();
    let headers = vec![
        Header::new(lang.t("access-username")),
        Header::new(lang.t("admin-users-name")),
        Header::new(lang.t("admin-users-roles")),
        Header::new(lang.t("admin-users-state")),
        Header::new(lang.t("kit-actions")).away(),
    ];
    view! {
        <h1>{lang.t("admin-users")}</h1>
        <p class="lead">{lang.t("admin-users-lead")}</p>
        {search}
        {table_under_heading(lang.t("admin-users"), headers, rows, lang.t("admin-users-none"))}
        {pager(lang, query, total, routes::USERS)}
        {export_links(lang, &ctx.uri)}
        <p class="no-print"><a href=routes::SETTINGS>{lang.t("admin-settings")}</a></p>
    }
    .into_any()
}

fn row(ctx: &Ctx, user: &User, roles: &[Held]) -> AnyView {
    let lang = ctx.lang;
    let has_roles = roles.iter().any(|held| held.user_id == user.id);
    let held: Vec<_> =
        roles.iter().filter(|held| held.user_id == user.id).map(|held| view! { <li>{role(lang, held)}</li> }).collect();
    let state = if user.active {
        tag(Tone::Ok, lang.t("admin-users-active"))
    } else {
        tag(Tone::Bad, lang.t("admin-users-inactive"))
    };
    let password = match (user.has_password, user.must_change_password) {
        (false, _) => Some(tag(Tone::Warn, lang.t("admin-users-no-password"))),
        (true, true) => Some(tag(Tone::Calm, lang.t("admin-users-one-time"))),
        (true, false) => None,
    };
    let factor = user.has_factor.then(|| tag(Tone::Plain, lang.t("admin-factor-has")));
    view! {
        <tr>
            <td class="nowrap">{user.username.clone()}</td>
            <td>{user.display_name.clone()}<span class="sub">{format!(" {}", user.profession)}</span></td>
            <td><ul class="plain">{held}</ul></td>
            <td>{state}" "{password}" "{factor}</td>
            <td>{actions(ctx, user, has_roles)}</td>
        </tr>
    }
    .into_any()
}

fn role(lang: Lang, held: &Held) -> AnyView {
    let mut text = held.role.label(lang).into_owned();
    for place in [&held.facility, &held.wing].into_iter().flatten() {
        text.push_str(" · ");
        text.push_str(place);
    }
    let waits = held.approved_at.is_none().then(|| tag(Tone::Calm, lang.t("admin-users-waits")));
    view! { {text}" "{waits} }.into_any()
}

fn actions(ctx: &Ctx, user: &User, has_roles: bool) -> AnyView {
    let lang = ctx.lang;
    if user.id == ctx.actor.id {
        return view! { <span class="sub">{lang.t("admin-users-you")}</span> }.into_any();
    }
    let (to, key) = if user.active { ("no", "admin-users-deactivate") } else { ("yes", "admin-users-activate") };
    let about = user.username.clone();
    let switch = post_form_inline(
        routes::user_active(user.id),
        view! {
            {hidden("version", user.version.to_string())}
            {hidden("back", ctx.uri.clone())}
            {Button::new(lang.t(key)).quiet().about(about.clone()).named("active", to).submit()}
        }
        .into_any(),
    );
    let issue = post_form_inline(
        routes::user_password(user.id),
        Button::new(lang.t("admin-users-issue")).quiet().about(about).submit(),
    );
    // Who holds no role has none to end.
    let leave = has_roles.then(|| {
        post_form_inline(
            routes::user_leave(user.id),
            view! {
                {hidden("version", user.version.to_string())}
                {hidden("back", ctx.uri.clone())}
                {Button::new(lang.t("admin-users-leave")).quiet().about(user.username.clone()).submit()}
            }
            .into_any(),
        )
    });
    let factor = user.has_factor.then(|| {
        Button::new(lang.t("admin-factor-remove"))
            .quiet()
            .about(user.username.clone())
            .link(routes::user_factor(user.id))
    });
    view! { <div class="row-actions">{switch}{issue}{factor}{leave}</div> }.into_any()
}

/// The one-time password, to be handed over.
pub fn issued(lang: Lang, name: &str, username: &str, password: &str) -> AnyView {
    let code = |text: &str| view! { <code>{text.to_owned()}</code> }.into_any();
    view! {
        <h1>{name.to_owned()}</h1>
        {notice(Tone::Warn, lang.t("admin-users-issued"))}
        {facts(vec![
            (lang.t("access-username").into_owned(), code(username)),
            (lang.t("admin-users-one-time").into_owned(), code(password)),
        ])}
        <div class="actions">{link_button(routes::USERS, lang.t("admin-users-back"))}</div>
    }
    .into_any()
}
