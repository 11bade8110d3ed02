-- The application works as sawt_app, which owns nothing: what it may not do, the database itself refuses.
do $$
begin
  if not exists (select from pg_roles where rolname = 'sawt_app') then
    create role sawt_app nologin;
  end if;
  -- Since PostgreSQL 16 whoever makes a role may administer it, and may take it on only when granted.
  if not pg_has_role(current_user, 'sawt_app',
                     case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
    execute format('grant sawt_app to %I', current_user);
  end if;
end $$;

grant usage on schema public to sawt_app;

create extension if not exists pg_trgm;

-- One row: what must hold for the whole installation.
create table installation (
  id                 boolean primary key default true check (id),
  country            text,
  time_zone          text,
  -- Where a resident can turn outside the government's own desks: {"ar": ..., "en": ...}.
  outside_remedy     jsonb,
  -- Fingerprint of the secret that PINs and links are derived from: a process started with another
  -- secret would lock every resident out, so it refuses to start.
  secret_fingerprint bytea,
  -- Raised whenever entities, categories, promises or calendars change, so that processes notice.
  configuration      bigint not null default 1
);
insert into installation default values;
grant select, update on installation to sawt_app;

-- How far each reader of the event feed has come.
create table feed_cursors (
  consumer   text        primary key,
  tx         xid8        not null default '0',
  case_id    uuid        not null default '00000000-0000-0000-0000-000000000000',
  seq        int         not null default 0,
  moved_at   timestamptz not null default now()
);
grant select, insert, update on feed_cursors to sawt_app;
