//! From durations to the figures that are printed.

use std::time::Duration;

/// One bout of load.
#[derive(Clone, Debug, Default)]
pub struct Round {
    pub latencies: Vec<Duration>,
    pub elapsed: Duration,
}

/// Several rounds of the same load on the same page.
#[derive(Clone, Debug, Default)]
pub struct Sample {
    latencies: Vec<Duration>,
    rates: Vec<f64>,
}

impl Sample {
    pub fn add(&mut self, round: Round) {
        self.rates.push(round.latencies.len() as f64 / round.elapsed.as_secs_f64().max(f64::EPSILON));
        self.rates.sort_unstable_by(f64::total_cmp);
        self.latencies.extend(round.latencies);
        self.latencies.sort_unstable();
    }

    /// Requests per second: the median of the rounds.
    pub fn rate(&self) -> f64 {
        self.rates.get(self.rates.len() / 2).copied().unwrap_or_default()
    }

    pub fn percentile(&self, percent: usize) -> Duration {
        percentile(&self.latencies, percent)
    }
}

/// By nearest rank: the smallest value that `percent` of all do not exceed. The values must be sorted.
fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}

#[derive(Clone, Debug)]
pub struct Row {
    pub page: &'static str,
    pub connections: usize,
    pub product: Sample,
    pub baseline: Sample,
}

#[derive(Clone, Copy, Debug)]
pub struct Footprint {
    pub resident_kilobytes: u64,
    pub cold_start: Duration,
}

/// What one engine at one size came to.
#[derive(Clone, Debug)]
pub struct Measured {
    pub rows: Vec<Row>,
    pub product: Footprint,
    pub baseline: Footprint,
}

pub fn print_comparison(measured: &Measured) {
    println!(
        "{:<10}{:>6} | {:>9}{:>9}{:>9}{:>9} | {:>9}{:>9}{:>9} | {:>8}",
        "page", "conns", "req/s", "p50 ms", "p99 ms", "p99/p50", "base r/s", "p50 ms", "p99 ms", "ratio"
    );
    for row in &measured.rows {
        let (p50, p99) = (milliseconds(row.product.percentile(50)), milliseconds(row.product.percentile(99)));
        let begun = format!(
            "{:<10}{:>6} | {:>9.0}{p50:>9.2}{p99:>9.2}{:>9.1} |",
            row.page,
            row.connections,
            row.product.rate(),
            quotient(p99, p50)
        );
        let base = &row.baseline;
        println!(
            "{begun} {:>9.0}{:>9.2}{:>9.2} | {:>8.2}",
            base.rate(),
            milliseconds(base.percentile(50)),
            milliseconds(base.percentile(99)),
            quotient(row.product.rate(), base.rate())
        );
    }
    print_footprint("product", &measured.product);
    print_footprint("baseline", &measured.baseline);
}

fn print_footprint(name: &str, footprint: &Footprint) {
    println!(
        "{name:<10}{:>7.1} MB resident, cold start {:.0} ms",
        footprint.resident_kilobytes as f64 / 1024.0,
        milliseconds(footprint.cold_start)
    );
}

pub fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

pub fn quotient(a: f64, b: f64) -> f64 {
    if b > 0.0 { a / b } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Round, Sample, percentile};

    #[test]
    fn percentiles_are_taken_by_nearest_rank() {
        let values: Vec<Duration> = (1..=100).map(Duration::from_millis).collect();
        for (percent, expected) in [(50, 50), (99, 99), (100, 100), (1, 1), (0, 1)] {
            assert_eq!(percentile(&values, percent), Duration::from_millis(expected), "{percent}");
        }
        let few: Vec<Duration> = [1, 2, 3].map(Duration::from_millis).to_vec();
        assert_eq!(percentile(&few, 50), Duration::from_millis(2));
        assert_eq!(percentile(&few, 99), Duration::from_millis(3));
        assert_eq!(percentile(&[], 50), Duration::ZERO);
    }

    #[test]
    fn the_rate_is_the_median_of_the_rounds() {
        let mut sample = Sample::default();
        for (requests, seconds) in [(100, 1), (300, 1), (200, 1)] {
            let latencies = vec![Duration::from_millis(1); requests];
            sample.add(Round { latencies, elapsed: Duration::from_secs(seconds) });
        }
        assert!((sample.rate() - 200.0).abs() < 1e-9);
    }
}
