//! Lists as files: CSV and XLSX beside the address of the page, with the page's filters, permission and access row. Rows are
//! fetched a page at a time and leave at once, so that a long list is never held whole; the transaction ends when the last
//! row has left, or when whoever fetches has stopped reading.

mod csv;
mod xlsx;

use std::borrow::Cow;
use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use futures_util::StreamExt as _;
use tokio::sync::mpsc;

use crate::i18n::Lang;
use crate::kit::db::DbError;

/// How long a reader may take over one part of a file before the list is given up.
const PATIENCE: Duration = Duration::from_secs(30);
/// Parts that may wait for the reader.
const AHEAD: usize = 4;

/// The kind of file that an address ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    Xlsx,
}

impl Format {
    const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    const fn mime(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Format {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(if parts.uri.path().ends_with(".xlsx") { Self::Xlsx } else { Self::Csv })
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Number(i64),
}

impl Value {
    #[must_use]
    pub fn number(number: impl Into<i64>) -> Self {
        Self::Number(number.into())
    }

    /// By the clock of the place, in the one form that every program sorts rightly.
    #[must_use]
    pub fn at(at: DateTime<Utc>, zone: Tz) -> Self {
        Self::Text(at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string())
    }

    #[must_use]
    pub fn day(day: Option<NaiveDate>) -> Self {
        Self::Text(day.map(|day| day.to_string()).unwrap_or_default())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text.unwrap_or_default())
    }
}

impl From<Cow<'_, str>> for Value {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(text.into_owned())
    }
}

/// The head of a list in the reader's language.
#[must_use]
pub fn headers<const N: usize>(lang: Lang, keys: [&str; N]) -> Vec<String> {
    keys.map(|key| lang.t(key).into_owned()).to_vec()
}

/// Some rows of a list.
#[derive(Debug, Default)]
pub struct Page {
    pub rows: Vec<Vec<Value>>,
    /// There may be more after these.
    pub full: bool,
}

impl Page {
    /// What one question to the database brought, a row for each.
    #[must_use]
    pub fn of<T>(found: &[T], row: impl FnMut(&T) -> Vec<Value>) -> Self {
        Self { rows: found.iter().map(row).collect(), full: is_full(found.len()) }
    }

    /// With as much of another list that stands in the same file: there may be more as long as either has more.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.rows.extend(other.rows);
        self.full |= other.full;
        self
    }
}

/// Whether one question to the database brought so many rows that there may be more.
#[must_use]
pub fn is_full(found: usize) -> bool {
    i64::try_from(found).unwrap_or(0) >= crate::kit::page::PAGE_SIZE
}

/// A page of rows on its way.
pub type Reading<'a> = Pin<Box<dyn Future<Output = Result<Page, DbError>> + Send + 'a>>;

/// A list that was read whole, as a file.
#[must_use]
pub fn whole(format: Format, name: &str, headers: &[String], rows: &[Vec<Value>]) -> Response {
    let mut writer = Writer::begin(format, headers);
    writer.rows(rows);
    answer(format, name, Body::from(writer.finish()))
}

/// A list read page by page, from a transaction that has passed the gate. `read` is given the number of pages before times the
/// size of a page.
pub fn stream<Tx: Send + 'static>(
    format: Format,
    name: &str,
    headers: Vec<String>,
    tx: Tx,
    read: impl for<'a> FnMut(&'a mut Tx, i64) -> Reading<'a> + Send + 'static,
) -> Response {
    let (sender, receiver) = mpsc::channel::<Result<Vec<u8>, DbError>>(AHEAD);
    tokio::spawn(tell(format, headers, tx, read, sender));
    // Whoever compresses the answer asks once more after the end.
    let body = futures_util::stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|part| (part, receiver))
    })
    .fuse();
    answer(format, name, Body::from_stream(body))
}

async fn tell<Tx: Send + 'static>(
    format: Format,
    headers: Vec<String>,
    mut tx: Tx,
    mut read: impl for<'a> FnMut(&'a mut Tx, i64) -> Reading<'a> + Send + 'static,
    sender: mpsc::Sender<Result<Vec<u8>, DbError>>,
) {
    let mut writer = Writer::begin(format, &headers);
    let mut offset = 0;
    loop {
        let page = match read(&mut tx, offset).await {
            Ok(page) => page,
            Err(error) => {
                // The file breaks off, which whoever fetches it is told by the connection: half a list must not pass for one.
                tracing::error!(%error, "a list could not be read to its end");
                let _ = tokio::time::timeout(PATIENCE, sender.send(Err(error))).await;
                return;
            }
        };
        writer.rows(&page.rows);
        if !matches!(tokio::time::timeout(PATIENCE, sender.send(Ok(writer.take()))).await, Ok(Ok(()))) {
            return;
        }
        if !page.full {
            break;
        }
        offset += crate::kit::page::PAGE_SIZE;
    }
    drop(tx);
    let _ = tokio::time::timeout(PATIENCE, sender.send(Ok(writer.finish()))).await;
}

/// The name of a file says what kind of list it is and nothing of whom it is about.
fn answer(format: Format, name: &str, body: Body) -> Response {
    let disposition = format!("attachment; filename=\"{name}.{}\"", format.ending());
    ([(header::CONTENT_TYPE, format.mime().to_owned()), (header::CONTENT_DISPOSITION, disposition)], body)
        .into_response()
}

/// Either kind of file while it is written.
enum Writer {
    Csv(Vec<u8>),
    Xlsx(Box<xlsx::Workbook>),
}

impl Writer {
    fn begin(format: Format, headers: &[String]) -> Self {
        match format {
            Format::Csv => Self::Csv(csv::begin(headers)),
            Format::Xlsx => Self::Xlsx(Box::new(xlsx::Workbook::begin(headers))),
        }
    }

    fn rows(&mut self, rows: &[Vec<Value>]) {
        for row in rows {
            match self {
                Self::Csv(out) => csv::row(out, row),
                Self::Xlsx(book) => book.row(row),
            }
        }
    }

    /// What has been written since.
    fn take(&mut self) -> Vec<u8> {
        match self {
            Self::Csv(out) => std::mem::take(out),
            Self::Xlsx(book) => book.take(),
        }
    }

    fn finish(self) -> Vec<u8> {
        match self {
            Self::Csv(out) => out,
            Self::Xlsx(book) => book.finish(),
        }
    }
}
