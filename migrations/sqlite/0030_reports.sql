-- Reports as they were given out, and the lists that they are counted from by index.

-- What a report says of a month that is over stays as it was said: others have read it, compared it and acted on it. A later correction of
-- the record makes the next version beside it. Sums only, so the system side may read it; nobody changes it.
create table oversight_report (
  id blob primary key,
  number integer not null check (number > 0),
  version_no integer not null check (version_no > 0),
  kind text not null check (kind in ('month', 'year')),
  -- Empty: all facilities together.
  facility_id blob references custody_facility (id),
  period text not null,
  body text not null,
  hash blob not null,
  made_by blob not null references access_user (id),
  made_by_name text not null,
  made_at text not null,
  constraint oversight_report_version_key unique (number, version_no),
  constraint oversight_report_year check (kind = 'month' or facility_id is null)
) strict;
create unique index oversight_report_facility on oversight_report (facility_id, period, version_no) where facility_id is not null;
create unique index oversight_report_department on oversight_report (period, version_no) where facility_id is null;
create index oversight_report_made on oversight_report (made_at);
create trigger oversight_report_no_update before update on oversight_report begin select raise(abort, 'oversight_report_immutable'); end;
create trigger oversight_report_no_delete before delete on oversight_report begin select raise(abort, 'oversight_report_immutable'); end;

-- Who was at a facility in a week, and the reviews of a month.
create index custody_stay_facility on custody_stay (facility_id, starts_on);
create index care_review_facility on care_review (facility_id, held_on);
