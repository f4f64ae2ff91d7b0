-- Who may enter, what they did, and the proof of it. Owned by the system side; the care and custody roles see names only
-- and may add access rows, never change them.

create table access_user (
  id uuid primary key,
  username text not null constraint access_user_username_key unique,
  display_name text not null,
  profession text not null,
  side text not null check (side in ('care', 'custody', 'system')),
  language text not null check (language in ('en', 'sq', 'sr')),
  password_hash text,
  must_change_password boolean not null,
  is_demo boolean not null,
  active boolean not null,
  failed_sign_ins integer not null check (failed_sign_ins >= 0),
  locked_until timestamptz,
  created_at timestamptz not null,
  version integer not null,
  constraint access_user_side_key unique (id, side)
);

-- A role belongs to exactly one side, and only users of that side can hold it: no code path can grant across the wall.
create table access_grant (
  id uuid primary key,
  user_id uuid not null,
  side text not null,
  role text not null,
  facility_id uuid,
  wing_id uuid,
  granted_by uuid,
  approved_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint access_grant_user_fk foreign key (user_id, side) references access_user (id, side),
  constraint access_grant_role_side check (
    (side = 'care' and role in ('practitioner', 'clinician', 'reviewer', 'head')) or
    (side = 'custody' and role in ('coordinator', 'officer', 'assessor')) or
    (side = 'system' and role in ('administrator', 'auditor'))
  )
);
create index access_grant_user on access_grant (user_id);

create table access_session (
  id_hash bytea primary key,
  user_id uuid,
  public_id uuid not null constraint access_session_public_key unique,
  data text not null,
  agent text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index access_session_user on access_session (user_id, seen_at);

-- One row for each read or write of something about a person; written before the page leaves the server.
create table access_entry (
  id uuid primary key,
  at timestamptz not null,
  user_id uuid not null,
  user_name text not null,
  role text not null,
  side text not null,
  facility_id uuid,
  permission text not null,
  outcome text not null check (outcome in ('allowed', 'denied')),
  reason text not null,
  person_id uuid,
  object text not null,
  object_id uuid
);
create index access_entry_at on access_entry (at);
create index access_entry_person on access_entry (person_id, at);
create index access_entry_user on access_entry (user_id, at);

-- The sealer chains each access row to the one before and signs the end of every batch.
create table access_seal (
  seq bigint primary key,
  entry_id uuid not null constraint access_seal_entry_key unique references access_entry (id),
  hash bytea not null
);
create table access_seal_batch (
  last_seq bigint primary key,
  first_seq bigint not null,
  hash bytea not null,
  signature bytea not null,
  key_id text not null,
  sealed_at timestamptz not null
);

create table access_key (
  key_id text primary key,
  public_key bytea not null,
  since timestamptz not null
);

-- A file that an administrator has uploaded and looks at before it is applied.
create table access_import (
  id uuid primary key,
  user_id uuid not null references access_user (id),
  file_name text not null,
  content text not null,
  uploaded_at timestamptz not null,
  applied_at timestamptz
);
