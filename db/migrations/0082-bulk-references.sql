-- An event has its case, and words have their event: looked up once for all rows of a statement. The foreign keys did
-- it row by row and locked each row they found, which was half of what PostgreSQL had to do for imported history (18 of
-- 35 µs an event, 31 of 38 for words); a single submission costs what it did. The other direction needs no watching:
-- the application may remove neither cases nor events.
create function events_have_their_case() returns trigger language plpgsql as $$
begin
  if exists (select from written w where (select c.id from cases c where c.id = w.case_id) is null) then
    raise foreign_key_violation using message = 'an event without its case', constraint = 'events_have_their_case';
  end if;
  return null;
end $$;

create function words_have_their_event() returns trigger language plpgsql as $$
begin
  if exists (select from written w
              where (select e.seq from case_events e where e.case_id = w.case_id and e.seq = w.seq) is null) then
    raise foreign_key_violation using message = 'words without their event', constraint = 'words_have_their_event';
  end if;
  return null;
end $$;

create trigger events_have_their_case after insert on case_events
  referencing new table as written for each statement execute function events_have_their_case();
create trigger words_have_their_event after insert on case_words
  referencing new table as written for each statement execute function words_have_their_event();

alter table case_events drop constraint case_events_case_id_fkey;
alter table case_words drop constraint case_words_case_id_seq_fkey;
