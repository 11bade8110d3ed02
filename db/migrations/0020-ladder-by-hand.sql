-- The ladder is changed by administrators: every change stays on record, and the next acts of open cases are set
-- anew by a worker. It waits until every process has noticed the change, which takes a second at most.
create table ladder_changes (
  id         uuid        primary key,
  rung_id    text        not null references ladder_rungs,
  content    jsonb       not null,
  changed_by uuid,
  changed_at timestamptz not null
);
create index ladder_changes_by_time on ladder_changes (changed_at);
comment on table ladder_changes is 'Written once: the application may neither change nor remove rows.';
grant select, insert on ladder_changes to sawt_app;

alter table installation
  add column ladder_version    int         not null default 1,
  add column ladder_changed_at timestamptz not null default now(),
  add column ladder_followed   int         not null default 1;
