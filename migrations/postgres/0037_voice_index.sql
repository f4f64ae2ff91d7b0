-- Questions are listed where the record of their patient is now, so no facility finds them by itself: where they stand does. Comments are
-- found by their patients.

drop index care_comment_facility;
drop index care_question_facility;
create index care_question_status on care_question (status, due_on);
