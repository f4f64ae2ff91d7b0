-- How long a booking was meant to last, said once for every sum of hours; the two engines subtract times in different words.
alter table custody_slot_person add column planned_minutes integer
  generated always as (cast(round((julianday(ends_at) - julianday(starts_at)) * 1440) as integer)) virtual;

-- An auditor looks for refusals among very many rows that are none.
create index access_entry_denied on access_entry (at) where outcome = 'denied';
