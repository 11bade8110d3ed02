-- What arrives by mail and SMS: each becomes a case, an addition to one, or waits where people see it.
create table arrivals (
  id          uuid        primary key,
  channel     text        not null check (channel in ('mail', 'sms')),
  -- The sender's own name for it (Message-ID): delivered twice, it is taken once.
  name        text        not null,
  received_at timestamptz not null,
  state       text        not null check (state in ('case', 'addition', 'quarantine', 'set-aside', 'dismissed')),
  because     text,
  case_id     uuid,
  -- Its attachments, while they belong to no case.
  draft_id    uuid,
  -- Purpose: to tell who writes, and to hold a flood back. Words are kept only while somebody may need them.
  sender      text,
  sender_name text,
  subject     text,
  text        text,
  left_out    text[]      not null default '{}',
  settled_by  uuid,
  settled_at  timestamptz,
  unique (channel, name)
);
create index arrivals_by_state on arrivals (state, received_at desc);
create index arrivals_by_sender on arrivals (sender, received_at) where sender is not null;

-- How far each mailbox was read.
create table mailboxes (
  name      text        primary key,
  validity  text        not null,
  last_uid  bigint      not null,
  looked_at timestamptz not null,
  fault     text
);

grant select, insert, update on arrivals, mailboxes to sawt_app;
