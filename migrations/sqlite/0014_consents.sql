-- What the patient has agreed to, the one door from care to custody, and what left the house.

create table care_consent (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  scope text not null check (scope in ('treatment', 'group_work', 'notices_to_custody', 'sharing_treatment_sector', 'sharing_probation', 'sharing_family', 'sharing_institution', 'photos_of_work')),
  decision text not null check (decision in ('permit', 'deny')),
  given_on text not null,
  ends_on text,
  language text not null,
  interpreter text not null,
  method text not null check (method in ('written', 'spoken_with_witness', 'sign_or_gesture')),
  comment text not null,
  recorded_by blob not null references access_user (id),
  withdrawn_on text,
  withdrawn_by blob references access_user (id),
  withdrawal_words text not null,
  created_at text not null,
  version integer not null,
  constraint care_consent_withdrawn check ((withdrawn_on is null) = (withdrawn_by is null))
) strict;
create index care_consent_patient on care_consent (patient_id, scope, given_on);

-- A functional notice: closed vocabulary, a day on which it ends, and nothing of why.
create table custody_notice (
  id blob primary key,
  facility_id blob not null references custody_facility (id),
  person_id blob not null references custody_person (id),
  kind text not null check (kind in ('escort_slowly', 'ground_floor', 'seated_only', 'may_need_breaks', 'not_before', 'small_group', 'no_tools_of_class', 'interpreter', 'hearing_or_glasses', 'material_in_cell', 'ask_before_moving', 'call_health')),
  -- Minutes after midnight for 'not before'; people for 'small group'.
  number integer check (number between 0 and 1439),
  tool_class text check (tool_class in ('blunt', 'pointed', 'sharp', 'heat', 'chemical', 'ligature', 'electronic')),
  language text check (length(language) <= 8),
  starts_on text not null,
  expires_on text not null,
  sharing_agreed integer not null,
  ended_on text,
  acknowledged_by blob references access_user (id),
  acknowledged_at text,
  created_at text not null,
  version integer not null,
  constraint custody_notice_order check (starts_on <= expires_on),
  constraint custody_notice_number check ((number is not null) = (kind in ('not_before', 'small_group'))),
  constraint custody_notice_class check ((tool_class is not null) = (kind = 'no_tools_of_class')),
  constraint custody_notice_language check ((language is not null) = (kind = 'interpreter'))
) strict;
create index custody_notice_person on custody_notice (person_id, expires_on);
create index custody_notice_facility on custody_notice (facility_id, expires_on);

-- Care's side of a notice: on what it rests, and who gave it.
create table care_notice (
  notice_id blob primary key references custody_notice (id),
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  consent_id blob references care_consent (id),
  basis text not null check (basis in ('consent', 'vital_interest', 'legal_duty')),
  reason text not null,
  created_by blob not null references access_user (id),
  created_at text not null,
  constraint care_notice_basis check ((basis = 'consent') = (consent_id is not null))
) strict;
create index care_notice_patient on care_notice (patient_id);
create index care_notice_consent on care_notice (consent_id) where consent_id is not null;

create table care_disclosure (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  recipient text not null,
  content text not null,
  basis text not null check (basis in ('consent', 'vital_interest', 'legal_duty', 'patient_request')),
  consent_id blob references care_consent (id),
  reason text not null,
  status text not null check (status in ('proposed', 'approved', 'refused', 'sent')),
  proposed_by blob not null references access_user (id),
  decided_by blob references access_user (id),
  decided_on text,
  decision_reason text not null,
  sent_on text,
  created_at text not null,
  version integer not null,
  constraint care_disclosure_second check (decided_by is null or decided_by <> proposed_by),
  constraint care_disclosure_decided check ((status = 'proposed') = (decided_by is null)),
  constraint care_disclosure_sent check ((status = 'sent') = (sent_on is not null)),
  constraint care_disclosure_basis check ((basis = 'consent') = (consent_id is not null))
) strict;
create index care_disclosure_patient on care_disclosure (patient_id, created_at);
create index care_disclosure_waiting on care_disclosure (facility_id, status);
