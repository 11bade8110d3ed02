-- How far the clock of a demonstration is ahead of the one on the wall, so that pages and workers agree on what
-- time it is. It only goes forward: what has happened would otherwise lie in the future. Nobody else reads it.
create table demonstration_clock (
  one      boolean primary key default true check (one),
  ahead_ms bigint  not null default 0 check (ahead_ms >= 0)
);
insert into demonstration_clock default values;
grant select, update on demonstration_clock to sawt_app;
