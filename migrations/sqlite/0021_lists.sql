-- Lists as they were printed, who has seen what changed since, and marks that came late: from a phone without network or from paper.

-- One print of a list. The number belongs to the list, the version to the print; the rows are kept as they stood on the paper.
create table custody_list (
  id blob primary key,
  facility_id blob not null references custody_facility (id),
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  kind text not null check (kind in ('unlock', 'movement', 'slips')),
  wing_id blob references custody_wing (id),
  room_id blob references custody_room (id),
  -- A slip of one person.
  person_id blob references custody_person (id),
  held_on text not null,
  part text not null check (part in ('am', 'pm', 'eve')),
  language text not null check (language in ('en', 'sq', 'sr')),
  -- Words of custody on slips: what the person reads, and what only staff read.
  person_text text not null,
  staff_text text not null,
  one_to_a_page integer not null,
  printed_rows text not null,
  printed_by blob not null references access_user (id),
  printed_at text not null,
  constraint custody_list_version_key unique (facility_id, number, version),
  constraint custody_list_unlock check (kind <> 'unlock' or wing_id is not null),
  constraint custody_list_words check (kind = 'slips' or (person_text = '' and staff_text = '' and person_id is null))
) strict;
create unique index custody_list_once on custody_list
  (facility_id, held_on, part, kind, (coalesce(wing_id, facility_id)), (coalesce(room_id, facility_id)), (coalesce(person_id, facility_id)), version);
create trigger custody_list_no_update before update on custody_list begin select raise(abort, 'custody_list_immutable'); end;
create trigger custody_list_no_delete before delete on custody_list begin select raise(abort, 'custody_list_immutable'); end;

-- Somebody has seen what changed since a print. The digest is that of the changes as they were shown.
create table custody_list_seen (
  id blob primary key,
  list_id blob not null references custody_list (id),
  digest text not null,
  changes integer not null check (changes > 0),
  seen_by blob not null references access_user (id),
  seen_at text not null,
  constraint custody_list_seen_once unique (list_id, seen_by, digest)
) strict;
create trigger custody_list_seen_no_update before update on custody_list_seen begin select raise(abort, 'custody_list_seen_immutable'); end;
create trigger custody_list_seen_no_delete before delete on custody_list_seen begin select raise(abort, 'custody_list_seen_immutable'); end;

-- A mark made on a phone carries an identifier of the phone's making: the same mark sent twice is one.
alter table custody_movement add column mark_id blob;
create unique index custody_movement_mark on custody_movement (mark_id);
-- The version of the row that the mark made, for a phone that never got the answer.
alter table custody_movement add column row_version integer;
-- Written down from a paper list, later.
alter table custody_movement add column list_id blob references custody_list (id);
-- Why a mark was put right after its day.
alter table custody_movement add column correction text check (correction in ('mistake', 'wrong_person', 'late_report', 'other'));

-- All that custody learns of attendance: came, did not come, or nothing said yet. Health writes it.
alter table custody_slot_person add column came integer;

-- What was recorded of a person in a session before it was put right.
create table care_participation_earlier (
  session_id blob not null,
  patient_id blob not null,
  version integer not null,
  facility_id blob not null references custody_facility (id),
  attendance text not null check (attendance in ('full', 'part', 'late', 'declined', 'unwell', 'excused', 'not_suitable_today', 'left_early', 'not_brought', 'cancelled')),
  health_reason text check (health_reason in ('not_interested', 'tired', 'low_mood', 'pain', 'anxiety_in_group', 'side_effects', 'conflict', 'religious', 'prefers_other', 'none_given')),
  minutes integer not null,
  changed_by blob not null references access_user (id),
  changed_at text not null,
  constraint care_participation_earlier_pk primary key (session_id, patient_id, version),
  constraint care_participation_earlier_fk foreign key (session_id, patient_id) references care_participation (session_id, patient_id)
) strict;
create trigger care_participation_earlier_no_update before update on care_participation_earlier begin select raise(abort, 'care_participation_earlier_immutable'); end;
create trigger care_participation_earlier_no_delete before delete on care_participation_earlier begin select raise(abort, 'care_participation_earlier_immutable'); end;
