-- The reviewer's voice: comments beside a plan or a signed note, questions that wait for an answer, and samples of charts held against
-- standards of documentation. All of it is clinical text of care's side, and none of it is part of what was signed.

-- A comment and whatever is said about it are rows that are only ever added: an answer, that it is closed or open again, that it was
-- made in error.
create table care_comment (
  id uuid primary key,
  patient_id uuid not null references care_patient (person_id),
  facility_id uuid not null references custody_facility (id),
  -- The version of a plan, or the note, as it stood when the comment was made.
  plan_id uuid references care_plan (id),
  note_id uuid references care_note (id),
  kind text not null check (kind in ('comment', 'answer', 'closed', 'reopened', 'error')),
  -- The comment that it belongs to; of an error, the comment or the answer that was one.
  about_id uuid references care_comment (id),
  author_id uuid not null references access_user (id),
  words text not null,
  created_at timestamptz not null,
  constraint care_comment_on_one check ((plan_id is null) <> (note_id is null)),
  constraint care_comment_about check ((about_id is null) = (kind = 'comment'))
);
create index care_comment_plan on care_comment (plan_id, created_at) where plan_id is not null;
create index care_comment_note on care_comment (note_id, created_at) where note_id is not null;
create index care_comment_of on care_comment (about_id, kind) where about_id is not null;
create index care_comment_facility on care_comment (facility_id, created_at) where kind = 'comment';
create index care_comment_patient on care_comment (patient_id);
create unique index care_comment_error_once on care_comment (about_id) where kind = 'error';
create trigger care_comment_no_update before update on care_comment for each row execute function ergon_refuse('care_comment_immutable');
create trigger care_comment_no_delete before delete on care_comment for each row execute function ergon_refuse('care_comment_immutable');
create trigger care_comment_no_truncate before truncate on care_comment for each statement execute function ergon_refuse('care_comment_immutable');

-- A question of the review to a practitioner: about a unit, a patient, a version of a plan or a note. What was asked stays; where the
-- last turn has left it is what changes.
create table care_question (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  patient_id uuid references care_patient (person_id),
  plan_id uuid references care_plan (id),
  note_id uuid references care_note (id),
  asked_by uuid not null references access_user (id),
  asked_of uuid not null references access_user (id),
  words text not null,
  asked_at timestamptz not null,
  status text not null check (status in ('open', 'answered', 'accepted', 'withdrawn')),
  due_on date not null,
  version integer not null,
  constraint care_question_about check ((plan_id is null or note_id is null) and (patient_id is not null or (plan_id is null and note_id is null))),
  constraint care_question_other check (asked_by <> asked_of)
);
create index care_question_asked_of on care_question (asked_of, status, due_on);
create index care_question_asked_by on care_question (asked_by, status, due_on);
create index care_question_facility on care_question (facility_id, status, due_on);
create index care_question_patient on care_question (patient_id) where patient_id is not null;
create trigger care_question_no_edit before update of id, facility_id, patient_id, plan_id, note_id, asked_by, asked_of, words, asked_at on care_question for each row execute function ergon_refuse('care_question_immutable');
create trigger care_question_no_delete before delete on care_question for each row execute function ergon_refuse('care_question_immutable');

-- What was said after it, in the order of time.
create table care_question_turn (
  id uuid primary key,
  question_id uuid not null references care_question (id),
  kind text not null check (kind in ('answer', 'again', 'accepted', 'withdrawn')),
  words text not null,
  due_on date,
  author_id uuid not null references access_user (id),
  created_at timestamptz not null,
  constraint care_question_turn_due check ((due_on is not null) = (kind = 'again'))
);
create index care_question_turn_question on care_question_turn (question_id, created_at);
create trigger care_question_turn_no_update before update on care_question_turn for each row execute function ergon_refuse('care_question_turn_immutable');
create trigger care_question_turn_no_delete before delete on care_question_turn for each row execute function ergon_refuse('care_question_turn_immutable');
create trigger care_question_turn_no_truncate before truncate on care_question_turn for each statement execute function ergon_refuse('care_question_turn_immutable');

-- A quality sample: which charts of a facility and a period were drawn by which seed, out of how many.
create table care_sample (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  period text not null check (length(period) between 4 and 8),
  starts_on date not null,
  ends_on date not null,
  seed text not null,
  wanted integer not null check (wanted between 1 and 200),
  charts integer not null check (charts > 0),
  drawn_by uuid not null references access_user (id),
  drawn_at timestamptz not null,
  status text not null check (status in ('open', 'closed', 'given_up')),
  ended_by uuid references access_user (id),
  ended_at timestamptz,
  -- Why it was given up.
  reason text not null,
  version integer not null,
  constraint care_sample_ended check ((status = 'open') = (ended_at is null))
);
create index care_sample_facility on care_sample (facility_id, drawn_at);

create table care_sample_chart (
  sample_id uuid not null references care_sample (id),
  position integer not null check (position > 0),
  patient_id uuid not null references care_patient (person_id),
  -- Who led the patient when the chart was drawn.
  lead_id uuid not null references access_user (id),
  remark text not null,
  saved_by uuid references access_user (id),
  saved_at timestamptz,
  version integer not null,
  constraint care_sample_chart_pk primary key (sample_id, position),
  constraint care_sample_chart_once unique (sample_id, patient_id)
);
create index care_sample_chart_patient on care_sample_chart (patient_id);

create table care_sample_finding (
  sample_id uuid not null,
  position integer not null,
  standard text not null check (standard in ('profile', 'goals', 'agreement', 'reviews', 'signed_in_time', 'notes_to_goals', 'consent', 'measures', 'late_entries', 'discharge', 'plain_words', 'risks')),
  verdict text not null check (verdict in ('yes', 'partly', 'no', 'not_applicable')),
  remark text not null,
  constraint care_sample_finding_pk primary key (sample_id, position, standard),
  constraint care_sample_finding_chart foreign key (sample_id, position) references care_sample_chart (sample_id, position)
);

-- The draw stays as it was, and a sample that has ended stays whole.
create trigger care_sample_no_edit before update of id, facility_id, period, starts_on, ends_on, seed, wanted, charts, drawn_by, drawn_at on care_sample for each row execute function ergon_refuse('care_sample_immutable');
create trigger care_sample_no_update before update on care_sample for each row when (old.status <> 'open') execute function ergon_refuse('care_sample_immutable');
create trigger care_sample_no_delete before delete on care_sample for each row execute function ergon_refuse('care_sample_immutable');
create function care_sample_part_guard() returns trigger language plpgsql as $$
declare sample uuid;
begin
  if tg_op = 'INSERT' then sample := new.sample_id; else sample := old.sample_id; end if;
  if exists (select 1 from care_sample s where s.id = sample and s.status <> 'open') then
    raise exception using errcode = '23514', message = 'care_sample_immutable', constraint = 'care_sample_immutable';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger care_sample_chart_no_edit before update of sample_id, position, patient_id, lead_id on care_sample_chart for each row execute function ergon_refuse('care_sample_immutable');
create trigger care_sample_chart_no_update before update on care_sample_chart for each row execute function care_sample_part_guard();
create trigger care_sample_chart_no_delete before delete on care_sample_chart for each row execute function ergon_refuse('care_sample_immutable');
create trigger care_sample_finding_no_insert before insert on care_sample_finding for each row execute function care_sample_part_guard();
create trigger care_sample_finding_no_update before update on care_sample_finding for each row execute function care_sample_part_guard();
create trigger care_sample_finding_no_delete before delete on care_sample_finding for each row execute function care_sample_part_guard();
