//! How patients fare: most improve, some stay where they are, some slip. Ratings, participation and assistance follow this.

/// How a patient's months go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Course {
    #[default]
    Improving,
    Slowly,
    Stuck,
    /// Better at first, then worse than at the beginning.
    Slipping,
}

/// In this order among the patients of a practitioner.
pub const COURSES: [Course; 8] = [
    Course::Improving,
    Course::Slowly,
    Course::Stuck,
    Course::Improving,
    Course::Slipping,
    Course::Slowly,
    Course::Improving,
    Course::Stuck,
];

/// Days after which a course has run.
const RUN: f64 = 170.0;

impl Course {
    /// Where the patient stands on a goal's ladder `days` after the plan began, before any day's chance.
    pub fn level(self, baseline: i32, days: i64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "days of a plan are few")]
        let run = (days as f64 / RUN).clamp(0.0, 1.0);
        let from = f64::from(baseline);
        match self {
            Self::Improving => from + 2.7 * run.powf(0.8),
            Self::Slowly => from + 1.4 * run,
            Self::Stuck => from + 0.3 * (run * 9.0).sin(),
            Self::Slipping if run < 0.45 => from + 1.6 * run / 0.45,
            Self::Slipping => from + 1.6 - 2.4 * (run - 0.45) / 0.55,
        }
    }

    /// Whether things go up, along or down at that time.
    pub fn trend(self, days: i64) -> i32 {
        let change = self.level(-1, days) - self.level(-1, days - 28);
        match change {
            c if c > 0.15 => 1,
            c if c < -0.15 => -1,
            _ => 0,
        }
    }

    /// How often of a hundred times the patient declines.
    pub fn declines(self, days: i64) -> u32 {
        match self {
            Self::Improving => 4,
            Self::Slowly => 7,
            Self::Stuck => 13,
            Self::Slipping if days > 80 => 26,
            Self::Slipping => 9,
        }
    }
}

/// A level of the ladder from a place between its steps.
pub fn step(level: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "held between -2 and 2")]
    let step = level.round().clamp(-2.0, 2.0) as i32;
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn courses_end_where_their_names_say() {
        for (course, start, end) in
            [(Course::Improving, -2, 1), (Course::Slowly, -2, -1), (Course::Stuck, -1, -1), (Course::Slipping, -1, -2)]
        {
            assert_eq!((step(course.level(start, 0)), step(course.level(start, 400))), (start, end), "{course:?}");
        }
        assert_eq!([Course::Improving.trend(60), Course::Slipping.trend(60), Course::Slipping.trend(140)], [1, 1, -1]);
    }
}
