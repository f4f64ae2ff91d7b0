-- Series of sessions, and the refusals of a booking that the first guards did not yet know: closures, a smaller room, people kept
-- apart who would meet at the door, and what health's notices say of tools and of the size of a group.

-- The operational half of a series: where, when and for how many. Its id is also the id of the clinical half.
create table custody_series (
  id blob primary key,
  facility_id blob not null references custody_facility (id),
  room_id blob not null references custody_room (id),
  practitioner_id blob not null references access_user (id),
  -- ISO weekdays as bits: 1 is Monday, 64 is Sunday.
  weekdays integer not null check (weekdays between 1 and 127),
  every_weeks integer not null check (every_weeks between 1 and 12),
  -- Minutes after the beginning of a part of the day, or after local midnight.
  follows text not null check (follows in ('part', 'clock')),
  part text not null check (part in ('am', 'pm', 'eve')),
  start_minute integer not null check (start_minute between 0 and 1439),
  minutes integer not null check (minutes between 5 and 480),
  starts_on text not null,
  ends_on text,
  most integer check (most between 1 and 500),
  kit_id blob references custody_kit (id),
  people_expected integer not null check (people_expected between 1 and 24),
  ended_at text,
  created_by blob not null references access_user (id),
  created_at text not null,
  version integer not null,
  constraint custody_series_order check (ends_on is null or ends_on >= starts_on)
) strict;
create index custody_series_facility on custody_series (facility_id, created_at);
create index custody_series_running on custody_series (facility_id) where ended_at is null;
create index custody_series_practitioner on custody_series (practitioner_id, created_at);

-- A day of a series that has no session: left out on purpose, or refused for a reason.
create table custody_series_day (
  series_id blob not null references custody_series (id),
  series_date text not null,
  reason text not null check (reason in ('left_out', 'no_part', 'outside_regime', 'no_such_time', 'closed', 'taken', 'room_taken', 'practitioner_taken', 'person_taken', 'capacity', 'keep_apart', 'keep_apart_place', 'tools', 'group_size', 'nobody')),
  noted_at text not null,
  constraint custody_series_day_pk primary key (series_id, series_date)
) strict;

-- The clinical half of a series.
create table care_series (
  id blob primary key references custody_series (id),
  facility_id blob not null references custody_facility (id),
  mode text not null check (mode in ('individual', 'group', 'in_cell', 'ward', 'outdoor')),
  activity_code text not null references care_activity (code),
  purpose text not null,
  programme_id blob references care_programme (id),
  created_by blob not null references access_user (id),
  created_at text not null,
  version integer not null
) strict;
create index care_series_programme on care_series (programme_id) where programme_id is not null;
create table care_series_member (
  series_id blob not null references care_series (id),
  patient_id blob not null references care_patient (person_id),
  constraint care_series_member_pk primary key (series_id, patient_id)
) strict;
create index care_series_member_patient on care_series_member (patient_id);
create table care_series_goal (
  series_id blob not null references care_series (id),
  goal_id blob not null references care_goal (id),
  patient_id blob not null references care_patient (person_id),
  constraint care_series_goal_pk primary key (series_id, goal_id)
) strict;

-- Which day of which series a slot is: two servers that place the same series cannot place a day twice.
alter table custody_slot add column series_id blob references custody_series (id);
alter table custody_slot add column series_date text;
-- Moved by itself: what changes in the series or in the regime leaves it where it is.
alter table custody_slot add column series_moved integer not null default 0;
create unique index custody_slot_series_once on custody_slot (series_id, series_date);

-- A refusal that somebody has set aside for one slot at one time and place, with the reason. Who moves the slot asks again.
create table custody_override (
  id blob primary key,
  slot_id blob not null references custody_slot (id),
  facility_id blob not null references custody_facility (id),
  kind text not null check (kind in ('closure', 'tools', 'group_size')),
  -- Whose notice.
  person_id blob references custody_person (id),
  reason text not null check (reason in ('staff_on_duty', 'part_usable', 'management_agreed', 'staff_beside', 'other_tools', 'in_smaller_groups')),
  room_id blob not null references custody_room (id),
  starts_at text not null,
  ends_at text not null,
  created_by blob not null references access_user (id),
  created_at text not null,
  constraint custody_override_person check ((kind = 'closure') = (person_id is null)),
  constraint custody_override_reason check ((kind = 'closure') = (reason in ('staff_on_duty', 'part_usable', 'management_agreed')))
) strict;
create index custody_override_slot on custody_override (slot_id);
create trigger custody_override_no_update before update on custody_override begin select raise(abort, 'custody_override_immutable'); end;
create trigger custody_override_no_delete before delete on custody_override begin select raise(abort, 'custody_override_immutable'); end;

-- A slot that moves in time and place at once gives up its old room and takes the new one in one step.
drop trigger custody_slot_reclaims;
create trigger custody_slot_reclaims after update of room_id, practitioner_id, starts_at, ends_at, status on custody_slot begin
  update custody_claim set starts_at = new.starts_at, ends_at = new.ends_at,
    resource_id = case kind when 'room' then new.room_id when 'practitioner' then new.practitioner_id else resource_id end,
    active = new.status not in ('declined', 'cancelled', 'not_held') where slot_id = new.id;
  update custody_slot_person set starts_at = new.starts_at, ends_at = new.ends_at
    where slot_id = new.id and (starts_at <> new.starts_at or ends_at <> new.ends_at);
end;

-- Sessions that are ahead are checked: when they are asked for, when they move, when they are confirmed, and when one that was
-- ended comes back to life. What has begun is history.
create trigger custody_slot_closed_insert before insert on custody_slot
when new.status in ('requested', 'confirmed') and exists (
  select 1 from custody_closure c where c.facility_id = new.facility_id and c.ended_at is null and (c.room_id is null or c.room_id = new.room_id)
    and c.ends_at > new.starts_at and c.starts_at < new.ends_at)
begin select raise(abort, 'custody_slot_closed'); end;
create trigger custody_slot_guard_update before update of room_id, starts_at, ends_at, status on custody_slot
when new.status in ('requested', 'confirmed') and (new.room_id <> old.room_id or new.starts_at <> old.starts_at or new.ends_at <> old.ends_at
  or new.status <> old.status)
begin
  select raise(abort, 'custody_slot_closed') where exists (
    select 1 from custody_closure c where c.facility_id = new.facility_id and c.ended_at is null and (c.room_id is null or c.room_id = new.room_id)
      and c.ends_at > new.starts_at and c.starts_at < new.ends_at)
    and not exists (select 1 from custody_override o where o.slot_id = new.id and o.kind = 'closure' and o.room_id = new.room_id
      and o.starts_at = new.starts_at and o.ends_at = new.ends_at);
  select raise(abort, 'custody_slot_capacity') where
    (select count(*) from custody_slot_person p where p.slot_id = new.id) > (select r.capacity from custody_room r where r.id = new.room_id);
  select raise(abort, 'custody_slot_keep_apart_place') where exists (
    select 1 from custody_slot_person p join custody_keep_apart k on k.person_a = p.person_id or k.person_b = p.person_id
      join custody_claim c on c.resource_id = case when k.person_a = p.person_id then k.person_b else k.person_a end
      join custody_slot o on o.id = c.slot_id
    where p.slot_id = new.id and k.starts_on <= substr(new.starts_at, 1, 10) and (k.ends_on is null or k.ends_on >= substr(new.starts_at, 1, 10))
      and c.active = 1 and c.slot_id <> new.id and o.room_id = new.room_id
      and c.starts_at >= date(new.starts_at, '-1 day') and c.starts_at < date(new.starts_at, '+2 days')
      and unixepoch(c.starts_at) < unixepoch(new.ends_at) + 1800 and unixepoch(c.ends_at) > unixepoch(new.starts_at) - 1800);
  select raise(abort, 'custody_slot_keep_apart') where exists (
    select 1 from custody_slot_person p join custody_keep_apart k on k.person_a = p.person_id
      join custody_slot_person q on q.slot_id = p.slot_id and q.person_id = k.person_b
    where p.slot_id = new.id and k.starts_on <= substr(new.starts_at, 1, 10) and (k.ends_on is null or k.ends_on >= substr(new.starts_at, 1, 10)));
  select raise(abort, 'custody_slot_tools') where exists (
    select 1 from custody_slot_person p join custody_notice n on n.person_id = p.person_id and n.kind = 'no_tools_of_class'
      join custody_kit_tool kt on kt.kit_id = new.kit_id join custody_tool t on t.code = kt.tool_code and t.class = n.tool_class
    where p.slot_id = new.id and n.ended_on is null and n.starts_on <= substr(new.starts_at, 1, 10) and n.expires_on >= substr(new.starts_at, 1, 10)
      and not exists (select 1 from custody_override o where o.slot_id = new.id and o.kind = 'tools' and o.person_id = p.person_id
        and o.created_at >= n.created_at));
  select raise(abort, 'custody_slot_group_size') where exists (
    select 1 from custody_slot_person p join custody_notice n on n.person_id = p.person_id and n.kind = 'small_group'
    where p.slot_id = new.id and n.ended_on is null and n.starts_on <= substr(new.starts_at, 1, 10) and n.expires_on >= substr(new.starts_at, 1, 10)
      and n.number < (select count(*) from custody_slot_person q where q.slot_id = new.id)
      and not exists (select 1 from custody_override o where o.slot_id = new.id and o.kind = 'group_size' and o.person_id = p.person_id
        and o.created_at >= n.created_at));
end;
create trigger custody_slot_person_guard before insert on custody_slot_person
when (select s.status from custody_slot s where s.id = new.slot_id) in ('requested', 'confirmed')
begin
  select raise(abort, 'custody_slot_keep_apart_place') where exists (
    select 1 from custody_keep_apart k
      join custody_claim c on c.resource_id = case when k.person_a = new.person_id then k.person_b else k.person_a end
      join custody_slot o on o.id = c.slot_id
    where (k.person_a = new.person_id or k.person_b = new.person_id)
      and k.starts_on <= substr(new.starts_at, 1, 10) and (k.ends_on is null or k.ends_on >= substr(new.starts_at, 1, 10))
      and c.active = 1 and c.slot_id <> new.slot_id and o.room_id = (select s.room_id from custody_slot s where s.id = new.slot_id)
      and c.starts_at >= date(new.starts_at, '-1 day') and c.starts_at < date(new.starts_at, '+2 days')
      and unixepoch(c.starts_at) < unixepoch(new.ends_at) + 1800 and unixepoch(c.ends_at) > unixepoch(new.starts_at) - 1800);
  select raise(abort, 'custody_slot_tools') where exists (
    select 1 from custody_notice n join custody_slot s on s.id = new.slot_id
      join custody_kit_tool kt on kt.kit_id = s.kit_id join custody_tool t on t.code = kt.tool_code and t.class = n.tool_class
    where n.person_id = new.person_id and n.kind = 'no_tools_of_class' and n.ended_on is null
      and n.starts_on <= substr(new.starts_at, 1, 10) and n.expires_on >= substr(new.starts_at, 1, 10)
      and not exists (select 1 from custody_override o where o.slot_id = new.slot_id and o.kind = 'tools' and o.person_id = new.person_id
        and o.created_at >= n.created_at));
  select raise(abort, 'custody_slot_group_size') where exists (
    select 1 from custody_notice n
    where (n.person_id = new.person_id or n.person_id in (select p.person_id from custody_slot_person p where p.slot_id = new.slot_id))
      and n.kind = 'small_group' and n.ended_on is null
      and n.starts_on <= substr(new.starts_at, 1, 10) and n.expires_on >= substr(new.starts_at, 1, 10)
      and n.number < 1 + (select count(*) from custody_slot_person q where q.slot_id = new.slot_id)
      and not exists (select 1 from custody_override o where o.slot_id = new.slot_id and o.kind = 'group_size' and o.person_id = n.person_id
        and o.created_at >= n.created_at));
end;
