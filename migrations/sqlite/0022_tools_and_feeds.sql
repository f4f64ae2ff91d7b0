-- Tools counted out and in, what became of those that were missing, and the addresses at which calendars are subscribed to.

-- What a facility keeps otherwise in one of its rooms: another number of a tool of the kit, none of it, or a tool that is only there.
create table custody_kit_room_tool (
  kit_id blob not null references custody_kit (id),
  room_id blob not null references custody_room (id),
  tool_code text not null references custody_tool (code),
  count integer not null check (count between 0 and 99),
  changed_by blob not null references access_user (id),
  changed_at text not null,
  constraint custody_kit_room_tool_pk primary key (kit_id, room_id, tool_code)
) strict;

-- One count by two people. Where and when the session was stands here as it was then: a count is evidence, and those who inspect it
-- need not look into the schedule.
create table custody_tool_count (
  id blob primary key,
  slot_id blob not null references custody_slot (id),
  facility_id blob not null references custody_facility (id),
  room_id blob not null references custody_room (id),
  label_letter text not null,
  session_at text not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('out', 'in')),
  counted_at text not null,
  counted_by blob not null references access_user (id),
  counted_initials text not null,
  second_by blob not null references access_user (id),
  second_initials text not null,
  -- On the way back: a number is not the one that went out.
  differs integer not null,
  constraint custody_tool_count_key unique (slot_id, number),
  constraint custody_tool_count_two check (counted_by <> second_by),
  constraint custody_tool_count_out check (kind = 'in' or number = 1)
) strict;
create index custody_tool_count_time on custody_tool_count (facility_id, session_at, id);
create index custody_tool_count_differs on custody_tool_count (facility_id, session_at) where differs;

create table custody_tool_count_row (
  count_id blob not null references custody_tool_count (id),
  tool_code text not null references custody_tool (code),
  -- Out: what the kit says. In: what went out.
  expected integer not null check (expected between 0 and 99),
  counted integer not null check (counted between 0 and 99),
  constraint custody_tool_count_row_pk primary key (count_id, tool_code)
) strict;

-- What a coordinator decided about a count that did not agree.
create table custody_tool_decision (
  count_id blob primary key references custody_tool_count (id),
  reason text not null check (reason in ('found', 'broken', 'lost', 'under_investigation')),
  decided_by blob not null references access_user (id),
  decided_at text not null
) strict;
create trigger custody_tool_count_no_update before update on custody_tool_count begin select raise(abort, 'custody_tool_count_immutable'); end;
create trigger custody_tool_count_no_delete before delete on custody_tool_count begin select raise(abort, 'custody_tool_count_immutable'); end;
create trigger custody_tool_count_row_no_update before update on custody_tool_count_row begin select raise(abort, 'custody_tool_count_row_immutable'); end;
create trigger custody_tool_count_row_no_delete before delete on custody_tool_count_row begin select raise(abort, 'custody_tool_count_row_immutable'); end;
create trigger custody_tool_decision_no_update before update on custody_tool_decision begin select raise(abort, 'custody_tool_decision_immutable'); end;
create trigger custody_tool_decision_no_delete before delete on custody_tool_decision begin select raise(abort, 'custody_tool_decision_immutable'); end;

-- What went out has come back, or somebody has answered for it, before a session is over.
create trigger custody_slot_tools_out before update of status on custody_slot
when new.status = 'completed' and old.status <> 'completed'
  and exists (select 1 from custody_tool_count o where o.slot_id = new.id)
  and not exists (
    select 1 from custody_tool_count c where c.slot_id = new.id and c.kind = 'in'
      and c.number = (select max(m.number) from custody_tool_count m where m.slot_id = new.id)
      and (c.differs = 0 or exists (select 1 from custody_tool_decision d where d.count_id = c.id)))
begin select raise(abort, 'custody_slot_tools_out'); end;

-- A calendar's address. Only what it hashes to is kept: who reads this table cannot read the calendar.
create table access_feed (
  id blob primary key,
  user_id blob not null references access_user (id),
  kind text not null check (kind in ('own', 'room', 'facility')),
  facility_id blob not null references custody_facility (id),
  room_id blob references custody_room (id),
  token_hash blob not null constraint access_feed_token_key unique,
  created_at text not null,
  revoked_at text,
  fetched_at text,
  constraint access_feed_room check ((kind = 'room') = (room_id is not null))
) strict;
create index access_feed_user on access_feed (user_id, created_at) where revoked_at is null;
