//! Routes that cannot be made without naming what they need. The list they leave behind is walked by the tests.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodFilter, on};

use super::answers;
use super::context::{AppState, Visitor};
use crate::access::policy::{Denied, Permission, holders, holds};
use crate::access::sign_in;
use crate::error::AppError;
use crate::routes;

/// What a request must bring before its handler is asked at all. The gate then looks at the subject itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: the sign-in page and the like.
    Nobody,
    Permission(Permission),
}

/// One line of the route table.
#[derive(Debug, Clone)]
pub struct RouteInfo {
    pub method: Method,
    pub path: &'static str,
    pub needs: Needs,
}

/// The table while it is being written.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<AppState>,
    table: Vec<RouteInfo>,
}

impl Routes {
    #[must_use]
    pub fn get<T: 'static, H: Handler<T, AppState>>(
        self,
        path: &'static str,
        needs: impl Into<Needs>,
        handler: H,
    ) -> Self {
        self.add(Method::GET, MethodFilter::GET, path, needs.into(), handler)
    }

    #[must_use]
    pub fn post<T: 'static, H: Handler<T, AppState>>(
        self,
        path: &'static str,
        needs: impl Into<Needs>,
        handler: H,
    ) -> Self {
        self.add(Method::POST, MethodFilter::POST, path, needs.into(), handler)
    }

    fn add<T: 'static, H: Handler<T, AppState>>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        needs: Needs,
        handler: H,
    ) -> Self {
        let guarded =
            on(filter, handler).layer(from_fn(move |request: Request, next: Next| guard(needs, request, next)));
        self.router = self.router.route(path, guarded);
        self.table.push(RouteInfo { method, path, needs });
        self
    }

    /// The router and the table it was made from.
    pub fn finish(self) -> (Router<AppState>, Vec<RouteInfo>) {
        (self.router, self.table)
    }
}

impl From<Permission> for Needs {
    fn from(permission: Permission) -> Self {
        Self::Permission(permission)
    }
}

async fn guard(needs: Needs, request: Request<Body>, next: Next) -> Response {
    let Needs::Permission(permission) = needs else { return next.run(request).await };
    let Some(visitor) = request.extensions().get::<Visitor>().cloned() else {
        return AppError::Internal.into_response();
    };
    let Some(ctx) = visitor.ctx.clone() else { return sign_in::ask(visitor, request).await };
    // Somebody else knows this user's password: until it is changed there is only the page on which that is done.
    if ctx.actor.must_change_password && permission != Permission::OwnAccount {
        return answers::redirect(routes::ACCOUNT);
    }
    if holds(&ctx.actor, permission) {
        return next.run(request).await;
    }
    let other_side = !holders(permission).iter().any(|(role, _)| role.side() == ctx.actor.side);
    AppError::Denied(if other_side { Denied::NotYourSide } else { Denied::RoleNotEnough }).into_response()
}
