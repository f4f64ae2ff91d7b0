-- Leaving: to another facility with the record, or out of treatment with a summary and a copy for the patient.

-- Where a person has been. The last stay of a person has no end.
create table custody_stay (
  id blob primary key,
  person_id blob not null references custody_person (id),
  facility_id blob not null references custody_facility (id),
  starts_on text not null,
  ends_on text,
  created_by blob not null,
  created_at text not null,
  constraint custody_stay_order check (ends_on is null or starts_on <= ends_on)
) strict;
create index custody_stay_person on custody_stay (person_id, starts_on);

-- A transfer as corrections know it: who, where to, when.
create table custody_transfer (
  id blob primary key,
  person_id blob not null references custody_person (id),
  from_facility_id blob not null references custody_facility (id),
  to_facility_id blob not null references custody_facility (id),
  planned_on text not null,
  status text not null check (status in ('planned', 'done', 'cancelled')),
  done_at text,
  created_by blob not null references access_user (id),
  created_at text not null,
  version integer not null,
  constraint custody_transfer_elsewhere check (from_facility_id <> to_facility_id),
  constraint custody_transfer_done check ((status = 'done') = (done_at is not null))
) strict;
create unique index custody_transfer_one_planned on custody_transfer (person_id) where status = 'planned';
create index custody_transfer_from on custody_transfer (from_facility_id, status, planned_on);
create index custody_transfer_to on custody_transfer (to_facility_id, status, planned_on);

-- The package for the receiving health unit, and for no one else.
create table care_transfer (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  to_facility_id blob not null references custody_facility (id),
  summary text not null,
  open_matters text not null,
  patient_informed integer not null,
  objection text not null,
  status text not null check (status in ('prepared', 'sent', 'received', 'withdrawn')),
  prepared_by blob not null references access_user (id),
  sent_at text,
  received_by blob references access_user (id),
  received_at text,
  note_id blob,
  created_at text not null,
  version integer not null,
  constraint care_transfer_elsewhere check (facility_id <> to_facility_id),
  constraint care_transfer_sent check (status in ('prepared', 'withdrawn') or sent_at is not null),
  constraint care_transfer_received check ((status = 'received') = (received_at is not null))
) strict;
create unique index care_transfer_one_open on care_transfer (patient_id) where status in ('prepared', 'sent');
create index care_transfer_to on care_transfer (to_facility_id, status);
create index care_transfer_from on care_transfer (facility_id, status);

create table care_discharge (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  discharged_on text not null,
  reason text not null check (reason in ('goals_reached', 'released', 'transferred_out', 'patient_stopped', 'no_longer_suitable', 'deceased', 'other')),
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
  constraint care_discharge_signed check ((signed_at is null) = (note_id is null))
) strict;
create index care_discharge_patient on care_discharge (patient_id, discharged_on);
create unique index care_discharge_one_draft on care_discharge (patient_id) where signed_at is null;
create trigger care_discharge_no_update before update on care_discharge when old.signed_at is not null begin select raise(abort, 'care_discharge_immutable'); end;
create trigger care_discharge_no_delete before delete on care_discharge when old.signed_at is not null begin select raise(abort, 'care_discharge_immutable'); end;
