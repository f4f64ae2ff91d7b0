-- What somebody opened for a while by saying why. The opening itself holds no word of the record, so that every request can be told
-- of it; why, and what the head found, stand on the care side.

create table access_opening (
  id blob primary key,
  user_id blob not null references access_user (id),
  person_id blob not null references custody_person (id),
  facility_id blob not null references custody_facility (id),
  kind text not null check (kind in ('reason', 'break_glass')),
  category text not null check (category in ('emergency', 'standing_in', 'complaint', 'incident', 'quality', 'legal_duty', 'patient_request')),
  opened_at text not null,
  until_at text not null,
  ended_at text,
  constraint access_opening_span check (opened_at < until_at)
) strict;
create index access_opening_user on access_opening (user_id, person_id, until_at);
create index access_opening_facility on access_opening (facility_id, kind, opened_at);

create table care_opening (
  opening_id blob primary key references access_opening (id),
  opened_by blob not null references access_user (id),
  words text not null,
  seen_by blob references access_user (id),
  seen_at text,
  reviewed_by blob references access_user (id),
  reviewed_at text,
  outcome text check (outcome in ('justified', 'unclear', 'not_justified')),
  finding text not null,
  version integer not null,
  constraint care_opening_seen check ((seen_by is null) = (seen_at is null)),
  constraint care_opening_reviewed check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (outcome is null)),
  constraint care_opening_second check (reviewed_by is null or reviewed_by <> opened_by)
) strict;
create index care_opening_waiting on care_opening (opening_id) where reviewed_at is null;

-- When an account was last used: the day of the last sign-in, or on which an administrator let it in again.
alter table access_user add column used_at text;
