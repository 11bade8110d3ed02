-- Recurring complaints: what the finder has read, the problems that came of it, and who follows them.

-- A problem, as its events leave it.
create table problems (
  id           uuid        primary key,
  state        text        not null check (state in
    ('proposed', 'open', 'fixing', 'fixed', 'held', 'came-back', 'rejected', 'merged')),
  title_ar     text        not null,
  title_en     text        not null,
  category_id  text,
  place_id     text,
  -- Whoever has to fix it.
  entity_id    text        references entities,
  cause        text,
  fix          text,
  fix_by       date,
  -- What everybody may read once it is fixed; null keeps it off the public list.
  told_ar      text,
  told_en      text,
  merged_into  uuid        references problems,
  -- Cases in its clusters when it was rejected: it comes again only when it has clearly grown.
  rejected_at_size int,
  proposed_at  timestamptz not null,
  opened_at    timestamptz,
  fixed_at     timestamptz,
  judged_at    timestamptz,
  seq          int         not null,
  check ((state = 'merged') = (merged_into is not null))
);
create index problems_by_state on problems (state, id);
create index problems_of_entity on problems (entity_id, id);
grant select, insert, update on problems to sawt_app;

-- Who did what to a problem, when, in which role and why: written once.
create table problem_events (
  problem_id uuid        not null references problems,
  seq        int         not null,
  step       text        not null,
  at         timestamptz not null,
  role       text        not null,
  actor_id   uuid,
  facts      jsonb       not null default '{}',
  primary key (problem_id, seq)
);
grant select, insert on problem_events to sawt_app;

-- Cases that say the same. One with a problem stays, also when that was rejected: that is how it is remembered.
create table problem_clusters (
  id         uuid        primary key,
  problem_id uuid        references problems,
  size       int         not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null
);
create index problem_clusters_of_problem on problem_clusters (problem_id) where problem_id is not null;
grant select, insert, update, delete on problem_clusters to sawt_app;

-- A case as the finder has read it; without a cluster it is the only one of its kind so far.
create table problem_sightings (
  case_id     uuid        primary key,
  at          timestamptz not null,
  category_id text,
  place_id    text,
  cluster_id  uuid        references problem_clusters
);
create index problem_sightings_of_cluster on problem_sightings (cluster_id, at) where cluster_id is not null;
grant select, insert, update, delete on problem_sightings to sawt_app;

-- MinHash bands: two cases with a key in common are worth comparing. Kept for four months, and for the cases of a
-- problem for good. The newest of a key are read from the index alone.
create table problem_bands (
  key     bigint      not null,
  case_id uuid        not null,
  at      timestamptz not null,
  primary key (key, case_id)
);
create index problem_bands_by_time on problem_bands using brin (at);
grant select, insert, delete on problem_bands to sawt_app;

-- The cases of a problem, until somebody takes one out.
create table problem_cases (
  problem_id uuid        not null references problems,
  case_id    uuid        not null references cases,
  -- When the case was received.
  at         timestamptz not null,
  -- The event of the case that says so; null until it is written.
  linked_seq int,
  left_out   boolean     not null default false,
  primary key (problem_id, case_id)
);
create index problem_cases_of_case on problem_cases (case_id);
create index problem_cases_to_link on problem_cases (problem_id, case_id) where linked_seq is null and not left_out;
grant select, insert, update on problem_cases to sawt_app;

-- Residents who follow a known problem instead of filing. Erased some time after they were told.
create table problem_followers (
  id          uuid        primary key,
  problem_id  uuid        not null references problems,
  -- What they may be known by once, however often they press the button.
  contact     text        not null,
  resident_id uuid        references residents,
  phone       text,
  email       text,
  language    text        not null check (language in ('ar', 'en')),
  at          timestamptz not null,
  told_at     timestamptz,
  unique (problem_id, contact)
);
grant select, insert, update, delete on problem_followers to sawt_app;
-- How many there ever were, also after they are erased.
alter table problems add column followers int not null default 0;

-- A known problem, said on the residents' pages until a moment.
create table problem_announcements (
  id          uuid        primary key,
  problem_id  uuid        not null references problems,
  text_ar     text        not null,
  text_en     text        not null,
  category_id text,
  entity_id   text,
  place_id    text,
  since       timestamptz not null,
  until       timestamptz not null,
  ended_at    timestamptz,
  created_by  uuid        not null,
  check (until > since)
);
create index problem_announcements_running on problem_announcements (until) where ended_at is null;
grant select, insert, update on problem_announcements to sawt_app;

-- One answer to all cases of a problem, and which replies it became.
create table problem_answers (
  id         uuid        primary key,
  problem_id uuid        not null references problems,
  reply      jsonb       not null,
  written_by uuid        not null,
  at         timestamptz not null
);
create index problem_answers_of_problem on problem_answers (problem_id, at);
grant select, insert on problem_answers to sawt_app;

create table problem_answered (
  answer_id uuid not null references problem_answers,
  case_id   uuid not null references cases,
  -- The reply among the case's events.
  seq       int  not null,
  primary key (answer_id, case_id)
);
create index problem_answered_of_case on problem_answered (case_id);
grant select, insert on problem_answered to sawt_app;
