-- From every number one comes to the cases behind it. What stands with a case is read from case_figures; what was done
-- to a case is credited to whoever held it then, so each counted act is kept with whom it was credited to.
create table case_acts (
  generation smallint    not null,
  case_id    uuid        not null,
  -- The event that it was.
  seq        int         not null,
  -- A column of rollup_cells: returned, to_head …
  measure    text        not null,
  at         timestamptz not null,
  -- Whom and what it counts for; '' for none. Place, type and channel are the case's own.
  entity     text        not null,
  category   text        not null,
  primary key (generation, case_id, seq)
);
create index case_acts_done on case_acts (generation, measure, at, entity);
grant select, insert, delete on case_acts to sawt_app;

-- Lists by when something ended, and by when it came, of an entity or of all.
create index case_figures_ended on case_figures (generation, closed_at, entity) where closed_at is not null;
create index case_figures_promised on case_figures (generation, entity) where promised_on <> '{}';
drop index case_figures_received;
create index case_figures_received on case_figures (generation, received_at, entity);

-- What the figures have read so far; what follows is added as they read on.
insert into case_acts (generation, case_id, seq, measure, at, entity, category)
select f.generation, e.case_id, e.seq,
       case e.step when 'route' then 'handed' when 'refuse' then 'bounced' when 'return' then 'returned'
                   when 'reopen' then 'reopened' when 'object' then 'objected' when 'uphold' then 'upheld'
                   when 'extend' then 'extended'
                   else case when e.facts->'tells' ? 'operator' then 'to_operations'
                             when e.facts->'tells' ? 'minister' then 'to_minister'
                             when e.facts->'tells' ? 'head' then 'to_head' else 'warned' end end,
       e.at,
       case when e.step = 'route' then coalesce(e.facts->>'entity', '')
            when e.step = 'escalate' and coalesce(e.facts->>'clock', '') not in ('reply', 'first-action') then ''
            else coalesce(h.holder, '') end,
       case when e.step = 'route' then coalesce(e.facts->>'category', '') else coalesce(b.about, '') end
  from case_events e
  join case_figures f on f.case_id = e.case_id and f.generation = (select generation from rollup_generation)
  join feed_cursors c on c.consumer = 'roll-ups' and (e.tx, e.case_id, e.seq) <= (c.tx, c.case_id, c.seq)
  left join lateral (
       select case when p.step <> 'refuse' then p.facts->>'entity' end as holder from case_events p
        where p.case_id = e.case_id and p.seq < e.seq and p.step in ('submit', 'route', 'split', 'refuse')
        order by p.seq desc limit 1) h on true
  left join lateral (
       select p.facts->>'category' as about from case_events p
        where p.case_id = e.case_id and p.seq < e.seq and p.step in ('submit', 'route')
        order by p.seq desc limit 1) b on true
 where e.step in ('route', 'refuse', 'return', 'reopen', 'object', 'uphold', 'extend', 'escalate');

-- Numbers without words outlive a case that was moved into the sealed room.
create or replace function erase_sealed_case(moved uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  kept constant text[] := array[
    -- The record, and numbers without words: what happened when, and the roll-ups that follow from it.
    'case_events', 'case_figures', 'case_acts', 'case_reads', 'case_links', 'problem_cases', 'problem_answered',
    -- Not of the case: places in the feed, and keys of intentions.
    'feed_cursors', 'webhook_replays', 'idempotency_keys',
    -- Emptied below; their rows are part of the books.
    'messages', 'webhook_deliveries', 'arrivals'];
  named text;
begin
  if not exists (select from case_events where case_id = moved and step = 'seal') then
    raise exception 'only a case that was sealed is erased';
  end if;
  -- Whatever else holds something by a case's id, also what later migrations add.
  for named in
    select c.table_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'case_id' and t.table_type = 'BASE TABLE'
       and c.table_name <> all (kept)
  loop
    execute format('delete from %I where case_id = $1', named) using moved;
  end loop;
  -- The one place where an event repeats words.
  update case_events set facts = facts - 'subject' where case_id = moved and facts ? 'subject';
  update messages
     set address = null, about = null, facts = '{}', provider_id = null,
         state = case state when 'queued' then 'cancelled' else state end, ready_at = null, leased_until = null,
         settled_at = coalesce(settled_at, now())
   where case_id = moved;
  update arrivals set sender = null, sender_name = null, subject = null, text = null, left_out = '{}'
   where case_id = moved;
end $$;
