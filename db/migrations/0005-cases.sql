-- A case as its events leave it. Computed from case_events and written in the same transaction;
-- cases/model/state.ts says how, and a test replays every history against these columns.
create table cases (
  id              uuid        primary key,
  -- Eleven digits, never reused; see kernel/reference.ts.
  reference       text        not null unique,
  type            text        not null check (type in ('inquiry', 'complaint', 'suggestion', 'praise')),
  stage           text        not null check (stage in ('received', 'with-entity', 'awaiting-resident', 'replied',
                                                        'verified', 'answered', 'objected', 'closed')),
  subject         text        not null,
  category_id     text,
  entity_id       text,
  unit_id         text,
  handler_id      uuid,
  parent_id       uuid,
  merged_into     uuid,
  resident_id     uuid,
  entered_by      uuid,
  channel         text        not null,
  language        text        not null,
  place_id        text,
  -- The requester's name and contact are kept from the entity.
  identity_hidden boolean     not null default false,
  urgent          boolean     not null default false,
  outcome         text,
  -- The resident's date. It never moves later except by an extension that the resident is told of.
  answer_by       timestamptz not null,
  -- The entity's date; it pauses while the resident owes an answer.
  entity_due      timestamptz,
  received_at     timestamptz not null,
  routed_at       timestamptz,
  first_action_at timestamptz,
  asked_at        timestamptz,
  asked_from      text,
  replied_at      timestamptz,
  replied_by      uuid,
  verified_at     timestamptz,
  verified_by     uuid,
  released_by     uuid,
  answered_at     timestamptz,
  objected_at     timestamptz,
  closed_at       timestamptz,
  extended        boolean     not null default false,
  bounces         int         not null default 0,
  returns         int         not null default 0,
  reopens         int         not null default 0,
  solved          int,
  respect         int,
  -- The running clock: its name and when somebody must act. Null once closed.
  clock           text,
  clock_due       timestamptz,
  -- Number of the last event.
  seq             int         not null,
  source          text,
  source_id       text,
  check ((stage = 'closed') = (clock is null))
);

-- Few indexes: each one is paid for by every submission.
create unique index cases_imported on cases (source, source_id) where source is not null;
create index cases_open_by_entity on cases (entity_id, answer_by, id) where stage <> 'closed';
create index cases_open_by_date on cases (answer_by, id) where stage <> 'closed';
-- Where time itself acts; see cases/store/due.ts.
create index cases_time_acts on cases (clock_due) where clock in ('resident-answer', 'objection-window');
create index cases_by_entity on cases (entity_id, id);
create index cases_of_resident on cases (resident_id, id) where resident_id is not null;
create index cases_entered_by on cases (entered_by, id) where entered_by is not null;
create index cases_of_handler on cases (handler_id) where handler_id is not null and stage <> 'closed';
create index cases_parts on cases (parent_id) where parent_id is not null;
create index cases_followers on cases (merged_into) where merged_into is not null;

create table case_events (
  case_id    uuid        not null references cases,
  seq        int         not null,
  step       text        not null,
  at         timestamptz not null,
  -- The role it was done in: resident, a role of staff, entity (through a one-time link), or system.
  role       text        not null,
  actor_id   uuid,
  -- What happened, as ids, dates and codes; no word that a person wrote.
  facts      jsonb       not null default '{}',
  -- SHA-256 of the words that go with it, so that history stays provable after words are erased.
  words_hash bytea,
  -- The transaction that wrote it: the feed reads below the oldest one still running, so that a
  -- late commit is never skipped.
  tx         xid8        not null default pg_current_xact_id(),
  primary key (case_id, seq)
);
create index case_events_feed on case_events (tx, case_id, seq);
comment on table case_events is 'What happened to a case. Written once: the application may neither change nor remove rows.';

-- What people wrote, kept apart from what happened, so that it can be sealed or erased by law.
create table case_words (
  case_id uuid  not null,
  seq     int   not null,
  words   jsonb not null,
  primary key (case_id, seq),
  foreign key (case_id, seq) references case_events (case_id, seq)
);

-- Who asked. Purpose: to answer them; shown only to those who may know.
create table requesters (
  case_id  uuid primary key references cases,
  name     text,
  phone    text,
  email    text,
  language text not null default 'ar'
);
create index requesters_by_phone on requesters (phone) where phone is not null;

create table case_links (
  case_id  uuid        not null references cases,
  other_id uuid        not null references cases,
  at       timestamptz not null,
  primary key (case_id, other_id)
);

-- What an entity promised in its reply; tracked until done.
create table promised_actions (
  case_id uuid        not null references cases,
  number  int         not null,
  action  text        not null,
  due_on  date        not null,
  done_at timestamptz,
  primary key (case_id, number)
);

-- One intention, one effect: written in the transaction that it protects.
create table idempotency_keys (
  scope     text        not null,
  key       text        not null,
  body_hash bytea       not null,
  case_id   uuid        not null,
  seq       int         not null,
  at        timestamptz not null default now(),
  primary key (scope, key)
);

-- Who of the staff opened a case, and when.
create table case_reads (
  case_id  uuid        not null,
  staff_id uuid        not null,
  role     text        not null,
  at       timestamptz not null,
  primary key (case_id, at, staff_id)
);
comment on table case_reads is 'Written once: the application may neither change nor remove rows.';

grant select, insert, update on cases, requesters, promised_actions to sawt_app;
grant select, insert on case_events, case_words, case_links, idempotency_keys, case_reads to sawt_app;
