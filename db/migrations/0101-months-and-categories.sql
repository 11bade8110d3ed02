-- The nation by category is read from cells of its own, and not added up from every entity's.
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

-- Times that tell no types apart, of months, quarters and years: a histogram is one row with all its bins. As rows of a bin
-- each, a year by category was forty thousand of them, strewn over as many pages as there were days to fold them.
create table rollup_histograms (
  generation smallint not null,
  cube       text     not null,
  what       text     not null check (what in ('answer', 'first-action')),
  month      date     not null,
  entity     text     not null,
  category   text     not null,
  place      text     not null,
  channel    text     not null,
  bins       int[]    not null,
  ns         int[]    not null,
  constraint rollup_histograms_pkey primary key (generation, cube, what, month, entity, category, place, channel)
) partition by list (generation);
grant select, insert, update, delete on rollup_histograms to sawt_app;

do $$
declare
  now_read smallint := (select generation from rollup_generation);
begin
  execute format('create table rollup_histograms_%1$s partition of rollup_histograms for values in (%1$s)
                  with (fillfactor = 90)', now_read);
  execute format('alter index rollup_histograms_%1$s_pkey rename to rollup_histograms_pkey_%1$s', now_read);
end $$;

insert into rollup_histograms
select generation, cube, what, month, entity, category, place, channel, array_agg(bin order by bin),
       array_agg(n order by bin)
  from (
    select d.generation, k.long || '-' || s.span as cube, d.what, date_trunc(s.span, d.month)::date as month,
           case when k.long = 'long-entity' then d.entity else '*' end as entity,
           case when k.long = 'long-category' then d.category else '*' end as category,
           case when k.long = 'long-governorate' then d.place else '*' end as place,
           case when k.long = 'long-channel' then d.channel else '*' end as channel, d.bin, sum(d.n)::int as n
      from rollup_durations d
      join (values ('nation', 'long-nation'), ('entity', 'long-entity'), ('entity-category', 'long-category'),
                   ('governorate', 'long-governorate'), ('entity-channel', 'long-channel')) k (cube, long) using (cube)
     cross join (values ('month'), ('quarter'), ('year')) s (span)
     where d.basis = 'happened'
     group by 1, 2, 3, 4, 5, 6, 7, 8, 9) each
 group by 1, 2, 3, 4, 5, 6, 7, 8;
delete from rollup_durations where cube like 'long-%';

create or replace function generation_tables() returns text[] language sql immutable as $$
  select array['case_figures', 'case_acts', 'rollup_cells', 'rollup_deltas', 'rollup_durations',
               'rollup_histograms', 'rollup_duration_deltas']
$$;
select begin_generation();
analyze rollup_cells;
analyze rollup_histograms;
