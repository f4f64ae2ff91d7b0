-- Who asked that a note be declared an error can take that back before the second signature, as a link of the same chain; it may
-- be asked for again. And names in Cyrillic are found, and stand in their place, by their Latin letters.

drop trigger care_note_no_update;
drop trigger care_note_no_delete;
alter table care_note_draft rename to care_note_draft_before;
alter table care_note rename to care_note_before;
create table care_note (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  session_id blob,
  kind text not null constraint care_note_kind_check check (kind in ('contact', 'session', 'progress_report', 'evaluation', 'review', 'discharge', 'telephone', 'case_discussion', 'measure', 'transfer', 'addendum', 'cosign', 'return', 'error', 'error_withdrawn', 'error_confirmed')),
  sensitivity text not null check (sensitivity in ('normal', 'restricted')),
  occurred_at text not null,
  signed_at text not null,
  author_id blob not null references access_user (id),
  chain_no integer not null check (chain_no > 0),
  payload text not null,
  prev_hash blob not null,
  hash blob not null,
  signature blob not null,
  key_id text not null,
  about_id blob references care_note (id),
  replaces_id blob references care_note (id),
  needs_cosign integer not null default 0,
  constraint care_note_chain_key unique (patient_id, chain_no),
  constraint care_note_about check ((about_id is not null) = (kind in ('addendum', 'cosign', 'return', 'error', 'error_withdrawn', 'error_confirmed'))),
  constraint care_note_replaces check (replaces_id is null or about_id is null)
) strict;
insert into care_note (id, patient_id, facility_id, session_id, kind, sensitivity, occurred_at, signed_at, author_id, chain_no, payload, prev_hash, hash, signature, key_id, about_id, replaces_id, needs_cosign)
  select id, patient_id, facility_id, session_id, kind, sensitivity, occurred_at, signed_at, author_id, chain_no, payload, prev_hash, hash, signature, key_id, about_id, replaces_id, needs_cosign from care_note_before order by patient_id, chain_no;
create table care_note_draft (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  author_id blob not null references access_user (id),
  kind text not null check (kind in ('contact', 'session', 'progress_report', 'evaluation', 'review', 'discharge', 'telephone', 'case_discussion', 'measure', 'transfer', 'addendum')),
  format text not null check (format in ('soap', 'dap', 'narrative')),
  sensitivity text not null check (sensitivity in ('normal', 'restricted')),
  occurred_at text not null,
  subjective text not null,
  objective text not null,
  assessment text not null,
  plan text not null,
  narrative text not null,
  late_reason text not null,
  -- The note that an addendum is about, or the returned one that the next version replaces.
  about_id blob references care_note (id),
  replaces_id blob references care_note (id),
  created_at text not null,
  updated_at text not null,
  version integer not null
) strict;
insert into care_note_draft (id, patient_id, facility_id, author_id, kind, format, sensitivity, occurred_at, subjective, objective, assessment, plan, narrative, late_reason, about_id, replaces_id, created_at, updated_at, version)
  select id, patient_id, facility_id, author_id, kind, format, sensitivity, occurred_at, subjective, objective, assessment, plan, narrative, late_reason, about_id, replaces_id, created_at, updated_at, version from care_note_draft_before;
drop table care_note_draft_before;
drop table care_note_before;
-- One signed note per patient and session; a note that was returned is followed by its next version.
create unique index care_note_session_key on care_note (session_id, patient_id) where replaces_id is null and about_id is null and session_id is not null;
create unique index care_note_replaces_key on care_note (replaces_id) where replaces_id is not null;
create unique index care_note_decided_key on care_note (about_id) where kind in ('cosign', 'return');
create unique index care_note_error_confirmed_key on care_note (about_id) where kind = 'error_confirmed';
create index care_note_about_id on care_note (about_id) where about_id is not null;
create index care_note_cosign on care_note (facility_id, author_id) where needs_cosign;
create index care_note_patient on care_note (patient_id, occurred_at, chain_no, kind, about_id);
create index care_note_facility on care_note (facility_id, signed_at);
create index care_note_draft_author on care_note_draft (author_id, updated_at);
create index care_note_draft_patient on care_note_draft (patient_id);
create index care_note_draft_facility on care_note_draft (facility_id, updated_at);
create trigger care_note_no_update before update on care_note begin select raise(abort, 'care_note_immutable'); end;
create trigger care_note_no_delete before delete on care_note begin select raise(abort, 'care_note_immutable'); end;
create index care_note_error on care_note (about_id, chain_no) where kind in ('error', 'error_withdrawn');

-- In three steps, since one statement may nest only so deep.
update custody_person set sort_name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'а', 'a'), 'б', 'b'), 'в', 'v'), 'г', 'g'), 'д', 'd'), 'ђ', 'dj'), 'е', 'e'), 'ж', 'z'), 'з', 'z'), 'и', 'i')
  where sort_name <> replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'а', 'a'), 'б', 'b'), 'в', 'v'), 'г', 'g'), 'д', 'd'), 'ђ', 'dj'), 'е', 'e'), 'ж', 'z'), 'з', 'z'), 'и', 'i');
update custody_person set sort_name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'ј', 'j'), 'к', 'k'), 'л', 'l'), 'љ', 'lj'), 'м', 'm'), 'н', 'n'), 'њ', 'nj'), 'о', 'o'), 'п', 'p'), 'р', 'r')
  where sort_name <> replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'ј', 'j'), 'к', 'k'), 'л', 'l'), 'љ', 'lj'), 'м', 'm'), 'н', 'n'), 'њ', 'nj'), 'о', 'o'), 'п', 'p'), 'р', 'r');
update custody_person set sort_name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'с', 's'), 'т', 't'), 'ћ', 'c'), 'у', 'u'), 'ф', 'f'), 'х', 'h'), 'ц', 'c'), 'ч', 'c'), 'џ', 'dz'), 'ш', 's')
  where sort_name <> replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'с', 's'), 'т', 't'), 'ћ', 'c'), 'у', 'u'), 'ф', 'f'), 'х', 'h'), 'ц', 'c'), 'ч', 'c'), 'џ', 'dz'), 'ш', 's');
