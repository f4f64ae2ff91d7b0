-- Plain words for the patient's own copy: what a text of the plan says, in the patient's language. They hold for that text alone:
-- when the plan says something else, they no longer stand for it. The last ones count, and what was given out before stays known.

create table care_copy_words (
  id uuid primary key,
  patient_id uuid not null references care_patient (person_id),
  language text not null check (language in ('en', 'sq', 'sr')),
  said text not null,
  words text not null,
  written_by uuid not null references access_user (id),
  created_at timestamptz not null
);
create index care_copy_words_patient on care_copy_words (patient_id, language, created_at);
create trigger care_copy_words_no_update before update on care_copy_words for each row execute function ergon_refuse('care_copy_words_immutable');
create trigger care_copy_words_no_delete before delete on care_copy_words for each row execute function ergon_refuse('care_copy_words_immutable');
create trigger care_copy_words_no_truncate before truncate on care_copy_words for each statement execute function ergon_refuse('care_copy_words_immutable');
