//! Identifiers: UUID version 7, one type for each kind of thing, so that a goal's id cannot be given where a plan's is wanted.
//! They are made from a clock and random bytes that are passed in, never from the global ones.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Declares identifier newtypes that both databases store as a UUID.
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, serde::Serialize, serde::Deserialize)]
        #[sqlx(transparent)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for crate::kit::db::Cell {
            fn from(id: $name) -> Self {
                Self::Id(Some(id.0))
            }
        }

        impl From<Option<$name>> for crate::kit::db::Cell {
            fn from(id: Option<$name>) -> Self {
                Self::Id(id.map(|id| id.0))
            }
        }
    )*};
}

ids! {
    /// A user of either side.
    UserId,
    /// A role held by a user.
    GrantId,
    /// A sign-in that can be listed and ended; never the secret in the cookie.
    SessionPublicId,
    FacilityId,
    WingId,
    RoomId,
    /// What somebody has opened for a while by saying why.
    OpeningId,
    /// One print of a list.
    ListId,
    /// A person in custody; the same id names the patient's care record.
    PersonId,
    /// A booked session: the same id names its operational and its clinical half.
    SlotId,
    /// A series of sessions: the same id names its operational and its clinical half.
    SeriesId,
    OverrideId,
    PlanId,
    GoalId,
    /// One goal through all the plan versions that restate it.
    GoalThreadId,
    /// A goal of the bank.
    BankGoalId,
    ReviewId,
    /// What a review agreed for the regime.
    RegimeActionId,
    NoteId,
    /// A referral: the same id names custody's half and care's.
    ReferralId,
    EvaluationId,
    ConsentId,
    /// What custody asks of health before it moves a session.
    MoveRequestId,
    /// A functional notice: the same id names what custody sees of it and what care knows of it.
    NoticeId,
    DisclosureId,
    /// A comment of the review, an answer to one, or what became of it.
    CommentId,
    /// A question of the review to a practitioner.
    QuestionId,
    /// A turn that a question has taken.
    TurnId,
    /// A sample of charts held against standards of documentation.
    SampleId,
    /// One result of a measure.
    ResultId,
    /// What an activity needs of the prison.
    KitId,
    /// One version of an activity of the library.
    ActivityVersionId,
    /// A group programme.
    ProgrammeId,
    /// An uploaded file that waits to be applied.
    ImportId,
    /// A person's move to another facility, as custody plans it.
    TransferId,
    /// The package that goes with it from one health unit to the other.
    PackageId,
    DischargeId,
    /// Plain words for one text, on the patient's own copy.
    CopyWordsId,
    /// Many sessions cancelled at once.
    LockdownId,
    ClosureId,
    AlertId,
    KeepApartId,
    /// A line of what has changed under a booking.
    ChangeId,
    /// A court day, a visit and the like.
    OutingId,
    /// A report as it was given out.
    ReportId,
    /// One count of the tools of a session.
    CountId,
    /// A calendar that somebody subscribes to.
    FeedId,
    /// Somebody of the training register, with an account or without.
    TraineeId,
    /// A training course.
    CourseId,
    /// Somebody's place in a course.
    ParticipantId,
    CertificateId,
}

/// Makes a version 7 UUID for `now` from ten random bytes.
#[must_use]
pub fn uuid_at(now: DateTime<Utc>, random: [u8; 10]) -> Uuid {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_ids_sort_after_earlier_ones() {
        let first = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let second = first + chrono::TimeDelta::milliseconds(1);
        assert!(uuid_at(first, [255; 10]) < uuid_at(second, [0; 10]));
        assert_eq!(uuid_at(first, [0; 10]).get_version_num(), 7);
    }
}
