//! Courses, and what each unit can do against what it needs, as files.

use axum::response::Response;

use super::super::door::open;
use super::super::model::{Course, Subject};
use super::super::rules::gap;
use super::super::store::{self, Competent, Need};
use crate::access::{Permission, Subject as About};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::ids::FacilityId;
use crate::web::Ctx;

pub async fn courses(ctx: Ctx, format: Format) -> Result<Response> {
    let lang = ctx.lang;
    let tx = open(&ctx, Permission::TrainingRead, About::System, "export").await?;
    let headers = export::headers(
        lang,
        [
            "training-subject",
            "training-level",
            "export-from",
            "export-to",
            "training-site",
            "training-trainers",
            "training-mentor",
            "training-enrolled",
            "training-certified",
        ],
    );
    Ok(export::stream(format, "courses", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let courses = store::courses(tx, offset).await?;
            Ok(export::Page::of(&courses, |course| line(lang, course)))
        })
    }))
}

fn line(lang: Lang, course: &Course) -> Vec<Value> {
    vec![
        Value::from(course.subject.label(lang)),
        Value::from(course.level.label(lang)),
        Value::day(Some(course.starts_on)),
        Value::day(Some(course.ends_on)),
        Value::from(&course.site),
        Value::from(format!("{}; {}", course.trainer_a_name, course.trainer_b_name)),
        Value::from(course.mentor.clone()),
        Value::number(course.enrolled),
        Value::number(course.certified),
    ]
}

pub async fn competence(ctx: Ctx, format: Format) -> Result<Response> {
    let mut tx = open(&ctx, Permission::TrainingRead, About::System, "export").await?;
    let facilities = store::facilities(&mut tx).await?;
    let competent = store::competent(&mut tx, ctx.today()).await?;
    let needs = store::needs(&mut tx).await?;
    drop(tx);
    let headers = export::headers(
        ctx.lang,
        [
            "export-facility",
            "training-subject",
            "training-needed",
            "training-valid-today",
            "training-gap",
            "training-who",
        ],
    );
    let rows: Vec<Vec<Value>> = facilities
        .iter()
        .flat_map(|facility| Subject::ALL.iter().map(move |subject| (facility, *subject)))
        .map(|(facility, subject)| unit(ctx.lang, facility, subject, &competent, &needs))
        .collect();
    Ok(export::whole(format, "competence", &headers, &rows))
}

fn unit(
    lang: Lang,
    (facility, name): &(FacilityId, String),
    subject: Subject,
    competent: &[Competent],
    needs: &[Need],
) -> Vec<Value> {
    let need = needs.iter().find(|need| need.facility_id == *facility && need.subject == subject);
    let needed = need.map_or(0, |need| need.needed);
    let who: Vec<&str> = competent
        .iter()
        .filter(|one| one.facility_id == *facility && one.subject == subject)
        .map(|one| one.name.as_str())
        .collect();
    vec![
        Value::from(name),
        Value::from(subject.label(lang)),
        Value::number(needed),
        Value::number(i64::try_from(who.len()).unwrap_or(0)),
        Value::number(i64::try_from(gap(needed, who.len())).unwrap_or(0)),
        Value::from(who.join("; ")),
    ]
}
