-- Whether a complaint belongs to a known problem, counted like everything else a case counts for.
alter table case_figures add column recurring boolean not null default false;
alter table case_figures alter column recurring drop default;
alter table rollup_cells add column recurring int not null default 0;
alter table rollup_cells alter column recurring drop default;
alter table rollup_deltas add column recurring int not null default 0;
alter table rollup_deltas alter column recurring drop default;

-- Cases whose own history does not yet say what the problem says: that they belong to it, or no longer do.
drop index problem_cases_to_link;
create index problem_cases_to_say on problem_cases (problem_id, case_id) where (linked_seq is null) <> left_out;

-- What belongs to a problem already is counted now, so that nobody has to have the figures rebuilt.
with known as (
  update case_figures f set recurring = true
   where f.type = 'complaint'
     and exists (select from problem_cases o where o.case_id = f.case_id and o.linked_seq is not null)
  returning f.*
), days as (
  select k.*, (k.received_at at time zone coalesce(i.time_zone, 'UTC'))::date as on_day
    from known k cross join installation i
)
insert into rollup_deltas (generation, basis, day, entity, category, place, type, channel, source, recurring,
       received, merged, still_open, answered, on_time, first_right, entity_answered, entity_on_time, rated,
       solved_sum, respect_sum, satisfied, closed, closed_late, refused, withdrawn, unanswered, fell_due,
       first_actions, promised, promised_kept, handed, bounced, returned, reopened, objected, upheld, extended,
       warned, to_head, to_minister, to_operations)
select d.generation, b.basis, b.day, d.entity, d.category, d.place, d.type, d.channel, d.source, count(*)::int,
       0, 0, 0, 0, 0, 0, 0, 0, 0,
       0, 0, 0, 0, 0, 0, 0, 0, 0,
       0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
       0, 0, 0, 0
  from days d
 cross join lateral (values ('happened', d.on_day), ('received', date_trunc('month', d.on_day)::date)) b (basis, day)
 group by 1, 2, 3, 4, 5, 6, 7, 8, 9;
