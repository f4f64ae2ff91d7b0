-- Lists that are counted and ordered within their index: rows of one patient lie scattered among those of everybody else, and
-- each that has to be opened is a page to be read.
drop index care_note_patient;
create index care_note_patient on care_note (patient_id, occurred_at, chain_no, kind, about_id);
drop index care_goal_rating_patient;
create index care_goal_rating_patient on care_goal_rating (patient_id, thread_id, rated_on, created_at, level);
