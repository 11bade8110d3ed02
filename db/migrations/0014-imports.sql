-- How far an import has come: moved in the transaction that writes its cases, so that after a kill it goes on
-- where the last commit ended.
create table imports (
  source      text        not null,
  -- SHA-256 over the file and the mapping: another file, or another way of reading it, is another import.
  fingerprint bytea       not null,
  file        text        not null,
  -- Records of the file that are dealt with, the header not counted.
  records     bigint      not null default 0,
  imported    bigint      not null default 0,
  known       bigint      not null default 0,
  -- Imported cases by the stage they stood in: {"closed": 4863, ...}.
  stages      jsonb       not null default '{}',
  started_at  timestamptz not null,
  moved_at    timestamptz not null,
  finished_at timestamptz,
  primary key (source, fingerprint)
);
grant select, insert, update on imports to sawt_app;
