-- How a person comes to therapy. Custody refers by a code and 140 characters and sees of it only how far it has come. The day by
-- which health means to have seen the person is the same for everybody whom custody refers, so it tells custody nothing.

create table custody_referral (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  person_id uuid not null references custody_person (id),
  reason text not null check (reason in ('isolates', 'does_not_leave_cell', 'self_care', 'sleep', 'work_problem', 'conflict', 'other')),
  words text not null check (length(words) <= 140),
  status text not null check (status in ('received', 'accepted', 'closed')),
  received_on date not null,
  first_contact_due date not null,
  created_by uuid not null references access_user (id),
  created_at timestamptz not null,
  version integer not null
);
create index custody_referral_facility on custody_referral (facility_id, created_at);
create index custody_referral_person on custody_referral (person_id, created_at);

create table care_referral (
  id uuid primary key,
  facility_id uuid not null references custody_facility (id),
  person_id uuid not null references custody_person (id),
  source text not null check (source in ('self', 'doctor', 'psychiatrist', 'nurse', 'psychologist', 'social_worker', 'correctional_staff', 'family', 'court', 'transfer_in')),
  custody_referral_id uuid constraint care_referral_custody_key unique references custody_referral (id),
  reason text not null,
  areas text not null,
  urgency text not null check (urgency in ('routine', 'urgent', 'asap')),
  received_on date not null,
  first_contact_due date not null,
  status text not null check (status in ('received', 'accepted', 'waiting_list', 'declined', 'redirected')),
  decision_reason text not null,
  decided_on date,
  decided_by uuid references access_user (id),
  first_contact_on date,
  created_by uuid not null references access_user (id),
  created_at timestamptz not null,
  version integer not null,
  constraint care_referral_decided check ((status = 'received') = (decided_on is null)),
  constraint care_referral_reason_said check (status not in ('declined', 'redirected') or trim(decision_reason) <> '')
);
create index care_referral_triage on care_referral (facility_id, status, first_contact_due);
create index care_referral_person on care_referral (person_id, received_on);
