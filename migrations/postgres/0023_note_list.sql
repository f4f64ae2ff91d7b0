-- The list of a patient's notes is counted and ordered within the index: notes lie scattered among those of everybody else,
-- and each that has to be opened is a page to be read.
drop index care_note_patient;
create index care_note_patient on care_note (patient_id, occurred_at, chain_no, kind, about_id);
