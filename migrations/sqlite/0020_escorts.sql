-- Escorts as a resource, restraints, who stood where; and lockdowns, with what each of them touched.

-- How many officers there are to escort: for a weekday of every week, or for one day in place of that.
create table custody_escort_supply (
  id blob primary key,
  facility_id blob not null references custody_facility (id),
  weekday integer check (weekday between 1 and 7),
  on_date text,
  part text not null check (part in ('am', 'pm', 'eve')),
  officers integer not null check (officers between 0 and 99),
  -- Of these; the others are men.
  women integer not null,
  set_by blob not null references access_user (id),
  set_at text not null,
  version integer not null,
  constraint custody_escort_supply_when check ((weekday is null) <> (on_date is null)),
  constraint custody_escort_supply_women check (women between 0 and officers)
) strict;
create unique index custody_escort_supply_week on custody_escort_supply (facility_id, weekday, part) where weekday is not null;
create unique index custody_escort_supply_day on custody_escort_supply (facility_id, on_date, part) where on_date is not null;

-- Whether the escort must be of women or of men.
alter table custody_slot add column escort_gender text not null default 'any' check (escort_gender in ('any', 'women', 'men'));

-- What is done about an escort, each step kept. Steps of one session are numbered, so that two officers cannot take the same one.
create table custody_escort_event (
  id blob primary key,
  slot_id blob not null references custody_slot (id),
  facility_id blob not null references custody_facility (id),
  step_no integer not null check (step_no > 0),
  step text not null check (step in ('accepted', 'declined', 'collected', 'arrived', 'returned', 'taken_back')),
  reason text check (reason in ('no_escort', 'no_officer', 'operational', 'training', 'security', 'other')),
  at text not null,
  recorded_by blob not null references access_user (id),
  recorded_at text not null,
  constraint custody_escort_event_once unique (slot_id, step_no),
  constraint custody_escort_event_reason check ((step = 'declined') = (reason is not null))
) strict;
create index custody_escort_event_time on custody_escort_event (facility_id, recorded_at);
create trigger custody_escort_event_no_update before update on custody_escort_event begin select raise(abort, 'custody_escort_event_immutable'); end;
create trigger custody_escort_event_no_delete before delete on custody_escort_event begin select raise(abort, 'custody_escort_event_immutable'); end;

-- What was decided about restraining one person on the way to one session. The last row holds; why stays on this side of the wall.
create table custody_restraint (
  id blob primary key,
  slot_id blob not null references custody_slot (id),
  person_id blob not null references custody_person (id),
  decision text not null check (decision in ('none', 'on_the_way', 'throughout')),
  reason text check (reason in ('escape', 'violence', 'self_protection', 'order_of_court', 'other')),
  words text not null,
  decided_by blob not null references access_user (id),
  decided_at text not null,
  constraint custody_restraint_reason check ((decision = 'none') = (reason is null))
) strict;
create index custody_restraint_slot on custody_restraint (slot_id, decided_at);
create trigger custody_restraint_no_update before update on custody_restraint begin select raise(abort, 'custody_restraint_immutable'); end;
create trigger custody_restraint_no_delete before delete on custody_restraint begin select raise(abort, 'custody_restraint_immutable'); end;

-- Where officers really stood during a session, as custody reports it. The last row holds.
create table custody_officer_presence (
  id blob primary key,
  slot_id blob not null references custody_slot (id),
  presence text not null check (presence in ('none', 'in_sight', 'in_room')),
  reported_by blob not null references access_user (id),
  reported_at text not null
) strict;
create index custody_officer_presence_slot on custody_officer_presence (slot_id, reported_at);
create trigger custody_officer_presence_no_update before update on custody_officer_presence begin select raise(abort, 'custody_officer_presence_immutable'); end;
create trigger custody_officer_presence_no_delete before delete on custody_officer_presence begin select raise(abort, 'custody_officer_presence_immutable'); end;

-- Many sessions cancelled at once. Its id comes with the form, so that a form sent twice makes one.
create table custody_lockdown (
  id blob primary key,
  facility_id blob not null references custody_facility (id),
  scope text not null check (scope in ('wing', 'building', 'facility')),
  building text not null,
  starts_at text not null,
  ends_at text not null,
  reason text not null check (reason in ('lockdown', 'no_escort', 'no_officer', 'operational', 'training', 'security', 'other')),
  created_by blob not null references access_user (id),
  created_at text not null,
  undone_by blob references access_user (id),
  undone_at text,
  version integer not null,
  constraint custody_lockdown_order check (starts_at < ends_at),
  constraint custody_lockdown_undone check ((undone_by is null) = (undone_at is null)),
  constraint custody_lockdown_building check ((scope = 'building') = (building <> ''))
) strict;
create index custody_lockdown_time on custody_lockdown (facility_id, ends_at);
-- The wings it is about; none where it is the whole facility.
create table custody_lockdown_wing (
  lockdown_id blob not null references custody_lockdown (id),
  wing_id blob not null references custody_wing (id),
  constraint custody_lockdown_wing_pk primary key (lockdown_id, wing_id)
) strict;
-- Sessions and people as they were before, the version that it left, and what became of them when it was undone.
create table custody_lockdown_slot (
  lockdown_id blob not null references custody_lockdown (id),
  slot_id blob not null references custody_slot (id),
  earlier_status text not null check (earlier_status in ('requested', 'confirmed')),
  left_version integer not null,
  outcome text check (outcome in ('restored', 'changed', 'taken', 'over', 'held')),
  constraint custody_lockdown_slot_pk primary key (lockdown_id, slot_id)
) strict;
create table custody_lockdown_person (
  lockdown_id blob not null references custody_lockdown (id),
  slot_id blob not null references custody_slot (id),
  person_id blob not null references custody_person (id),
  earlier_movement text not null check (earlier_movement in ('expected', 'unlocked')),
  earlier_moved_at text,
  left_version integer not null,
  outcome text check (outcome in ('restored', 'changed', 'taken', 'over', 'held')),
  constraint custody_lockdown_person_pk primary key (lockdown_id, slot_id, person_id)
) strict;

-- While a lockdown holds nothing is booked into it: neither a session nor, where it is of some wings, somebody who lives there.
-- What really took place is recorded all the same.
create trigger custody_lockdown_holds_insert before insert on custody_slot
when new.status in ('requested', 'confirmed') and exists (
  select 1 from custody_lockdown l where l.facility_id = new.facility_id and l.ends_at > new.starts_at and l.starts_at < new.ends_at
    and l.scope = 'facility' and l.undone_at is null)
begin select raise(abort, 'custody_lockdown_holds'); end;
create trigger custody_lockdown_holds_update before update of starts_at, ends_at, status on custody_slot
when new.status in ('requested', 'confirmed')
  and (old.status not in ('requested', 'confirmed', 'in_progress') or old.starts_at <> new.starts_at or old.ends_at <> new.ends_at)
  and exists (
  select 1 from custody_lockdown l where l.facility_id = new.facility_id and l.ends_at > new.starts_at and l.starts_at < new.ends_at
    and l.undone_at is null and (l.scope = 'facility' or exists (
      select 1 from custody_lockdown_wing w join custody_person p on p.wing_id = w.wing_id
        join custody_slot_person sp on sp.person_id = p.id
      where w.lockdown_id = l.id and sp.slot_id = new.id and sp.movement <> 'not_brought')))
begin select raise(abort, 'custody_lockdown_holds'); end;
create trigger custody_lockdown_holds_person before insert on custody_slot_person
when new.movement = 'expected' and exists (
  select 1 from custody_lockdown l join custody_lockdown_wing w on w.lockdown_id = l.id
    join custody_person p on p.wing_id = w.wing_id
  where l.facility_id = new.facility_id and l.ends_at > new.starts_at and l.starts_at < new.ends_at and l.undone_at is null
    and p.id = new.person_id)
  and exists (select 1 from custody_slot s where s.id = new.slot_id and s.status in ('requested', 'confirmed'))
begin select raise(abort, 'custody_lockdown_holds'); end;
