-- Who asked that a note be declared an error can take that back before the second signature, as a link of the same chain; it may
-- be asked for again. And names in Cyrillic are found, and stand in their place, by their Latin letters.

alter table care_note drop constraint care_note_kind_check;
alter table care_note add constraint care_note_kind_check check (kind in ('contact', 'session', 'progress_report', 'evaluation', 'review', 'discharge', 'telephone', 'case_discussion', 'measure', 'transfer', 'addendum', 'cosign', 'return', 'error', 'error_withdrawn', 'error_confirmed'));
alter table care_note drop constraint care_note_about;
alter table care_note add constraint care_note_about check ((about_id is not null) = (kind in ('addendum', 'cosign', 'return', 'error', 'error_withdrawn', 'error_confirmed')));
drop index care_note_error_key;
create index care_note_error on care_note (about_id, chain_no) where kind in ('error', 'error_withdrawn');

-- In three steps, since one statement may nest only so deep.
update custody_person set sort_name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'а', 'a'), 'б', 'b'), 'в', 'v'), 'г', 'g'), 'д', 'd'), 'ђ', 'dj'), 'е', 'e'), 'ж', 'z'), 'з', 'z'), 'и', 'i')
  where sort_name <> replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'а', 'a'), 'б', 'b'), 'в', 'v'), 'г', 'g'), 'д', 'd'), 'ђ', 'dj'), 'е', 'e'), 'ж', 'z'), 'з', 'z'), 'и', 'i');
update custody_person set sort_name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'ј', 'j'), 'к', 'k'), 'л', 'l'), 'љ', 'lj'), 'м', 'm'), 'н', 'n'), 'њ', 'nj'), 'о', 'o'), 'п', 'p'), 'р', 'r')
  where sort_name <> replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'ј', 'j'), 'к', 'k'), 'л', 'l'), 'љ', 'lj'), 'м', 'm'), 'н', 'n'), 'њ', 'nj'), 'о', 'o'), 'п', 'p'), 'р', 'r');
update custody_person set sort_name = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'с', 's'), 'т', 't'), 'ћ', 'c'), 'у', 'u'), 'ф', 'f'), 'х', 'h'), 'ц', 'c'), 'ч', 'c'), 'џ', 'dz'), 'ш', 's')
  where sort_name <> replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(sort_name, 'с', 's'), 'т', 't'), 'ћ', 'c'), 'у', 'u'), 'ф', 'f'), 'х', 'h'), 'ц', 'c'), 'ч', 'c'), 'џ', 'dz'), 'ш', 's');
