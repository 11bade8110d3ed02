-- What is said to people, one row for each destination. The effect names what caused it and whom it reaches:
-- the same thing is never said twice, however often the feed is read.
create table messages (
  id           uuid        primary key,
  effect       text        not null unique,
  kind         text        not null,
  channel      text        not null check (channel in ('mail', 'sms', 'whatsapp', 'push')),
  state        text        not null default 'queued'
               check (state in ('queued', 'sent', 'delivered', 'bounced', 'failed', 'cancelled', 'expired')),
  case_id      uuid,
  -- What later events may take it back by: a reminder of a question that was answered.
  about        text,
  staff_id     uuid,
  resident_id  uuid,
  -- Where it goes; erased with the facts some time after it is settled.
  address      text,
  language     text        not null check (language in ('ar', 'en')),
  facts        jsonb       not null default '{}',
  created_at   timestamptz not null,
  -- Patience is counted from here: when it was first due, or sent again by hand.
  since        timestamptz not null,
  ready_at     timestamptz,
  -- Taken by a worker until then. A lease that ran out belonged to one that died.
  leased_until timestamptz,
  attempts     int         not null default 0,
  -- Attempts whose end nobody saw: the message may have arrived more than once.
  unsure       int         not null default 0,
  -- A code or the name of an error; never what a server wrote, which may quote an address.
  fault        text,
  provider_id  text,
  expires_at   timestamptz,
  settled_at   timestamptz,
  check ((state = 'queued') = (ready_at is not null)),
  check ((state = 'queued') = (settled_at is null))
);
create index messages_due on messages (ready_at) where state = 'queued';
create index messages_taken_back on messages (case_id) where state = 'queued' and about is not null;
create index messages_settled on messages (settled_at) where settled_at is not null;
create index messages_of_provider on messages (channel, provider_id) where provider_id is not null;
comment on column messages.effect is 'CASE:SEQ:KIND:WHOM:CHANNEL; kept for ever, so that reading the feed again says nothing twice.';

-- What staff find on the desk.
create table notices (
  id       uuid        primary key,
  effect   text        not null,
  staff_id uuid        not null references staff,
  kind     text        not null,
  case_id  uuid,
  about    text,
  facts    jsonb       not null default '{}',
  -- Not shown before: what is due tomorrow is written down today.
  at       timestamptz not null,
  read_at  timestamptz,
  unique (staff_id, effect)
);
create index notices_of_staff on notices (staff_id, at, id);
create index notices_taken_back on notices (case_id) where about is not null;
create index notices_unread on notices (staff_id) where read_at is null;

-- What the holder of a telephone or an address wants to get; guests choose by a signed link.
create table contact_choices (
  contact    text        primary key,
  level      text        not null check (level in ('all', 'needed', 'none')),
  whatsapp   boolean     not null default false,
  changed_at timestamptz not null
);

create table staff_choices (
  staff_id    uuid        primary key references staff,
  mail        text        not null check (mail in ('each', 'urgent', 'digest', 'none')),
  digest_hour int         not null check (digest_hour between 0 and 23),
  changed_at  timestamptz not null
);

-- Browsers that may be woken.
create table push_subscriptions (
  id          uuid        primary key,
  endpoint    text        not null unique,
  p256dh      text        not null,
  auth        text        not null,
  staff_id    uuid        references staff,
  resident_id uuid        references residents,
  created_at  timestamptz not null,
  check ((staff_id is null) <> (resident_id is null))
);
create index push_subscriptions_of_staff on push_subscriptions (staff_id) where staff_id is not null;
create index push_subscriptions_of_resident on push_subscriptions (resident_id) where resident_id is not null;

grant select, insert, update on messages, contact_choices, staff_choices to sawt_app;
grant select, insert, update, delete on notices, push_subscriptions to sawt_app;

-- Nobody is told today of what happened before there were messages.
insert into feed_cursors (consumer, tx)
select 'messages', pg_snapshot_xmin(pg_current_snapshot()) where exists (select from case_events);
