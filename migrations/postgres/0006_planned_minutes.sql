-- How long a booking was meant to last, said once for every sum of hours; the two engines subtract times in different words.
alter table custody_slot_person add column planned_minutes integer
  generated always as ((extract(epoch from (ends_at - starts_at)) / 60)::integer) stored;

-- An auditor looks for refusals among very many rows that are none.
create index access_entry_denied on access_entry (at) where outcome = 'denied';
