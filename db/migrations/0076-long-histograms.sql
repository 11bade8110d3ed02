-- What a place lies in at the very top: its governorate, or itself.
create view place_tops as
  with recursive tops as (
    select id, id as top from places where parent_id is null
    union all
    select p.id, t.top from places p join tops t on p.parent_id = t.id
  ) select id, top from tops;
grant select on place_tops to sawt_app;

-- A country has hundreds of towns and a dozen governorates, and maps ask for those: their counts are kept as well.
insert into rollup_cells (generation, cube, span, basis, day, entity, category, place, type, channel, source,
       received, merged, still_open, answered, on_time, first_right, entity_answered,
       entity_on_time, rated, solved_sum, respect_sum, satisfied, closed, closed_late, refused, withdrawn,
       unanswered, fell_due, first_actions, promised, promised_kept, handed, bounced, returned, reopened,
       objected, upheld, extended, warned, to_head, to_minister, to_operations)
select c.generation, 'governorate', span, basis, day, '*', '*', coalesce(t.top, c.place), type, '*', source,
       sum(received)::int, sum(merged)::int, sum(still_open)::int, sum(answered)::int,
       sum(on_time)::int, sum(first_right)::int, sum(entity_answered)::int, sum(entity_on_time)::int,
       sum(rated)::int, sum(solved_sum)::int, sum(respect_sum)::int, sum(satisfied)::int, sum(closed)::int,
       sum(closed_late)::int, sum(refused)::int, sum(withdrawn)::int, sum(unanswered)::int, sum(fell_due)::int,
       sum(first_actions)::int, sum(promised)::int, sum(promised_kept)::int, sum(handed)::int,
       sum(bounced)::int, sum(returned)::int, sum(reopened)::int, sum(objected)::int, sum(upheld)::int,
       sum(extended)::int, sum(warned)::int, sum(to_head)::int, sum(to_minister)::int, sum(to_operations)::int
  from rollup_cells c left join place_tops t on t.id = c.place
 where c.cube = 'place'
 group by 1, 3, 4, 5, 8, 9, 11;

insert into rollup_durations (generation, cube, basis, what, month, entity, category, place, type, channel, source, bin, n)
select d.generation, 'governorate', basis, what, month, '*', '*', coalesce(t.top, d.place), type, '*', source, bin,
       sum(n)::int
  from rollup_durations d left join place_tops t on t.id = d.place
 where d.cube = 'place'
 group by 1, 3, 4, 5, 8, 9, 11, 12;

-- Figures of quarters and years read histograms of their own (insight/model/roll-ups/cubes.ts, LONG_CUBES): what is
-- folded from now on fills them, and what was folded before is added up here. Differences that still wait are in neither.
insert into rollup_durations (generation, cube, basis, what, month, entity, category, place, type, channel, source, bin, n)
select d.generation, k.long || '-' || s.span, 'happened', d.what, date_trunc(s.span, d.month)::date,
       case when k.long = 'long-entity' then d.entity else '*' end,
       case when k.long = 'long-category' then d.category else '*' end,
       case when k.long = 'long-governorate' then d.place else '*' end, '*',
       case when k.long = 'long-channel' then d.channel else '*' end, '*', d.bin, sum(d.n)::int
  from rollup_durations d
  join (values ('nation', 'long-nation'), ('entity', 'long-entity'), ('entity-category', 'long-category'),
               ('governorate', 'long-governorate'), ('entity-channel', 'long-channel')) k (cube, long) using (cube)
 cross join (values ('quarter'), ('year')) s (span)
 where d.basis = 'happened'
 group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;

-- How old and how late what is open is, is asked of all that is open at once: from the index alone, without the rows.
create index case_figures_open_now on case_figures (generation, answer_by)
  include (received_at, entity, category, place, type, channel, source) where closed_at is null;
drop index case_figures_open;
