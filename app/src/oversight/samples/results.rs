//! What a sample comes to: standard by standard for the unit, and practitioner by practitioner on a page that only the head has.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::chart::sources;
use super::model::{Sample, Status};
use super::rules::{self, OfPractitioner, Shown};
use super::show::known;
use super::standards::{STANDARDS, Standard, Verdict};
use super::store;
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::ids::SampleId;
use crate::kit::ui::{Header, Tone, export_links, link_button_quiet, notice, print_head, table_under_heading};
use crate::routes;
use crate::web::Ctx;

/// The figures of the unit. Whoever has read the charts sees all of them; the head, what rests on five charts or more, once the
/// sample is closed.
pub(super) async fn of_unit(ctx: &Ctx, id: SampleId, object: &'static str) -> Result<(Sample, Vec<(Standard, Shown)>)> {
    let place = ctx.place()?.id;
    let works = ctx.may(Permission::SampleWork);
    let mut tx = ctx.care(Permission::SampleRead, Subject::Facility(place), object).await?;
    let sample = store::one(&mut tx, place, id).await?.ok_or(AppError::NotFound)?;
    if !works && sample.status != Status::Closed {
        return Err(AppError::NotFound);
    }
    let found = store::found(&mut tx, id).await?;
    let shown = |tally| if works { Shown::whole(tally) } else { Shown::suppressed(tally) };
    let rows = rules::by_standard(&found).into_iter().map(|(standard, tally)| (standard, shown(tally))).collect();
    Ok((sample, rows))
}

/// A figure, or that it is hidden.
pub(super) fn figure(lang: Lang, value: Option<i64>) -> String {
    value.map_or_else(|| lang.t("samples-hidden").into_owned(), |value| value.to_string())
}

pub async fn unit(ctx: Ctx, Path(id): Path<SampleId>) -> Result<Response> {
    let lang = ctx.lang;
    let (sample, rows) = of_unit(&ctx, id, "sample").await?;
    let title = lang.t("samples-results");
    Ok(ctx.page(title.clone(), || {
        let so_far = (sample.status == Status::Open).then(|| notice(Tone::Warn, lang.t("samples-so-far")));
        let hidden = rows
            .iter()
            .any(|(_, shown)| shown.cells.iter().any(Option::is_none))
            .then(|| view! { <p class="sub">{lang.t("samples-hidden-why")}</p> });
        view! {
            {head(&ctx, &sample, &title)}
            {so_far}
            {unit_table(lang, &rows)}
            {hidden}
            {export_links(lang, &ctx.uri)}
            <p class="actions no-print">{link_button_quiet(routes::sample(id), lang.t("samples-back"))}</p>
            {sources(lang)}
        }
        .into_any()
    }))
}

fn head(ctx: &Ctx, sample: &Sample, title: &str) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.place().map(|place| place.name.clone()).unwrap_or_default();
    view! {
        {print_head(lang, place, title.to_owned(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{title.to_owned()}</h1>
        {known(ctx, sample)}
    }
    .into_any()
}

fn unit_table(lang: Lang, rows: &[(Standard, Shown)]) -> AnyView {
    let numeric = |label: std::borrow::Cow<'static, str>| Header::new(label).numeric();
    let headers = std::iter::once(Header::new(lang.t("samples-standard")))
        .chain(Verdict::ALL.iter().map(|verdict| numeric(verdict.label(lang))))
        .chain([numeric(lang.t("samples-charts")), numeric(lang.t("samples-met"))])
        .collect();
    let rows = rows
        .iter()
        .map(|(standard, shown)| {
            let cells = shown.cells.map(|cell| view! { <td class="n">{figure(lang, cell)}</td> });
            let cited = STANDARDS
                .iter()
                .find(|(held, _)| held == standard)
                .map(|(_, sources)| sources.iter().map(|source| source.short()).collect::<Vec<_>>().join(", "));
            let met = shown.met.map(|met| format!("{met} %"));
            view! {
                <tr>
                    <th scope="row">{standard.label(lang)}<div class="sub">{cited}</div></th>
                    {cells.into_iter().collect_view()}
                    <td class="n">{figure(lang, shown.all)}</td>
                    <td class="n">{met.unwrap_or_else(|| "–".to_owned())}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table_under_heading(lang.t("samples-results"), headers, rows, lang.t("samples-none"))
}

/// The figures of each practitioner: of a closed sample, for the head.
pub(super) async fn of_practitioners(
    ctx: &Ctx,
    id: SampleId,
    object: &'static str,
) -> Result<(Sample, Vec<OfPractitioner>)> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::SamplePractitioners, Subject::Facility(place), object).await?;
    let sample = store::one(&mut tx, place, id).await?.filter(|sample| sample.status == Status::Closed);
    let sample = sample.ok_or(AppError::NotFound)?;
    let found = store::found(&mut tx, id).await?;
    let led = store::led(&mut tx, id).await?;
    Ok((sample, rules::by_practitioner(&led, &found)))
}

pub async fn practitioners(ctx: Ctx, Path(id): Path<SampleId>) -> Result<Response> {
    let lang = ctx.lang;
    let (sample, people) = of_practitioners(&ctx, id, "sample").await?;
    let title = lang.t("samples-practitioners");
    Ok(ctx.page(title.clone(), || {
        let headers = [Header::new(lang.t("samples-practitioner")), Header::new(lang.t("samples-charts")).numeric()]
            .into_iter()
            .chain(Verdict::ALL.iter().map(|verdict| Header::new(verdict.label(lang)).numeric()))
            .chain([Header::new(lang.t("samples-met")).numeric()])
            .collect();
        let rows = people.iter().map(|one| practitioner_row(lang, one)).collect();
        view! {
            {head(&ctx, &sample, &title)}
            {notice(Tone::Calm, lang.t("samples-practitioners-why"))}
            {table_under_heading(title.clone(), headers, rows, lang.t("samples-none"))}
            <p class="sub">{lang.t("samples-hidden-why")}</p>
            {export_links(lang, &ctx.uri)}
            <p class="actions no-print">{link_button_quiet(routes::sample(id), lang.t("samples-back"))}</p>
        }
        .into_any()
    }))
}

fn practitioner_row(lang: Lang, one: &OfPractitioner) -> AnyView {
    let cells = match one.result {
        Some((_, tally)) => tally.cells().map(Some),
        None => [None; 4],
    };
    let met = one.result.and_then(|(_, tally)| tally.met()).map(|met| format!("{met} %"));
    view! {
        <tr>
            <th scope="row">{one.name.clone()}</th>
            <td class="n">{figure(lang, one.result.map(|(charts, _)| charts))}</td>
            {cells.map(|cell| view! { <td class="n">{figure(lang, cell)}</td> }).into_iter().collect_view()}
            <td class="n">{met.unwrap_or_else(|| "–".to_owned())}</td>
        </tr>
    }
    .into_any()
}
