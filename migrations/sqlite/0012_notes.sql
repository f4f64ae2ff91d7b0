-- The life of a note: drafts, co-signature, return, addenda, entered in error. Every signed act is a link in the patient's chain,
-- also the acts about an earlier note, so that one verifier proves all of them and nothing is ever changed in place.

drop trigger care_note_no_update;
drop trigger care_note_no_delete;
drop index care_note_patient;
drop index care_note_facility;
alter table care_note rename to care_note_before;
create table care_note (
  id blob primary key,
  patient_id blob not null references care_patient (person_id),
  facility_id blob not null references custody_facility (id),
  session_id blob,
  kind text not null constraint care_note_kind_check check (kind in ('contact', 'session', 'progress_report', 'evaluation', 'review', 'discharge', 'telephone', 'case_discussion', 'measure', 'transfer', 'addendum', 'cosign', 'return', 'error', 'error_confirmed')),
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
  constraint care_note_about check ((about_id is not null) = (kind in ('addendum', 'cosign', 'return', 'error', 'error_confirmed'))),
  constraint care_note_replaces check (replaces_id is null or about_id is null)
) strict;
insert into care_note (id, patient_id, facility_id, session_id, kind, sensitivity, occurred_at, signed_at, author_id, chain_no, payload, prev_hash, hash, signature, key_id, needs_cosign)
  select id, patient_id, facility_id, session_id, kind, sensitivity, occurred_at, signed_at, author_id, chain_no, payload, prev_hash, hash, signature, key_id, 0 from care_note_before;
drop table care_note_before;
create index care_note_patient on care_note (patient_id, occurred_at);
create index care_note_facility on care_note (facility_id, signed_at);
create trigger care_note_no_update before update on care_note begin select raise(abort, 'care_note_immutable'); end;
create trigger care_note_no_delete before delete on care_note begin select raise(abort, 'care_note_immutable'); end;
-- One signed note per patient and session; a note that was returned is followed by its next version.
create unique index care_note_session_key on care_note (session_id, patient_id) where replaces_id is null and about_id is null and session_id is not null;
create unique index care_note_replaces_key on care_note (replaces_id) where replaces_id is not null;
-- A note is co-signed or returned once, and declared an error once.
create unique index care_note_decided_key on care_note (about_id) where kind in ('cosign', 'return');
create unique index care_note_error_key on care_note (about_id) where kind = 'error';
create unique index care_note_error_confirmed_key on care_note (about_id) where kind = 'error_confirmed';
create index care_note_about_id on care_note (about_id) where about_id is not null;
create index care_note_cosign on care_note (facility_id, author_id) where needs_cosign;

-- What is being written. A draft is its author's and the supervisor's, and in no report.
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
create index care_note_draft_author on care_note_draft (author_id, updated_at);
create index care_note_draft_patient on care_note_draft (patient_id);
create index care_note_draft_facility on care_note_draft (facility_id, updated_at);

-- Words that a practitioner writes often.
create table care_phrase (
  id blob primary key,
  user_id blob not null references access_user (id),
  kind text not null check (kind in ('phrase', 'template')),
  title text not null,
  format text not null check (format in ('soap', 'dap', 'narrative')),
  subjective text not null,
  objective text not null,
  assessment text not null,
  plan text not null,
  narrative text not null,
  position integer not null,
  version integer not null
) strict;
create index care_phrase_user on care_phrase (user_id, kind, position);

-- Whose notes must be co-signed, and by whom.
create table care_supervision (
  id blob primary key,
  user_id blob not null references access_user (id),
  supervisor_id blob not null references access_user (id),
  starts_on text not null,
  ended_on text,
  created_by blob not null references access_user (id),
  created_at text not null,
  constraint care_supervision_other check (user_id <> supervisor_id)
) strict;
create unique index care_supervision_one on care_supervision (user_id) where ended_on is null;
create index care_supervision_supervisor on care_supervision (supervisor_id);

-- The verifier finds the ratings of a session with its note.
create index care_goal_rating_session on care_goal_rating (session_id, patient_id) where session_id is not null;
