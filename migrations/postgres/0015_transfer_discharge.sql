-- Leaving: to another facility with the record, or out of treatment with a summary and a copy for the patient.

-- Where a person has been. The last stay of a person has no end.
create table custody_stay (
  id uuid primary key,
  person_id uuid not null references custody_person (id),
  facility_id uuid not null references custody_facility (id),
  starts_on date not null,
  ends_on date,
  created_by uuid not null,
  created_at timestamptz not null,
  constraint custody_stay_order check (ends_on is null or starts_on <= ends_on)
);
create index custody_stay_person on custody_stay (person_id, starts_on);

-- A transfer as corrections know it: who, where to, when.
create table custody_transfer (
  id uuid primary key,
  person_id uuid not null references custody_person (id),
  from_facility_id uuid not null references custody_facility (id),
  to_facility_id uuid not null references custody_facility (id),
  planned_on date not null,
  status text not null check (status in ('planned', 'done', 'cancelled')),
  done_at timestamptz,
  created_by uuid not null references access_user (id),
  created_at timestamptz not null,
  version integer not null,
  constraint custody_transfer_elsewhere check (from_facility_id <> to_facility_id),
  constraint custody_transfer_done check ((status = 'done') = (done_at is not null))
);
create unique index custody_transfer_one_planned on custody_transfer (person_id) where status = 'planned';
create index custody_transfer_from on custody_transfer (from_facility_id, status, planned_on);
create index custody_transfer_to on custody_transfer (to_facility_id, status, planned_on);

-- The package for the receiving health unit, and for no one else.
create table care_transfer (
  id uuid primary key,
  patient_id uuid not null references care_patient (person_id),
  facility_id uuid not null references custody_facility (id),
  to_facility_id uuid not null references custody_facility (id),
  summary text not null,
  open_matters text not null,
  patient_informed boolean not null,
  objection text not null,
  status text not null check (status in ('prepared', 'sent', 'received', 'withdrawn')),
  prepared_by uuid not null references access_user (id),
  sent_at timestamptz,
  received_by uuid references access_user (id),
  received_at timestamptz,
  note_id uuid,
  created_at timestamptz not null,
  version integer not null,
  constraint care_transfer_elsewhere check (facility_id <> to_facility_id),
  constraint care_transfer_sent check (status in ('prepared', 'withdrawn') or sent_at is not null),
  constraint care_transfer_received check ((status = 'received') = (received_at is not null))
);
create unique index care_transfer_one_open on care_transfer (patient_id) where status in ('prepared', 'sent');
create index care_transfer_to on care_transfer (to_facility_id, status);
create index care_transfer_from on care_transfer (facility_id, status);

create table care_discharge (
  id uuid primary key,
  patient_id uuid not null references care_patient (person_id),
  facility_id uuid not null references custody_facility (id),
  discharged_on date not null,
  reason text not null check (reason in ('goals_reached', 'released', 'transferred_out', 'patient_stopped', 'no_longer_suitable', 'deceased', 'other')),
  course text not null,
  recommendations text not null,
  patient_view text not null,
  plain_summary text not null,
  plain_next text not null,
  plain_language text not null check (plain_language in ('en', 'sq', 'sr')),
  note_id uuid,
  signed_at timestamptz,
  created_by uuid not null references access_user (id),
  created_at timestamptz not null,
  version integer not null,
  constraint care_discharge_signed check ((signed_at is null) = (note_id is null))
);
create index care_discharge_patient on care_discharge (patient_id, discharged_on);
create unique index care_discharge_one_draft on care_discharge (patient_id) where signed_at is null;
create trigger care_discharge_no_update before update on care_discharge for each row when (old.signed_at is not null) execute function ergon_refuse('care_discharge_immutable');
create trigger care_discharge_no_delete before delete on care_discharge for each row when (old.signed_at is not null) execute function ergon_refuse('care_discharge_immutable');
