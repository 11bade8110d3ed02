-- What people confirmed beside what was proposed: lessons for the suggestions, and the measure of them.
-- No text stands here: it is read from the case when a model learns, so that what is erased is not learned again.
create table suggestion_lessons (
  case_id        uuid        primary key references cases,
  -- The category proposed first before anybody chose, how sure it was, and at which place the chosen one stood.
  proposed       text,
  confidence     real        not null default 0,
  place          smallint,
  confirmed      text        not null,
  entity_id      text,
  -- person: chosen at a desk; answer: routed by itself and answered by that entity; nobody: not confirmed (yet).
  confirmed_by   text        not null check (confirmed_by in ('person', 'answer', 'nobody')),
  -- Would have been routed by itself, and was left to a person to see whether that would have been right.
  sampled        boolean     not null default false,
  -- The model that proposed, 0 while there is none but the phrases of the catalogue.
  model          int         not null default 0,
  at             timestamptz not null,
  changed_at     timestamptz not null
);
create index suggestion_lessons_changed on suggestion_lessons (changed_at);
create index suggestion_lessons_at on suggestion_lessons (at);

-- Every model that proposed anything: what it learned from, and a fingerprint by which it can be made again.
-- Only the latest ones keep their weights.
create table suggestion_models (
  version      int         primary key,
  made_at      timestamptz not null,
  -- trained: from all; taught: the one before and what was confirmed since.
  kind         text        not null check (kind in ('trained', 'taught')),
  -- Of the categories and their phrases: other phrases need another training.
  catalogue    text        not null,
  lessons      int         not null,
  -- Lessons changed until then are in it.
  learned_to   timestamptz not null,
  fingerprint  text        not null,
  weights      bytea
);
grant select, insert, update on suggestion_lessons, suggestion_models to sawt_app;

-- The normaliser reads Arabic in Latin letters now, and leaves out what only says "I want": the desk's search is
-- filled again from the start.
update feed_cursors set tx = '0', seq = 0, case_id = '00000000-0000-0000-0000-000000000000' where consumer = 'search';
