-- Places, people, and the operational half of every booked session. Nothing clinical has a column here.

create table custody_facility (
  id uuid primary key,
  code text not null constraint custody_facility_code_key unique,
  name text not null,
  kind text not null check (kind in ('prison', 'high_security', 'forensic_institute', 'special_institute')),
  time_zone text not null,
  language text not null check (language in ('en', 'sq', 'sr')),
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null
);

create table custody_wing (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  code text not null,
  name text not null,
  constraint custody_wing_code_key unique (facility_id, code)
);

create table custody_room (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  code text not null,
  name text not null,
  kind text not null check (kind in ('activity', 'kitchen', 'workshop', 'garden', 'gym', 'interview', 'ward', 'classroom', 'cell')),
  capacity integer not null check (capacity > 0),
  usable_by_ot boolean not null,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null,
  constraint custody_room_code_key unique (facility_id, code)
);

-- The day's regime: when AM, PM and EVE begin and end, in minutes after local midnight, per ISO weekday.
create table custody_regime (
  facility_id uuid not null references custody_facility (id),
  weekday integer not null check (weekday between 1 and 7),
  part text not null check (part in ('am', 'pm', 'eve')),
  start_minute integer not null check (start_minute between 0 and 1439),
  end_minute integer not null check (end_minute between 1 and 1440),
  constraint custody_regime_pk primary key (facility_id, weekday, part),
  constraint custody_regime_order check (start_minute < end_minute)
);

create table custody_person (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  prison_number text not null,
  family_name text not null,
  given_name text not null,
  birth_date date not null,
  sex text not null check (sex in ('female', 'male', 'other', 'unknown')),
  legal_status text not null check (legal_status in ('remand', 'sentenced', 'security_measure', 'other')),
  presence text not null check (presence in ('present', 'court', 'hospital', 'transferred', 'released')),
  wing_id uuid references custody_wing (id),
  cell text not null,
  language text not null,
  sort_name text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null,
  constraint custody_person_number_key unique (facility_id, prison_number)
);
create index custody_person_name on custody_person (facility_id, sort_name, id);
create index custody_person_wing on custody_person (wing_id, sort_name);

-- Closed list that custody sets and care may read; why it was set stays on this side of the wall.
create table custody_alert (
  id uuid primary key,
  person_id uuid not null references custody_person (id),
  facility_id uuid not null references custody_facility (id),
  kind text not null check (kind in ('one_to_one_unlock', 'escape_list', 'assault_risk_staff', 'assault_risk_prisoners', 'two_officers')),
  starts_on date not null,
  ends_on date,
  reason text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null
);
create index custody_alert_person on custody_alert (person_id);

create table custody_keep_apart (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  person_a uuid not null references custody_person (id),
  person_b uuid not null references custody_person (id),
  starts_on date not null,
  ends_on date,
  reason text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null,
  constraint custody_keep_apart_two check (person_a <> person_b)
);
create index custody_keep_apart_a on custody_keep_apart (person_a);
create index custody_keep_apart_b on custody_keep_apart (person_b);

-- The operational half of a session. Its id is also the id of the clinical half.
create table custody_slot (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  room_id uuid not null references custody_room (id),
  practitioner_id uuid not null references access_user (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  part text not null check (part in ('am', 'pm', 'eve')),
  label_letter text not null,
  status text not null check (status in ('requested', 'confirmed', 'declined', 'cancelled', 'in_progress', 'completed', 'not_held')),
  cancel_side text check (cancel_side in ('custody', 'health')),
  cancel_reason text check (cancel_reason in ('lockdown', 'no_escort', 'no_officer', 'room_unavailable', 'operational', 'training', 'security', 'clash', 'other', 'health')),
  escort_officers integer not null check (escort_officers between 0 and 9),
  escort_mode text not null check (escort_mode in ('none', 'in_sight', 'in_room', 'out_of_hearing')),
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null,
  constraint custody_slot_order check (starts_at < ends_at),
  constraint custody_slot_length check (ends_at - starts_at <= interval '1 day'),
  constraint custody_slot_reason check ((status in ('declined', 'cancelled', 'not_held')) = (cancel_reason is not null)),
  constraint custody_slot_side check ((cancel_reason is null) = (cancel_side is null))
);
create index custody_slot_day on custody_slot (facility_id, starts_at);
create index custody_slot_practitioner on custody_slot (practitioner_id, starts_at);

create table custody_slot_person (
  slot_id uuid not null references custody_slot (id),
  person_id uuid not null references custody_person (id),
  facility_id uuid not null references custody_facility (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  movement text not null check (movement in ('expected', 'unlocked', 'arrived', 'arrived_late', 'not_brought', 'returned')),
  custody_reason text check (custody_reason in ('lockdown', 'no_escort', 'no_officer', 'court', 'visit', 'work', 'school', 'segregation', 'security', 'transferred', 'released', 'clash', 'other')),
  moved_at timestamptz,
  version integer not null,
  constraint custody_slot_person_pk primary key (slot_id, person_id),
  constraint custody_slot_person_reason check ((movement = 'not_brought') = (custody_reason is not null))
);
create index custody_slot_person_time on custody_slot_person (person_id, starts_at);
create index custody_slot_person_day on custody_slot_person (facility_id, starts_at);

-- Each mark of an officer, kept: the state above is only the last of these.
create table custody_movement (
  id uuid primary key,
  slot_id uuid not null,
  person_id uuid not null,
  movement text not null,
  custody_reason text,
  at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint custody_movement_slot_fk foreign key (slot_id, person_id) references custody_slot_person (slot_id, person_id)
);
create index custody_movement_slot on custody_movement (slot_id, person_id, recorded_at);

-- What a live slot takes up: one room, one practitioner, each person. Kept by triggers on the two tables above, so that
-- nobody can book around it; one thing can be in one place at a time, and the database is the last word on that.
create table custody_claim (
  slot_id uuid not null references custody_slot (id),
  kind text not null check (kind in ('room', 'practitioner', 'person')),
  resource_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  active boolean not null,
  constraint custody_claim_pk primary key (slot_id, resource_id)
);
create index custody_claim_resource on custody_claim (resource_id, starts_at);
