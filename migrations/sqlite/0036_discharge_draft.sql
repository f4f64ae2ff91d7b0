-- A summary may be begun before anybody knows why the treatment ends; signing it asks.

drop trigger care_discharge_no_update;
drop trigger care_discharge_no_delete;
alter table care_discharge rename to care_discharge_before;
create table care_discharge (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  discharged_on text not null,
  reason text check (reason in ('goals_reached', 'released', 'transferred_out', 'patient_stopped', 'no_longer_suitable', 'deceased', 'other')),
  course text not null,
  recommendations text not null,
  patient_view text not null,
  plain_summary text not null,
  plain_next text not null,
  plain_language text not null check (plain_language in ('en', 'sq', 'sr')),
  note_id blob,
  signed_at text,
  created_by blob not null references access_user (id),
  created_at text not null,
  version integer not null,
  constraint care_discharge_signed check ((signed_at is null) = (note_id is null)),
  constraint care_discharge_signed_reason check (signed_at is null or reason is not null)
) strict;
insert into care_discharge (id, patient_id, facility_id, discharged_on, reason, course, recommendations, patient_view, plain_summary, plain_next, plain_language, note_id, signed_at, created_by, created_at, version)
  select id, patient_id, facility_id, discharged_on, reason, course, recommendations, patient_view, plain_summary, plain_next, plain_language, note_id, signed_at, created_by, created_at, version from care_discharge_before;
drop table care_discharge_before;
create index care_discharge_patient on care_discharge (patient_id, discharged_on);
create unique index care_discharge_one_draft on care_discharge (patient_id) where signed_at is null;
create trigger care_discharge_no_update before update on care_discharge when old.signed_at is not null begin select raise(abort, 'care_discharge_immutable'); end;
create trigger care_discharge_no_delete before delete on care_discharge when old.signed_at is not null begin select raise(abort, 'care_discharge_immutable'); end;
