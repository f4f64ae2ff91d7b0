-- Backups that were made and found good, whoever made them. The administrator's page looks at the last one; the files themselves lie
-- where the operator has said.

create table access_backup (
  id uuid primary key,
  made_at timestamptz not null,
  how text not null check (how in ('schedule', 'command', 'reported')),
  name text not null constraint access_backup_name check (length(trim(name)) between 1 and 200)
);
create index access_backup_made on access_backup (made_at);
create trigger access_backup_no_update before update on access_backup for each row execute function ergon_refuse('access_backup_immutable');
create trigger access_backup_no_delete before delete on access_backup for each row execute function ergon_refuse('access_backup_immutable');
create trigger access_backup_no_truncate before truncate on access_backup for each statement execute function ergon_refuse('access_backup_immutable');
