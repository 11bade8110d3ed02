-- The nation by category is read from cells of its own, and not added up from every entity's; times of a month by entity,
-- category, governorate or channel from histograms without types, as those of quarters and years are. With every type
-- apart, a month of the nation held a row for nearly every case.
insert into rollup_cells (generation, cube, span, basis, day, entity, category, place, type, channel, source,
       received, merged, still_open, answered, on_time, first_right, entity_answered,
       entity_on_time, rated, solved_sum, respect_sum, satisfied, closed, closed_late, refused, withdrawn,
       unanswered, fell_due, first_actions, promised, promised_kept, handed, bounced, returned, reopened,
       objected, upheld, extended, warned, to_head, to_minister, to_operations, recurring)
select c.generation, 'category', span, basis, day, '*', category, '*', type, '*', source,
       sum(received)::int, sum(merged)::int, sum(still_open)::int, sum(answered)::int,
       sum(on_time)::int, sum(first_right)::int, sum(entity_answered)::int, sum(entity_on_time)::int,
       sum(rated)::int, sum(solved_sum)::int, sum(respect_sum)::int, sum(satisfied)::int, sum(closed)::int,
       sum(closed_late)::int, sum(refused)::int, sum(withdrawn)::int, sum(unanswered)::int, sum(fell_due)::int,
       sum(first_actions)::int, sum(promised)::int, sum(promised_kept)::int, sum(handed)::int,
       sum(bounced)::int, sum(returned)::int, sum(reopened)::int, sum(objected)::int, sum(upheld)::int,
       sum(extended)::int, sum(warned)::int, sum(to_head)::int, sum(to_minister)::int, sum(to_operations)::int,
       sum(recurring)::int
  from rollup_cells c
 where c.cube = 'entity-category'
 group by 1, 3, 4, 5, 7, 9, 11;

insert into rollup_durations (generation, cube, basis, what, month, entity, category, place, type, channel, source, bin, n)
select d.generation, k.long || '-month', 'happened', d.what, d.month,
       case when k.long = 'long-entity' then d.entity else '*' end,
       case when k.long = 'long-category' then d.category else '*' end,
       case when k.long = 'long-governorate' then d.place else '*' end, '*',
       case when k.long = 'long-channel' then d.channel else '*' end, '*', d.bin, sum(d.n)::int
  from rollup_durations d
  join (values ('nation', 'long-nation'), ('entity', 'long-entity'), ('entity-category', 'long-category'),
               ('governorate', 'long-governorate'), ('entity-channel', 'long-channel')) k (cube, long) using (cube)
 where d.basis = 'happened'
 group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
