-- Days as the place counts them, series that go on from one another, and a line for whom a lockdown keeps back.

-- The day at the place on which a session begins: by it, and not by the day of UTC, people are kept apart and notices hold. Nothing
-- where it was booked before this was kept; then the day of UTC is the nearest that is known.
alter table custody_slot add column held_on text;
-- The series from which this one goes on: it ended where this one begins.
alter table custody_series add column continues blob references custody_series (id);

-- Somebody is kept back from a session that goes on with others.
create table custody_change_now (
  id blob primary key,
  facility_id blob not null references custody_facility (id),
  person_id blob references custody_person (id),
  slot_id blob references custody_slot (id),
  kind text not null constraint custody_change_kind_check check (kind in ('wing_changed', 'cell_changed', 'court', 'hospital', 'present_again', 'released', 'transferred', 'slot_moved', 'slot_cancelled', 'slot_restored', 'regime_changed', 'room_closed', 'tool_missing', 'kept_back', 'comes_again')),
  reason text check (reason in ('lockdown', 'no_escort', 'no_officer', 'room_unavailable', 'operational', 'training', 'security', 'clash', 'other', 'health')),
  -- What it was and what it is: wing and cell, or two times as ISO text. Never words.
  earlier text not null,
  later text not null,
  -- Sessions ahead that it touches.
  touched integer not null,
  happened_at text not null,
  created_at text not null,
  custody_seen_by blob references access_user (id),
  custody_seen_at text,
  care_seen_by blob references access_user (id),
  care_seen_at text,
  version integer not null,
  constraint custody_change_about check (person_id is not null or slot_id is not null or kind in ('regime_changed', 'room_closed'))
) strict;
insert into custody_change_now select * from custody_change;
drop table custody_change;
alter table custody_change_now rename to custody_change;
create index custody_change_custody on custody_change (facility_id, created_at) where custody_seen_at is null;
create index custody_change_care on custody_change (facility_id, created_at) where care_seen_at is null;
create index custody_change_time on custody_change (facility_id, created_at);

drop trigger custody_slot_guard_update;
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
    where p.slot_id = new.id and k.starts_on <= coalesce(new.held_on, substr(new.starts_at, 1, 10))
      and (k.ends_on is null or k.ends_on >= coalesce(new.held_on, substr(new.starts_at, 1, 10)))
      and c.active = 1 and c.slot_id <> new.id and o.room_id = new.room_id
      and c.starts_at >= date(new.starts_at, '-1 day') and c.starts_at < date(new.starts_at, '+2 days')
      and unixepoch(c.starts_at) < unixepoch(new.ends_at) + 1800 and unixepoch(c.ends_at) > unixepoch(new.starts_at) - 1800);
  select raise(abort, 'custody_slot_keep_apart') where exists (
    select 1 from custody_slot_person p join custody_keep_apart k on k.person_a = p.person_id
      join custody_slot_person q on q.slot_id = p.slot_id and q.person_id = k.person_b
    where p.slot_id = new.id and k.starts_on <= coalesce(new.held_on, substr(new.starts_at, 1, 10))
      and (k.ends_on is null or k.ends_on >= coalesce(new.held_on, substr(new.starts_at, 1, 10))));
  select raise(abort, 'custody_slot_tools') where exists (
    select 1 from custody_slot_person p join custody_notice n on n.person_id = p.person_id and n.kind = 'no_tools_of_class'
      join custody_kit_tool kt on kt.kit_id = new.kit_id join custody_tool t on t.code = kt.tool_code and t.class = n.tool_class
    where p.slot_id = new.id and n.ended_on is null and n.starts_on <= coalesce(new.held_on, substr(new.starts_at, 1, 10))
      and n.expires_on >= coalesce(new.held_on, substr(new.starts_at, 1, 10))
      and not exists (select 1 from custody_override o where o.slot_id = new.id and o.kind = 'tools' and o.person_id = p.person_id
        and o.created_at >= n.created_at));
  select raise(abort, 'custody_slot_group_size') where exists (
    select 1 from custody_slot_person p join custody_notice n on n.person_id = p.person_id and n.kind = 'small_group'
    where p.slot_id = new.id and n.ended_on is null and n.starts_on <= coalesce(new.held_on, substr(new.starts_at, 1, 10))
      and n.expires_on >= coalesce(new.held_on, substr(new.starts_at, 1, 10))
      and n.number < (select count(*) from custody_slot_person q where q.slot_id = new.id)
      and not exists (select 1 from custody_override o where o.slot_id = new.id and o.kind = 'group_size' and o.person_id = p.person_id
        and o.created_at >= n.created_at));
end;
drop trigger custody_slot_person_apart;
create trigger custody_slot_person_apart before insert on custody_slot_person
when exists (
  select 1 from custody_keep_apart k join custody_slot_person p
    on (p.person_id = k.person_a and k.person_b = new.person_id) or (p.person_id = k.person_b and k.person_a = new.person_id)
    join custody_slot s on s.id = p.slot_id
  where p.slot_id = new.slot_id and k.starts_on <= coalesce(s.held_on, substr(s.starts_at, 1, 10))
    and (k.ends_on is null or k.ends_on >= coalesce(s.held_on, substr(s.starts_at, 1, 10))))
begin select raise(abort, 'custody_slot_keep_apart'); end;
drop trigger custody_slot_person_guard;
create trigger custody_slot_person_guard before insert on custody_slot_person
when (select s.status from custody_slot s where s.id = new.slot_id) in ('requested', 'confirmed')
begin
  select raise(abort, 'custody_slot_keep_apart_place') where exists (
    select 1 from custody_slot s join custody_keep_apart k on k.person_a = new.person_id or k.person_b = new.person_id
      join custody_claim c on c.resource_id = case when k.person_a = new.person_id then k.person_b else k.person_a end
      join custody_slot o on o.id = c.slot_id
    where s.id = new.slot_id
      and k.starts_on <= coalesce(s.held_on, substr(s.starts_at, 1, 10)) and (k.ends_on is null or k.ends_on >= coalesce(s.held_on, substr(s.starts_at, 1, 10)))
      and c.active = 1 and c.slot_id <> new.slot_id and o.room_id = s.room_id
      and c.starts_at >= date(new.starts_at, '-1 day') and c.starts_at < date(new.starts_at, '+2 days')
      and unixepoch(c.starts_at) < unixepoch(new.ends_at) + 1800 and unixepoch(c.ends_at) > unixepoch(new.starts_at) - 1800);
  select raise(abort, 'custody_slot_tools') where exists (
    select 1 from custody_notice n join custody_slot s on s.id = new.slot_id
      join custody_kit_tool kt on kt.kit_id = s.kit_id join custody_tool t on t.code = kt.tool_code and t.class = n.tool_class
    where n.person_id = new.person_id and n.kind = 'no_tools_of_class' and n.ended_on is null
      and n.starts_on <= coalesce(s.held_on, substr(s.starts_at, 1, 10)) and n.expires_on >= coalesce(s.held_on, substr(s.starts_at, 1, 10))
      and not exists (select 1 from custody_override o where o.slot_id = new.slot_id and o.kind = 'tools' and o.person_id = new.person_id
        and o.created_at >= n.created_at));
  select raise(abort, 'custody_slot_group_size') where exists (
    select 1 from custody_slot s join custody_notice n on n.person_id = new.person_id
      or n.person_id in (select p.person_id from custody_slot_person p where p.slot_id = new.slot_id)
    where s.id = new.slot_id and n.kind = 'small_group' and n.ended_on is null
      and n.starts_on <= coalesce(s.held_on, substr(s.starts_at, 1, 10)) and n.expires_on >= coalesce(s.held_on, substr(s.starts_at, 1, 10))
      and n.number < 1 + (select count(*) from custody_slot_person q where q.slot_id = new.slot_id)
      and not exists (select 1 from custody_override o where o.slot_id = new.slot_id and o.kind = 'group_size' and o.person_id = n.person_id
        and o.created_at >= n.created_at));
end;
