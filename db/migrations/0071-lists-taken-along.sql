-- Who took a list of cases out of the service, when, and which: written once.
create table case_exports (
  id       uuid        primary key,
  staff_id uuid        not null references staff (id),
  at       timestamptz not null,
  -- The questions of the list, as its address asks them.
  asked    jsonb       not null,
  lines    int         not null check (lines >= 0)
);
create index case_exports_by_time on case_exports (at);
grant select, insert on case_exports to sawt_app;
