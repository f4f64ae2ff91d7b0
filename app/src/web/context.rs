//! Who asks. The extractors [`Ctx`] (somebody signed in) and [`Visitor`] (anybody) are filled in by [`identify`].

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use tower_sessions::Session;

use crate::access::gate::Receipts;
use crate::access::keys::InstallationKey;
use crate::access::roles::{Actor, Place};
use crate::access::{Gate, Permission, Subject, session_store};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::db::{CareTx, CustodyTx, SystemTx};
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;

/// The key under which a session holds its user.
pub const SESSION_USER: &str = "user";

/// Names of the built site's files, with their hashes.
#[derive(Debug, Clone, Default)]
pub struct Site {
    pub css: String,
    /// The name that the islands' script and WebAssembly share; `None` when they were not built.
    pub islands: Option<String>,
}

/// What every handler may use.
#[derive(Debug, Clone)]
pub struct AppState {
    pub gate: Gate,
    pub key: Arc<InstallationKey>,
    pub site: Arc<Site>,
    /// Cookies carry `Secure` and the `__Host-` name: always, except on plain HTTP at loopback.
    pub secure: bool,
    /// After this long without a good backup the administrators are warned.
    pub backup_warning: TimeDelta,
}

/// Somebody signed in, and the gate in their name.
#[derive(Debug, Clone)]
pub struct Ctx {
    pub app: AppState,
    pub actor: Arc<Actor>,
    pub lang: Lang,
    /// Path and query of this request, for navigation and for coming back.
    pub uri: String,
    pub flash: Option<String>,
    pub receipts: Receipts,
}

macro_rules! doors {
    ($($name:ident -> $tx:ty),*) => {$(
        pub async fn $name(&self, permission: Permission, subject: Subject, object: &'static str) -> Result<$tx> {
            self.app.gate.$name(&self.actor, &self.receipts, permission, subject, object).await
        }
    )*};
}

impl Ctx {
    doors! { care -> CareTx, care_write -> CareTx, custody -> CustodyTx, custody_write -> CustodyTx, system -> SystemTx, system_write -> SystemTx }

    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.app.gate.clock.now()
    }

    /// A new identifier of any kind.
    #[must_use]
    pub fn new_id<T: From<uuid::Uuid>>(&self) -> T {
        self.app.gate.clock.new_id()
    }

    /// The id of what a form makes: see [`Fields::once`].
    pub fn id_of_form<T: From<uuid::Uuid>>(&self, fields: &Fields, name: &str) -> T {
        fields.once(name).unwrap_or_else(|| self.new_id())
    }

    /// The facility that the pages are about; without one there is nothing to show yet.
    pub fn place(&self) -> Result<&Place> {
        self.actor.place().ok_or(AppError::NotFound)
    }

    #[must_use]
    pub fn zone(&self) -> Tz {
        self.actor.zone()
    }

    /// Today at the place.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&self.zone()).date_naive()
    }

    /// Whether this person may be named on the page of this request.
    #[must_use]
    pub fn names(&self, person: PersonId) -> bool {
        self.receipts.named.covers(person)
    }

    /// Whether the user sees names here without stating a reason; others see pseudonyms.
    #[must_use]
    pub fn sees_names(&self) -> bool {
        crate::access::names::outright(&self.actor, &crate::access::policy::Facts::default())
    }

    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        crate::access::policy::holds_outright(&self.actor, permission)
    }
}

/// Anybody, signed in or not: for the sign-in page and the language switch.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub app: AppState,
    pub lang: Lang,
    pub ctx: Option<Ctx>,
}

/// Finds the user of the request's session and puts [`Visitor`] into the request.
pub async fn identify(State(app): State<AppState>, mut request: Request, next: Next) -> Response {
    let found = match request.extensions().get::<Session>().cloned() {
        Some(session) => actor_of(&app, &session, request.headers()).await,
        None => None,
    };
    let lang = found.as_ref().map_or_else(|| visitor_lang(request.headers()), |actor| actor.lang);
    let uri = request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    let ctx = found.map(|actor| Ctx {
        app: app.clone(),
        actor: Arc::new(actor),
        lang,
        uri,
        flash: cookie(request.headers(), "flash").filter(|key| key.starts_with("flash-")).map(str::to_owned),
        receipts: Receipts::default(),
    });
    request.extensions_mut().insert(Visitor { app, lang, ctx });
    next.run(request).await
}

async fn actor_of(app: &AppState, session: &Session, headers: &HeaderMap) -> Option<Actor> {
    let mut actor = session_store::actor_of(&app.gate, session.id()?).await.ok()??;
    let wanted = cookie(headers, "place");
    actor.here = match wanted.and_then(|code| actor.places.iter().position(|place| place.code == code)) {
        Some(at) => Some(at),
        None if actor.places.is_empty() => None,
        None => Some(0),
    };
    Some(actor)
}

fn visitor_lang(headers: &HeaderMap) -> Lang {
    cookie(headers, "lang").and_then(Lang::from_code).unwrap_or_else(|| {
        headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .map_or(Lang::default(), Lang::from_accept)
    })
}

/// The value of a cookie, when the request sent one of that name.
#[must_use]
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(held, _)| *held == name)
        .map(|(_, value)| value)
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = AppError;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        parts.extensions.get::<Self>().cloned().ok_or(AppError::Internal)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Ctx {
    type Rejection = AppError;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, AppError> {
        parts.extensions.get::<Visitor>().and_then(|visitor| visitor.ctx.clone()).ok_or(AppError::SignIn)
    }
}
