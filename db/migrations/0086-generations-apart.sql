-- Each generation of figures lies in tables of its own, so that a rebuild fills tables without indexes, which nobody
-- reads, and a generation that was replaced goes at once instead of row by row (a million cases are thirty million
-- rows). Why, and what it costs, stands in docs/decisions/0010-roll-ups.md.
--
-- rollup_cells             what everybody reads and the living figures write: an index made here is made everywhere
-- rollup_cells_1, _2       a generation of it; beside each other only while one takes the other's place
-- next_rollup_cells        what a rebuild writes; empty when there is none. A migration that adds a column to a table calls
--                          begin_generation() after it

create function generation_tables() returns text[] language sql immutable as $$
  select array['case_figures', 'case_acts', 'rollup_cells', 'rollup_deltas', 'rollup_durations', 'rollup_duration_deltas']
$$;

-- Empty tables without indexes, but for the one by which a rebuild finds what a case counted for before.
create function make_next_tables() returns void language plpgsql set search_path = public, pg_temp as $$
declare
  kept text;
begin
  foreach kept in array generation_tables() loop
    execute format('create table next_%1$s (like %1$s including defaults including constraints)', kept);
    execute format('grant select, insert, update, delete on next_%s to sawt_app', kept);
    -- Differences come and go by the thousand and are swept up eagerly. The others leave room on their pages: a count
    -- that is added to in its place touches no index.
    execute format(
      'alter table next_%s set (%s)', kept,
      case when kept like '%deltas' then 'autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000'
           else 'fillfactor = 90' end);
  end loop;
  alter table next_case_figures add constraint next_case_figures_pkey primary key (generation, case_id);
end $$;

-- Whatever an earlier rebuild left behind goes.
create function begin_generation() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept text;
begin
  foreach kept in array generation_tables() loop
    execute format('drop table if exists next_%s', kept);
  end loop;
  perform make_next_tables();
end $$;

-- What was written is counted, so that the statements that fold it are planned for what there is.
create function measure_next_tables() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze next_rollup_deltas;
  analyze next_rollup_duration_deltas;
end $$;

-- A table that a rebuild has filled gets the indexes of the one it will be part of.
create function index_next_table(filled text, ended smallint) returns void
language plpgsql security definer
set search_path = public, pg_temp set maintenance_work_mem = '256MB' as $$
declare
  made record;
begin
  if filled <> all (generation_tables()) then
    raise exception '% is no table of a generation', filled;
  end if;
  for made in
    select i.relname || '_' || ended as name, pg_get_indexdef(x.indexrelid) as said, pg_get_constraintdef(c.oid) as key
      from pg_index x join pg_class i on i.oid = x.indexrelid
      left join pg_constraint c on c.conindid = x.indexrelid and c.conrelid = x.indrelid
     where x.indrelid = filled::regclass
     order by x.indisprimary desc
  loop
    if made.key is null then
      execute regexp_replace(made.said, 'INDEX \S+ ON ONLY \S+', format('INDEX %I ON next_%s', made.name, filled));
    elsif filled = 'case_figures' then
      execute format('alter table next_case_figures rename constraint next_case_figures_pkey to %I', made.name);
    else
      execute format('alter table next_%s add constraint %I %s', filled, made.name, made.key);
    end if;
  end loop;
  execute format('analyze next_%s', filled);
end $$;

-- The tables of a rebuild become part of those that are read. Differences are folded by then.
create function end_generation(ended smallint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept text;
begin
  truncate next_rollup_deltas, next_rollup_duration_deltas;
  perform index_next_table('rollup_deltas', ended), index_next_table('rollup_duration_deltas', ended);
  foreach kept in array generation_tables() loop
    execute format('alter table next_%1$s rename to %1$s_%2$s', kept, ended);
    execute format('alter table %1$s attach partition %1$s_%2$s for values in (%2$s)', kept, ended);
  end loop;
  perform make_next_tables();
end $$;

-- A generation that was replaced goes, as soon as nobody can still read it: neither somebody who began before it was
-- replaced, nor somebody who has it in hand, for whom nobody is kept waiting longer than a moment.
create function drop_generation(gone smallint) returns boolean
language plpgsql security definer
set search_path = public, pg_temp set lock_timeout = '200ms' as $$
declare
  kept text;
begin
  if gone = (select generation from rollup_generation) then
    raise exception 'generation % is the one that is read', gone;
  end if;
  if exists (
       select from pg_stat_activity a, rollup_generation g
        where a.datname = current_database() and a.pid <> pg_backend_pid() and a.backend_type = 'client backend'
          and age(a.backend_xmin) >= age(g.xmin)) then
    return false;
  end if;
  foreach kept in array generation_tables() loop
    continue when to_regclass(kept || '_' || gone) is null;
    execute format('alter table %1$s detach partition %1$s_%2$s', kept, gone);
    execute format('drop table %1$s_%2$s', kept, gone);
  end loop;
  return true;
exception when lock_not_available then
  return false;
end $$;

revoke all on function make_next_tables(), begin_generation(), measure_next_tables(),
  index_next_table(text, smallint), end_generation(smallint), drop_generation(smallint) from public;
grant execute on function begin_generation(), measure_next_tables(), index_next_table(text, smallint),
  end_generation(smallint), drop_generation(smallint) to sawt_app;

-- What there is becomes the generation that is read.
do $$
declare
  kept text;
  made record;
  now_read smallint := (select generation from rollup_generation);
begin
  foreach kept in array generation_tables() loop
    execute format('delete from %s where generation <> %s', kept, now_read);
    execute format('alter table %1$s rename to %1$s_%2$s', kept, now_read);
    for made in
      select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid
       where x.indrelid = (kept || '_' || now_read)::regclass
    loop
      execute format('alter index %I rename to %I', made.name, made.name || '_' || now_read);
    end loop;
    execute format('create table %1$s (like %1$s_%2$s including defaults including constraints) partition by list (generation)',
                   kept, now_read);
    execute format('grant select, insert, update, delete on %s to sawt_app', kept);
    for made in
      select i.relname as name, pg_get_indexdef(x.indexrelid) as said, pg_get_constraintdef(c.oid) as key
        from pg_index x join pg_class i on i.oid = x.indexrelid
        left join pg_constraint c on c.conindid = x.indexrelid and c.conrelid = x.indrelid
       where x.indrelid = (kept || '_' || now_read)::regclass
    loop
      made.name := left(made.name, -2);
      if made.key is not null then
        execute format('alter table %s add constraint %I %s', kept, made.name, made.key);
      else
        execute regexp_replace(made.said, 'INDEX \S+ ON \S+', format('INDEX %I ON %s', made.name, kept));
      end if;
    end loop;
    execute format('alter table %1$s attach partition %1$s_%2$s for values in (%2$s)', kept, now_read);
    if kept not like '%deltas' then
      execute format('alter table %s_%s set (fillfactor = 90)', kept, now_read);
    end if;
  end loop;
end $$;

create or replace view rollup_days as
  select d.day, d.entity, d.category, d.place, d.type, d.channel, d.source, d.received, d.answered, d.on_time, d.closed,
         d.closed_late, d.fell_due
    from rollup_cells d join rollup_generation using (generation)
   where d.cube = 'full' and d.span = 'day' and d.basis = 'happened'
  union all
  select d.day, d.entity, d.category, d.place, d.type, d.channel, d.source, d.received, d.answered, d.on_time, d.closed,
         d.closed_late, d.fell_due
    from rollup_deltas d join rollup_generation using (generation)
   where d.basis = 'happened';

select make_next_tables();
