-- Occupational profile and analysis of occupational performance. Each section is saved on its own, so that two people may write
-- at once; from the moment it is signed the whole is a note in the patient's chain and no section changes.

create table care_evaluation (
  id uuid primary key,
  patient_id uuid not null references care_patient (person_id),
  facility_id uuid not null references custody_facility (id),
  occurred_on date not null,
  author_id uuid not null references access_user (id),
  note_id uuid,
  signed_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null,
  constraint care_evaluation_signed check ((signed_at is null) = (note_id is null))
);
create index care_evaluation_patient on care_evaluation (patient_id, occurred_on);
create unique index care_evaluation_one_draft on care_evaluation (patient_id) where signed_at is null;

create table care_evaluation_section (
  evaluation_id uuid not null references care_evaluation (id),
  section text not null check (section in ('reason', 'going_well', 'concerns', 'history', 'roles', 'routines', 'values_interests', 'environment', 'priorities', 'release_hopes', 'observed', 'motor_skills', 'process_skills', 'social_skills', 'patterns', 'demands', 'strengths', 'barriers', 'synthesis')),
  content text not null,
  updated_by uuid not null references access_user (id),
  updated_at timestamptz not null,
  version integer not null,
  constraint care_evaluation_section_pk primary key (evaluation_id, section)
);

create trigger care_evaluation_no_update before update on care_evaluation for each row when (old.signed_at is not null) execute function ergon_refuse('care_evaluation_immutable');
create trigger care_evaluation_no_delete before delete on care_evaluation for each row when (old.signed_at is not null) execute function ergon_refuse('care_evaluation_immutable');
create function care_evaluation_section_guard() returns trigger language plpgsql as $$
declare r care_evaluation_section;
begin
  if tg_op = 'INSERT' then r := new; else r := old; end if;
  if (select signed_at from care_evaluation e where e.id = r.evaluation_id) is not null then
    raise exception using errcode = '23514', message = 'care_evaluation_immutable', constraint = 'care_evaluation_immutable';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger care_evaluation_section_no_insert before insert on care_evaluation_section for each row execute function care_evaluation_section_guard();
create trigger care_evaluation_section_no_update before update on care_evaluation_section for each row execute function care_evaluation_section_guard();
create trigger care_evaluation_section_no_delete before delete on care_evaluation_section for each row execute function care_evaluation_section_guard();
