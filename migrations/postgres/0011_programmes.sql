-- Group programmes and who belongs to them.

create table care_programme (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  title text not null,
  purpose text not null,
  activity_code text not null references care_activity (code),
  intake text not null check (intake in ('open', 'closed', 'rolling')),
  capacity integer not null check (capacity between 1 and 20),
  lead_id uuid not null references access_user (id),
  status text not null check (status in ('active', 'ended')),
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null
);
create index care_programme_facility on care_programme (facility_id, status, title);

create table care_programme_member (
  programme_id uuid not null references care_programme (id),
  patient_id uuid not null references care_patient (person_id),
  status text not null check (status in ('waiting', 'active', 'paused', 'completed', 'withdrawn_by_patient', 'withdrawn_by_staff', 'transferred', 'released')),
  since date not null,
  position integer not null,
  version integer not null,
  constraint care_programme_member_pk primary key (programme_id, patient_id)
);
create index care_programme_member_patient on care_programme_member (patient_id, status);

alter table care_session add column programme_id uuid;
alter table care_session add column cohesion integer check (cohesion between 1 and 5);
alter table care_session add column group_participation integer check (group_participation between 1 and 5);
alter table care_session add column rule_keeping integer check (rule_keeping between 1 and 5);
alter table care_session add column mutual_help integer check (mutual_help between 1 and 5);
alter table care_participation add column mood_before integer check (mood_before between 0 and 10);
alter table care_participation add column mood_after integer check (mood_after between 0 and 10);
create index care_session_programme on care_session (programme_id) where programme_id is not null;
