-- What a plan says beyond the foundation, goals within goals, the bank of goals, and the review that decides what comes next.

alter table care_plan add column intervention_types text not null default '';
alter table care_plan add column creative_level integer check (creative_level between 1 and 9);
alter table care_plan add column agreement_language text not null default '';

alter table care_goal add column term text not null default 'long' check (term in ('long', 'short'));
-- The thread of the long goal that a short one leads to.
alter table care_goal add column parent_thread_id uuid;
alter table care_goal add column expressed_by text not null default 'together' check (expressed_by in ('patient', 'practitioner', 'together', 'family', 'team'));

-- What a rating rests on, in a word or two.
alter table care_goal_rating add column evidence text not null default '';
alter table care_goal_rating add column note_id uuid;

-- Texts to adapt. Those that came with Ergon have no facility.
create table care_goal_bank (
  id uuid primary key,
  facility_id uuid references custody_facility (id),
  area text not null check (area in ('adl', 'iadl', 'health_management', 'rest_sleep', 'education', 'work', 'play', 'leisure', 'social_participation')),
  language text not null check (language in ('en', 'sq', 'sr')),
  description text not null,
  step_m2 text not null,
  step_m1 text not null,
  step_0 text not null,
  step_p1 text not null,
  step_p2 text not null,
  retired boolean not null,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null
);
create index care_goal_bank_language on care_goal_bank (language, area);

create table care_review (
  id uuid primary key,
  patient_id uuid not null references care_patient (person_id),
  facility_id uuid not null references custody_facility (id),
  plan_id uuid not null references care_plan (id),
  held_on date not null,
  plan_fate text not null check (plan_fate in ('continue', 'change', 'discharge')),
  summary text not null,
  patient_view text not null,
  next_review_on date,
  custody_attended boolean not null,
  note_id uuid,
  signed_at timestamptz,
  created_by uuid not null references access_user (id),
  created_at timestamptz not null,
  version integer not null,
  constraint care_review_signed check ((signed_at is null) = (note_id is null))
);
create index care_review_patient on care_review (patient_id, held_on);
create unique index care_review_one_draft on care_review (patient_id) where signed_at is null;

create table care_review_goal (
  review_id uuid not null references care_review (id),
  goal_id uuid not null references care_goal (id),
  decision text not null check (decision in ('continue', 'modify', 'achieved', 'discontinue')),
  comment text not null,
  constraint care_review_goal_pk primary key (review_id, goal_id)
);
create table care_review_attendee (
  review_id uuid not null references care_review (id),
  position integer not null,
  name text not null,
  role text not null check (role in ('patient', 'practitioner', 'doctor', 'psychiatrist', 'nurse', 'psychologist', 'social_worker', 'correctional_staff', 'family', 'interpreter', 'other')),
  contribution text not null,
  constraint care_review_attendee_pk primary key (review_id, position)
);
-- What was agreed for the regime while the review is a draft; signing it copies these lines, and nothing else, across the wall.
create table care_review_action (
  review_id uuid not null references care_review (id),
  action text not null check (action in ('work_place', 'school_place', 'sports_time', 'library_time', 'more_time_out_of_cell', 'single_cell', 'shared_cell', 'kitchen_duty', 'garden_duty', 'cleaning_duty', 'phone_call_time', 'visit_arrangement', 'quiet_wing', 'earlier_unlock', 'contact_officer')),
  due_on date,
  constraint care_review_action_pk primary key (review_id, action)
);
create trigger care_review_no_update before update on care_review for each row when (old.signed_at is not null) execute function ergon_refuse('care_review_immutable');
create trigger care_review_no_delete before delete on care_review for each row when (old.signed_at is not null) execute function ergon_refuse('care_review_immutable');

-- What belongs to a signed review is as fixed as the review itself.
create function care_review_part_guard() returns trigger language plpgsql as $$
begin
  if exists (select 1 from care_review r where r.id = old.review_id and r.signed_at is not null) then
    raise exception using errcode = '23514', message = 'care_review_immutable', constraint = 'care_review_immutable';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger care_review_goal_no_update before update on care_review_goal for each row execute function care_review_part_guard();
create trigger care_review_goal_no_delete before delete on care_review_goal for each row execute function care_review_part_guard();
create trigger care_review_attendee_no_update before update on care_review_attendee for each row execute function care_review_part_guard();
create trigger care_review_attendee_no_delete before delete on care_review_attendee for each row execute function care_review_part_guard();
create trigger care_review_action_no_update before update on care_review_action for each row execute function care_review_part_guard();
create trigger care_review_action_no_delete before delete on care_review_action for each row execute function care_review_part_guard();
create trigger care_plan_no_later_edit before update of intervention_types, creative_level, agreement_language on care_plan
  for each row when (old.status <> 'draft') execute function ergon_refuse('care_plan_immutable');
create trigger care_goal_no_later_edit before update of term, parent_thread_id, expressed_by on care_goal
  for each row execute function care_goal_guard();

create table custody_regime_action (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  person_id uuid not null references custody_person (id),
  action text not null check (action in ('work_place', 'school_place', 'sports_time', 'library_time', 'more_time_out_of_cell', 'single_cell', 'shared_cell', 'kitchen_duty', 'garden_duty', 'cleaning_duty', 'phone_call_time', 'visit_arrangement', 'quiet_wing', 'earlier_unlock', 'contact_officer')),
  agreed_on date not null,
  due_on date not null,
  status text not null check (status in ('open', 'done', 'not_possible')),
  closed_on date,
  closed_by uuid references access_user (id),
  created_at timestamptz not null,
  version integer not null,
  constraint custody_regime_action_closed check ((status = 'open') = (closed_on is null))
);
create index custody_regime_action_facility on custody_regime_action (facility_id, status, due_on);
create index custody_regime_action_person on custody_regime_action (person_id, agreed_on);
