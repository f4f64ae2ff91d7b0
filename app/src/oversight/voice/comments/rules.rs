//! Who sees a comment, what may be done about it, and what its rows come to.

use super::model::{Kind, Row, Said, State, Thread};
use crate::kit::ids::{CommentId, UserId};

/// What somebody is to the comments on a plan or a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Comments, closes and answers.
    Reviewer,
    /// Wrote what is commented on, or leads the patient.
    Addressee,
    /// Reads along: the head.
    Reader,
    /// Comments are not meant for everybody who may read the record.
    None,
}

#[must_use]
pub fn part(me: UserId, (author, lead): (Option<UserId>, UserId), reviews: bool, reads: bool) -> Part {
    if reviews {
        Part::Reviewer
    } else if author == Some(me) || lead == me {
        Part::Addressee
    } else if reads {
        Part::Reader
    } else {
        Part::None
    }
}

impl Thread {
    #[must_use]
    pub fn state(&self) -> State {
        if self.comment.error.is_some() {
            State::Error
        } else if self.turns.last().is_some_and(|turn| turn.kind == Kind::Closed) {
            State::Closed
        } else if self
            .answers
            .iter()
            .any(|said| said.error.is_none() && said.row.author_id != self.comment.row.author_id)
        {
            State::Answered
        } else {
            State::Open
        }
    }

    /// The comment or the answer of this id.
    #[must_use]
    pub fn said(&self, id: CommentId) -> Option<&Said> {
        std::iter::once(&self.comment).chain(&self.answers).find(|said| said.row.id == id)
    }
}

/// Whether an act may be done to a comment now; `said` is the row that it is about, which only an error needs to be one's own.
#[must_use]
pub fn may(kind: Kind, part: Part, me: UserId, thread: &Thread, said: &Said) -> bool {
    let state = thread.state();
    let goes_on = matches!(state, State::Open | State::Answered);
    match kind {
        Kind::Comment => part == Part::Reviewer,
        Kind::Answer => goes_on && matches!(part, Part::Reviewer | Part::Addressee),
        Kind::Closed => goes_on && part == Part::Reviewer,
        Kind::Reopened => state == State::Closed && part == Part::Reviewer,
        Kind::Error => goes_on && said.error.is_none() && said.row.author_id == me,
    }
}

/// Whether an act says something. Why something was an error, or is closed, may be left unsaid.
#[must_use]
pub const fn needs_words(kind: Kind) -> bool {
    matches!(kind, Kind::Comment | Kind::Answer)
}

/// Rows of one thing, in the order of time, as comments with what belongs to each.
#[must_use]
pub fn threads(rows: &[Row]) -> Vec<Thread> {
    let error_of = |id: CommentId| rows.iter().find(|row| row.kind == Kind::Error && row.about_id == Some(id)).cloned();
    let said = |row: &Row| Said { row: row.clone(), error: error_of(row.id) };
    let of = |comment: &Row, kinds: &[Kind]| -> Vec<Row> {
        rows.iter().filter(|row| row.about_id == Some(comment.id) && kinds.contains(&row.kind)).cloned().collect()
    };
    rows.iter()
        .filter(|row| row.kind == Kind::Comment)
        .map(|comment| Thread {
            comment: said(comment),
            answers: of(comment, &[Kind::Answer]).iter().map(said).collect(),
            turns: of(comment, &[Kind::Closed, Kind::Reopened]),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn user(n: u128) -> UserId {
        UserId(Uuid::from_u128(n))
    }

    fn row(n: u128, kind: Kind, about: Option<u128>, author: u128) -> Row {
        Row {
            id: CommentId(Uuid::from_u128(n)),
            kind,
            about_id: about.map(|n| CommentId(Uuid::from_u128(n))),
            author_id: user(author),
            author: String::new(),
            profession: String::new(),
            words: String::new(),
            created_at: chrono::DateTime::UNIX_EPOCH,
        }
    }

    const REVIEWER: u128 = 1;
    const AUTHOR: u128 = 2;

    #[test]
    fn comments_are_for_those_they_are_meant_for() {
        for (me, reviews, reads, expected) in [
            (REVIEWER, true, true, Part::Reviewer),
            (AUTHOR, false, false, Part::Addressee),
            (3, false, false, Part::Addressee),
            (4, false, true, Part::Reader),
            (4, false, false, Part::None),
        ] {
            assert_eq!(part(user(me), (Some(user(AUTHOR)), user(3)), reviews, reads), expected, "{me}");
        }
        assert_eq!(part(user(AUTHOR), (None, user(3)), false, false), Part::None);
    }

    #[test]
    fn rows_come_to_a_state() {
        let comment = row(1, Kind::Comment, None, REVIEWER);
        let answer = row(2, Kind::Answer, Some(1), AUTHOR);
        let own = row(3, Kind::Answer, Some(1), REVIEWER);
        let answer_in_error = row(4, Kind::Error, Some(2), AUTHOR);
        let closed = row(5, Kind::Closed, Some(1), REVIEWER);
        let reopened = row(6, Kind::Reopened, Some(1), REVIEWER);
        let in_error = row(7, Kind::Error, Some(1), REVIEWER);
        for (rows, state) in [
            (vec![], State::Open),
            (vec![&own], State::Open),
            (vec![&answer], State::Answered),
            (vec![&answer, &answer_in_error], State::Open),
            (vec![&answer, &closed], State::Closed),
            (vec![&answer, &closed, &reopened], State::Answered),
            (vec![&closed, &reopened, &closed], State::Closed),
            (vec![&answer, &in_error], State::Error),
        ] {
            let all: Vec<Row> = std::iter::once(&comment).chain(rows).cloned().collect();
            let threads = threads(&all);
            assert_eq!(threads.len(), 1);
            assert_eq!(threads[0].state(), state, "{threads:?}");
        }
        // Of two comments each has its own.
        let two = threads(&[comment, row(8, Kind::Comment, None, REVIEWER), closed]);
        assert_eq!(two.iter().map(Thread::state).collect::<Vec<_>>(), [State::Closed, State::Open]);
    }

    #[test]
    fn what_may_be_done() {
        let open = &threads(&[row(1, Kind::Comment, None, REVIEWER), row(2, Kind::Answer, Some(1), AUTHOR)])[0];
        let closed = &threads(&[row(1, Kind::Comment, None, REVIEWER), row(3, Kind::Closed, Some(1), REVIEWER)])[0];
        let (comment, answer) = (&open.comment, &open.answers[0]);
        for (kind, part, me, thread, said, expected) in [
            (Kind::Answer, Part::Reviewer, REVIEWER, open, comment, true),
            (Kind::Answer, Part::Addressee, AUTHOR, open, comment, true),
            (Kind::Answer, Part::Reader, 4, open, comment, false),
            (Kind::Answer, Part::Addressee, AUTHOR, closed, comment, false),
            (Kind::Closed, Part::Reviewer, REVIEWER, open, comment, true),
            (Kind::Closed, Part::Addressee, AUTHOR, open, comment, false),
            (Kind::Closed, Part::Reviewer, REVIEWER, closed, comment, false),
            (Kind::Reopened, Part::Reviewer, 9, closed, comment, true),
            (Kind::Reopened, Part::Reviewer, 9, open, comment, false),
            (Kind::Error, Part::Reviewer, REVIEWER, open, comment, true),
            (Kind::Error, Part::Reviewer, 9, open, comment, false),
            (Kind::Error, Part::Addressee, AUTHOR, open, answer, true),
            (Kind::Error, Part::Addressee, AUTHOR, open, comment, false),
        ] {
            assert_eq!(may(kind, part, user(me), thread, said), expected, "{kind} {part:?} {me}");
        }
    }
}
