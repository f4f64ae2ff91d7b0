//! The errors that a request can end in: a closed set, each with its status and its words, never a cause. The cause goes to
//! the log. A refusal at a field of a form is not an error but a value: see [`crate::kit::form`].

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::access::policy::Denied;
use crate::kit::db::DbError;
use crate::kit::ids::PersonId;

pub type Result<T, E = AppError> = std::result::Result<T, E>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AppError {
    /// There is no such thing, or nothing that this user may know of.
    NotFound,
    /// The policy refused, for this reason.
    Denied(Denied),
    /// The policy refused what opens to whoever says why: the kind of opening, and whose record it is.
    Closed(Denied, PersonId),
    /// Nobody is signed in, or no longer.
    SignIn,
    /// What was sent cannot be read as the form it claims to be.
    BadRequest,
    /// Somebody else changed the same thing first, and this page has no form to show the difference in.
    Stale,
    /// Another writer is in the way or a service is not there: the same request may succeed in a moment.
    Busy,
    /// A fault of ours. The log has the cause under the request's id.
    Internal,
}

impl AppError {
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Denied(_) | Self::Closed(..) => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Stale => StatusCode::CONFLICT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The family of messages that the error page shows: `error-<this>-title` and `error-<this>-text`.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Denied(_) | Self::Closed(..) => "denied",
            Self::SignIn => "sign-in",
            Self::BadRequest => "bad-request",
            Self::Stale => "stale",
            Self::Busy => "busy",
            Self::Internal => "internal",
        }
    }
}

impl From<DbError> for AppError {
    fn from(error: DbError) -> Self {
        if error.is_transient() {
            tracing::warn!(%error, "database busy");
            return Self::Busy;
        }
        tracing::error!(%error, wall = error.is_privilege(), "database error");
        Self::Internal
    }
}

impl From<Denied> for AppError {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

/// Only the status; the page around it is made by `web::error_pages`, which finds the error in the response's extensions.
impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
