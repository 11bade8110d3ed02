-- Posters at service counters: a QR code that fills in where one stands. Each is a campaign that is counted.
create table posters (
  -- Six letters that are told apart when read aloud; stands in the address of the code.
  code        text        primary key check (code ~ '^[a-z2-9]{6}$'),
  label       text        not null,
  entity_id   text,
  category_id text,
  place_id    text,
  made_by     uuid,
  made_at     timestamptz not null,
  ended_at    timestamptz,
  -- How often the code was opened; no word of who, where or when.
  scans       bigint      not null default 0
);
grant select, insert, update on posters to sawt_app;

-- What came in by a poster; few among all submissions.
create index case_events_by_campaign on case_events ((facts->>'campaign'))
 where step = 'submit' and facts ? 'campaign';
