-- A reply in the making, shared by those who work on it.
create table reply_drafts (
  case_id    uuid        primary key references cases,
  body       jsonb       not null,
  written_by uuid        not null,
  written_at timestamptz not null
);

create table reply_templates (
  id        uuid    primary key,
  entity_id text    references entities,
  name      text    not null,
  body      text    not null,
  language  text    not null,
  outcome   text,
  active    boolean not null default true
);

-- One-time links for entities that have not joined. Only the hash of the link's secret is kept.
create table entity_links (
  token_hash bytea       primary key,
  case_id    uuid        not null references cases,
  entity_id  text        not null references entities,
  created_by uuid        not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at  timestamptz,
  used_at    timestamptz
);
create index entity_links_of_case on entity_links (case_id);

-- The contact centre may open a caller's case for as long as the call is being handled.
create table calls (
  id       uuid        primary key,
  staff_id uuid        not null,
  case_id  uuid        not null references cases,
  at       timestamptz not null
);
create index calls_of_staff on calls (staff_id, case_id);

grant select, insert, update, delete on reply_drafts to sawt_app;
grant select, insert, update on reply_templates, entity_links to sawt_app;
grant select, insert on calls to sawt_app;
