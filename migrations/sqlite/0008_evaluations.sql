-- Occupational profile and analysis of occupational performance. Each section is saved on its own, so that two people may write
-- at once; from the moment it is signed the whole is a note in the patient's chain and no section changes.

create table care_evaluation (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  occurred_on text not null,
  author_id blob not null references access_user (id),
  note_id blob,
  signed_at text,
  created_by blob not null,
  created_at text not null,
  version integer not null,
  constraint care_evaluation_signed check ((signed_at is null) = (note_id is null))
) strict;
create index care_evaluation_patient on care_evaluation (patient_id, occurred_on);
create unique index care_evaluation_one_draft on care_evaluation (patient_id) where signed_at is null;

create table care_evaluation_section (
  evaluation_id blob not null references care_evaluation (id),
  section text not null check (section in ('reason', 'going_well', 'concerns', 'history', 'roles', 'routines', 'values_interests', 'environment', 'priorities', 'release_hopes', 'observed', 'motor_skills', 'process_skills', 'social_skills', 'patterns', 'demands', 'strengths', 'barriers', 'synthesis')),
  content text not null,
  updated_by blob not null references access_user (id),
  updated_at text not null,
  version integer not null,
  constraint care_evaluation_section_pk primary key (evaluation_id, section)
) strict;

create trigger care_evaluation_no_update before update on care_evaluation when old.signed_at is not null begin select raise(abort, 'care_evaluation_immutable'); end;
create trigger care_evaluation_no_delete before delete on care_evaluation when old.signed_at is not null begin select raise(abort, 'care_evaluation_immutable'); end;
create trigger care_evaluation_section_no_insert before insert on care_evaluation_section
when (select signed_at from care_evaluation e where e.id = new.evaluation_id) is not null
begin select raise(abort, 'care_evaluation_immutable'); end;
create trigger care_evaluation_section_no_update before update on care_evaluation_section
when (select signed_at from care_evaluation e where e.id = old.evaluation_id) is not null
begin select raise(abort, 'care_evaluation_immutable'); end;
create trigger care_evaluation_section_no_delete before delete on care_evaluation_section
when (select signed_at from care_evaluation e where e.id = old.evaluation_id) is not null
begin select raise(abort, 'care_evaluation_immutable'); end;
