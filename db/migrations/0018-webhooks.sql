-- Outside systems, of an entity or of the nation, that are told what happens to cases.
create table webhook_endpoints (
  id            uuid        primary key,
  name          text        not null,
  -- Whose cases it hears of; null hears of all. Never changed later.
  entity_id     text        references entities,
  url           text        not null,
  -- Names of steps; null is every one.
  events        text[],
  active        boolean     not null default true,
  -- Encrypted with the installation's secret. While it is being changed, the old one signs too.
  secret        bytea       not null,
  old_secret    bytea,
  old_until     timestamptz,
  -- In a row. While it rests nothing is tried, so that what waits does not use up its patience.
  failures      int         not null default 0,
  failing_since timestamptz,
  rest_until    timestamptz,
  -- Switched off by Sawt itself, after days in which nothing arrived.
  given_up_at   timestamptz,
  last_at       timestamptz,
  last_status   int,
  last_fault    text,
  created_by    uuid,
  created_at    timestamptz not null,
  changed_by    uuid,
  changed_at    timestamptz not null,
  check ((old_secret is null) = (old_until is null)),
  check (given_up_at is null or not active)
);

-- What is sent, one row for each event and endpoint.
create table webhook_deliveries (
  id          uuid        primary key,
  endpoint_id uuid        not null references webhook_endpoints,
  effect      text        not null unique,
  event       text        not null,
  case_id     uuid,
  -- The JSON as it is signed, the same at every attempt; erased some time after it is settled.
  body        text,
  state       text        not null default 'queued' check (state in ('queued', 'delivered', 'failed')),
  created_at  timestamptz not null,
  -- Patience is counted from here: when it was caused, or sent again by hand.
  since       timestamptz not null,
  -- While a worker holds it: until when. A hold that ran out belonged to one that died.
  ready_at    timestamptz,
  held        boolean     not null default false,
  attempts    int         not null default 0,
  -- Attempts whose end nobody saw: it may have arrived more than once.
  unsure      int         not null default 0,
  -- What the last attempt came to: an HTTP status, or the name of a fault.
  status      int,
  fault       text,
  settled_at  timestamptz,
  check ((state = 'queued') = (ready_at is not null)),
  check ((state = 'queued') = (settled_at is null)),
  check (state <> 'queued' or body is not null)
);
create index webhook_deliveries_due on webhook_deliveries (endpoint_id, ready_at, id) where state = 'queued';
create index webhook_deliveries_dead on webhook_deliveries (endpoint_id, id) where state = 'failed';
create index webhook_deliveries_latest on webhook_deliveries (endpoint_id, id);
create index webhook_deliveries_to_erase on webhook_deliveries (settled_at) where body is not null;
comment on column webhook_deliveries.effect is 'ENDPOINT:CASE:SEQ, with the replay that caused it, if one did; kept for ever, so that reading the feed again sends nothing twice.';

-- "Everything since a moment, once more": walks the feed by itself, up to where the feed stood when it was asked.
create table webhook_replays (
  id          uuid        primary key,
  endpoint_id uuid        not null references webhook_endpoints,
  since       timestamptz not null,
  tx          xid8        not null default '0',
  case_id     uuid        not null default '00000000-0000-0000-0000-000000000000',
  seq         int         not null default 0,
  end_tx      xid8        not null,
  end_case    uuid        not null,
  end_seq     int         not null,
  events      int         not null default 0,
  asked_by    uuid,
  asked_at    timestamptz not null,
  done_at     timestamptz
);
create unique index webhook_replays_open on webhook_replays (endpoint_id) where done_at is null;

grant select, insert, update on webhook_endpoints, webhook_deliveries, webhook_replays to sawt_app;

-- Nobody is told today of what happened before there were endpoints; a replay brings it when it is asked for.
insert into feed_cursors (consumer, tx) select 'webhooks', pg_snapshot_xmin(pg_current_snapshot());
