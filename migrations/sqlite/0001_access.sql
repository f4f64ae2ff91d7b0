-- Who may enter, what they did, and the proof of it. Owned by the system side; the care and custody roles see names only
-- and may add access rows, never change them.

create table access_user (
  id blob primary key,
  username text not null constraint access_user_username_key unique,
  display_name text not null,
  profession text not null,
  side text not null check (side in ('care', 'custody', 'system')),
  language text not null check (language in ('en', 'sq', 'sr')),
  password_hash text,
  must_change_password integer not null,
  is_demo integer not null,
  active integer not null,
  failed_sign_ins integer not null check (failed_sign_ins >= 0),
  locked_until text,
  created_at text not null,
  version integer not null,
  constraint access_user_side_key unique (id, side)
) strict;

-- A role belongs to exactly one side, and only users of that side can hold it: no code path can grant across the wall.
create table access_grant (
  id blob primary key,
  user_id blob not null,
  side text not null,
  role text not null,
  facility_id blob,
  wing_id blob,
  granted_by blob,
  approved_at text,
  created_at text not null,
  ended_at text,
  constraint access_grant_user_fk foreign key (user_id, side) references access_user (id, side),
  constraint access_grant_role_side check (
    (side = 'care' and role in ('practitioner', 'clinician', 'reviewer', 'head')) or
    (side = 'custody' and role in ('coordinator', 'officer', 'assessor')) or
    (side = 'system' and role in ('administrator', 'auditor'))
  )
) strict;
create index access_grant_user on access_grant (user_id);

create table access_session (
  id_hash blob primary key,
  user_id blob,
  public_id blob not null constraint access_session_public_key unique,
  data text not null,
  agent text not null,
  created_at text not null,
  seen_at text not null,
  expires_at text not null,
  ended_at text
) strict;
create index access_session_user on access_session (user_id, seen_at);

-- One row for each read or write of something about a person; written before the page leaves the server.
create table access_entry (
  id blob primary key,
  at text not null,
  user_id blob not null,
  user_name text not null,
  role text not null,
  side text not null,
  facility_id blob,
  permission text not null,
  outcome text not null check (outcome in ('allowed', 'denied')),
  reason text not null,
  person_id blob,
  object text not null,
  object_id blob
) strict;
create index access_entry_at on access_entry (at);
create index access_entry_person on access_entry (person_id, at);
create index access_entry_user on access_entry (user_id, at);

-- The sealer chains each access row to the one before and signs the end of every batch.
create table access_seal (
  seq integer primary key,
  entry_id blob not null constraint access_seal_entry_key unique references access_entry (id),
  hash blob not null
) strict;
create table access_seal_batch (
  last_seq integer primary key,
  first_seq integer not null,
  hash blob not null,
  signature blob not null,
  key_id text not null,
  sealed_at text not null
) strict;

create table access_key (
  key_id text primary key,
  public_key blob not null,
  since text not null
) strict;

-- A file that an administrator has uploaded and looks at before it is applied.
create table access_import (
  id blob primary key,
  user_id blob not null references access_user (id),
  file_name text not null,
  content text not null,
  uploaded_at text not null,
  applied_at text
) strict;
