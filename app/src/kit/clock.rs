//! The clock and the source of identifiers, passed in so that a test or the demonstration data can stand at any moment.
//! clippy.toml forbids the global ones everywhere else.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use super::ids::uuid_at;

/// Tells the time, in UTC, cut to microseconds: SQLite would keep more than PostgreSQL does.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    #[default]
    System,
    /// Stands where it was set, for tests and demonstration data.
    Fixed(Arc<Mutex<DateTime<Utc>>>),
}

impl Clock {
    #[must_use]
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self::Fixed(Arc::new(Mutex::new(at)))
    }

    /// Moves a fixed clock; the system's clock stays as it is.
    pub fn set(&self, at: DateTime<Utc>) {
        if let Self::Fixed(held) = self {
            *held.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = at;
        }
    }

    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the system's clock")]
            Self::System => Utc::now().trunc_subsecs(6),
            Self::Fixed(held) => *held.lock().unwrap_or_else(std::sync::PoisonError::into_inner),
        }
    }

    /// A new identifier, ordered by this clock.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        T::from(uuid_at(self.now(), random_bytes()))
    }
}

/// Random bytes from the operating system. Without them nothing here is safe, so a failure ends the process.
#[must_use]
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if getrandom::fill(&mut bytes).is_err() {
        std::process::abort();
    }
    bytes
}
