-- What custody asks of health before a session is moved or cancelled that one of its people's notices protects.

create table custody_move_request (
  id uuid primary key,
  slot_id uuid not null references custody_slot (id),
  facility_id uuid not null references custody_facility (id),
  kind text not null check (kind in ('move', 'cancel')),
  -- Where to and when; nothing of it for a session that is to be cancelled.
  room_id uuid references custody_room (id),
  part text check (part in ('am', 'pm', 'eve')),
  starts_at timestamptz,
  ends_at timestamptz,
  reason text not null check (reason in ('lockdown', 'no_escort', 'no_officer', 'room_unavailable', 'operational', 'training', 'security', 'clash', 'other')),
  asked_by uuid not null references access_user (id),
  asked_at timestamptz not null,
  answer text check (answer in ('yes', 'no')),
  answered_by uuid references access_user (id),
  answered_at timestamptz,
  version integer not null,
  constraint custody_move_request_order check (starts_at < ends_at),
  constraint custody_move_request_place check (
    (kind = 'move') = (room_id is not null) and (kind = 'move') = (part is not null)
    and (kind = 'move') = (starts_at is not null) and (kind = 'move') = (ends_at is not null)),
  constraint custody_move_request_answered check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create unique index custody_move_request_one_open on custody_move_request (slot_id) where answer is null;
create index custody_move_request_waiting on custody_move_request (facility_id, asked_at);
