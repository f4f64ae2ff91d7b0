-- What the whole schedule rests on: closures, what a session brings with it, and what changed under a booking.

-- A facility, or one of its rooms, is not to be used: a holiday, repairs, a lockdown. Times are instants.
create table custody_closure (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  -- No room: the whole facility.
  room_id uuid references custody_room (id),
  kind text not null check (kind in ('holiday', 'repairs', 'inspection', 'operational', 'other')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_by uuid not null references access_user (id),
  created_at timestamptz not null,
  -- Taken back: what was refused meanwhile may be booked again.
  ended_at timestamptz,
  version integer not null,
  constraint custody_closure_order check (starts_at < ends_at)
);
create index custody_closure_time on custody_closure (facility_id, ends_at);

-- A line for both sides: something about a person or a session is no longer as it was booked. Codes and times only.
create table custody_change (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  person_id uuid references custody_person (id),
  slot_id uuid references custody_slot (id),
  kind text not null check (kind in ('wing_changed', 'cell_changed', 'court', 'hospital', 'present_again', 'released', 'transferred', 'slot_moved', 'slot_cancelled', 'slot_restored', 'regime_changed', 'room_closed', 'tool_missing')),
  reason text check (reason in ('lockdown', 'no_escort', 'no_officer', 'room_unavailable', 'operational', 'training', 'security', 'clash', 'other', 'health')),
  -- What it was and what it is: wing and cell, or two times as ISO text. Never words.
  earlier text not null,
  later text not null,
  -- Sessions ahead that it touches.
  touched integer not null,
  happened_at timestamptz not null,
  created_at timestamptz not null,
  custody_seen_by uuid references access_user (id),
  custody_seen_at timestamptz,
  care_seen_by uuid references access_user (id),
  care_seen_at timestamptz,
  version integer not null,
  constraint custody_change_about check (person_id is not null or slot_id is not null or kind in ('regime_changed', 'room_closed'))
);
create index custody_change_custody on custody_change (facility_id, created_at) where custody_seen_at is null;
create index custody_change_care on custody_change (facility_id, created_at) where care_seen_at is null;
create index custody_change_time on custody_change (facility_id, created_at);

alter table custody_wing add column building text not null default '';
alter table custody_alert add column review_on date;
alter table custody_keep_apart add column review_on date;
-- What is carried to the session, by its neutral name; nothing where the activity has no kit.
alter table custody_slot add column kit_id uuid references custody_kit (id);
