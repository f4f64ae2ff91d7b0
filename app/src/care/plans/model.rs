//! The words of a plan and of its goals.

use crate::text_enum;

text_enum! {
    /// Areas of occupation.
    pub enum Area label "area" {
        Adl = "adl",
        Iadl = "iadl",
        HealthManagement = "health_management",
        RestSleep = "rest_sleep",
        Education = "education",
        Work = "work",
        Play = "play",
        Leisure = "leisure",
        SocialParticipation = "social_participation",
    }
}

text_enum! {
    pub enum PlanStatus label "plan-status" {
        Draft = "draft",
        Active = "active",
        OnHold = "on_hold",
        Revoked = "revoked",
        Completed = "completed",
        EnteredInError = "entered_in_error",
    }
}

text_enum! {
    pub enum Approach label "approach" {
        CreatePromote = "create_promote",
        EstablishRestore = "establish_restore",
        Maintain = "maintain",
        Modify = "modify",
        Prevent = "prevent",
    }
}

text_enum! {
    pub enum SessionMix label "session-mix" { Individual = "individual", Group = "group", Mixed = "mixed" }
}

text_enum! {
    /// What the patient said to the plan.
    pub enum Agreement label "agreement" {
        Agreed = "agreed",
        InPart = "in_part",
        NotAgreed = "not_agreed",
        LacksCapacity = "lacks_capacity",
        NotAsked = "not_asked",
    }
}

text_enum! {
    /// Where a goal is on its way, apart from how far it has been achieved.
    pub enum Lifecycle label "lifecycle" {
        Proposed = "proposed",
        Planned = "planned",
        Accepted = "accepted",
        Active = "active",
        OnHold = "on_hold",
        Completed = "completed",
        Cancelled = "cancelled",
        Rejected = "rejected",
        EnteredInError = "entered_in_error",
    }
}

text_enum! {
    pub enum Achievement label "achievement" {
        InProgress = "in_progress",
        Improving = "improving",
        Worsening = "worsening",
        NoChange = "no_change",
        Achieved = "achieved",
        Sustaining = "sustaining",
        NotAchieved = "not_achieved",
        NoProgress = "no_progress",
        NotAttainable = "not_attainable",
    }
}
