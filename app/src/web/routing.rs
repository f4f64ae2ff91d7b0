//! Routes that cannot be made without naming what they need. The list they leave behind is walked by the tests. What weighs most asks
//! once more who is there; for files of the record and for changes of users that follows from what the route is, so that a new one
//! cannot forget it.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::{Method, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{MethodFilter, on};

use super::answers;
use super::context::{AppState, Visitor};
use crate::access::policy::{Denied, Permission, changes_users, holders, holds, tells_of_patients};
use crate::access::{sign_in, step_up};
use crate::error::AppError;
use crate::routes;

/// What a request must bring before its handler is asked at all. The gate then looks at the subject itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing: the sign-in page and the like.
    Nobody,
    Permission(Permission),
}

/// Whether being signed in is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    SignedIn,
    /// Whoever is there must have said so lately, by password or code: see [`step_up`].
    Fresh,
}

/// What a route asks of whoever comes.
#[derive(Debug, Clone, Copy)]
pub struct Asks {
    needs: Needs,
    proof: Proof,
}

impl Permission {
    /// The permission together with fresh proof.
    #[must_use]
    pub const fn with_proof(self) -> Asks {
        Asks { needs: Needs::Permission(self), proof: Proof::Fresh }
    }
}

impl From<Needs> for Asks {
    fn from(needs: Needs) -> Self {
        Self { needs, proof: Proof::SignedIn }
    }
}

impl From<Permission> for Asks {
    fn from(permission: Permission) -> Self {
        Needs::Permission(permission).into()
    }
}

/// Whether a path is that of a file and not of a page.
#[must_use]
pub fn is_file(path: &str) -> bool {
    [".csv", ".xlsx", ".json", ".ndjson", ".zip", ".pdf"].iter().any(|ending| path.ends_with(ending))
}

/// What a route must ask for whatever is written at it: files out of care's record leave the house's walls, and whoever changes users
/// opens doors.
fn weight(method: &Method, path: &str, needs: Needs) -> Proof {
    let Needs::Permission(permission) = needs else { return Proof::SignedIn };
    let weighs =
        if *method == Method::GET { is_file(path) && tells_of_patients(permission) } else { changes_users(permission) };
    if weighs { Proof::Fresh } else { Proof::SignedIn }
}

/// One line of the route table.
#[derive(Debug, Clone)]
pub struct RouteInfo {
    pub method: Method,
    pub path: &'static str,
    pub needs: Needs,
    pub proof: Proof,
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
        asks: impl Into<Asks>,
        handler: H,
    ) -> Self {
        self.add(Method::GET, MethodFilter::GET, path, asks.into(), handler)
    }

    #[must_use]
    pub fn post<T: 'static, H: Handler<T, AppState>>(
        self,
        path: &'static str,
        asks: impl Into<Asks>,
        handler: H,
    ) -> Self {
        self.add(Method::POST, MethodFilter::POST, path, asks.into(), handler)
    }

    fn add<T: 'static, H: Handler<T, AppState>>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        asks: Asks,
        handler: H,
    ) -> Self {
        let needs = asks.needs;
        let proof = asks.proof.max(weight(&method, path, needs));
        let route = RouteInfo { method, path, needs, proof };
        let line = route.clone();
        let guarded =
            on(filter, handler).layer(from_fn(move |request: Request, next: Next| guard(line.clone(), request, next)));
        self.router = self.router.route(path, guarded);
        self.table.push(route);
        self
    }

    /// The router and the table it was made from. A refused form leaves the browser at an address that only takes forms: who
    /// comes back to it by a link (a change of language, a bookmark) is led to the page that the form stands on.
    pub fn finish(self) -> (Router<AppState>, Vec<RouteInfo>) {
        let pages: Vec<&str> = self.paths(&Method::GET).collect();
        let router =
            self.paths(&Method::POST).filter(|path| !pages.contains(path)).fold(self.router.clone(), |router, path| {
                let depth = depth_of_page(path, &pages);
                router.route(
                    path,
                    on(MethodFilter::GET, async move |uri: Uri| answers::redirect(&cut(uri.path(), depth))),
                )
            });
        (router, self.table)
    }

    fn paths(&self, method: &Method) -> impl Iterator<Item = &'static str> {
        self.table.iter().filter(move |route| route.method == *method).map(|route| route.path)
    }
}

/// How many segments of `path` lead to the nearest page above it; none leads home.
fn depth_of_page(path: &str, pages: &[&str]) -> usize {
    let segments = path.matches('/').count();
    (1..segments).rev().find(|depth| pages.contains(&cut(path, *depth).as_str())).unwrap_or(0)
}

/// The first `depth` segments of a path.
fn cut(path: &str, depth: usize) -> String {
    let kept: Vec<&str> = path.trim_start_matches('/').split('/').take(depth).collect();
    format!("/{}", kept.join("/"))
}

async fn guard(route: RouteInfo, request: Request<Body>, next: Next) -> Response {
    let Needs::Permission(permission) = route.needs else { return next.run(request).await };
    let Some(visitor) = request.extensions().get::<Visitor>().cloned() else {
        return AppError::Internal.into_response();
    };
    let Some(ctx) = visitor.ctx.clone() else { return sign_in::ask(visitor, request).await };
    // Somebody else knows this user's password, or the role asks for a second factor that is not there: until that is put right there
    // are only the pages on which it is done.
    if !routes::is_own_door(route.path) {
        if ctx.actor.must_change_password {
            return answers::redirect(routes::ACCOUNT);
        }
        if ctx.actor.standing.must_enrol() {
            return answers::redirect(routes::SECOND_FACTOR);
        }
    }
    if holds(&ctx.actor, permission) {
        if route.proof == Proof::Fresh && !ctx.is_fresh() {
            return step_up::ask(visitor, ctx, request, next).await;
        }
        return next.run(request).await;
    }
    let other_side = !holders(permission).iter().any(|(role, _)| role.side() == ctx.actor.side);
    AppError::Denied(if other_side { Denied::NotYourSide } else { Denied::RoleNotEnough }).into_response()
}

#[cfg(test)]
mod tests {
    use super::{cut, depth_of_page};

    #[test]
    fn a_forms_address_leads_to_the_page_it_stands_on() {
        let pages = ["/", "/account", "/patients/{id}", "/patients/{id}/plan"];
        for (path, page) in [
            ("/account/password", "/account"),
            ("/patients/{id}/team/{user}/remove", "/patients/{id}"),
            ("/patients/{id}/plan/activate", "/patients/{id}/plan"),
            ("/sign-out", "/"),
        ] {
            assert_eq!(cut(path, depth_of_page(path, &pages)), page, "{path}");
        }
    }
}
