-- What no code may do, said by the database itself. The names of these refusals come back as messages in `kit::db::refusal`.

create extension if not exists btree_gist;

-- Raises the name in its first argument, as a constraint violation, so that one reader of errors serves both engines.
create function ergon_refuse() returns trigger language plpgsql as $$
begin raise exception using errcode = '23514', message = tg_argv[0], constraint = tg_argv[0]; end $$;

create trigger access_entry_no_update before update on access_entry for each row execute function ergon_refuse('access_entry_immutable');
create trigger access_entry_no_delete before delete on access_entry for each row execute function ergon_refuse('access_entry_immutable');
create trigger access_entry_no_truncate before truncate on access_entry for each statement execute function ergon_refuse('access_entry_immutable');
create trigger access_seal_no_update before update on access_seal for each row execute function ergon_refuse('access_seal_immutable');
create trigger access_seal_no_delete before delete on access_seal for each row execute function ergon_refuse('access_seal_immutable');
create trigger access_seal_no_truncate before truncate on access_seal for each statement execute function ergon_refuse('access_seal_immutable');
create trigger access_seal_batch_no_update before update on access_seal_batch for each row execute function ergon_refuse('access_seal_batch_immutable');
create trigger access_seal_batch_no_delete before delete on access_seal_batch for each row execute function ergon_refuse('access_seal_batch_immutable');
create trigger access_seal_batch_no_truncate before truncate on access_seal_batch for each statement execute function ergon_refuse('access_seal_batch_immutable');
create trigger access_key_no_update before update on access_key for each row execute function ergon_refuse('access_key_immutable');
create trigger access_key_no_delete before delete on access_key for each row execute function ergon_refuse('access_key_immutable');
create trigger access_key_no_truncate before truncate on access_key for each statement execute function ergon_refuse('access_key_immutable');
create trigger custody_movement_no_update before update on custody_movement for each row execute function ergon_refuse('custody_movement_immutable');
create trigger custody_movement_no_delete before delete on custody_movement for each row execute function ergon_refuse('custody_movement_immutable');
create trigger custody_movement_no_truncate before truncate on custody_movement for each statement execute function ergon_refuse('custody_movement_immutable');
create trigger care_goal_rating_no_update before update on care_goal_rating for each row execute function ergon_refuse('care_goal_rating_immutable');
create trigger care_goal_rating_no_delete before delete on care_goal_rating for each row execute function ergon_refuse('care_goal_rating_immutable');
create trigger care_goal_rating_no_truncate before truncate on care_goal_rating for each statement execute function ergon_refuse('care_goal_rating_immutable');
create trigger care_note_no_update before update on care_note for each row execute function ergon_refuse('care_note_immutable');
create trigger care_note_no_delete before delete on care_note for each row execute function ergon_refuse('care_note_immutable');
create trigger care_note_no_truncate before truncate on care_note for each statement execute function ergon_refuse('care_note_immutable');

-- A participation is part of the signed note from the moment it is signed.
create trigger care_participation_no_update before update on care_participation for each row when (old.signed_at is not null) execute function ergon_refuse('care_participation_immutable');
create trigger care_participation_no_delete before delete on care_participation for each row when (old.signed_at is not null) execute function ergon_refuse('care_participation_immutable');
create function care_participation_goal_guard() returns trigger language plpgsql as $$
declare r care_participation_goal;
begin
  if tg_op = 'INSERT' then r := new; else r := old; end if;
  if exists (select 1 from care_participation p where p.session_id = r.session_id and p.patient_id = r.patient_id and p.signed_at is not null) then
    raise exception using errcode = '23514', message = 'care_participation_immutable', constraint = 'care_participation_immutable';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger care_participation_goal_no_update before update on care_participation_goal for each row execute function care_participation_goal_guard();
create trigger care_participation_goal_no_delete before delete on care_participation_goal for each row execute function care_participation_goal_guard();
create trigger care_participation_goal_no_insert before insert on care_participation_goal for each row execute function care_participation_goal_guard();

-- A signed session keeps its words; a plan that has left the draft keeps its own, and so do its goals' ladders.
create trigger care_session_no_update before update on care_session for each row when (old.signed_at is not null) execute function ergon_refuse('care_session_immutable');
create trigger care_session_no_delete before delete on care_session for each row when (old.signed_at is not null) execute function ergon_refuse('care_session_immutable');
create trigger care_plan_no_edit before update of patient_id, version_no, title, summary, areas, approach, weekly_target_minutes, target_reason, precautions, sessions_per_week, minutes_per_session, session_mix, lead_id on care_plan for each row when (old.status <> 'draft') execute function ergon_refuse('care_plan_immutable');
create trigger care_plan_no_delete before delete on care_plan for each row when (old.status <> 'draft') execute function ergon_refuse('care_plan_immutable');
create function care_goal_guard() returns trigger language plpgsql as $$
declare r care_goal;
begin
  if tg_op = 'INSERT' then r := new; else r := old; end if;
  if (select status from care_plan p where p.id = r.plan_id) <> 'draft' then
    raise exception using errcode = '23514', message = 'care_goal_immutable', constraint = 'care_goal_immutable';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger care_goal_no_edit before update of plan_id, patient_id, description, patient_words, area, step_m2, step_m1, step_0, step_p1, step_p2,
  baseline, importance, difficulty on care_goal for each row execute function care_goal_guard();
create trigger care_goal_no_insert before insert on care_goal for each row execute function care_goal_guard();
create trigger care_goal_no_delete before delete on care_goal for each row execute function care_goal_guard();

-- A ladder with a gap cannot be activated, whatever the page said.
create function care_plan_ladder_guard() returns trigger language plpgsql as $$
begin
  if new.status = 'active' and old.status = 'draft' and (
    not exists (select 1 from care_goal g where g.plan_id = new.id) or
    exists (select 1 from care_goal g where g.plan_id = new.id and
      (trim(g.description) = '' or trim(g.step_m2) = '' or trim(g.step_m1) = '' or trim(g.step_0) = '' or trim(g.step_p1) = '' or trim(g.step_p2) = ''))) then
    raise exception using errcode = '23514', message = 'care_plan_ladder_complete', constraint = 'care_plan_ladder_complete';
  end if;
  return new;
end $$;
create trigger care_plan_ladder_complete before update of status on care_plan for each row execute function care_plan_ladder_guard();

-- Claims follow the slot and its people. One resource, one place at a time.
alter table custody_claim add constraint custody_claim_once
  exclude using gist (resource_id with =, tstzrange(starts_at, ends_at) with &&) where (active);

-- These run with the rights of their owner, so that the sides need no right to write claims themselves.
create function custody_slot_claims() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into custody_claim (slot_id, kind, resource_id, starts_at, ends_at, active)
  values (new.id, 'room', new.room_id, new.starts_at, new.ends_at, new.status not in ('declined', 'cancelled', 'not_held')),
         (new.id, 'practitioner', new.practitioner_id, new.starts_at, new.ends_at, new.status not in ('declined', 'cancelled', 'not_held'));
  return null;
end $$;
create trigger custody_slot_claims after insert on custody_slot for each row execute function custody_slot_claims();
create function custody_slot_reclaims() returns trigger language plpgsql security definer set search_path from current as $$
begin
  update custody_claim set starts_at = new.starts_at, ends_at = new.ends_at,
    resource_id = case kind when 'room' then new.room_id when 'practitioner' then new.practitioner_id else resource_id end,
    active = new.status not in ('declined', 'cancelled', 'not_held') where slot_id = new.id;
  update custody_slot_person set starts_at = new.starts_at, ends_at = new.ends_at
    where slot_id = new.id and (starts_at <> new.starts_at or ends_at <> new.ends_at);
  return null;
end $$;
create trigger custody_slot_reclaims after update of room_id, practitioner_id, starts_at, ends_at, status on custody_slot
  for each row execute function custody_slot_reclaims();
create function custody_slot_person_guard() returns trigger language plpgsql security definer set search_path from current as $$
begin
  -- The slot's row is locked, so that two bookings of the last place cannot both see it free.
  perform 1 from custody_slot where id = new.slot_id for update;
  if (select count(*) from custody_slot_person p where p.slot_id = new.slot_id) >=
     (select r.capacity from custody_slot s join custody_room r on r.id = s.room_id where s.id = new.slot_id) then
    raise exception using errcode = '23514', message = 'custody_slot_capacity', constraint = 'custody_slot_capacity';
  end if;
  if exists (
    select 1 from custody_keep_apart k join custody_slot_person p
      on (p.person_id = k.person_a and k.person_b = new.person_id) or (p.person_id = k.person_b and k.person_a = new.person_id)
    where p.slot_id = new.slot_id and k.starts_on <= (new.starts_at at time zone 'UTC')::date
      and (k.ends_on is null or k.ends_on >= (new.starts_at at time zone 'UTC')::date)) then
    raise exception using errcode = '23514', message = 'custody_slot_keep_apart', constraint = 'custody_slot_keep_apart';
  end if;
  return new;
end $$;
create trigger custody_slot_person_fits before insert on custody_slot_person for each row execute function custody_slot_person_guard();
create function custody_slot_person_claims() returns trigger language plpgsql security definer set search_path from current as $$
begin
  insert into custody_claim (slot_id, kind, resource_id, starts_at, ends_at, active)
  select new.slot_id, 'person', new.person_id, new.starts_at, new.ends_at, s.status not in ('declined', 'cancelled', 'not_held')
  from custody_slot s where s.id = new.slot_id;
  return null;
end $$;
create trigger custody_slot_person_claims after insert on custody_slot_person for each row execute function custody_slot_person_claims();
create function custody_slot_person_unclaims() returns trigger language plpgsql security definer set search_path from current as $$
begin
  delete from custody_claim where slot_id = old.slot_id and resource_id = old.person_id;
  return null;
end $$;
create trigger custody_slot_person_unclaims after delete on custody_slot_person for each row execute function custody_slot_person_unclaims();
