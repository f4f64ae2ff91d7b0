-- Days as the place counts them, series that go on from one another, and a line for whom a lockdown keeps back.

-- The day at the place on which a session begins: by it, and not by the day of UTC, people are kept apart and notices hold. Nothing
-- where it was booked before this was kept; then the day of UTC is the nearest that is known.
alter table custody_slot add column held_on date;
-- The series from which this one goes on: it ended where this one begins.
alter table custody_series add column continues uuid references custody_series (id);

-- Somebody is kept back from a session that goes on with others.
alter table custody_change drop constraint custody_change_kind_check;
alter table custody_change add constraint custody_change_kind_check check (kind in ('wing_changed', 'cell_changed', 'court', 'hospital', 'present_again', 'released', 'transferred', 'slot_moved', 'slot_cancelled', 'slot_restored', 'regime_changed', 'room_closed', 'tool_missing', 'kept_back', 'comes_again'));

drop function custody_would_meet(uuid, uuid[], uuid, timestamptz, timestamptz);
drop function custody_tools_forbidden(uuid, uuid[], uuid, timestamptz);
drop function custody_group_too_large(uuid, uuid[], timestamptz);

create function custody_day_of(slot custody_slot) returns date language sql stable as $$
  select coalesce(slot.held_on, (slot.starts_at at time zone 'UTC')::date)
$$;
create function custody_would_meet(slot uuid, people uuid[], room uuid, since timestamptz, until timestamptz, held date) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select 1 from unnest(people) as p (id) join custody_keep_apart k on k.person_a = p.id or k.person_b = p.id
      join custody_claim c on c.resource_id = case when k.person_a = p.id then k.person_b else k.person_a end
      join custody_slot o on o.id = c.slot_id
    where k.starts_on <= held and (k.ends_on is null or k.ends_on >= held)
      and c.active and c.slot_id <> slot and o.room_id = room
      and c.starts_at < until + interval '30 minutes' and c.ends_at > since - interval '30 minutes')
$$;
create function custody_tools_forbidden(slot uuid, people uuid[], kit uuid, held date) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select 1 from custody_notice n join custody_kit_tool kt on kt.kit_id = kit
      join custody_tool t on t.code = kt.tool_code and t.class = n.tool_class
    where n.person_id = any (people) and n.kind = 'no_tools_of_class' and n.ended_on is null
      and n.starts_on <= held and n.expires_on >= held
      and not exists (select 1 from custody_override o where o.slot_id = slot and o.kind = 'tools' and o.person_id = n.person_id
        and o.created_at >= n.created_at))
$$;
create function custody_group_too_large(slot uuid, people uuid[], held date) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select 1 from custody_notice n
    where n.person_id = any (people) and n.kind = 'small_group' and n.ended_on is null and n.number < cardinality(people)
      and n.starts_on <= held and n.expires_on >= held
      and not exists (select 1 from custody_override o where o.slot_id = slot and o.kind = 'group_size' and o.person_id = n.person_id
        and o.created_at >= n.created_at))
$$;
create or replace function custody_slot_guard() returns trigger language plpgsql security definer set search_path from current as $$
declare people uuid[]; held date;
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
  held := custody_day_of(new);
  select coalesce(array_agg(p.person_id), '{}') into people from custody_slot_person p where p.slot_id = new.id;
  if cardinality(people) > (select r.capacity from custody_room r where r.id = new.room_id) then perform custody_refuse('custody_slot_capacity'); end if;
  if custody_would_meet(new.id, people, new.room_id, new.starts_at, new.ends_at, held) then perform custody_refuse('custody_slot_keep_apart_place'); end if;
  if exists (
    select 1 from custody_keep_apart k where k.person_a = any (people) and k.person_b = any (people)
      and k.starts_on <= held and (k.ends_on is null or k.ends_on >= held)) then
    perform custody_refuse('custody_slot_keep_apart');
  end if;
  if custody_tools_forbidden(new.id, people, new.kit_id, held) then perform custody_refuse('custody_slot_tools'); end if;
  if custody_group_too_large(new.id, people, held) then perform custody_refuse('custody_slot_group_size'); end if;
  return new;
end $$;
create or replace function custody_slot_person_notices() returns trigger language plpgsql security definer set search_path from current as $$
declare slot custody_slot; people uuid[];
begin
  select * into slot from custody_slot s where s.id = new.slot_id;
  if slot.status not in ('requested', 'confirmed') then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended(slot.facility_id::text, 18));
  if custody_would_meet(slot.id, array[new.person_id], slot.room_id, new.starts_at, new.ends_at, custody_day_of(slot)) then
    perform custody_refuse('custody_slot_keep_apart_place');
  end if;
  if custody_tools_forbidden(slot.id, array[new.person_id], slot.kit_id, custody_day_of(slot)) then perform custody_refuse('custody_slot_tools'); end if;
  select array_agg(p.person_id) into people from custody_slot_person p where p.slot_id = new.slot_id;
  if custody_group_too_large(slot.id, coalesce(people, '{}') || new.person_id, custody_day_of(slot)) then
    perform custody_refuse('custody_slot_group_size');
  end if;
  return new;
end $$;
create or replace function custody_slot_person_guard() returns trigger language plpgsql security definer set search_path from current as $$
declare slot custody_slot;
begin
  -- The slot's row is locked, so that two bookings of the last place cannot both see it free.
  select * into slot from custody_slot s where s.id = new.slot_id for update;
  if (select count(*) from custody_slot_person p where p.slot_id = new.slot_id) >=
     (select r.capacity from custody_room r where r.id = slot.room_id) then
    raise exception using errcode = '23514', message = 'custody_slot_capacity', constraint = 'custody_slot_capacity';
  end if;
  if exists (
    select 1 from custody_keep_apart k join custody_slot_person p
      on (p.person_id = k.person_a and k.person_b = new.person_id) or (p.person_id = k.person_b and k.person_a = new.person_id)
    where p.slot_id = new.slot_id and k.starts_on <= custody_day_of(slot) and (k.ends_on is null or k.ends_on >= custody_day_of(slot))) then
    raise exception using errcode = '23514', message = 'custody_slot_keep_apart', constraint = 'custody_slot_keep_apart';
  end if;
  return new;
end $$;
