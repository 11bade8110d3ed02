-- What is to be expected, and where reality has left it. Why so: docs/decisions/0014-forecasts.md.

-- The seven days that end with `day`, of a series: the nation, an entity, a category, a governorate. Written anew every hour, for the
-- history may grow by an import.
create table expectations (
  dimension     text             not null check (dimension in ('nation', 'entity', 'category', 'place')),
  key           text             not null,
  day           date             not null,
  week          double precision not null,
  week_low      double precision not null,
  week_high     double precision not null,
  -- Weeks that were forecast to know the interval.
  weeks         int              not null,
  -- The last of the seven days alone, and its 24 hours as shares of it.
  today         double precision not null,
  today_low     double precision not null,
  today_high    double precision not null,
  hours         double precision[] not null check (cardinality(hours) = 24),
  made_at       timestamptz      not null,
  primary key (day, dimension, key)
);

-- One open alert for each series, however long it lasts.
create table surges (
  id              uuid             primary key,
  dimension       text             not null check (dimension in ('nation', 'entity', 'category', 'place')),
  key             text             not null,
  direction       text             not null check (direction in ('more', 'fewer')),
  state           text             not null check (state in ('open', 'acknowledged', 'over')),
  since           date             not null,
  opened_at       timestamptz      not null,
  seen_at         timestamptz      not null,
  observed        int              not null,
  peak            int              not null,
  expected        double precision not null,
  low             double precision not null,
  high            double precision not null,
  -- [{key, now, before}]: counts of cases, never their texts.
  words           jsonb            not null default '[]',
  places          jsonb            not null default '[]',
  acknowledged_by uuid             references staff,
  acknowledged_at timestamptz,
  over_at         timestamptz,
  check ((state = 'over') = (over_at is not null))
);
create unique index surges_open on surges (dimension, key) where state <> 'over';
create index surges_over on surges (dimension, key, over_at) where state = 'over';

grant select, insert, update, delete on expectations to sawt_app;
grant select, insert, update on surges to sawt_app;
