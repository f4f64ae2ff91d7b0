//! What the register holds about oneself: certificates and what lapses soon, whether one signs alone and why, supervised sessions;
//! and for supervisors, signing off a session of somebody whom they supervise.

use axum::response::Response;
use leptos::prelude::*;

use super::super::cosign::{self, SignOff, Supervised};
use super::super::door::open;
use super::super::model::{Held, Outcome};
use super::super::rules::{Standing, Why, standing};
use super::super::store;
use super::super::write;
use super::tables::held_table;
use crate::access::{Denied, Permission, Role, Subject as About};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::Refusal;
use crate::kit::form::Fields;
use crate::kit::ids::UserId;
use crate::kit::ui::{
    Field, Header, Tone, button, card, error_summary, link_button_quiet, notice, options_of, post_form, print_head,
    table_under_heading,
};
use crate::routes;
use crate::web::Ctx;

/// What care's practitioners see besides.
struct Signing {
    why: Why,
    sessions: Vec<Supervised>,
    supervisees: Vec<(UserId, String)>,
}

pub async fn page(ctx: Ctx) -> Result<Response> {
    let today = ctx.today().to_string();
    show(&ctx, Fields::new().with("on", today)).await
}

async fn show(ctx: &Ctx, fields: Fields) -> Result<Response> {
    let mut tx = open(ctx, Permission::TrainingOwn, About::Own, "training").await?;
    let held = store::held_by_user(&mut tx, ctx.actor.id).await?;
    drop(tx);
    let signing = if ctx.actor.has(Role::Practitioner) {
        let mut tx = ctx.care(Permission::TrainingOwn, About::Own, "training").await?;
        Some(Signing {
            why: cosign::why(&mut tx, ctx.actor.id, ctx.today()).await?,
            sessions: cosign::sessions(&mut tx, ctx.actor.id).await?,
            supervisees: cosign::supervisees(&mut tx, ctx.actor.id).await?,
        })
    } else {
        None
    };
    let title = ctx.lang.t("training-own");
    let body = || view(ctx, &held, signing.as_ref(), &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, held: &[Held], signing: Option<&Signing>, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let today = ctx.today();
    let reminders = held
        .iter()
        .filter(|one| standing(one.valid_until, one.revoked_on, today) == Standing::Lapsing)
        .map(|one| {
            let text = lang.t_with(
                "training-lapses",
                &[("what", one.subject.label(lang).into_owned().into()), ("date", lang.date(one.valid_until).into())],
            );
            notice(Tone::Warn, text)
        })
        .collect_view();
    let to_paper = |held: &Held| Some(routes::training_own_certificate(held.id));
    let caption = lang.t("training-certificates").into_owned();
    let register = ctx
        .may(Permission::TrainingRead)
        .then(|| view! { <p>{link_button_quiet(routes::TRAINING, lang.t("training-title"))}</p> });
    let staff = ctx
        .may(Permission::TrainingStaff)
        .then(|| view! { <p>{link_button_quiet(routes::TRAINING_STAFF, lang.t("training-staff"))}</p> });
    view! {
        {print_head(lang, "Ergon", lang.t("training-own"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("training-own")}</h1>
        <p class="lead">{ctx.actor.name.clone()}</p>
        {error_summary(fields, lang)}
        {reminders}
        {register}
        {staff}
        {card(caption.clone(), held_table(lang, &caption, held, today, (false, &to_paper), &lang.t("training-own-none")))}
        {signing.map(|signing| signing_part(ctx, signing, fields))}
    }
    .into_any()
}

fn signing_part(ctx: &Ctx, signing: &Signing, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let (tone, key) = if signing.why.needs_cosign() {
        (Tone::Calm, "training-signs-with")
    } else {
        (Tone::Ok, "training-signs-alone")
    };
    let headers = ["training-name", "kit-date", "training-outcome", "training-signed-off-by"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let rows = signing
        .sessions
        .iter()
        .map(|one| {
            view! {
                <tr>
                    <th scope="row">{one.name.clone()}</th>
                    <td>{lang.date(one.on_date)}</td>
                    <td>{one.outcome.label(lang)}</td>
                    <td>{one.signed_by.clone()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let sessions = lang.t("training-supervised").into_owned();
    let form = (!signing.supervisees.is_empty()).then(|| {
        let people = signing.supervisees.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
        let inner = view! {
            {Field::new(fields, lang, "user", lang.t("training-name")).required().select(people, Some(lang.t("sessions-choose").into_owned()))}
            {Field::new(fields, lang, "on", lang.t("training-session-on")).required().date()}
            {Field::new(fields, lang, "outcome", lang.t("training-outcome")).required().radios(options_of!(Outcome, lang))}
            <div class="actions">{button(lang.t("training-sign-off"))}</div>
        };
        let lead = view! { <p>{lang.t("training-sign-off-text")}</p>{post_form(routes::TRAINING_SIGN_OFF, inner.into_any())} };
        view! { <div class="no-print">{card(lang.t("training-sign-off"), lead.into_any())}</div> }
    });
    view! {
        {notice(tone, format!("{} {}", lang.t(key), cosign::words(lang, signing.why)))}
        {card(sessions.clone(), table_under_heading(sessions.clone(), headers, rows, lang.t("training-supervised-none")))}
        {form}
    }
    .into_any()
}

/// The supervisor signs off a session; one person has one on a day.
pub async fn sign_off(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let user = fields.choice::<UserId>("user");
    if fields.get("on").is_empty() {
        fields.error("on", Msg::new("form-required"));
    }
    let on = fields.date("on");
    if on.is_some_and(|day| day > ctx.today()) {
        fields.error("on", Msg::new("training-not-yet-held"));
    }
    let outcome = fields.choice::<Outcome>("outcome");
    let (Some(user), Some(on), Some(outcome), false) = (user, on, outcome, fields.is_refused()) else {
        return show(&ctx, fields).await;
    };
    let place = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::TrainingSignOff, About::Facility(place), "training").await?;
    if !write::supervises(&mut tx, ctx.actor.id, user).await? {
        return Err(AppError::Denied(Denied::NotYourOwn));
    }
    let new = SignOff { id: ctx.new_id(), user, on, outcome, by: ctx.actor.id, at: ctx.now() };
    match cosign::sign_off(&mut tx, new).await {
        Ok(()) => tx.commit().await?,
        // The form was sent twice, or the day has been signed off before: what stands there stays.
        Err(error) if error.refusal() == Some(Refusal::Duplicate("training_supervised_once")) => {
            drop(tx);
            fields.error("on", Msg::new("training-signed-off-already"));
            return show(&ctx, fields).await;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(ctx.redirect_with(routes::TRAINING_OWN, "flash-training-signed-off"))
}
