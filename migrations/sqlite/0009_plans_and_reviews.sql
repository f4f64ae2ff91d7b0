-- What a plan says beyond the foundation, goals within goals, the bank of goals, and the review that decides what comes next.

alter table care_plan add column intervention_types text not null default '';
alter table care_plan add column creative_level integer check (creative_level between 1 and 9);
alter table care_plan add column agreement_language text not null default '';

alter table care_goal add column term text not null default 'long' check (term in ('long', 'short'));
-- The thread of the long goal that a short one leads to.
alter table care_goal add column parent_thread_id blob;
alter table care_goal add column expressed_by text not null default 'together' check (expressed_by in ('patient', 'practitioner', 'together', 'family', 'team'));

-- What a rating rests on, in a word or two.
alter table care_goal_rating add column evidence text not null default '';
alter table care_goal_rating add column note_id blob;

-- Texts to adapt. Those that came with Ergon have no facility.
create table care_goal_bank (
  id blob primary key,
  facility_id blob references custody_facility (id),
  area text not null check (area in ('adl', 'iadl', 'health_management', 'rest_sleep', 'education', 'work', 'play', 'leisure', 'social_participation')),
  language text not null check (language in ('en', 'sq', 'sr')),
  description text not null,
  step_m2 text not null,
  step_m1 text not null,
  step_0 text not null,
  step_p1 text not null,
  step_p2 text not null,
  retired integer not null,
  created_by blob not null,
  created_at text not null,
  version integer not null
) strict;
create index care_goal_bank_language on care_goal_bank (language, area);

create table care_review (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  plan_id blob not null references care_plan (id),
  held_on text not null,
  plan_fate text not null check (plan_fate in ('continue', 'change', 'discharge')),
  summary text not null,
  patient_view text not null,
  next_review_on text,
  custody_attended integer not null,
  note_id blob,
  signed_at text,
  created_by blob not null references access_user (id),
  created_at text not null,
  version integer not null,
  constraint care_review_signed check ((signed_at is null) = (note_id is null))
) strict;
create index care_review_patient on care_review (patient_id, held_on);
create unique index care_review_one_draft on care_review (patient_id) where signed_at is null;

create table care_review_goal (
  review_id blob not null references care_review (id),
  goal_id blob not null references care_goal (id),
  decision text not null check (decision in ('continue', 'modify', 'achieved', 'discontinue')),
  comment text not null,
  constraint care_review_goal_pk primary key (review_id, goal_id)
) strict;
create table care_review_attendee (
  review_id blob not null references care_review (id),
  position integer not null,
  name text not null,
  role text not null check (role in ('patient', 'practitioner', 'doctor', 'psychiatrist', 'nurse', 'psychologist', 'social_worker', 'correctional_staff', 'family', 'interpreter', 'other')),
  contribution text not null,
  constraint care_review_attendee_pk primary key (review_id, position)
) strict;
-- What was agreed for the regime while the review is a draft; signing it copies these lines, and nothing else, across the wall.
create table care_review_action (
  review_id blob not null references care_review (id),
  action text not null check (action in ('work_place', 'school_place', 'sports_time', 'library_time', 'more_time_out_of_cell', 'single_cell', 'shared_cell', 'kitchen_duty', 'garden_duty', 'cleaning_duty', 'phone_call_time', 'visit_arrangement', 'quiet_wing', 'earlier_unlock', 'contact_officer')),
  due_on text,
  constraint care_review_action_pk primary key (review_id, action)
) strict;
create trigger care_review_no_update before update on care_review when old.signed_at is not null begin select raise(abort, 'care_review_immutable'); end;
create trigger care_review_no_delete before delete on care_review when old.signed_at is not null begin select raise(abort, 'care_review_immutable'); end;

-- What belongs to a signed review is as fixed as the review itself.
create trigger care_review_goal_no_update before update on care_review_goal when exists (select 1 from care_review r where r.id = old.review_id and r.signed_at is not null) begin select raise(abort, 'care_review_immutable'); end;
create trigger care_review_goal_no_delete before delete on care_review_goal when exists (select 1 from care_review r where r.id = old.review_id and r.signed_at is not null) begin select raise(abort, 'care_review_immutable'); end;
create trigger care_review_attendee_no_update before update on care_review_attendee when exists (select 1 from care_review r where r.id = old.review_id and r.signed_at is not null) begin select raise(abort, 'care_review_immutable'); end;
create trigger care_review_attendee_no_delete before delete on care_review_attendee when exists (select 1 from care_review r where r.id = old.review_id and r.signed_at is not null) begin select raise(abort, 'care_review_immutable'); end;
create trigger care_review_action_no_update before update on care_review_action when exists (select 1 from care_review r where r.id = old.review_id and r.signed_at is not null) begin select raise(abort, 'care_review_immutable'); end;
create trigger care_review_action_no_delete before delete on care_review_action when exists (select 1 from care_review r where r.id = old.review_id and r.signed_at is not null) begin select raise(abort, 'care_review_immutable'); end;
create trigger care_plan_no_later_edit before update of intervention_types, creative_level, agreement_language on care_plan when old.status <> 'draft'
begin select raise(abort, 'care_plan_immutable'); end;
create trigger care_goal_no_later_edit before update of term, parent_thread_id, expressed_by on care_goal when (select status from care_plan p where p.id = old.plan_id) <> 'draft'
begin select raise(abort, 'care_goal_immutable'); end;

create table custody_regime_action (
  id blob primary key,
  facility_id blob not null references custody_facility (id),
  person_id blob not null references custody_person (id),
  action text not null check (action in ('work_place', 'school_place', 'sports_time', 'library_time', 'more_time_out_of_cell', 'single_cell', 'shared_cell', 'kitchen_duty', 'garden_duty', 'cleaning_duty', 'phone_call_time', 'visit_arrangement', 'quiet_wing', 'earlier_unlock', 'contact_officer')),
  agreed_on text not null,
  due_on text not null,
  status text not null check (status in ('open', 'done', 'not_possible')),
  closed_on text,
  closed_by blob references access_user (id),
  created_at text not null,
  version integer not null,
  constraint custody_regime_action_closed check ((status = 'open') = (closed_on is null))
) strict;
create index custody_regime_action_facility on custody_regime_action (facility_id, status, due_on);
create index custody_regime_action_person on custody_regime_action (person_id, agreed_on);
