-- Series of sessions, and the refusals of a booking that the first guards did not yet know: closures, a smaller room, people kept
-- apart who would meet at the door, and what health's notices say of tools and of the size of a group.

-- The operational half of a series: where, when and for how many. Its id is also the id of the clinical half.
create table custody_series (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  room_id uuid not null references custody_room (id),
  practitioner_id uuid not null references access_user (id),
  -- ISO weekdays as bits: 1 is Monday, 64 is Sunday.
  weekdays integer not null check (weekdays between 1 and 127),
  every_weeks integer not null check (every_weeks between 1 and 12),
  -- Minutes after the beginning of a part of the day, or after local midnight.
  follows text not null check (follows in ('part', 'clock')),
  part text not null check (part in ('am', 'pm', 'eve')),
  start_minute integer not null check (start_minute between 0 and 1439),
  minutes integer not null check (minutes between 5 and 480),
  starts_on date not null,
  ends_on date,
  most integer check (most between 1 and 500),
  kit_id uuid references custody_kit (id),
  people_expected integer not null check (people_expected between 1 and 24),
  ended_at timestamptz,
  created_by uuid not null references access_user (id),
  created_at timestamptz not null,
  version integer not null,
  constraint custody_series_order check (ends_on is null or ends_on >= starts_on)
);
create index custody_series_facility on custody_series (facility_id, created_at);
create index custody_series_running on custody_series (facility_id) where ended_at is null;
create index custody_series_practitioner on custody_series (practitioner_id, created_at);

-- A day of a series that has no session: left out on purpose, or refused for a reason.
create table custody_series_day (
  series_id uuid not null references custody_series (id),
  series_date date not null,
  reason text not null check (reason in ('left_out', 'no_part', 'outside_regime', 'no_such_time', 'closed', 'taken', 'room_taken', 'practitioner_taken', 'person_taken', 'capacity', 'keep_apart', 'keep_apart_place', 'tools', 'group_size', 'nobody')),
  noted_at timestamptz not null,
  constraint custody_series_day_pk primary key (series_id, series_date)
);

-- The clinical half of a series.
create table care_series (
  id uuid primary key references custody_series (id),
  facility_id uuid not null references custody_facility (id),
  mode text not null check (mode in ('individual', 'group', 'in_cell', 'ward', 'outdoor')),
  activity_code text not null references care_activity (code),
  purpose text not null,
  programme_id uuid references care_programme (id),
  created_by uuid not null references access_user (id),
  created_at timestamptz not null,
  version integer not null
);
create index care_series_programme on care_series (programme_id) where programme_id is not null;
create table care_series_member (
  series_id uuid not null references care_series (id),
  patient_id uuid not null references care_patient (person_id),
  constraint care_series_member_pk primary key (series_id, patient_id)
);
create index care_series_member_patient on care_series_member (patient_id);
create table care_series_goal (
  series_id uuid not null references care_series (id),
  goal_id uuid not null references care_goal (id),
  patient_id uuid not null references care_patient (person_id),
  constraint care_series_goal_pk primary key (series_id, goal_id)
);

-- Which day of which series a slot is: two servers that place the same series cannot place a day twice.
alter table custody_slot add column series_id uuid references custody_series (id);
alter table custody_slot add column series_date date;
-- Moved by itself: what changes in the series or in the regime leaves it where it is.
alter table custody_slot add column series_moved boolean not null default false;
create unique index custody_slot_series_once on custody_slot (series_id, series_date);

-- A refusal that somebody has set aside for one slot at one time and place, with the reason. Who moves the slot asks again.
create table custody_override (
  id uuid primary key,
  slot_id uuid not null references custody_slot (id),
  facility_id uuid not null references custody_facility (id),
  kind text not null check (kind in ('closure', 'tools', 'group_size')),
  -- Whose notice.
  person_id uuid references custody_person (id),
  reason text not null check (reason in ('staff_on_duty', 'part_usable', 'management_agreed', 'staff_beside', 'other_tools', 'in_smaller_groups')),
  room_id uuid not null references custody_room (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_by uuid not null references access_user (id),
  created_at timestamptz not null,
  constraint custody_override_person check ((kind = 'closure') = (person_id is null)),
  constraint custody_override_reason check ((kind = 'closure') = (reason in ('staff_on_duty', 'part_usable', 'management_agreed')))
);
create index custody_override_slot on custody_override (slot_id);
create trigger custody_override_no_update before update on custody_override for each row execute function ergon_refuse('custody_override_immutable');
create trigger custody_override_no_delete before delete on custody_override for each row execute function ergon_refuse('custody_override_immutable');
create trigger custody_override_no_truncate before truncate on custody_override for each statement execute function ergon_refuse('custody_override_immutable');

create function custody_refuse(refusal text) returns void language plpgsql as $$
begin raise exception using errcode = '23514', message = refusal, constraint = refusal; end $$;

-- Whether a room of a facility is closed at some time, but for one slot that may be held all the same.
create function custody_is_closed(slot uuid, facility uuid, room uuid, since timestamptz, until timestamptz) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select 1 from custody_closure c where c.facility_id = facility and c.ended_at is null and (c.room_id is null or c.room_id = room)
      and c.ends_at > since and c.starts_at < until)
  and not exists (select 1 from custody_override o where o.slot_id = slot and o.kind = 'closure' and o.room_id = room
      and o.starts_at = since and o.ends_at = until)
$$;
-- Whether somebody from whom one of these people is kept apart is in the room at that time, or within half an hour of it.
create function custody_would_meet(slot uuid, people uuid[], room uuid, since timestamptz, until timestamptz) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select 1 from unnest(people) as p (id) join custody_keep_apart k on k.person_a = p.id or k.person_b = p.id
      join custody_claim c on c.resource_id = case when k.person_a = p.id then k.person_b else k.person_a end
      join custody_slot o on o.id = c.slot_id
    where k.starts_on <= (since at time zone 'UTC')::date and (k.ends_on is null or k.ends_on >= (since at time zone 'UTC')::date)
      and c.active and c.slot_id <> slot and o.room_id = room
      and c.starts_at < until + interval '30 minutes' and c.ends_at > since - interval '30 minutes')
$$;
-- Whether a notice of one of these people forbids a tool of the kit.
create function custody_tools_forbidden(slot uuid, people uuid[], kit uuid, since timestamptz) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select 1 from custody_notice n join custody_kit_tool kt on kt.kit_id = kit
      join custody_tool t on t.code = kt.tool_code and t.class = n.tool_class
    where n.person_id = any (people) and n.kind = 'no_tools_of_class' and n.ended_on is null
      and n.starts_on <= (since at time zone 'UTC')::date and n.expires_on >= (since at time zone 'UTC')::date
      and not exists (select 1 from custody_override o where o.slot_id = slot and o.kind = 'tools' and o.person_id = n.person_id
        and o.created_at >= n.created_at))
$$;
-- Whether a notice of one of these people asks for a smaller group.
create function custody_group_too_large(slot uuid, people uuid[], since timestamptz) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select 1 from custody_notice n
    where n.person_id = any (people) and n.kind = 'small_group' and n.ended_on is null and n.number < cardinality(people)
      and n.starts_on <= (since at time zone 'UTC')::date and n.expires_on >= (since at time zone 'UTC')::date
      and not exists (select 1 from custody_override o where o.slot_id = slot and o.kind = 'group_size' and o.person_id = n.person_id
        and o.created_at >= n.created_at))
$$;

-- Sessions that are ahead are checked: when they are asked for, when they move, when they are confirmed, and when one that was
-- ended comes back to life. What has begun is history.
create function custody_slot_guard() returns trigger language plpgsql security definer set search_path from current as $$
declare people uuid[];
begin
  if new.status not in ('requested', 'confirmed') then return new; end if;
  if tg_op = 'UPDATE' then
    if new.room_id = old.room_id and new.starts_at = old.starts_at and new.ends_at = old.ends_at and new.status = old.status then
      return new;
    end if;
  end if;
  -- What is checked here no constraint can hold: two bookings of one facility are checked one after the other.
  perform pg_advisory_xact_lock(hashtextextended(new.facility_id::text, 18));
  if custody_is_closed(new.id, new.facility_id, new.room_id, new.starts_at, new.ends_at) then perform custody_refuse('custody_slot_closed'); end if;
  if tg_op = 'INSERT' then return new; end if;
  select coalesce(array_agg(p.person_id), '{}') into people from custody_slot_person p where p.slot_id = new.id;
  if cardinality(people) > (select r.capacity from custody_room r where r.id = new.room_id) then perform custody_refuse('custody_slot_capacity'); end if;
  if custody_would_meet(new.id, people, new.room_id, new.starts_at, new.ends_at) then perform custody_refuse('custody_slot_keep_apart_place'); end if;
  if exists (
    select 1 from custody_keep_apart k where k.person_a = any (people) and k.person_b = any (people)
      and k.starts_on <= (new.starts_at at time zone 'UTC')::date and (k.ends_on is null or k.ends_on >= (new.starts_at at time zone 'UTC')::date)) then
    perform custody_refuse('custody_slot_keep_apart');
  end if;
  if custody_tools_forbidden(new.id, people, new.kit_id, new.starts_at) then perform custody_refuse('custody_slot_tools'); end if;
  if custody_group_too_large(new.id, people, new.starts_at) then perform custody_refuse('custody_slot_group_size'); end if;
  return new;
end $$;
create trigger custody_slot_closed_insert before insert on custody_slot for each row execute function custody_slot_guard();
create trigger custody_slot_guard_update before update of room_id, starts_at, ends_at, status on custody_slot
  for each row execute function custody_slot_guard();
create function custody_slot_person_notices() returns trigger language plpgsql security definer set search_path from current as $$
declare slot custody_slot; people uuid[];
begin
  select * into slot from custody_slot s where s.id = new.slot_id;
  if slot.status not in ('requested', 'confirmed') then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(slot.facility_id::text, 18));
  if custody_would_meet(slot.id, array[new.person_id], slot.room_id, new.starts_at, new.ends_at) then perform custody_refuse('custody_slot_keep_apart_place'); end if;
  if custody_tools_forbidden(slot.id, array[new.person_id], slot.kit_id, new.starts_at) then perform custody_refuse('custody_slot_tools'); end if;
  select array_agg(p.person_id) into people from custody_slot_person p where p.slot_id = new.slot_id;
  if custody_group_too_large(slot.id, coalesce(people, '{}') || new.person_id, new.starts_at) then perform custody_refuse('custody_slot_group_size'); end if;
  return new;
end $$;
create trigger custody_slot_person_guard before insert on custody_slot_person for each row execute function custody_slot_person_notices();
