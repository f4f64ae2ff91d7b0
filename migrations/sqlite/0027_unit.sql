-- The unit's page: sessions that wait for a signature are found by index, and everybody keeps filters of their own.

-- Signing completes a slot, so those that are still live when they have ended are few, however long the record is.
create index custody_slot_held on custody_slot (facility_id, ends_at) where status in ('confirmed', 'in_progress');

create table care_saved_filter (
  id blob primary key,
  user_id blob not null references access_user (id),
  name text not null,
  query text not null,
  is_default integer not null,
  created_at text not null,
  constraint care_saved_filter_named check (trim(name) <> ''),
  constraint care_saved_filter_name_key unique (user_id, name)
) strict;
create unique index care_saved_filter_default on care_saved_filter (user_id) where is_default;
