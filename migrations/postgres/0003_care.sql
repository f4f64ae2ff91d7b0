-- The clinical record. No role of the custody or system side holds any privilege on these tables.

create table care_patient (
  person_id uuid primary key references custody_person (id),
  facility_id uuid not null references custody_facility (id),
  lead_id uuid not null references access_user (id),
  status text not null check (status in ('open', 'closed')),
  opened_on date not null,
  closed_on date,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null
);
create index care_patient_facility on care_patient (facility_id, status, person_id);
create index care_patient_lead on care_patient (lead_id, status, person_id);

create table care_team (
  patient_id uuid not null references care_patient (person_id),
  user_id uuid not null references access_user (id),
  since date not null,
  constraint care_team_pk primary key (patient_id, user_id)
);
create index care_team_user on care_team (user_id);

-- A plan that is active is never edited: a change makes the next version. At most one draft and one active per patient.
create table care_plan (
  id uuid primary key,
  patient_id uuid not null references care_patient (person_id),
  facility_id uuid not null references custody_facility (id),
  version_no integer not null check (version_no > 0),
  status text not null check (status in ('draft', 'active', 'on_hold', 'revoked', 'completed', 'entered_in_error')),
  title text not null,
  summary text not null,
  starts_on date,
  expected_end date,
  areas text not null,
  approach text not null check (approach in ('create_promote', 'establish_restore', 'maintain', 'modify', 'prevent')),
  sessions_per_week integer not null check (sessions_per_week between 0 and 28),
  minutes_per_session integer not null check (minutes_per_session between 0 and 480),
  session_mix text not null check (session_mix in ('individual', 'group', 'mixed')),
  weekly_target_minutes integer not null check (weekly_target_minutes between 0 and 6000),
  target_reason text not null,
  precautions text not null,
  agreement text not null check (agreement in ('agreed', 'in_part', 'not_agreed', 'lacks_capacity', 'not_asked')),
  agreed_on date,
  review_interval_days integer not null check (review_interval_days between 1 and 366),
  next_review_on date,
  lead_id uuid not null references access_user (id),
  activated_at timestamptz,
  activated_by uuid,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null,
  constraint care_plan_version_key unique (patient_id, version_no)
);
create unique index care_plan_one_active on care_plan (patient_id) where status = 'active';
create unique index care_plan_one_draft on care_plan (patient_id) where status = 'draft';
create index care_plan_review on care_plan (facility_id, status, next_review_on);

create table care_goal (
  id uuid primary key,
  plan_id uuid not null references care_plan (id),
  patient_id uuid not null references care_patient (person_id),
  facility_id uuid not null references custody_facility (id),
  position integer not null,
  thread_id uuid not null,
  description text not null,
  patient_words text not null,
  area text not null check (area in ('adl', 'iadl', 'health_management', 'rest_sleep', 'education', 'work', 'play', 'leisure', 'social_participation')),
  lifecycle text not null check (lifecycle in ('proposed', 'planned', 'accepted', 'active', 'on_hold', 'completed', 'cancelled', 'rejected', 'entered_in_error')),
  achievement text not null check (achievement in ('in_progress', 'improving', 'worsening', 'no_change', 'achieved', 'sustaining', 'not_achieved', 'no_progress', 'not_attainable')),
  target_date date,
  step_m2 text not null,
  step_m1 text not null,
  step_0 text not null,
  step_p1 text not null,
  step_p2 text not null,
  baseline integer not null check (baseline in (-2, -1)),
  importance integer not null check (importance between 0 and 3),
  difficulty integer not null check (difficulty between 0 and 3),
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null,
  constraint care_goal_position_key unique (plan_id, position)
);
create index care_goal_patient on care_goal (patient_id, thread_id);

-- Append-only: a rating is never changed. It belongs to the goal's thread, so it carries on when a new plan version restates the goal.
create table care_goal_rating (
  id uuid primary key,
  thread_id uuid not null,
  goal_id uuid not null references care_goal (id),
  patient_id uuid not null references care_patient (person_id),
  facility_id uuid not null references custody_facility (id),
  rated_on date not null,
  level integer not null check (level between -2 and 2),
  with_patient boolean not null,
  session_id uuid,
  rated_by uuid not null references access_user (id),
  created_at timestamptz not null
);
create index care_goal_rating_patient on care_goal_rating (patient_id, thread_id, rated_on);
create index care_goal_rating_facility on care_goal_rating (facility_id, rated_on);

create table care_activity (
  code text primary key,
  kind text not null check (kind in ('craft', 'self_care', 'domestic', 'gardening', 'music', 'movement', 'reading_education', 'vocational', 'games', 'relaxation', 'life_skills', 'release_preparation')),
  area text not null check (area in ('adl', 'iadl', 'health_management', 'rest_sleep', 'education', 'work', 'play', 'leisure', 'social_participation')),
  title_en text not null,
  title_sq text not null,
  title_sr text not null,
  purpose_en text not null,
  purpose_sq text not null,
  purpose_sr text not null,
  position integer not null
);

-- The clinical half of a session; same id as its slot.
create table care_session (
  id uuid primary key references custody_slot (id),
  facility_id uuid not null references custody_facility (id),
  mode text not null check (mode in ('individual', 'group', 'in_cell', 'ward', 'outdoor')),
  activity_code text not null references care_activity (code),
  lead_id uuid not null references access_user (id),
  purpose text not null,
  shared_narrative text not null,
  recorded_at timestamptz,
  signed_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null
);
create index care_session_unsigned on care_session (facility_id, lead_id) where signed_at is null;

create table care_session_goal (
  session_id uuid not null references care_session (id),
  goal_id uuid not null references care_goal (id),
  patient_id uuid not null references care_patient (person_id),
  constraint care_session_goal_pk primary key (session_id, goal_id)
);

create table care_participation (
  session_id uuid not null references care_session (id),
  patient_id uuid not null references care_patient (person_id),
  facility_id uuid not null references custody_facility (id),
  attendance text not null check (attendance in ('full', 'part', 'late', 'declined', 'unwell', 'excused', 'not_suitable_today', 'left_early', 'not_brought', 'cancelled')),
  health_reason text check (health_reason in ('not_interested', 'tired', 'low_mood', 'pain', 'anxiety_in_group', 'side_effects', 'conflict', 'religious', 'prefers_other', 'none_given')),
  minutes integer not null check (minutes between 0 and 1440),
  participation integer check (participation between 1 and 6),
  assistance text check (assistance in ('01', '02', '03', '04', '05', '06', '07', '09', '10', '88')),
  individual_note text not null,
  next_step text not null,
  signed_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null,
  constraint care_participation_pk primary key (session_id, patient_id),
  constraint care_participation_reason check (health_reason is null or attendance = 'declined')
);
create index care_participation_patient on care_participation (patient_id, session_id);

create table care_participation_goal (
  session_id uuid not null,
  patient_id uuid not null,
  goal_id uuid not null references care_goal (id),
  progress text not null check (progress in ('regressing', 'inconsistent', 'maintaining', 'progressing', 'achieved')),
  level integer check (level between -2 and 2),
  constraint care_participation_goal_pk primary key (session_id, goal_id),
  constraint care_participation_goal_fk foreign key (session_id, patient_id) references care_participation (session_id, patient_id)
);
create index care_participation_goal_goal on care_participation_goal (goal_id);

-- A signed note. `payload` is the canonical text that was signed and the only copy of the words; the columns beside it
-- serve searching and are compared with it by the verifier. Nothing here is ever changed.
create table care_note (
  id uuid primary key,
  patient_id uuid not null references care_patient (person_id),
  facility_id uuid not null references custody_facility (id),
  session_id uuid,
  kind text not null check (kind in ('contact', 'session', 'progress_report', 'evaluation', 'review', 'discharge', 'telephone', 'case_discussion')),
  sensitivity text not null check (sensitivity in ('normal', 'restricted')),
  occurred_at timestamptz not null,
  signed_at timestamptz not null,
  author_id uuid not null references access_user (id),
  chain_no integer not null check (chain_no > 0),
  payload text not null,
  prev_hash bytea not null,
  hash bytea not null,
  signature bytea not null,
  key_id text not null,
  constraint care_note_chain_key unique (patient_id, chain_no),
  constraint care_note_session_key unique (session_id, patient_id)
);
create index care_note_patient on care_note (patient_id, occurred_at);
create index care_note_facility on care_note (facility_id, signed_at);
