//! The rule of [`super::rules`] once more, in words that both databases know, for sums over many bookings.
//!
//! Every text binds the bounds of its time as `$1` and `$2`; what it is about comes after. `bookings!` gives a row for each
//! booking that counts: what was planned, what was attended, who answers for the rest, and why. `sums!` adds such rows up.
//!
//! The bounds stand for the slot as well as for each person in it, whose times a trigger keeps the same: otherwise PostgreSQL takes every
//! slot there has ever been for a month of them.
//!
//! A booking that took the place of another is looked for between the same bounds. All bounds are midnights at the place, and
//! no regime runs over midnight, so the two never lie on different sides of one.

/// A row for each booking within `$1..$2` for which the literal condition on `sp` (the person's place), `s` (the slot) and
/// `cp` (care's record) holds.
macro_rules! bookings {
    ($which:literal) => {
        concat!(
            "select sp.slot_id as slot_id, sp.facility_id as facility_id, sp.person_id as person_id, sp.starts_at as starts_at,
               sp.planned_minutes as planned,
               case when s.status in ('declined', 'cancelled', 'not_held') then 0
                    when cp.attendance in ('full', 'part', 'late', 'left_early')
                      then case when cp.minutes < sp.planned_minutes then cp.minutes else sp.planned_minutes end
                    else 0 end as attended,
               case when s.status in ('declined', 'cancelled', 'not_held') then case when s.cancel_side = 'custody' then 'custody' else 'health' end
                    when cp.attendance in ('full', 'part', 'late', 'left_early') and cp.minutes < sp.planned_minutes and (
                      sp.movement = 'arrived_late' or (sp.movement = 'returned' and 'arrived_late' = (
                        select m.movement from custody_movement m where m.slot_id = sp.slot_id and m.person_id = sp.person_id and m.movement <> 'returned'
                        order by m.recorded_at desc, m.id desc limit 1))) then 'custody'
                    when cp.attendance = 'full' then 'health'
                    when cp.attendance in ('part', 'late', 'left_early', 'declined') then 'patient'
                    when cp.attendance in ('unwell', 'excused', 'not_suitable_today', 'cancelled') then 'health'
                    when cp.attendance = 'not_brought' or sp.movement = 'not_brought' then 'custody'
                    else 'open' end as rest,
               case when s.status in ('declined', 'cancelled', 'not_held') then s.cancel_reason
                    when cp.attendance in ('full', 'part', 'late', 'left_early') and cp.minutes < sp.planned_minutes and (
                      sp.movement = 'arrived_late' or (sp.movement = 'returned' and 'arrived_late' = (
                        select m.movement from custody_movement m where m.slot_id = sp.slot_id and m.person_id = sp.person_id and m.movement <> 'returned'
                        order by m.recorded_at desc, m.id desc limit 1))) then 'brought_late'
                    when cp.attendance = 'full' then 'cut_short'
                    when cp.attendance = 'not_brought' or (cp.attendance is null and sp.movement = 'not_brought')
                      then coalesce(sp.custody_reason, 'not_said')
                    else cp.attendance end as why
             from custody_slot_person sp
             join custody_slot s on s.id = sp.slot_id and s.starts_at >= $1 and s.starts_at < $2
             left join care_participation cp on cp.session_id = sp.slot_id and cp.patient_id = sp.person_id
             where sp.starts_at >= $1 and sp.starts_at < $2 and ",
            $which,
            " and not (sp.movement = 'not_brought' and sp.custody_reason = 'released'
                   and (cp.attendance is null or cp.attendance not in ('full', 'part', 'late', 'left_early')))
             and not (s.status in ('declined', 'cancelled', 'not_held') and exists (
               select 1 from custody_slot_person o join custody_slot os on os.id = o.slot_id
               where o.person_id = sp.person_id and o.starts_at >= $1 and o.starts_at < $2 and o.slot_id <> sp.slot_id
                 and o.starts_at < sp.ends_at and o.ends_at > sp.starts_at
                 and (os.status not in ('declined', 'cancelled', 'not_held') or o.slot_id > sp.slot_id)))"
        )
    };
}

/// The sums of [`super::store::Sums`] over rows of `bookings!`, grouped by one of its columns.
macro_rules! sums {
    ($by:literal, $which:literal) => {
        concat!(
            "select ",
            $by,
            ", cast(sum(planned) as bigint) as planned, cast(sum(attended) as bigint) as attended,
               cast(sum(case when rest = 'custody' then planned - attended else 0 end) as bigint) as lost_custody,
               cast(sum(case when rest = 'health' then planned - attended else 0 end) as bigint) as lost_health,
               cast(sum(case when rest = 'patient' then planned - attended else 0 end) as bigint) as lost_patient
             from (",
            $crate::oversight::hours::sql::bookings!($which),
            ") b group by ",
            $by
        )
    };
}

/// Rows of `bookings!` added up by a group, a part of the period and the person. `$3` to `$15` are the beginnings of the second to
/// fourteenth part; a quarter can have as many weeks. Persons are counted where the rows are put together: somebody in two groups is one person of the whole.
macro_rules! grouped {
    ($key:literal, $label:literal, $joins:literal, $which:literal) => {
        concat!(
            "select g.group_key, g.label, g.part, g.person_id, cast(sum(g.planned) as bigint) as planned, cast(sum(g.attended) as bigint) as attended,
               cast(sum(case when g.rest = 'custody' then g.planned - g.attended else 0 end) as bigint) as lost_custody,
               cast(sum(case when g.rest = 'health' then g.planned - g.attended else 0 end) as bigint) as lost_health,
               cast(sum(case when g.rest = 'patient' then g.planned - g.attended else 0 end) as bigint) as lost_patient
             from (select b.person_id as person_id, b.planned as planned, b.attended as attended, b.rest as rest, ",
            $key,
            " as group_key, ",
            $label,
            " as label, cast(case when b.starts_at < $3 then 0 when b.starts_at < $4 then 1 when b.starts_at < $5 then 2
                 when b.starts_at < $6 then 3 when b.starts_at < $7 then 4 when b.starts_at < $8 then 5 when b.starts_at < $9 then 6
                 when b.starts_at < $10 then 7 when b.starts_at < $11 then 8 when b.starts_at < $12 then 9 when b.starts_at < $13 then 10
                 when b.starts_at < $14 then 11 when b.starts_at < $15 then 12 else 13 end as bigint) as part
               from (",
            $crate::oversight::hours::sql::bookings!($which),
            ") b ",
            $joins,
            ") g group by g.group_key, g.label, g.part, g.person_id"
        )
    };
}

pub(super) use {bookings, grouped, sums};
