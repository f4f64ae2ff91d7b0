-- What no code may do, said by the database itself. The names of these refusals come back as messages in `kit::db::refusal`.

create trigger access_entry_no_update before update on access_entry begin select raise(abort, 'access_entry_immutable'); end;
create trigger access_entry_no_delete before delete on access_entry begin select raise(abort, 'access_entry_immutable'); end;
create trigger access_seal_no_update before update on access_seal begin select raise(abort, 'access_seal_immutable'); end;
create trigger access_seal_no_delete before delete on access_seal begin select raise(abort, 'access_seal_immutable'); end;
create trigger access_seal_batch_no_update before update on access_seal_batch begin select raise(abort, 'access_seal_batch_immutable'); end;
create trigger access_seal_batch_no_delete before delete on access_seal_batch begin select raise(abort, 'access_seal_batch_immutable'); end;
create trigger access_key_no_update before update on access_key begin select raise(abort, 'access_key_immutable'); end;
create trigger access_key_no_delete before delete on access_key begin select raise(abort, 'access_key_immutable'); end;
create trigger custody_movement_no_update before update on custody_movement begin select raise(abort, 'custody_movement_immutable'); end;
create trigger custody_movement_no_delete before delete on custody_movement begin select raise(abort, 'custody_movement_immutable'); end;
create trigger care_goal_rating_no_update before update on care_goal_rating begin select raise(abort, 'care_goal_rating_immutable'); end;
create trigger care_goal_rating_no_delete before delete on care_goal_rating begin select raise(abort, 'care_goal_rating_immutable'); end;
create trigger care_note_no_update before update on care_note begin select raise(abort, 'care_note_immutable'); end;
create trigger care_note_no_delete before delete on care_note begin select raise(abort, 'care_note_immutable'); end;

-- A participation is part of the signed note from the moment it is signed.
create trigger care_participation_no_update before update on care_participation when old.signed_at is not null
begin select raise(abort, 'care_participation_immutable'); end;
create trigger care_participation_no_delete before delete on care_participation when old.signed_at is not null
begin select raise(abort, 'care_participation_immutable'); end;
create trigger care_participation_goal_no_update before update on care_participation_goal
when exists (select 1 from care_participation p where p.session_id = old.session_id and p.patient_id = old.patient_id and p.signed_at is not null)
begin select raise(abort, 'care_participation_immutable'); end;
create trigger care_participation_goal_no_delete before delete on care_participation_goal
when exists (select 1 from care_participation p where p.session_id = old.session_id and p.patient_id = old.patient_id and p.signed_at is not null)
begin select raise(abort, 'care_participation_immutable'); end;
create trigger care_participation_goal_no_insert before insert on care_participation_goal
when exists (select 1 from care_participation p where p.session_id = new.session_id and p.patient_id = new.patient_id and p.signed_at is not null)
begin select raise(abort, 'care_participation_immutable'); end;

-- A signed session keeps its words; a plan that has left the draft keeps its own, and so do its goals' ladders.
create trigger care_session_no_update before update on care_session when old.signed_at is not null
begin select raise(abort, 'care_session_immutable'); end;
create trigger care_session_no_delete before delete on care_session when old.signed_at is not null
begin select raise(abort, 'care_session_immutable'); end;
create trigger care_plan_no_edit before update of patient_id, version_no, title, summary, areas, approach, weekly_target_minutes,
  target_reason, precautions, sessions_per_week, minutes_per_session, session_mix, lead_id on care_plan when old.status <> 'draft'
begin select raise(abort, 'care_plan_immutable'); end;
create trigger care_plan_no_delete before delete on care_plan when old.status <> 'draft'
begin select raise(abort, 'care_plan_immutable'); end;
create trigger care_goal_no_edit before update of plan_id, patient_id, description, patient_words, area, step_m2, step_m1, step_0, step_p1,
  step_p2, baseline, importance, difficulty on care_goal when (select status from care_plan p where p.id = old.plan_id) <> 'draft'
begin select raise(abort, 'care_goal_immutable'); end;
create trigger care_goal_no_insert before insert on care_goal when (select status from care_plan p where p.id = new.plan_id) <> 'draft'
begin select raise(abort, 'care_goal_immutable'); end;
create trigger care_goal_no_delete before delete on care_goal when (select status from care_plan p where p.id = old.plan_id) <> 'draft'
begin select raise(abort, 'care_goal_immutable'); end;

-- A ladder with a gap cannot be activated, whatever the page said.
create trigger care_plan_ladder_complete before update of status on care_plan
when new.status = 'active' and old.status = 'draft' and (
  not exists (select 1 from care_goal g where g.plan_id = new.id) or
  exists (select 1 from care_goal g where g.plan_id = new.id and
    (trim(g.description) = '' or trim(g.step_m2) = '' or trim(g.step_m1) = '' or trim(g.step_0) = '' or trim(g.step_p1) = '' or trim(g.step_p2) = '')))
begin select raise(abort, 'care_plan_ladder_complete'); end;

-- Claims follow the slot and its people. One resource, one place at a time. No slot is longer than a day, so that earlier ones
-- need not be looked at: a room has thousands behind it.
create trigger custody_claim_once_insert before insert on custody_claim
when new.active = 1 and exists (
  select 1 from custody_claim c where c.resource_id = new.resource_id and c.active = 1 and c.slot_id <> new.slot_id
    and c.starts_at < new.ends_at and c.ends_at > new.starts_at and c.starts_at >= date(new.starts_at, '-1 day'))
begin select raise(abort, 'custody_claim_once'); end;
create trigger custody_claim_once_update before update on custody_claim
when new.active = 1 and exists (
  select 1 from custody_claim c where c.resource_id = new.resource_id and c.active = 1 and c.slot_id <> new.slot_id
    and c.starts_at < new.ends_at and c.ends_at > new.starts_at and c.starts_at >= date(new.starts_at, '-1 day'))
begin select raise(abort, 'custody_claim_once'); end;

create trigger custody_slot_claims after insert on custody_slot begin
  insert into custody_claim (slot_id, kind, resource_id, starts_at, ends_at, active)
  values (new.id, 'room', new.room_id, new.starts_at, new.ends_at, new.status not in ('declined', 'cancelled', 'not_held')),
         (new.id, 'practitioner', new.practitioner_id, new.starts_at, new.ends_at, new.status not in ('declined', 'cancelled', 'not_held'));
end;
create trigger custody_slot_reclaims after update of room_id, practitioner_id, starts_at, ends_at, status on custody_slot begin
  update custody_claim set resource_id = new.room_id where slot_id = new.id and kind = 'room' and resource_id <> new.room_id;
  update custody_claim set resource_id = new.practitioner_id where slot_id = new.id and kind = 'practitioner' and resource_id <> new.practitioner_id;
  update custody_slot_person set starts_at = new.starts_at, ends_at = new.ends_at
    where slot_id = new.id and (starts_at <> new.starts_at or ends_at <> new.ends_at);
  update custody_claim set starts_at = new.starts_at, ends_at = new.ends_at,
    active = new.status not in ('declined', 'cancelled', 'not_held') where slot_id = new.id;
end;
create trigger custody_slot_person_fits before insert on custody_slot_person
when (select count(*) from custody_slot_person p where p.slot_id = new.slot_id) >=
     (select r.capacity from custody_slot s join custody_room r on r.id = s.room_id where s.id = new.slot_id)
begin select raise(abort, 'custody_slot_capacity'); end;
create trigger custody_slot_person_apart before insert on custody_slot_person
when exists (
  select 1 from custody_keep_apart k join custody_slot_person p
    on (p.person_id = k.person_a and k.person_b = new.person_id) or (p.person_id = k.person_b and k.person_a = new.person_id)
  where p.slot_id = new.slot_id and k.starts_on <= substr(new.starts_at, 1, 10) and (k.ends_on is null or k.ends_on >= substr(new.starts_at, 1, 10)))
begin select raise(abort, 'custody_slot_keep_apart'); end;
create trigger custody_slot_person_claims after insert on custody_slot_person begin
  insert into custody_claim (slot_id, kind, resource_id, starts_at, ends_at, active)
  select new.slot_id, 'person', new.person_id, new.starts_at, new.ends_at, s.status not in ('declined', 'cancelled', 'not_held')
  from custody_slot s where s.id = new.slot_id;
end;
create trigger custody_slot_person_unclaims after delete on custody_slot_person begin
  delete from custody_claim where slot_id = old.slot_id and resource_id = old.person_id;
end;
