-- The training register: who taught whom, who holds a certificate until when, and what follows from it. No patient stands in it, and
-- no text in which one could be named: what a supervised session was about is known by its date alone.

-- Somebody who takes part, teaches or mentors: a user of either side, or somebody without an account.
create table training_person (
  id blob primary key,
  user_id blob references access_user (id),
  name text not null,
  sort_name text not null,
  institution text not null,
  -- The unit that counts on this person.
  facility_id blob references custody_facility (id),
  created_by blob not null references access_user (id),
  created_at text not null,
  version integer not null
) strict;
create unique index training_person_user on training_person (user_id) where user_id is not null;
create index training_person_name on training_person (sort_name, id);
create index training_person_unit on training_person (facility_id) where facility_id is not null;

-- Its id comes with the form, so that a form sent twice makes one.
create table training_course (
  id blob primary key,
  subject text not null check (subject in ('ot_guidelines', 'vep_instruments', 'vep_programme')),
  level text not null check (level in ('training_of_trainers', 'cascade', 'on_site_practice', 'refresher')),
  starts_on text not null,
  ends_on text not null,
  site text not null,
  trainer_a blob not null references training_person (id),
  trainer_b blob not null references training_person (id),
  mentor_id blob references training_person (id),
  valid_months integer not null check (valid_months between 1 and 120),
  created_by blob not null references access_user (id),
  created_at text not null,
  version integer not null,
  constraint training_course_order check (starts_on <= ends_on),
  constraint training_course_pair check (trainer_a <> trainer_b)
) strict;
create index training_course_time on training_course (starts_on, id);

create table training_participant (
  id blob primary key,
  course_id blob not null references training_course (id),
  person_id blob not null references training_person (id),
  assessment text check (assessment in ('passed', 'not_passed')),
  enrolled_by blob not null references access_user (id),
  enrolled_at text not null,
  constraint training_participant_once unique (course_id, person_id)
) strict;
create index training_participant_person on training_participant (person_id);

-- The days on which somebody was there.
create table training_attendance (
  participant_id blob not null references training_participant (id),
  on_date text not null,
  constraint training_attendance_pk primary key (participant_id, on_date)
) strict;

-- What stands on the paper, signed by the installation. The code on it is made from the signature.
create table training_certificate (
  id blob primary key,
  participant_id blob not null references training_participant (id),
  course_id blob not null references training_course (id),
  person_id blob not null references training_person (id),
  subject text not null check (subject in ('ot_guidelines', 'vep_instruments', 'vep_programme')),
  level text not null check (level in ('training_of_trainers', 'cascade', 'on_site_practice', 'refresher')),
  name text not null,
  institution text not null,
  starts_on text not null,
  ends_on text not null,
  issued_on text not null,
  valid_until text not null,
  code text not null,
  key_id text not null,
  signature blob not null,
  revoked_on text,
  issued_by blob not null references access_user (id),
  issued_at text not null,
  constraint training_certificate_once unique (participant_id),
  constraint training_certificate_code unique (code),
  constraint training_certificate_order check (issued_on <= valid_until)
) strict;
create index training_certificate_person on training_certificate (person_id, subject);
create index training_certificate_lapse on training_certificate (valid_until);
create index training_certificate_course on training_certificate (course_id);

-- A session that a practitioner held under the eyes of the supervisor, signed off by the supervisor.
create table training_supervised (
  id blob primary key,
  user_id blob not null references access_user (id),
  on_date text not null,
  outcome text not null check (outcome in ('met', 'not_yet')),
  signed_by blob not null references access_user (id),
  signed_at text not null,
  constraint training_supervised_other check (user_id <> signed_by),
  constraint training_supervised_once unique (user_id, on_date)
) strict;
create trigger training_supervised_no_update before update on training_supervised begin select raise(abort, 'training_supervised_immutable'); end;
create trigger training_supervised_no_delete before delete on training_supervised begin select raise(abort, 'training_supervised_immutable'); end;

-- How many people with a valid certificate a unit needs.
create table training_need (
  facility_id blob not null references custody_facility (id),
  subject text not null check (subject in ('ot_guidelines', 'vep_instruments', 'vep_programme')),
  needed integer not null check (needed between 0 and 999),
  set_by blob not null references access_user (id),
  set_at text not null,
  version integer not null,
  constraint training_need_pk primary key (facility_id, subject)
) strict;

-- What must hold before somebody signs alone. Without this row nothing is asked.
create table training_rule (
  subject text not null check (subject = 'ot_guidelines'),
  certificate integer not null,
  sessions integer not null check (sessions between 0 and 99),
  set_by blob not null references access_user (id),
  set_at text not null,
  version integer not null,
  constraint training_rule_pk primary key (subject)
) strict;

-- Which certificate a role asks for, and whether its absence warns or refuses.
create table training_role (
  role text not null check (role in ('practitioner', 'clinician', 'reviewer', 'head')),
  subject text not null check (subject in ('ot_guidelines', 'vep_instruments', 'vep_programme')),
  strictness text not null check (strictness in ('warn', 'refuse')),
  set_by blob not null references access_user (id),
  set_at text not null,
  constraint training_role_pk primary key (role, subject)
) strict;

-- The head lets somebody sign alone although the register says otherwise, and says why.
create table training_exemption (
  id blob primary key,
  user_id blob not null references access_user (id),
  reason text not null check (reason in ('licensed_elsewhere', 'long_practice', 'certificate_on_its_way', 'other')),
  valid_until text not null,
  ended_on text,
  set_by blob not null references access_user (id),
  set_at text not null
) strict;
create unique index training_exemption_one on training_exemption (user_id) where ended_on is null;

-- What was certified stays; that it no longer counts is said once.
create trigger training_certificate_no_update before update on training_certificate
when old.revoked_on is not null or new.revoked_on is null or old.signature <> new.signature or old.code <> new.code or old.name <> new.name
  or old.valid_until <> new.valid_until or old.person_id <> new.person_id
begin select raise(abort, 'training_certificate_immutable'); end;
create trigger training_certificate_no_delete before delete on training_certificate begin select raise(abort, 'training_certificate_immutable'); end;

-- Who teaches a cascade course holds a certificate as a trainer that is valid when it begins.
create trigger training_course_trainers_insert before insert on training_course
when new.level = 'cascade' and (select count(distinct person_id) from training_certificate
  where person_id in (new.trainer_a, new.trainer_b) and subject = new.subject and level = 'training_of_trainers'
    and issued_on <= new.starts_on and valid_until >= new.starts_on and (revoked_on is null or revoked_on > new.starts_on)) < 2
begin select raise(abort, 'training_course_trainers'); end;
create trigger training_course_trainers_update before update on training_course
when new.level = 'cascade' and (select count(distinct person_id) from training_certificate
  where person_id in (new.trainer_a, new.trainer_b) and subject = new.subject and level = 'training_of_trainers'
    and issued_on <= new.starts_on and valid_until >= new.starts_on and (revoked_on is null or revoked_on > new.starts_on)) < 2
begin select raise(abort, 'training_course_trainers'); end;
