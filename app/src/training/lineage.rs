//! Who taught whom, as a picture: courses hang under the course in which their trainers were trained, and at the ends stand those
//! who have taught nobody yet. The layout is pure; colours come from the style sheet.

use std::collections::HashSet;

use super::model::Course;
use crate::kit::ids::{CourseId, TraineeId};

/// One thing of the picture, in rows and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub column: usize,
    /// In half rows, so that a course stands in the middle of its people.
    pub row: usize,
    pub what: What,
    /// The place of what it hangs under.
    pub parent: Option<(usize, usize)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Course(CourseId),
    Person(TraineeId, String),
}

/// Everything in its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    pub spots: Vec<Spot>,
    pub columns: usize,
    pub rows: usize,
}

/// A certificate: of which course, whose, and the name.
pub type Taught = (CourseId, TraineeId, String);

struct Layout<'a> {
    courses: &'a [Course],
    taught: &'a [Taught],
    placed: HashSet<CourseId>,
    picture: Picture,
}

/// Places courses and people. Courses come in the order of time, so that what taught the trainers stands before what they taught.
#[must_use]
pub fn layout(courses: &[Course], taught: &[Taught]) -> Picture {
    let mut layout = Layout { courses, taught, placed: HashSet::new(), picture: Picture::default() };
    for course in courses {
        if layout.parent(course).is_none() {
            let _ = layout.place(course, 0);
        }
    }
    // Two courses whose trainers were trained in each other's: whatever is left stands at the beginning.
    for course in courses {
        let _ = layout.place(course, 0);
    }
    layout.picture
}

impl<'a> Layout<'a> {
    /// The course in which one of the trainers was trained before this one.
    fn parent(&self, course: &Course) -> Option<CourseId> {
        let pair = [course.trainer_a, course.trainer_b];
        let earlier = |id: CourseId| {
            self.courses.iter().any(|held| held.id == id && held.id != course.id && held.ends_on <= course.starts_on)
        };
        let of = |trainer: TraineeId| {
            self.taught.iter().find(|(from, person, _)| *person == trainer && earlier(*from)).map(|(from, _, _)| *from)
        };
        pair.into_iter().find_map(of)
    }

    /// Places a course with all that hangs under it; gives which spot it is.
    fn place(&mut self, course: &'a Course, column: usize) -> Option<usize> {
        if !self.placed.insert(course.id) {
            return None;
        }
        let first = self.picture.rows;
        let below: Vec<&'a Course> = self.courses.iter().filter(|held| self.parent(held) == Some(course.id)).collect();
        let leaders: HashSet<TraineeId> = below.iter().flat_map(|held| [held.trainer_a, held.trainer_b]).collect();
        let mut children: Vec<usize> = below.into_iter().filter_map(|held| self.place(held, column + 1)).collect();
        let taught = self.taught;
        for (from, person, name) in taught {
            if *from == course.id && !leaders.contains(person) {
                let row = self.picture.rows;
                self.picture.rows += 2;
                children.push(self.add(column + 1, row, What::Person(*person, name.clone())));
            }
        }
        // A course needs room for its words, also when nobody hangs under it.
        self.picture.rows = self.picture.rows.max(first + 4);
        let row_of = |index: Option<&usize>| index.and_then(|at| self.picture.spots.get(*at)).map(|spot| spot.row);
        let (top, bottom) = (row_of(children.first()).unwrap_or(first), row_of(children.last()).unwrap_or(first + 2));
        let row = usize::midpoint(top, bottom);
        for child in children {
            if let Some(spot) = self.picture.spots.get_mut(child) {
                spot.parent = Some((column, row));
            }
        }
        Some(self.add(column, row, What::Course(course.id)))
    }

    fn add(&mut self, column: usize, row: usize, what: What) -> usize {
        self.picture.spots.push(Spot { column, row, what, parent: None });
        self.picture.columns = self.picture.columns.max(column + 1);
        self.picture.spots.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::super::model::{Level, Subject};
    use super::*;
    use uuid::Uuid;

    fn course(id: u128, day: &str, (a, b): (u128, u128)) -> Course {
        Course {
            id: CourseId(Uuid::from_u128(id)),
            subject: Subject::OtGuidelines,
            level: Level::Cascade,
            starts_on: day.parse().unwrap(),
            ends_on: day.parse().unwrap(),
            site: String::new(),
            trainer_a: TraineeId(Uuid::from_u128(a)),
            trainer_b: TraineeId(Uuid::from_u128(b)),
            mentor_id: None,
            trainer_a_name: String::new(),
            trainer_b_name: String::new(),
            mentor: None,
            valid_months: 24,
            enrolled: 0,
            certified: 0,
            version: 1,
        }
    }

    fn taught(course: u128, person: u128) -> Taught {
        (CourseId(Uuid::from_u128(course)), TraineeId(Uuid::from_u128(person)), format!("P{person}"))
    }

    #[test]
    fn a_course_hangs_under_the_course_of_its_trainers() {
        let courses =
            [course(1, "2025-01-01", (90, 91)), course(2, "2025-02-01", (10, 11)), course(3, "2025-03-01", (12, 10))];
        let held =
            [taught(1, 10), taught(1, 11), taught(1, 12), taught(1, 13), taught(2, 20), taught(2, 21), taught(3, 30)];
        let picture = layout(&courses, &held);
        let find = |what: u128| {
            picture
                .spots
                .iter()
                .find(|spot| matches!(&spot.what, What::Course(id) if id.0 == Uuid::from_u128(what)))
                .unwrap()
        };
        assert_eq!((find(1).column, find(1).parent), (0, None));
        for below in [2, 3] {
            assert_eq!((find(below).column, find(below).parent), (1, Some((0, find(1).row))), "{below}");
        }
        let people: Vec<(&str, usize)> = picture
            .spots
            .iter()
            .filter_map(|spot| match &spot.what {
                What::Person(_, name) => Some((name.as_str(), spot.column)),
                What::Course(_) => None,
            })
            .collect();
        // Trainers of a later course stand by that course; who has taught nobody stands at an end.
        assert_eq!(people, [("P20", 2), ("P21", 2), ("P30", 2), ("P13", 1)]);
        assert_eq!(picture.columns, 3);
        let mut rows: Vec<(usize, usize)> = picture.spots.iter().map(|spot| (spot.column, spot.row)).collect();
        rows.sort_unstable();
        rows.dedup();
        assert_eq!(rows.len(), picture.spots.len(), "nothing lies on anything else");
    }

    #[test]
    fn courses_that_teach_each_other_end_all_the_same() {
        let courses = [course(1, "2025-01-01", (10, 11)), course(2, "2025-01-01", (20, 21))];
        let held = [taught(1, 20), taught(2, 10)];
        let picture = layout(&courses, &held);
        assert_eq!(picture.spots.iter().filter(|spot| matches!(spot.what, What::Course(_))).count(), 2);
        assert_eq!(layout(&[], &[]), Picture::default());
    }
}
