//! The baseline of `cargo xtask bench`: the same two questions that the product answers (a caseload of 50 rows, a patient with 20
//! notes), by hand-written axum, sqlx and string formatting, without session, policy, access row, languages or layout. What
//! the product adds to this is what its care costs.

use std::fmt::Write as _;
use std::net::SocketAddr;

use axum::Router;
use axum::extract::State;
use axum::response::Html;
use axum::routing::get;
use sqlx::{PgPool, SqlitePool};

#[derive(Clone)]
enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// One statement on either engine. A statement that fails would be answered fast: it ends the program instead.
macro_rules! all {
    ($pool:expr, $row:ty, $sql:expr $(, $bind:expr)*) => {
        match $pool {
            Pool::Sqlite(pool) => sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_all(pool).await,
            Pool::Postgres(pool) => sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_all(pool).await,
        }
        .unwrap_or_else(|error| fail(&error))
    };
}

#[derive(Clone)]
struct Shown {
    pool: Pool,
    facility: uuid::Uuid,
    patient: uuid::Uuid,
}

#[expect(clippy::print_stderr, reason = "this program has no log")]
fn fail<T>(error: &sqlx::Error) -> T {
    eprintln!("baseline: {error}");
    std::process::exit(1);
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

type CaseloadRow =
    (uuid::Uuid, String, String, String, String, Option<String>, String, Option<chrono::NaiveDate>, Option<String>);

async fn caseload(State(shown): State<Shown>) -> Html<String> {
    let rows = all!(
        &shown.pool,
        CaseloadRow,
        "select p.id, p.family_name, p.given_name, p.prison_number, p.cell, w.name, u.display_name, pl.next_review_on, pl.status
         from care_patient c join custody_person p on p.id = c.person_id left join custody_wing w on w.id = p.wing_id
         join access_user u on u.id = c.lead_id left join care_plan pl on pl.patient_id = c.person_id and pl.status = 'active'
         where c.facility_id = $1 and c.status = 'open' order by p.sort_name, p.id limit 50",
        shown.facility
    );
    let total = all!(
        &shown.pool,
        (i64,),
        "select count(*) from care_patient where facility_id = $1 and status = 'open'",
        shown.facility
    );
    let mut page = String::from(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Caseload</title></head><body><h1>Caseload</h1><table><tbody>",
    );
    for (id, family, given, number, cell, wing, lead, review, status) in rows {
        let _ = write!(
            page,
            "<tr><td><a href=\"/patients/{id}\">{}, {}</a><span>{}</span></td><td>{} {}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            escaped(&family),
            escaped(&given),
            escaped(&number),
            escaped(&wing.unwrap_or_default()),
            escaped(&cell),
            escaped(&status.unwrap_or_default()),
            review.map(|day| day.to_string()).unwrap_or_default(),
            escaped(&lead)
        );
    }
    let _ = write!(page, "</tbody></table><p>{}</p></body></html>", total.first().map_or(0, |row| row.0));
    Html(page)
}

/// Whom `/patient` shows, so that the product is asked for the same.
async fn which(State(shown): State<Shown>) -> String {
    shown.patient.to_string()
}

async fn patient(State(shown): State<Shown>) -> Html<String> {
    let person = all!(
        &shown.pool,
        (String, String, String, String),
        "select family_name, given_name, prison_number, cell from custody_person where id = $1",
        shown.patient
    );
    let notes = all!(
        &shown.pool,
        (String, chrono::DateTime<chrono::Utc>, String),
        "select n.payload, n.signed_at, u.display_name from care_note n join access_user u on u.id = n.author_id
         where n.patient_id = $1 order by n.occurred_at desc limit 20",
        shown.patient
    );
    let mut page = String::from(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Patient</title></head><body>",
    );
    for (family, given, number, cell) in person {
        let _ = write!(
            page,
            "<h1>{}, {}</h1><p>{} {}</p>",
            escaped(&family),
            escaped(&given),
            escaped(&number),
            escaped(&cell)
        );
    }
    for (payload, signed, author) in notes {
        let note: serde_json::Value = serde_json::from_str(&payload).unwrap_or_default();
        page.push_str("<article>");
        if let Some(fields) = note.as_object() {
            for (name, value) in fields {
                let _ = write!(page, "<p><b>{}</b> {}</p>", escaped(name), escaped(&value.to_string()));
            }
        }
        let _ = write!(page, "<p>{} {signed}</p></article>", escaped(&author));
    }
    page.push_str("</body></html>");
    Html(page)
}

/// The practitioner's facility and, in it, the patient with the most notes.
async fn choose(pool: Pool) -> Option<Shown> {
    let facility = all!(
        &pool,
        (uuid::Uuid,),
        "select g.facility_id from access_grant g join access_user u on u.id = g.user_id where u.username = 'practitioner' and g.facility_id is not null"
    );
    let facility = facility.first()?.0;
    let patient = all!(
        &pool,
        (uuid::Uuid, i64),
        "select patient_id, count(*) as n from care_note where facility_id = $1 group by patient_id order by n desc, patient_id limit 1",
        facility
    );
    Some(Shown { pool, facility, patient: patient.first()?.0 })
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listen: SocketAddr =
        std::env::args().skip_while(|arg| arg != "--listen").nth(1).ok_or("--listen HOST:PORT")?.parse()?;
    let url = std::env::var("ERGON_DATABASE_URL")?;
    let pool = if url.starts_with("sqlite") {
        Pool::Sqlite(sqlx::sqlite::SqlitePoolOptions::new().max_connections(4).connect(&url).await?)
    } else {
        Pool::Postgres(sqlx::postgres::PgPoolOptions::new().max_connections(8).connect(&url).await?)
    };
    let shown = choose(pool).await.ok_or("the database holds no demonstration data")?;
    let router = Router::new()
        .route("/readyz", get(|| async { "ready\n" }))
        .route("/caseload", get(caseload))
        .route("/patient", get(patient))
        .route("/which", get(which))
        .with_state(shown);
    axum::serve(tokio::net::TcpListener::bind(listen).await?, router).await?;
    Ok(())
}
