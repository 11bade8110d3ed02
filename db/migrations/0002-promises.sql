-- Working time. A calendar is replaced by a new version, never edited: every date told to a person can be
-- explained by the version it was computed from.
create table calendars (
  id      text primary key,
  name_ar text not null,
  name_en text not null,
  version int  not null default 1
);

create table calendar_versions (
  calendar_id text        not null references calendars,
  version     int         not null,
  time_zone   text        not null,
  -- Weeks and holidays with their validity dates; see promises/model/calendar.ts.
  content     jsonb       not null,
  reason      text,
  created_by  uuid,
  created_at  timestamptz not null default now(),
  primary key (calendar_id, version)
);
comment on table calendar_versions is 'Written once: a calendar changes by a new version.';

-- Working days owed for a type, and where given a category and an entity; the most specific wins.
create table promises (
  id                  uuid        primary key,
  type                text        not null,
  category_id         text,
  entity_id           text,
  working_days        int         not null check (working_days between 1 and 260),
  -- Percentage of replies that a second person must release; 100 is everyone's.
  second_review_share int         not null default 100 check (second_review_share between 0 and 100),
  version             int         not null default 1,
  valid_from          timestamptz not null default now(),
  valid_to            timestamptz,
  created_by          uuid
);
create unique index promises_in_force on promises (type, coalesce(category_id, ''), coalesce(entity_id, ''))
  where valid_to is null;
comment on table promises is 'A promise changes by ending one row and starting the next, so that old dates stay explainable.';

grant select, insert, update on calendars, promises to sawt_app;
grant select, insert on calendar_versions to sawt_app;
