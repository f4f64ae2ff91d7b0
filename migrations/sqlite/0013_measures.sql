-- Results of measures. What a measure is stands in a versioned file; here are the numbers, signed in the patient's chain.

-- Definitions that a facility has added by file; those of Ergon are in the program.
create table care_measure_definition (
  code text not null,
  version_no integer not null check (version_no > 0),
  content text not null,
  added_by text not null,
  added_at text not null,
  constraint care_measure_definition_pk primary key (code, version_no)
) strict;
create trigger care_measure_definition_no_update before update on care_measure_definition begin select raise(abort, 'care_measure_definition_immutable'); end;
create trigger care_measure_definition_no_delete before delete on care_measure_definition begin select raise(abort, 'care_measure_definition_immutable'); end;

-- A slot for a proprietary instrument is open only where a licence is held.
create table care_measure_licence (
  facility_id blob not null references custody_facility (id),
  measure_code text not null,
  licence text not null check (trim(licence) <> ''),
  valid_until text,
  switched_on integer not null,
  changed_by blob not null references access_user (id),
  changed_at text not null,
  version integer not null,
  constraint care_measure_licence_pk primary key (facility_id, measure_code)
) strict;

create table care_measure_result (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  measure_code text not null,
  definition_no integer not null,
  taken_on text not null,
  language text not null,
  -- The answers, by item, as canonical text; scores in thousandths, so that no engine rounds them.
  answers text not null,
  score_milli integer not null,
  second_score_milli integer,
  comment text not null,
  note_id blob not null,
  created_by blob not null references access_user (id),
  created_at text not null
) strict;
create index care_measure_result_patient on care_measure_result (patient_id, measure_code, taken_on);
create trigger care_measure_result_no_update before update on care_measure_result begin select raise(abort, 'care_measure_result_immutable'); end;
create trigger care_measure_result_no_delete before delete on care_measure_result begin select raise(abort, 'care_measure_result_immutable'); end;
