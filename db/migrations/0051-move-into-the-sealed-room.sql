-- A report of a violation that came to the ordinary desk by mistake goes into the sealed room, and nothing of it stays
-- here but that it was moved. The application may neither change nor remove what is written once, so the owner's
-- function does it, and only for a case whose history says that it was sealed: an event like any other, which enters
-- the public record and cannot be taken back.
create index case_events_sealed on case_events (case_id, seq) where step = 'seal';

create function erase_sealed_case(moved uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  kept constant text[] := array[
    -- The record, and numbers without words: what happened when, and the roll-ups that follow from it.
    'case_events', 'case_figures', 'case_reads', 'case_links', 'problem_cases', 'problem_answered',
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
revoke execute on function erase_sealed_case(uuid) from public;
grant execute on function erase_sealed_case(uuid) to sawt_app;
