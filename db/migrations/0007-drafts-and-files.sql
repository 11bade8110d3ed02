-- A submission in the making. Found by the secret in the visitor's cookie, of which only the hash is kept.
create table drafts (
  id          uuid        primary key,
  token_hash  bytea       not null unique,
  resident_id uuid        references residents,
  answers     jsonb       not null default '{}',
  case_id     uuid,
  created_at  timestamptz not null,
  touched_at  timestamptz not null
);

create table files (
  id         uuid        primary key,
  case_id    uuid        references cases,
  -- The event it came with.
  seq        int,
  draft_id   uuid        references drafts on delete cascade,
  name       text        not null,
  media_type text        not null,
  size       bigint      not null,
  sha256     bytea       not null,
  -- The untouched original of a re-encoded image is kept beside it.
  original   boolean     not null default false,
  -- Whether the resident may see it: files of internal notes they may not.
  internal   boolean     not null default false,
  added_at   timestamptz not null
);
create index files_of_case on files (case_id) where case_id is not null;
create index files_of_draft on files (draft_id) where draft_id is not null;

grant select, insert, update, delete on drafts, files to sawt_app;
