-- Lists as they were printed, who has seen what changed since, and marks that came late: from a phone without network or from paper.

-- One print of a list. The number belongs to the list, the version to the print; the rows are kept as they stood on the paper.
create table custody_list (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  kind text not null check (kind in ('unlock', 'movement', 'slips')),
  wing_id uuid references custody_wing (id),
  room_id uuid references custody_room (id),
  -- A slip of one person.
  person_id uuid references custody_person (id),
  held_on date not null,
  part text not null check (part in ('am', 'pm', 'eve')),
  language text not null check (language in ('en', 'sq', 'sr')),
  -- Words of custody on slips: what the person reads, and what only staff read.
  person_text text not null,
  staff_text text not null,
  one_to_a_page boolean not null,
  printed_rows text not null,
  printed_by uuid not null references access_user (id),
  printed_at timestamptz not null,
  constraint custody_list_version_key unique (facility_id, number, version),
  constraint custody_list_unlock check (kind <> 'unlock' or wing_id is not null),
  constraint custody_list_words check (kind = 'slips' or (person_text = '' and staff_text = '' and person_id is null))
);
create unique index custody_list_once on custody_list
  (facility_id, held_on, part, kind, (coalesce(wing_id, facility_id)), (coalesce(room_id, facility_id)), (coalesce(person_id, facility_id)), version);
create trigger custody_list_no_update before update on custody_list for each row execute function ergon_refuse('custody_list_immutable');
create trigger custody_list_no_delete before delete on custody_list for each row execute function ergon_refuse('custody_list_immutable');
create trigger custody_list_no_truncate before truncate on custody_list for each statement execute function ergon_refuse('custody_list_immutable');

-- Somebody has seen what changed since a print. The digest is that of the changes as they were shown.
create table custody_list_seen (
  id uuid primary key,
  list_id uuid not null references custody_list (id),
  digest text not null,
  changes integer not null check (changes > 0),
  seen_by uuid not null references access_user (id),
  seen_at timestamptz not null,
  constraint custody_list_seen_once unique (list_id, seen_by, digest)
);
create trigger custody_list_seen_no_update before update on custody_list_seen for each row execute function ergon_refuse('custody_list_seen_immutable');
create trigger custody_list_seen_no_delete before delete on custody_list_seen for each row execute function ergon_refuse('custody_list_seen_immutable');
create trigger custody_list_seen_no_truncate before truncate on custody_list_seen for each statement execute function ergon_refuse('custody_list_seen_immutable');

-- A mark made on a phone carries an identifier of the phone's making: the same mark sent twice is one.
alter table custody_movement add column mark_id uuid;
create unique index custody_movement_mark on custody_movement (mark_id);
-- The version of the row that the mark made, for a phone that never got the answer.
alter table custody_movement add column row_version integer;
-- Written down from a paper list, later.
alter table custody_movement add column list_id uuid references custody_list (id);
-- Why a mark was put right after its day.
alter table custody_movement add column correction text check (correction in ('mistake', 'wrong_person', 'late_report', 'other'));

-- All that custody learns of attendance: came, did not come, or nothing said yet. Health writes it.
alter table custody_slot_person add column came boolean;

-- What was recorded of a person in a session before it was put right.
create table care_participation_earlier (
  session_id uuid not null,
  patient_id uuid not null,
  version integer not null,
  facility_id uuid not null references custody_facility (id),
  attendance text not null check (attendance in ('full', 'part', 'late', 'declined', 'unwell', 'excused', 'not_suitable_today', 'left_early', 'not_brought', 'cancelled')),
  health_reason text check (health_reason in ('not_interested', 'tired', 'low_mood', 'pain', 'anxiety_in_group', 'side_effects', 'conflict', 'religious', 'prefers_other', 'none_given')),
  minutes integer not null,
  changed_by uuid not null references access_user (id),
  changed_at timestamptz not null,
  constraint care_participation_earlier_pk primary key (session_id, patient_id, version),
  constraint care_participation_earlier_fk foreign key (session_id, patient_id) references care_participation (session_id, patient_id)
);
create trigger care_participation_earlier_no_update before update on care_participation_earlier for each row execute function ergon_refuse('care_participation_earlier_immutable');
create trigger care_participation_earlier_no_delete before delete on care_participation_earlier for each row execute function ergon_refuse('care_participation_earlier_immutable');
create trigger care_participation_earlier_no_truncate before truncate on care_participation_earlier for each statement execute function ergon_refuse('care_participation_earlier_immutable');
