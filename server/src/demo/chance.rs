//! The one source of chance in the demonstration data: the same seed tells the same story.

use app::kit::ids::uuid_at;
use chrono::{DateTime, Utc};
use rand::rngs::SmallRng;
use rand::{Rng as _, RngCore as _, SeedableRng as _};
use uuid::Uuid;

#[derive(Debug)]
pub struct Chance(SmallRng);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(SmallRng::seed_from_u64(seed))
    }

    /// True `percent` times in a hundred.
    pub fn percent(&mut self, percent: u32) -> bool {
        self.0.random_range(0..100) < percent
    }

    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0.random_range(least..=most.max(least))
    }

    /// A number around zero, seldom beyond one.
    pub fn wobble(&mut self) -> f64 {
        (0..4).map(|_| self.0.random_range(-0.5..0.5)).sum()
    }

    /// One of a list; of an empty list, the type's empty value.
    pub fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        if list.is_empty() {
            T::default()
        } else {
            list.get(self.0.random_range(0..list.len())).copied().unwrap_or_default()
        }
    }

    /// An identifier made at a moment.
    pub fn id<T: From<Uuid>>(&mut self, at: DateTime<Utc>) -> T {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        T::from(uuid_at(at, bytes))
    }
}

/// The `n`-th of a list that is gone through again and again.
pub fn nth<T: Copy + Default>(list: &[T], n: usize) -> T {
    list.get(n % list.len().max(1)).copied().unwrap_or_default()
}
