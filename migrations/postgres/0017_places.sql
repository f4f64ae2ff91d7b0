-- What the prison keeps of its places and people: OT's standing claims on rooms, movements that nobody is told of before the day,
-- and files of the prison's own system that wait to be looked at.

-- Closures come from the prison's own system too, where no user of Ergon enters them.
drop table custody_closure;
create table custody_closure (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  -- No room: the whole facility.
  room_id uuid references custody_room (id),
  kind text not null check (kind in ('holiday', 'repairs', 'inspection', 'operational', 'other')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_by uuid not null,
  created_at timestamptz not null,
  -- Taken back: what was refused meanwhile may be booked again.
  ended_at timestamptz,
  version integer not null,
  constraint custody_closure_order check (starts_at < ends_at)
);
create index custody_closure_time on custody_closure (facility_id, ends_at);

-- The parts of the week in which a room is meant for occupational therapy first.
create table custody_standing_claim (
  room_id uuid not null references custody_room (id),
  weekday integer not null check (weekday between 1 and 7),
  part text not null check (part in ('am', 'pm', 'eve')),
  facility_id uuid not null references custody_facility (id),
  created_by uuid not null,
  created_at timestamptz not null,
  constraint custody_standing_claim_pk primary key (room_id, weekday, part)
);
create index custody_standing_claim_day on custody_standing_claim (facility_id, weekday);

-- Where somebody will be taken. The kind is known to those who plan it and to nobody else.
create table custody_outing (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  person_id uuid not null references custody_person (id),
  kind text not null check (kind in ('court', 'transfer', 'hospital', 'visit')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  version integer not null,
  constraint custody_outing_order check (starts_at < ends_at)
);
create index custody_outing_time on custody_outing (facility_id, ends_at);
create index custody_outing_person on custody_outing (person_id, starts_at);

-- A file of the prison's own system. It may hold reasons of security, so it lies on custody's side.
create table custody_import (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  user_id uuid not null references access_user (id),
  file_name text not null,
  content text not null,
  uploaded_at timestamptz not null,
  applied_at timestamptz
);
create index custody_import_time on custody_import (facility_id, uploaded_at);

create index custody_alert_facility on custody_alert (facility_id, starts_on);
create index custody_keep_apart_facility on custody_keep_apart (facility_id, starts_on);
