-- The second factor: the secret of somebody's app, recovery codes for the day on which the phone is lost, what each role is asked for,
-- and when a session has last given proof of who sits before it.

-- What the app and this server share is sealed with a key that no database holds. Each code counts once: the last step of time whose
-- code was taken is kept.
create table access_factor (
  user_id uuid primary key references access_user (id),
  secret bytea,
  confirmed_at timestamptz,
  last_step integer not null,
  -- A secret that has been shown and waits for its first code.
  offered bytea,
  offered_at timestamptz,
  failures integer not null check (failures >= 0),
  rests_until timestamptz,
  constraint access_factor_confirmed check ((secret is null) = (confirmed_at is null)),
  constraint access_factor_offered check ((offered is null) = (offered_at is null))
);

create table access_recovery_code (
  user_id uuid not null references access_user (id),
  digest bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint access_recovery_code_pk primary key (user_id, digest)
);

-- A second factor that was taken from somebody who had lost the phone: by an administrator, or by nobody with a name, at the server's
-- terminal. The user is told at the next sign-in.
create table access_factor_removal (
  id uuid primary key,
  user_id uuid not null references access_user (id),
  removed_by uuid references access_user (id),
  reason text not null,
  removed_at timestamptz not null,
  told_at timestamptz,
  constraint access_factor_removal_reason check (length(trim(reason)) > 0),
  constraint access_factor_removal_other check (removed_by is null or removed_by <> user_id)
);
create index access_factor_removal_untold on access_factor_removal (user_id) where told_at is null;
create trigger access_factor_removal_no_edit before update of id, user_id, removed_by, reason, removed_at on access_factor_removal for each row execute function ergon_refuse('access_factor_removal_immutable');
create trigger access_factor_removal_no_delete before delete on access_factor_removal for each row execute function ergon_refuse('access_factor_removal_immutable');

-- Settings of the installation: each saving is a row of its own, and the newest holds. Before the first, the program's own hold.
create table access_setting (
  version integer primary key check (version > 0),
  dormant_days integer not null check (dormant_days between 14 and 730),
  changed_by uuid not null references access_user (id),
  changed_at timestamptz not null
);
create trigger access_setting_no_update before update on access_setting for each row execute function ergon_refuse('access_setting_immutable');
create trigger access_setting_no_delete before delete on access_setting for each row execute function ergon_refuse('access_setting_immutable');
create trigger access_setting_no_truncate before truncate on access_setting for each statement execute function ergon_refuse('access_setting_immutable');

create table access_role_demand (
  version integer not null references access_setting (version),
  role text not null check (role in ('practitioner', 'clinician', 'reviewer', 'head', 'coordinator', 'officer', 'assessor', 'administrator', 'auditor')),
  second_factor text not null check (second_factor in ('off', 'offered', 'obligatory')),
  constraint access_role_demand_pk primary key (version, role)
);
create trigger access_role_demand_no_update before update on access_role_demand for each row execute function ergon_refuse('access_role_demand_immutable');
create trigger access_role_demand_no_delete before delete on access_role_demand for each row execute function ergon_refuse('access_role_demand_immutable');
create trigger access_role_demand_no_truncate before truncate on access_role_demand for each statement execute function ergon_refuse('access_role_demand_immutable');

-- When whoever sits at this session has last said a password or a code.
alter table access_session add column proved_at timestamptz;
