//! One course: who was there on which day, how it was assessed, and the certificates that came of it.

use std::collections::HashSet;

use axum::extract::Path;
use axum::response::Response;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::certificate::Certificate;
use super::super::door::open;
use super::super::model::{Assessment, Course, Participant};
use super::super::rules::{earned, valid_until};
use super::super::store;
use super::super::write::{self, By};
use super::enrol;
use super::register_tabs;
use super::tables::{course_name, span};
use crate::access::{Permission, Subject as About};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::{CertificateId, CourseId, ParticipantId};
use crate::kit::ui::{
    Button, Header, Tone, button, error_summary, facts, hidden, link_button_quiet, notice, options_of, post_form,
    post_form_inline, print_head, table, tag,
};
use crate::routes;
use crate::web::Ctx;

/// A course with everybody in it.
pub(super) struct Whole {
    pub course: Course,
    pub participants: Vec<Participant>,
    pub present: HashSet<(ParticipantId, NaiveDate)>,
}

impl Whole {
    fn days_of(&self, participant: ParticipantId) -> usize {
        self.course.days().iter().filter(|day| self.present.contains(&(participant, **day))).count()
    }

    /// Who has earned a certificate and holds none from this course.
    fn due(&self) -> impl Iterator<Item = &Participant> {
        let days = self.course.days().len();
        self.participants
            .iter()
            .filter(move |one| one.certificate_id.is_none() && earned(days, self.days_of(one.id), one.assessment))
    }
}

async fn whole(tx: &mut impl crate::kit::db::HasConn, id: CourseId) -> Result<Whole> {
    let course = store::course(tx, id).await?.ok_or(AppError::NotFound)?;
    let participants = store::participants(tx, id).await?;
    let present = store::attendance(tx, id).await?.into_iter().collect();
    Ok(Whole { course, participants, present })
}

pub async fn page(ctx: Ctx, Path(id): Path<CourseId>) -> Result<Response> {
    show(&ctx, id, Fields::new()).await
}

pub(super) async fn show(ctx: &Ctx, id: CourseId, fields: Fields) -> Result<Response> {
    let mut tx = open(ctx, Permission::TrainingRead, About::System, "training").await?;
    let held = whole(&mut tx, id).await?;
    drop(tx);
    let choices = if ctx.may(Permission::TrainingManage) { Some(enrol::choices(ctx).await?) } else { None };
    let title = course_name(ctx.lang, &held.course);
    let body = || view(ctx, &held, choices.as_ref(), &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// Who was there, and how it went. Whoever holds a certificate already stays as certified.
pub async fn attended(ctx: Ctx, Path(id): Path<CourseId>, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::TrainingManage, About::System, "training").await?;
    let held = whole(&mut tx, id).await?;
    let days = held.course.days();
    if !write::touch_course(&mut tx, id, fields.version()).await? {
        drop(tx);
        fields.error("", crate::i18n::Msg::new("training-course-changed"));
        return show(&ctx, id, fields).await;
    }
    for one in held.participants.iter().filter(|one| one.certificate_id.is_none()) {
        let there: Vec<NaiveDate> =
            days.iter().copied().filter(|day| fields.holds(&day_field(one.id), &day.to_string())).collect();
        let assessment = Assessment::from_code(fields.get(&result_field(one.id)));
        write::attended(&mut tx, one.id, &there, assessment).await?;
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::training_course(id), "flash-training-saved"))
}

/// Certifies everybody who has earned it.
pub async fn certify(ctx: Ctx, Path(id): Path<CourseId>) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::TrainingManage, About::System, "training").await?;
    let held = whole(&mut tx, id).await?;
    let course = &held.course;
    let by = By { user: ctx.actor.id, at: ctx.now() };
    for one in held.due() {
        let paper = Certificate {
            id: ctx.new_id(),
            subject: course.subject,
            level: course.level,
            name: one.name.clone(),
            institution: one.institution.clone(),
            starts_on: course.starts_on,
            ends_on: course.ends_on,
            issued_on: ctx.today(),
            valid_until: valid_until(ctx.today(), course.valid_months),
            issued_at: ctx.now(),
            code: String::new(),
            key_id: String::new(),
            signature: Vec::new(),
            revoked_on: None,
        };
        write::certificate(&mut tx, &paper.sealed(&ctx.app.key), (one.id, id, one.person_id), by).await?;
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::training_course(id), "flash-training-certified"))
}

pub async fn revoke(ctx: Ctx, Path((course, id)): Path<(CourseId, CertificateId)>) -> Result<Response> {
    let mut tx = ctx.care_write(Permission::TrainingManage, About::System, "training").await?;
    write::revoke(&mut tx, id, ctx.today()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::training_course(course), "flash-training-revoked"))
}

fn day_field(id: ParticipantId) -> String {
    format!("day-{id}")
}

fn result_field(id: ParticipantId) -> String {
    format!("result-{id}")
}

fn view(ctx: &Ctx, held: &Whole, choices: Option<&enrol::Choices>, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let course = &held.course;
    let text = |text: String| text.into_any();
    let name = course_name(lang, course);
    let known = facts(vec![
        (lang.t("training-when").into_owned(), text(span(lang, course.starts_on, course.ends_on))),
        (lang.t("training-site").into_owned(), text(course.site.clone())),
        (
            lang.t("training-trainers").into_owned(),
            text(format!("{}, {}", course.trainer_a_name, course.trainer_b_name)),
        ),
        (lang.t("training-mentor").into_owned(), text(course.mentor.clone().unwrap_or_else(|| "–".to_owned()))),
        (lang.t("training-valid-months").into_owned(), text(course.valid_months.to_string())),
    ]);
    let manage = choices.is_some();
    let edit = (manage && course.certified == 0).then(|| {
        view! { <p class="no-print">{link_button_quiet(routes::training_course_edit(course.id), lang.t("training-course-edit"))}</p> }
    });
    view! {
        {print_head(lang, "Ergon", name.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{name}</h1>
        {register_tabs(ctx, routes::TRAINING)}
        {error_summary(fields, lang)}
        {known}
        {edit}
        {by_institution(lang, held)}
        {roster(ctx, held, manage, fields)}
        {choices.map(|choices| enrol::forms(lang, course.id, choices, fields))}
    }
    .into_any()
}

/// How many came from where.
fn by_institution(lang: Lang, held: &Whole) -> AnyView {
    let mut found: Vec<(&str, usize)> = Vec::new();
    for one in &held.participants {
        match found.iter_mut().find(|(name, _)| *name == one.institution) {
            Some((_, count)) => *count += 1,
            None => found.push((&one.institution, 1)),
        }
    }
    let rows = found
        .into_iter()
        .map(|(name, count)| (name.to_owned(), lang.t_with("kit-people", &[("n", count.into())]).into_any()))
        .collect();
    facts(rows)
}

fn roster(ctx: &Ctx, held: &Whole, manage: bool, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let days = held.course.days();
    let mut headers = vec![Header::new(lang.t("training-name")), Header::new(lang.t("training-institution"))];
    headers.extend(days.iter().map(|day| Header::new(lang.date(*day))));
    headers.push(Header::new(lang.t("training-assessment")));
    headers.push(Header::new(lang.t("training-certificate")));
    let typed = fields.has("version");
    let rows = held
        .participants
        .iter()
        .map(|one| {
            let open = manage && one.certificate_id.is_none();
            let there = |day: &NaiveDate| {
                if typed {
                    fields.holds(&day_field(one.id), &day.to_string())
                } else {
                    held.present.contains(&(one.id, *day))
                }
            };
            let cells = days.iter().map(|day| day_cell(lang, one, *day, there(day), open)).collect_view();
            let chosen = if typed { Assessment::from_code(fields.get(&result_field(one.id))) } else { one.assessment };
            view! {
                <tr>
                    <th scope="row">{one.name.clone()}</th>
                    <td>{one.institution.clone()}</td>
                    {cells}
                    <td>{assessed(lang, one, chosen, open)}</td>
                    <td>{certificate_cell(lang, one)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let list = table(lang.t("training-participants"), headers, rows, lang.t("training-participants-empty"));
    if !manage || held.participants.is_empty() {
        return list;
    }
    let save = held.participants.iter().any(|one| one.certificate_id.is_none()).then(|| {
        view! { <div class="actions no-print">{button(lang.t("training-save-attendance"))}</div> }
    });
    let due = held.due().count();
    let certify = (due > 0).then(|| {
        view! {
            {notice(Tone::Calm, lang.t_with("training-due", &[("n", due.into())]))}
            {post_form_inline(routes::training_certify(held.course.id), button(lang.t("training-certify")))}
        }
    });
    let body = view! {
        {hidden("version", held.course.version.to_string())}
        {list}
        {save}
    };
    view! {
        {post_form(routes::training_attended(held.course.id), body.into_any())}
        <div class="no-print">{certify}{revocations(lang, held)}</div>
    }
    .into_any()
}

fn day_cell(lang: Lang, one: &Participant, day: NaiveDate, there: bool, open: bool) -> AnyView {
    let label = lang.t_with("training-present", &[("name", one.name.clone().into()), ("date", lang.date(day).into())]);
    if open {
        return view! {
            <td><input type="checkbox" name=day_field(one.id) value=day.to_string() checked=there aria-label=label/></td>
        }
        .into_any();
    }
    let words = lang.t(if there { "training-there" } else { "training-away" });
    view! { <td>{tag(if there { Tone::Ok } else { Tone::Plain }, words)}</td> }.into_any()
}

fn assessed(lang: Lang, one: &Participant, chosen: Option<Assessment>, open: bool) -> AnyView {
    if !open {
        return chosen.map_or_else(|| "–".to_owned(), |held| held.label(lang).into_owned()).into_any();
    }
    let fields = Fields::new().with(result_field(one.id), chosen.map(Assessment::as_str).unwrap_or_default());
    let label = format!("{}: {}", lang.t("training-assessment"), one.name);
    crate::kit::ui::Field::new(&fields, lang, result_field(one.id), label)
        .label_hidden()
        .select(options_of!(Assessment, lang), Some(lang.t("training-not-assessed").into_owned()))
}

fn certificate_cell(lang: Lang, one: &Participant) -> AnyView {
    let Some(id) = one.certificate_id else { return "–".into_any() };
    let state = one
        .revoked_on
        .map(|day| tag(Tone::Bad, lang.t_with("training-revoked-on", &[("date", lang.date(day).into())])));
    view! { <a href=routes::training_certificate(id)>{lang.t("training-certificate-open")}</a> {state} }.into_any()
}

/// The certificates of this course that can be taken back.
fn revocations(lang: Lang, held: &Whole) -> Option<AnyView> {
    let held: Vec<AnyView> = held
        .participants
        .iter()
        .filter(|one| one.revoked_on.is_none())
        .filter_map(|one| {
            let action = routes::training_revoke(held.course.id, one.certificate_id?);
            let button = Button::new(lang.t("training-revoke")).about(one.name.clone()).danger().submit();
            Some(view! { <li>{one.name.clone()}" "{post_form_inline(action, button)}</li> }.into_any())
        })
        .collect();
    (!held.is_empty()).then(|| {
        view! {
            <details><summary>{lang.t("training-revoke-title")}</summary><p>{lang.t("training-revoke-text")}</p><ul class="plain">{held}</ul></details>
        }
        .into_any()
    })
}
